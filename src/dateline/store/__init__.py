"""The record on disk: schema, reports, events, decisions."""

from dateline.store.sqlite import connect, reading, writing

__all__ = ["connect", "reading", "writing"]

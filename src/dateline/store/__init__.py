"""The record on disk: schema, reports, events, decisions."""

from dateline.store.sqlite import connect, writing

__all__ = ["connect", "writing"]

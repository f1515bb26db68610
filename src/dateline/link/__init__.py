"""Mentions of one thing, across reports, become one Event."""

from dateline.link.block import pairs, parties, party

__all__ = ["pairs", "parties", "party"]

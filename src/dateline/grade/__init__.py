"""Admiralty-style grades, each with its reasons."""

from dateline.grade.grade import grade

__all__ = ["grade"]

"""Summaries: a timeline of any topic from any reports, in sentences of the reports."""

from dateline.summary.day import Day, Line
from dateline.summary.summarize import summarize

__all__ = ["Day", "Line", "summarize"]

"""Time expressions: find them, say what they mean, date what a report mentions."""

from dateline.extract.times.find import find_times

__all__ = ["find_times"]

"""What a page puts before the words of a report: the time it went out, the agency's dateline."""

import datetime as dt
import re

from dateline.model import Time

# What may stand after the date of a stamp: "Last updated at 21:40 GMT", "; 9:06 PM; Page A01".
AFTER = re.compile(
    r"(?:[\s;,|–-]|[Ll]ast updated(?: at)?|at (?=[0-2]?\d[.:])|Page [A-Z]?\d+"
    r"|[0-2]?\d[.:][0-5]\d(?:[.:][0-5]\d)?(?: ?[AaPp]\.?[Mm]\b\.?)?"
    r"(?: (?:[A-Z]{2,3}T|UTC|UK(?: time)?)\b)?)*"
)
# "OSLO (Reuters) - ", "Geneva, June 3 (AFP) -- ", "LONDON - ".
DATELINE = re.compile(
    r"(?:[A-Z][\w.’'/\\, -]{1,60})?\([A-Z][^()\n]{1,40}\)\s*[-–—]+\s+"
    r"|[A-Z][A-Z.’'/\\, -]{2,40}\s[-–—]+\s+"
)


def is_stamp(time: Time, published: dt.date | None) -> bool:
    """Tell whether a date is the report's own: no report dates its own day in full.

    On T17 every second report of some topics has one, and counting it as a naming of the day costs
    0.3 points of date-F1.
    """
    return time.basis == "explicit" and time.earliest == published


def after(text: str, at: int, end: int) -> int:
    """Return where the words begin after a stamp whose date ends at `at`."""
    match = AFTER.match(text, at, end)
    return match.end() if match else at


def undated(text: str, start: int, end: int) -> int:
    """Return where the words of a sentence begin after a dateline."""
    match = DATELINE.match(text, start, end)
    return match.end() if match else start

"""What an agreement is about, and what is to be done: by the words of a table.

Reports tell one promise in several wordings ("consultations on cyber security", "experts will talk
about attacks on computers"); what they share is the matter.
"""

import re
from functools import cache

from dateline.data import table, values


def found(kind: str, text: str) -> tuple[str, ...]:
    """Return the names of a kind whose words a text has, in the order of the text."""
    names = dict.fromkeys(match.lastgroup or "" for match in pattern(kind).finditer(text.lower()))
    return tuple(names)


def matters(text: str) -> tuple[str, ...]:
    """Return what a text is about: names of matters, the first told first."""
    return found("matter", text)


def forms(text: str) -> tuple[str, ...]:
    """Return what a text says is done or to be done: names of forms, the first told first."""
    return found("form", text)


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """Return a pattern with a group for each name of a kind."""
    rows = [row for row in table("ledgers/matters") if row["kind"] == kind]
    groups = (f"(?P<{row['name']}>{'|'.join(map(word, values(row['words'])))})" for row in rows)
    return re.compile(rf"\b(?:{'|'.join(groups)})")


def word(text: str) -> str:
    """Return the pattern of a word's beginning; of the whole word where it stands in =."""
    return re.escape(text.strip("=")) + (r"\b" if text.startswith("=") else "")

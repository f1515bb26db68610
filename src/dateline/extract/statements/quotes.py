"""Quotations by their marks: every style, over paragraphs, without a closing mark."""

import re
from dataclasses import dataclass

from dateline.parse.en import PARAGRAPH

# A closing mark for each opening one. A German „ closes with “ or ”.
PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'", "”": "”"}
MARKS = re.compile(r"``|''|[“”„«»‹›‘’\"']")
BREAKS = {"", ".", "?", "!", ":", ",", "—", "–"}
OPENS_AFTER = " \t\n\r\xa0([{—–―-:/"


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters `start` to `end` of a text, with the marks.

    `paragraph` counts from 0. `open_end`: no closing mark before the paragraph ended.
    `single`: the marks are single ones.
    """

    start: int
    end: int
    paragraph: int
    open_end: bool = False
    single: bool = False


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Split a text into paragraphs: start and end offsets, without the break between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in PARAGRAPH.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return found


def quotes(text: str, blocks: list[tuple[int, int]]) -> list[Quote]:
    """Find the quotations of a text, in order, outermost only."""
    found: list[Quote] = []
    for number, (start, end) in enumerate(blocks):
        found.extend(scan(text, start, end, number))
    return found


def scan(text: str, start: int, end: int, paragraph: int) -> list[Quote]:
    """Find the quotations of one paragraph."""
    found: list[Quote] = []
    marks = [(m.start(), m.end(), m.group()) for m in MARKS.finditer(text, start, end)]
    at = 0
    endless: set[str] = set()
    while at < len(marks):
        left, after, mark = marks[at]
        at += 1
        if mark in endless or not opens(text, left, after, mark, start, end):
            continue
        closing = close(text, marks, at, mark, end)
        if closing is None:
            endless.add(mark)
        single = mark in "‘'‹"
        if closing is not None:
            found.append(Quote(left, marks[closing][1], paragraph, single=single))
            at = closing + 1
        elif not single and mark != "”" and fresh(text, left, start):
            found.append(Quote(left, end, paragraph, open_end=True))
            break
    return found


def opens(text: str, left: int, after: int, mark: str, start: int, end: int) -> bool:
    """Tell whether a mark opens a quotation where it stands."""
    if mark in {"“", "„", "«", "‹", "``"}:
        return True
    if after >= end or text[after].isspace():
        return False
    before = text[left - 1] if left > start else " "
    if mark in {"‘", '"', "'", "”", "''"}:
        return before in OPENS_AFTER or (mark == "‘" and not before.isalnum())
    return False


def close(text: str, marks: list[tuple[int, int, str]], at: int, mark: str, end: int) -> int | None:
    """Return the index of the mark that closes `mark`; None where the paragraph ends first."""
    wanted = {"``": ("''", '"'), "''": ("''",), "“": ("”", '"'), '"': ('"', "”")}.get(
        mark, tuple(PAIRS.get(mark, ""))
    )
    for index in range(at, len(marks)):
        left, after, found = marks[index]
        turned = found == mark == "“" and is_turned(text, left, after)
        if found not in wanted and not turned:
            continue
        following = text[after] if after < end else " "
        if mark in "‘'" and (following.isalnum() or text[left - 1].isspace()):
            continue
        if mark in {'"', "''"} and text[left - 1].isspace() and following.isalnum():
            continue
        return index
    return None


def is_turned(text: str, left: int, after: int) -> bool:
    """Tell whether an opening mark closes a quotation where it stands, by a slip of the writer."""
    return not text[left - 1].isspace() and not text[after : after + 1].isalnum()


def fresh(text: str, left: int, start: int) -> bool:
    """Tell whether an unclosed mark may run to its paragraph's end: it begins a sentence."""
    return char_before(text, left, start) in BREAKS


def char_before(text: str, at: int, start: int = 0) -> str:
    """Return the last character between `start` and `at` that is no space, or ""."""
    while at > start:
        at -= 1
        if not text[at].isspace():
            return text[at]
    return ""

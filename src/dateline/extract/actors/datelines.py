"""Datelines: "MOSCOW, June 16 (Reuters) -" at the start of a text or a paragraph."""

import re

from dateline.extract.actors.page import Page

# "MOSCOW, June 16 (Reuters) -", "BEIJING/TOKYO (AP) —", "LONDON -"; the dash within so many tokens.
DATELINE_REACH = 18
DASH = re.compile(r"-{1,2}|—|--|―")
MARKS = frozenset({"(", ")", ",", ".", "/", "-", "—", ":", "|"})


def dateline(page: Page, token: int) -> bool:
    """Tell whether a token stands in a dateline, at the start of the text or a paragraph."""
    first = _line_start(page, token)
    if first is None or not page.words[first][:1].isupper():
        return False
    for index in range(token + 1, min(first + DATELINE_REACH, len(page.words))):
        word = page.words[index]
        if DASH.fullmatch(word):
            return not page.touch(index - 1, index) or word != "-"
        if not (
            word in MARKS
            or page.pos[index] in {"PROPN", "NUM", "SPACE", "PUNCT"}
            or word[0].isupper()
        ):
            return False
    return False


def _line_start(page: Page, token: int) -> int | None:
    """Return the first token of a token's paragraph, where it is near."""
    index = token
    while index > 0 and token - index < DATELINE_REACH:
        if "\n" in page.report.text[page.starts[index - 1] : page.starts[index]]:
            return index
        if page.words[index - 1].isspace():
            return index
        index -= 1
    return index if index == 0 else None

"""Phrases that stand for two actors, or for one named before: "both leaders", "the alliance"."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.page import Page
from dateline.extract.actors.titles import LEADER, LEADING, title_of

LONGEST = 5
# Sorts of words that stand for someone after "the".
AFTER_THE = frozenset({"main", "state", "body", "agency", "given"})
# Sorts whose noun may have one adjective more.
ADJECTIVAL = frozenset({"pair", "state", "body"})
# What follows makes the phrase a thing of its own: "both sides of the border".
GOES_ON = frozenset({"of", "in", "that", "who", "which"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `start` to `end` (exclusive); `sort` and `of` as in `anaphora.tsv`."""

    start: int
    end: int
    sort: str
    of: str
    offices: frozenset[str] = frozenset()


@cache
def _forms() -> dict[tuple[str, ...], tuple[str, str]]:
    """Return (sort, of) by the words of each full phrase."""
    rows = [
        (row["sort"], row["of"], words)
        for row in table("actors/anaphora")
        for words in values(row["words"])
    ]
    forms: dict[tuple[str, ...], tuple[str, str]] = {}
    for sort, of, words in rows:
        if sort == "whole":
            forms[_tokens(words)] = ("pair", of)
        elif sort == "pair":
            for two in (two for kind, _, two in rows if kind == "two"):
                forms[(*_tokens(two), *_tokens(words))] = ("pair", of)
        elif sort in AFTER_THE:
            forms.setdefault(("the", *_tokens(words.lower())), (sort, of))
        elif sort == "fixed":
            forms[_tokens(words.lower())] = (sort, of)
    return forms


@cache
def _names() -> frozenset[str]:
    """Return the words that a phrase has in capitals alone: "the North"."""
    forms = (form for row in table("actors/anaphora") for form in values(row["words"]))
    return frozenset(form.lower() for form in forms if form.istitle() and " " not in form)


@cache
def _openings() -> frozenset[str]:
    return frozenset(form[0] for form in _forms())


def _tokens(words: str) -> tuple[str, ...]:
    return tuple(words.replace("-", " - ").split())


def phrases(page: Page, taken: Container[int]) -> Iterator[Phrase]:
    """Yield the phrases of a page, the longest at each place, left to right."""
    forms, openings = _forms(), _openings()
    size, index = len(page.words), 0
    while index < size:
        step = 1
        if page.lower[index] in openings:
            for end in range(min(index + LONGEST, size), index, -1):
                words = page.lower[index:end]
                form = forms.get(tuple(words)) or _plain(page, index, end)
                if form and not any(i in taken for i in range(index, end)):
                    if _free(page, index, end):
                        yield Phrase(index, end, *form, _offices(page.lower[index:end]))
                        step = end - index
                    break
        index += step


def _offices(words: list[str]) -> frozenset[str]:
    """Return the offices that a pair's noun names ("the two presidents")."""
    for start in range(1, len(words)):
        title = title_of(" ".join(words[start:]))
        if title:
            leading = LEADING if LEADER in title.offices else ()
            return frozenset((*title.offices, *leading))
    return frozenset()


def _plain(page: Page, start: int, end: int) -> tuple[str, str] | None:
    """Look up the words without one adjective before the noun ("both nuclear powers").

    Not so for "both political parties": sides are no longer what was named before; nor for
    "two different countries".
    """
    if page.lower[start] == "two":
        return None
    if end - start > 2 and page.pos[end - 2] == "ADJ":  # noqa: PLR2004 - "both", adjective, noun
        form = _forms().get((*page.lower[start : end - 2], page.lower[end - 1]))
        return form if form and form[0] in ADJECTIVAL and form[1] != "side" else None
    return None


def _free(page: Page, start: int, end: int) -> bool:
    """Tell whether a phrase is a noun phrase of its own, ended where it seems to end."""
    if end < len(page.words) and page.lower[end] in GOES_ON:
        return False
    if page.lower[end - 1] in _names() and not page.words[end - 1].istitle():
        return False
    head = page.head_of(start, end)
    alone = page.pos[end - 1] in {"NOUN", "PROPN", "PRON"} or page.deps[end - 1] != "nummod"
    return alone and start <= head < end and page.deps[end - 1] not in {"compound", "amod"}

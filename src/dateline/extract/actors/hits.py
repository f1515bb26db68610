"""Names of the tables at tokens of the parse, hyphens and larger names seen to."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.lexicon import Entry, Found, existing
from dateline.extract.actors.page import Page

BASES = frozenset({"state", "adjective", "demonym", "capital", "metonym", "organisation", "agency",
                   "group", "combining"})  # fmt: skip
# Entities that may hold a state's name without being the state ("Bank of China").
LARGER = frozenset({"ORG", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LOC"})


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `start` to `end` (exclusive) that hold a name; `entries` are what it may mean.

    `inner` is its place within one hyphened token (code points), None where it fills its tokens.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    inner: tuple[int, int] | None = None

    @property
    def kind(self) -> str:
        """Kind of the first meaning."""
        return self.entries[0].kind

    def only(self, *kinds: str) -> tuple[Entry, ...]:
        """Return the meanings of these kinds."""
        return tuple(entry for entry in self.entries if entry.kind in kinds)


@cache
def _hyphened(slot: str) -> frozenset[str]:
    """Return the words that may stand before or after a name and a hyphen."""
    rows = (row for row in table("actors/hyphened") if row["slot"] == slot)
    return frozenset(word for row in rows for word in values(row["words"]))


@cache
def _ambiguous() -> frozenset[str]:
    """Return the words that also name persons or other places."""
    return frozenset(row["word"] for row in table("ambiguous") if row["codes"])


def hits(page: Page, found: Iterable[Found], day: dt.date | None) -> list[Hit]:
    """Return the names at tokens, left to right."""
    result: list[Hit] = []
    for name in found:
        entries = existing(name.entries, day)
        first, last = page.token_at(name.start), page.token_at(name.end - 1)
        starts, ends = page.starts[first], page.starts[last] + len(page.words[last])
        if starts == name.start and ends == name.end:
            if not _joined(page, first, last):
                result.append(Hit(first, last + 1, entries))
        elif first == last and _part(page.words[first], name.start - starts, name.end - starts):
            result.append(Hit(first, last + 1, entries, (name.start, name.end)))
    return [hit for hit in result if not _lost(page, hit, result)]


@cache
def _compass() -> dict[str, tuple[str, frozenset[str]]]:
    """Return the words that name a state only beside certain states ("the North")."""
    rows = table("actors/compass")
    return {row["word"]: (row["code"], frozenset(values(row["beside"]))) for row in rows}


def _lost(page: Page, hit: Hit, others: Iterable[Hit]) -> bool:
    """Tell whether "North" is no state: not after "the", or no Korea is named in full.

    Where the state itself is, "the North" is a phrase for it; "the North's envoy" is not.
    """
    word = page.words[hit.start].capitalize()
    if hit.end > hit.start + 1 or word not in _compass():
        return False
    after = page.words[hit.end] if hit.end < len(page.words) else ""
    if not hit.start or page.lower[hit.start - 1] != "the" or after[:1].isupper():
        return True
    code, beside = _compass()[word]
    named = {
        entry.country
        for other in others
        if page.words[other.start].capitalize() not in _compass() or other.end > other.start + 1
        for entry in other.entries
        if other.kind in {"state", "adjective", "demonym", "capital", "combining"}
    }
    return beside.isdisjoint(named) or (code in named and after != "'s")


def _part(word: str, start: int, end: int) -> bool:
    """Tell whether a name within one token stands for itself ("U.S.-led"; not "pro-Russian")."""
    before, after = word[:start], word[end:]
    if after in {"'s", "'"}:
        after = ""
    return (not before or (before[-1] in "-/" and _free(before[:-1], "before"))) and (
        not after or (after[0] in "-/" and _free(after[1:], "after"))
    )


def _free(word: str, slot: str) -> bool:
    """Tell whether a word joined by a hyphen leaves a name its meaning; another name does."""
    if word.lower() in _hyphened(f"not {slot}"):
        return False
    return word[:1].isupper() or word.lower() in _hyphened(slot)


def _joined(page: Page, first: int, last: int) -> bool:
    """Tell whether a hyphen joins the name to a word that turns it ("Russian-backed")."""
    words = page.words
    if first and page.touch(first - 1, first):
        before = words[first - 1]
        if before == "-" and first > 1 and page.touch(first - 2, first - 1):
            before = words[first - 2] + "-"
        if before.endswith("-") and len(before) > 1 and not _free(before[:-1], "before"):
            return True
    return (
        last + 2 < len(words)
        and words[last + 1] in {"-", "/"}
        and page.touch(last, last + 1)
        and page.touch(last + 1, last + 2)
        and not _free(words[last + 2], "after")
    )


def first_name(page: Page, hit: Hit) -> bool:
    """Tell whether a state's name is a person's first name here ("Chad Smith")."""
    start, end = entity(page, hit.start)
    return (
        page.entities[hit.start] == "PERSON"
        and start == hit.start
        and end > hit.end
        and page.words[hit.start] in _ambiguous()
        and page.words[hit.end][:1].isupper()
    )


def within_larger(page: Page, hit: Hit, others: frozenset[int]) -> bool:
    """Tell whether a name is only part of a longer one ("Bank of China", "Michael Jordan").

    `others` are the tokens that names and titles of the tables cover.
    """
    kind = page.entities[hit.start]
    person = kind == "PERSON" and page.words[hit.start] in _ambiguous()
    if not (person or kind in LARGER):
        return False
    start, end = entity(page, hit.start)
    if end < len(page.words) and page.words[hit.end - 1 : hit.end + 1][-1] == "'s":
        return False
    rest = [
        index
        for index in (*range(start, hit.start), *range(hit.end, end))
        if index not in others and page.pos[index] == "PROPN"
    ]
    return bool(rest)


def entity(page: Page, token: int) -> tuple[int, int]:
    """Return the bounds of the named entity at a token; the token itself outside one."""
    if not page.entities[token]:
        return token, token + 1
    start = token
    while start and not page.entity_starts[start]:
        start -= 1
    end = token + 1
    while end < len(page.words) and page.entities[end] and not page.entity_starts[end]:
        end += 1
    return start, end

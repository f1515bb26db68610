"""All names that the tables hold, and one automaton that finds them in a text."""

import datetime as dt
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import ahocorasick_rs

from dateline.data import table, values
from dateline.extract.actors.states import states

Kind = Literal[
    "state", "adjective", "demonym", "capital", "metonym", "organisation", "agency", "group",
    "city", "person", "surname", "combining", "place", "other",
]  # fmt: skip

# Latin letters that have no decomposition, and marks that news writes in two ways.
PLAIN = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "’": "'", "‘": "'",
         "‑": "-", "‐": "-", "–": "-", "\n": " ", "\t": " ", "\r": " ", "\xa0": " "}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What one surface form may mean. For a person, `name` is the key into `people`."""

    kind: Kind
    code: str
    country: str | None
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: code points `start` to `end`, and what it may mean."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@cache
def _folding() -> dict[int, str]:
    """Return a map of letters with marks to plain letters, one for one."""
    fold = {ord(mark): plain for mark, plain in PLAIN.items()}
    for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(point))[0]
        if base.isascii() and base.isalpha():
            fold.setdefault(point, base)
    return fold


def fold(text: str) -> str:
    """Return a text of the same length in plain letters, quotes and spaces."""
    return text.translate(_folding())


def _state_entries() -> Iterator[tuple[str, Entry]]:
    for row in table("states"):
        code, name = row["code"], row["name"]
        kinds: tuple[tuple[Kind, str], ...] = (
            ("state", "aliases"),
            ("adjective", "adjectives"),
            ("demonym", "demonyms"),
            ("capital", "capital"),
            ("metonym", "metonyms"),
        )
        yield name, Entry("state", code, code, name)
        for kind, column in kinds:
            # A seat of power is the government, whatever else a state's names may mean.
            role = "GOV" if kind == "metonym" and row["un"] != "observer" else ""
            for form in values(row[column]):
                yield form, Entry(kind, f"{code} {role}".strip(), code, name, role)


def _compass_entries() -> Iterator[tuple[str, Entry]]:
    names = {row["code"]: row["name"] for row in table("states")}
    for row in table("actors/compass"):
        yield row["word"], Entry("state", row["code"], row["code"], names[row["code"]])


def _body_entries() -> Iterator[tuple[str, Entry]]:
    for row in table("organisations"):
        country, role = row["country"] or None, row["code"].split()[0]
        code = f"{country} {role}" if country else row["code"]
        entry = Entry("organisation", code, country, row["name"], role)
        for form in (row["name"], *values(row["aliases"])):
            yield form, entry
    for row in table("agencies"):
        role = row["role"]
        code = f"{row['country']} {role}".strip()
        entry = Entry("agency", code, row["country"], row["name"], role)
        for form in (row["name"], *values(row["aliases"])):
            yield form, entry
    for row in table("groups"):
        entry = Entry("group", row["code"], None, row["name"], row["code"].split()[0])
        for form in (row["name"], *values(row["aliases"])):
            yield form, entry


def _other_entries() -> Iterator[tuple[str, Entry]]:
    for row in table("cities"):
        city: Kind = "city" if row["kind"] == "city" else "place"
        entry = Entry(city, "", row["country"] or None, row["name"])
        for form in (row["name"], *values(row["aliases"])):
            yield form, entry
    for row in table("ambiguous"):
        if not row["codes"] and " " in row["word"]:
            yield row["word"], Entry("other", "", None, row["word"])
    for row in table("actors/phrases"):
        kind: Kind = "place" if row["kind"] == "place" else "other"
        yield row["words"], Entry(kind, "", row["country"] or None, row["words"])
    for row in table("actors/combining"):
        yield row["form"], Entry("combining", row["code"], row["code"], row["form"])
    for row in table("holders"):
        for form in (row["name"], *values(row["aliases"])):
            yield form, Entry("person", "", None, row["name"])
        for form in values(row["surname"]):
            yield form, Entry("surname", "", None, form)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """An automaton over all forms, and what each form may mean."""

    automaton: ahocorasick_rs.AhoCorasick
    meanings: tuple[tuple[Entry, ...], ...]


@cache
def lexicon() -> Lexicon:
    """Build the automaton from the tables, once per process."""
    forms: dict[str, dict[Entry, None]] = {}
    for source in (_state_entries(), _compass_entries(), _body_entries(), _other_entries()):
        for form, entry in source:
            plain = fold(form.removeprefix("the ").removeprefix("The ")).strip()
            forms.setdefault(plain, {})[entry] = None
            # Headlines and datelines write names in capitals.
            if entry.kind != "surname" and plain.isupper() is False:
                forms.setdefault(plain.upper(), {})[entry] = None
    automaton = ahocorasick_rs.AhoCorasick(list(forms))
    return Lexicon(automaton, tuple(tuple(entries) for entries in forms.values()))


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether a match begins and ends where words do."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum())


def scan(text: str) -> list[Found]:
    """Return the names in a text, the longest at each place, left to right, none overlapping."""
    plain = fold(text)
    known = lexicon()
    matches = [
        (start, -end, which)
        for which, start, end in known.automaton.find_matches_as_indexes(plain, overlapping=True)
        if _whole(plain, start, end)
    ]
    found: list[Found] = []
    reached = 0
    for start, minus_end, which in sorted(matches):
        if start >= reached:
            found.append(Found(start, -minus_end, known.meanings[which]))
            reached = -minus_end
    return found


def existing(entries: tuple[Entry, ...], day: dt.date | None) -> tuple[Entry, ...]:
    """Keep, of a name that states shared in turn, those that existed on a day.

    All are kept where none did.
    """

    def there(entry: Entry) -> bool:
        land = entry.country if entry.kind == "metonym" else entry.code
        return land not in states() or states()[land].existed(day)

    return tuple(filter(there, entries)) or entries

"""What an ambiguous name means in one report: by the other states and places it names."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.datelines import dateline
from dateline.extract.actors.hits import Hit
from dateline.extract.actors.lexicon import Entry
from dateline.extract.actors.page import Page
from dateline.extract.actors.people import people
from dateline.extract.actors.states import states

COUNTED = frozenset({"state", "adjective", "combining", "metonym", "capital", "demonym", "agency"})
OWN = frozenset({"state", "adjective", "demonym", "capital", "metonym", "organisation", "agency",
                 "group", "combining"})  # fmt: skip
JOINING = frozenset({"and", "or", ",", "with", "-", "between", "against"})


@dataclass(slots=True)
class Context:
    """What a whole report names without doubt.

    `lands`: states, by name, people, office or holder; `places`: states by their cities and
    regions; `bodies`: organisations by code; `first`: the token at which a state is first named;
    `home`: the state of the dateline, or empty.
    """

    lands: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)
    home: str = ""

    def support(self, country: str) -> int:
        """Return how often something of a state is named."""
        return self.lands[country] + self.places[country]


@cache
def choices() -> dict[str, tuple[str, ...]]:
    """Return the codes that a word may stand for, likeliest first, where that needs care."""
    return {row["word"]: codes for row in table("ambiguous") if (codes := values(row["codes"]))}


def context(page: Page, hits: Iterable[Hit]) -> Context:
    """Count what a report names without doubt, and find its dateline."""
    found = Context()
    for hit in hits:
        first = hit.entries[0]
        if first.kind in {"city", "capital"} and not found.home and dateline(page, hit.start):
            found.home = first.country or ""
        codes = choices().get(page.text(hit.start, hit.end), ())
        # "The Congress" does not itself say whose it is.
        body = bool(codes) and (codes[0].startswith("IGO ") or first.role == "LEG")
        if body or len({code for code in codes if code in states()}) > 1:
            continue
        if first.kind == "person":
            lands = {t.country for p in people().named[first.name] for t in p.terms}
        else:
            lands = {entry.country for entry in hit.entries if entry.country}
        if len(lands) == 1:
            land = lands.pop()
            if first.kind in COUNTED | {"person"} and land in states():
                found.lands[land] += 1
                found.first[land] = min(hit.start, found.first.get(land, hit.start))
            elif first.kind in {"city", "place"}:
                found.places[land] += 1
        elif first.kind == "organisation":
            found.bodies[first.code] += 1
    return found


def choose(
    page: Page, entries: Iterable[Entry], at: tuple[int, int], found: Context
) -> Entry | None:
    """Choose among the meanings of the name at tokens `at`; None where that stays open."""
    usable = [entry for entry in entries if entry.kind in OWN]
    if len({entry.code for entry in usable}) > 1:
        usable = _supported(usable, found)
    if not usable:
        return None
    entry = usable[0]
    codes = choices().get(page.text(*at))
    if codes is None:
        return entry
    if page.entities[at[0]] == "PERSON" and not _meant(page, at, entry, found):
        return None
    if entry.kind == "capital":
        return _seat(entry, codes, found)
    return entry if _settled(entry, codes, found, at[0]) else None


def _supported(entries: list[Entry], found: Context) -> list[Entry]:
    """Keep the meanings of the state that the report is about; a state's name before others."""
    named = [entry for entry in entries if entry.kind == "state"]
    for kept in (
        [entry for entry in entries if entry.country == found.home],
        [entry for entry in entries if entry.country and found.lands[entry.country]],
        named or [entry for entry in entries if entry.kind != "agency"],
    ):
        if len({entry.code for entry in kept}) == 1:
            return kept
    likeliest = max((found.lands[entry.country or ""] for entry in entries), default=0)
    best = [e for e in entries if likeliest and found.lands[e.country or ""] == likeliest]
    if len({entry.code for entry in best}) == 1:
        return best
    # "Congolese" and the like: the table of states lists the likelier one first.
    return entries[:1] if all(entry.kind in {"adjective", "demonym"} for entry in entries) else []


def _meant(page: Page, at: tuple[int, int], entry: Entry, found: Context) -> bool:
    """Tell whether a name that looks like a person's is meant as a state or body."""
    if found.support(entry.country or "") or found.bodies[entry.code]:
        return True
    start, end = at
    beside = (*page.lower[max(start - 1, 0) : start], *page.lower[end : end + 1])
    return any(word in JOINING for word in beside) or page.lower[end : end + 1] == ["'s"]


def _rivals(entry: Entry, codes: tuple[str, ...]) -> list[str]:
    lands = dict.fromkeys(code.split()[0] for code in codes)
    return [land for land in lands if land in states() and land != entry.country]


def _settled(entry: Entry, codes: tuple[str, ...], found: Context, at: int) -> bool:
    """Tell whether nothing in the report speaks for another meaning of the word.

    "The Brazilian president said that Congress would vote" is of another one; "Congress voted for
    sanctions on Brazil" is not.
    """
    country = entry.country or ""
    if found.lands[country] or not country:
        return True
    if entry.kind in {"agency", "organisation"}:
        return all(first > at for first in found.first.values())
    return not any(found.places[rival] > found.places[country] for rival in _rivals(entry, codes))


def _seat(entry: Entry, codes: tuple[str, ...], found: Context) -> Entry | None:
    """Return what a capital stands for where it may also be the seat of an organisation."""
    country = entry.country or ""
    bodies = [code for code in codes if code.startswith("IGO ")]
    meant = codes[0] in bodies or any(found.bodies[code] for code in bodies)
    if meant and not found.lands[country]:
        code = max(bodies, key=lambda code: (found.bodies[code], -bodies.index(code)))
        return replace(entry, kind="organisation", code=code, country=None, name=code.split()[-1])
    if any(found.support(rival) for rival in _rivals(entry, codes)) and not found.lands[country]:
        return None
    return entry

"""Names of states that persons, towns and things bear: "Tom Holland", "Lebanon, New Hampshire"."""

from collections.abc import Iterable
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.gender import first_names
from dateline.extract.actors.hits import Hit, entity
from dateline.extract.actors.lexicon import Entry
from dateline.extract.actors.names import honorifics
from dateline.extract.actors.page import Page
from dateline.extract.actors.titles import title_of

LANDS = frozenset({"state", "adjective", "demonym", "capital"})
# The longest name of a region has so many tokens ("Newfoundland and Labrador").
LONGEST_REGION = 3
# How the parse hangs "45 points" on its verb.
SCORED = frozenset({"dobj", "npadvmod"})


@cache
def _words(kind: str) -> frozenset[str]:
    """Return the words of one kind of the table."""
    rows = (row for row in table("actors/borne") if row["kind"] == kind)
    return frozenset(word for row in rows for word in values(row["words"]))


def without_borne(page: Page, hits: Iterable[Hit]) -> list[Hit]:
    """Return the names of a page; those that someone or something else bears name no actor."""
    found = list(hits)
    covered = frozenset(i for hit in found for i in range(hit.start, hit.end))
    return [
        Hit(hit.start, hit.end, (Entry("other", "", None, page.text(hit.start, hit.end)),))
        if hit.kind in LANDS and not hit.inner and _borne(page, hit, covered)
        else hit
        for hit in found
    ]


def _borne(page: Page, hit: Hit, covered: frozenset[int]) -> bool:
    if _surname(page, hit, covered) or _given(page, hit, covered) or _named_so(page, hit, covered):
        return True
    if hit.kind in {"state", "capital"}:
        return _town(page, hit) or _player(page, hit)
    return hit.end < len(page.words) and page.lower[hit.end] in _words("thing")


def _surname(page: Page, hit: Hit, covered: frozenset[int]) -> bool:
    """Tell whether a first name stands before and belongs to it ("Irving Berlin")."""
    before = hit.start - 1
    return (
        before >= page.bounds[page.sents[hit.start]][0]
        and before not in covered
        and page.lower[before] in first_names()
        and page.words[before][:1].isupper()
        and page.pos[before] == "PROPN"
        and page.deps[before] == "compound"
        and page.heads[before] in {hit.end - 1, page.heads[hit.end - 1]}
        and page.entities[hit.start] in {"PERSON", page.entities[before]}
    )


def _given(page: Page, hit: Hit, covered: frozenset[int]) -> bool:
    """Tell whether it is a person's first name ("Cuba Gooding")."""
    start, end = entity(page, hit.start)
    return (
        page.words[hit.start] in _words("given")
        and page.entities[hit.start] == "PERSON"
        and start == hit.start
        and end > hit.end
        and covered.isdisjoint(range(hit.end, end))
        and all(page.pos[i] == "PROPN" for i in range(hit.end, end))
    )


def _named_so(page: Page, hit: Hit, covered: frozenset[int]) -> bool:
    """Tell whether a group or firm has it as the last word of its name ("Anonymous Peru")."""
    start, end = entity(page, hit.start)
    label, before = page.entities[hit.start], hit.start - 1
    return (
        hit.kind == "state"
        and start < hit.start
        and end == hit.end
        and (label == "ORG" or (label == "PERSON" and covered.isdisjoint(range(start, before + 1))))
        and page.words[before][:1].isupper()
        and page.pos[before] in {"PROPN", "ADJ"}
        and page.lower[before] not in honorifics()
        and not title_of(page.lower[before])
    )


def _town(page: Page, hit: Hit) -> bool:
    """Tell whether the region of another state follows, where a town is so named."""
    if page.lower[hit.end : hit.end + 1] != [","]:
        return False
    first, size = hit.end + 1, len(page.words)
    return any(
        page.text(first, last) in _words("region")
        for last in range(first + 1, min(first + LONGEST_REGION, size) + 1)
    )


def _player(page: Page, hit: Hit) -> bool:
    """Tell whether it does what only players do ("Jordan scored 45 points")."""
    head = page.head_of(hit.start, hit.end)
    verb = page.heads[head]
    if page.deps[head] != "nsubj" or page.lemmas[verb] not in _words("play"):
        return False
    return any(
        page.heads[i] == verb and page.deps[i] in SCORED and page.lemmas[i] in _words("point")
        for i in range(verb + 1, page.bounds[page.sents[verb]][1])
    )

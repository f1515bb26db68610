"""Names of persons: those of the tables, those the entity recogniser finds, trimmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.hits import BASES, LARGER, Hit, entity, first_name
from dateline.extract.actors.lexicon import Entry
from dateline.extract.actors.page import Page
from dateline.extract.actors.people import near, people
from dateline.extract.actors.titles import TitleAt, plural

MAX_NAME = 5
OTHER = LARGER | {"GPE", "NORP"}
NO_NAME = frozenset({"DATE", "TIME", "MONEY"})
NAMED_AS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
VERSUS = frozenset({"v", "v.", "vs."})


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name at tokens `start` to `end` (exclusive); `keys` point into `people`."""

    start: int
    end: int
    keys: tuple[Entry, ...] = ()


@cache
def honorifics() -> dict[str, str]:
    """Return gender (f, m, empty) by word of address ("Mr.", "Lady", "Dr.")."""
    return {
        word: row["gender"] for row in table("actors/honorifics") for word in values(row["words"])
    }


def find_names(page: Page, hits: Iterable[Hit], titles: Iterable[TitleAt]) -> list[Name]:
    """Return the persons' names of a page, left to right, none overlapping."""
    hits = list(hits)
    based = {
        i
        for hit in hits
        if hit.kind in BASES and not first_name(page, hit)
        for i in range(hit.start, hit.end)
    }
    titled = {i for at in titles for i in range(at.start, at.end)}
    taken: dict[int, Name] = {}
    for hit in hits:
        if keys := hit.only("person"):
            if not _in_larger(page, hit.start, hit.end, titled):
                _take(taken, _whole(page, hit, keys, based | titled))
        elif keys := hit.only("surname"):
            name = _around(page, hit, keys, based, titled)
            if name and not _capital(page, hit, name):
                _take(taken, name)
    for start, begins in enumerate(page.entity_starts):
        if begins and page.entities[start] == "PERSON":
            name = _trimmed(page, *entity(page, start), based, titled)
            if name:
                _take(taken, name)
    for at in titles:
        name = _after_title(page, at, taken, based | titled)
        if name:
            _take(taken, name)
    _later(page, taken, based | titled)
    return sorted({id(name): name for name in taken.values()}.values(), key=lambda n: n.start)


def _capital(page: Page, hit: Hit, name: Name) -> bool:
    """Tell whether a bare surname that is a capital's name too is no leader's of the time."""
    if not hit.only("capital") or name.start != hit.start:
        return False
    bearers = people().surnamed.get(page.text(hit.start, hit.end), ())
    return not any(near(person, page.day) for person in bearers)


def _whole(page: Page, hit: Hit, keys: tuple[Entry, ...], known: set[int]) -> Name:
    """Return a name of the tables; of another person, where more names stand before it."""
    start = hit.start
    while (
        start
        and page.entities[start - 1] == page.entities[hit.start] == "PERSON"
        and not page.entity_starts[start]
        and named(page, start - 1)
        and start - 1 not in known
        and page.lower[start - 1] not in honorifics()
    ):
        start -= 1
    return Name(start, hit.end, keys if start == hit.start else ())


def _take(taken: dict[int, Name], name: Name) -> None:
    tokens = range(name.start, name.end)
    if not any(i in taken for i in tokens):
        taken.update(dict.fromkeys(tokens, name))


def named(page: Page, token: int) -> bool:
    """Tell whether a token looks like part of a proper name."""
    word = page.words[token]
    return page.pos[token] == "PROPN" and word[:1].isupper() and len(word) > 1


def _in_larger(page: Page, start: int, end: int, titled: set[int]) -> bool:
    """Tell whether a name is part of what is named after the person ("Bush Airport")."""
    if page.entities[start] not in LARGER:
        return False
    first, last = entity(page, start)
    rest = (*range(first, start), *range(end, last))
    return any(named(page, i) and i not in titled for i in rest)


def _around(
    page: Page, hit: Hit, keys: tuple[Entry, ...], based: set[int], titled: set[int]
) -> Name | None:
    """Return a surname of the tables with the first names before it; None where it is no name."""
    start, end = hit.start, hit.end
    known = based | titled
    if hit.inner or start in titled - based or _in_larger(page, start, end, titled):
        return None
    if _other_thing(page, start, end) or _followed(page, start, end, known):
        return None
    first = start
    while (
        first > page.bounds[page.sents[start]][0]
        and start - first < MAX_NAME
        and named(page, first - 1)
        and first - 1 not in known
        and page.lower[first - 1] not in honorifics()
        and page.entities[first - 1] in {"PERSON", page.entities[start], ""}
    ):
        first -= 1
    return Name(first, end, keys)


def _other_thing(page: Page, start: int, end: int) -> bool:
    """Tell whether a surname is a word, a place or a case of law ("Kennedy v. Louisiana")."""
    kind = page.entities[start]
    if _before_inflected(page, start):
        return False
    if kind in NO_NAME or (kind in OTHER and entity(page, start) != (start, end)):
        return True
    if page.pos[start] != "PROPN" and page.deps[start] not in NAMED_AS:
        return True
    if start and page.lower[start - 1] in {"in", "at", "near"}:
        return True
    after = page.lower[end] if end < len(page.words) else ""
    return after in VERSUS or (after == "al" and kind != "PERSON")


def _before_inflected(page: Page, token: int) -> bool:
    """Tell whether an "auxiliary" stands before an inflected verb, and so is a name ("May won")."""
    after = token + 1
    return (
        page.pos[token] == "AUX"
        and page.words[token][:1].isupper()
        and page.pos[after : after + 1] == ["VERB"]
        and page.lower[after] != page.lemmas[after]
    )


def _followed(page: Page, start: int, end: int, known: set[int]) -> bool:
    """Tell whether a name goes on after a surname: "Bush Street", "Kim-something"."""
    if end >= len(page.words):
        return False
    if named(page, end) and end not in known and page.entities[end] != "DATE":
        return True
    return end + 1 < len(page.words) and page.words[end] == "-" and page.touch(start, end)


def _trimmed(page: Page, start: int, end: int, based: set[int], titled: set[int]) -> Name | None:
    """Return what of a PERSON entity is a name."""
    while start < end and (
        start in based
        or start in titled
        or page.lower[start] in honorifics()
        or not named(page, start)
    ):
        start += 1
    stop = start
    while stop < end and stop not in based and (named(page, stop) or _within(page, stop, end)):
        stop += 1
    words = [word.removesuffix("'s") for word in page.words[start:stop]]
    if not words or len(words) > MAX_NAME or any(char.isdigit() for char in "".join(words)):
        return None
    if len(words) == 1 and (words[0].isupper() or len(words[0]) == 1):
        return None
    return Name(start, stop)


def _within(page: Page, token: int, end: int) -> bool:
    """Tell whether a token is an inner part of a name: a particle, a hyphen, an initial."""
    return token + 1 < end and (
        page.words[token] in {"-", "al", "de", "von", "van", "bin", "ben", "da", "el", "'"}
        or (page.words[token].rstrip(".").isupper() and len(page.words[token]) <= 3)  # noqa: PLR2004 - "J.", "JR."
        or page.lower[token] in {"al-", "abu"}
    )


def _after_title(page: Page, at: TitleAt, taken: dict[int, Name], known: set[int]) -> Name | None:
    """Return the name right after a person's title, where the recogniser saw none."""
    start = end = at.end
    if not at.title.person or plural(page, at):
        return None
    while (
        end < len(page.words)
        and end - start < MAX_NAME
        and named(page, end)
        and end not in known
        and end not in taken
        and page.entities[end] not in {"DATE", "TIME", "GPE", "NORP", "LOC"}
        and page.sents[end] == page.sents[start]
    ):
        end += 1
    if end == start or (end == start + 1 and page.words[start].isupper()):
        return None
    return Name(start, end)


def _later(page: Page, taken: dict[int, Name], known: set[int]) -> None:
    """Take the surnames of persons named in full, where the recogniser saw none."""
    full = {
        word
        for name in taken.values()
        if name.end - name.start > 1
        for word in page.words[name.start + 1 : name.end]
        if len(word) > 2 and word.isalpha()  # noqa: PLR2004 - no initials
    }
    size = len(page.words)
    for index, word in enumerate(page.words):
        likely = named(page, index) or page.deps[index] in {"nsubj", "dobj", "pobj", "poss"}
        if word in full and index not in taken and index not in known and likely:
            beside = [i for i in (index - 1, index + 1) if 0 <= i < size and i not in known]
            if not any(named(page, i) and page.lower[i] not in honorifics() for i in beside):
                taken[index] = Name(index, index + 1)

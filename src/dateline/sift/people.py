"""Whether a surname in a text may mean a holder of office, by the words around it alone.

The same as the full pass asks of a surname (see `dateline.extract.actors.choice`), but for what
only a parse tells; where the two could differ, this says yes.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.choice import FAMOUS, HIGH
from dateline.extract.actors.gender import first_names
from dateline.extract.actors.lexicon import Found, fold
from dateline.extract.actors.names import honorifics
from dateline.extract.actors.people import Person, near, people

# The word before a name, with what stands between; code points looked at.
BEFORE = re.compile(r"([^\W\d_][\w.'’-]*) $")
REACH = 30
AFTER = re.compile(r"[ -]([A-Z][a-z]+)")


@cache
def titles() -> frozenset[str]:
    """Return the last words of titles, and words of address, in lower case."""
    rows = (*table("titles"), *table("offices"))
    forms = (form.split()[-1] for row in rows for form in values(row["words"]))
    return frozenset(word.lower() for word in (*forms, *honorifics()))


@cache
def calendar() -> frozenset[str]:
    """Return the names of months and days."""
    rows = (row for row in table("times/words") if row["class"] in {"month", "weekday"})
    return frozenset(word for row in rows for word in values(row["words"]))


def holders(found: Found, name: str, text: str, day: dt.date | None) -> Iterator[Person]:
    """Yield the persons whom a surname at a place in a text may mean."""
    if (after := AFTER.match(text, found.end)) and after[1].lower() not in calendar():
        return  # a first name, or part of a longer name: "Bush Street"
    known = people().surnamed[name]
    match = BEFORE.search(text, max(found.start - REACH, 0), found.start)
    before = match[1] if match else ""
    if before.lower().rstrip(".") in titles() or before.lower() in titles():
        yield from known
    elif before[:1].isupper() and not ends(before):
        # A first name, or the first word of a sentence.
        yield from (one for one in known if fold(one.name).split()[0] == fold(before))
        if opens(text, match.start() if match else 0):
            yield from (one for one in known if may_stand_alone(one, known, name, day))
    else:
        yield from (one for one in known if may_stand_alone(one, known, name, day))


def ends(word: str) -> bool:
    """Tell whether a word is no name: in capitals, or with an apostrophe."""
    return word.endswith(("'s", "’s", ".")) or (len(word) > 1 and word.isupper())


def opens(text: str, at: int) -> bool:
    """Tell whether a sentence may begin at a place."""
    return text[:at].rstrip(" \"'“‘(")[-1:] in {"", ".", "!", "?", "\n", ":", ";", "”", "’"}


def may_stand_alone(
    person: Person, namesakes: tuple[Person, ...], name: str, day: dt.date | None
) -> bool:
    """Tell whether a surname without title or first name may mean a person on a day."""
    if name.lower() in first_names() or name.lower() in calendar():
        return False
    if near(person, day):
        return True
    if day is None:
        return False
    if any(term.covers(day, day) and term.office in HIGH for term in person.terms):
        return True
    famous = person.leads or any(term.office in FAMOUS for term in person.terms)
    return famous and len(namesakes) == 1

"""Whether a person is a man or a woman, where title or first name tells it."""

from functools import cache

from dateline.data import table, values
from dateline.extract.actors.names import honorifics
from dateline.extract.actors.page import Page
from dateline.extract.actors.slots import Slot

WOMEN = frozenset({"queen", "princess"})
MEN = frozenset({"king", "prince", "sheikh", "pope", "emir"})


@cache
def first_names() -> dict[str, str]:
    """Return gender (f, m) by first name, in lower case."""
    return {
        name: row["gender"] for row in table("actors/first_names") for name in values(row["names"])
    }


def named_gender(words: list[str]) -> str:
    """Return f or m where the first of several names tells it, else nothing."""
    return first_names().get(words[0].lower(), "") if len(words) > 1 else ""


def gender(page: Page, slot: Slot, words: list[str], title: list[str]) -> str:
    """Return f or m where title or first name tells it."""
    before = [*title, *page.lower[max(slot.start - 1, 0) : slot.start]]
    for word in before:
        if known := honorifics().get(word):
            return known
        if word.endswith("woman") or word in WOMEN:
            return "f"
        if word.endswith("man") or word in MEN:
            return "m"
    return named_gender(words)

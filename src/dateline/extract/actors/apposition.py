"""Roles set beside a name: "Luik, Estonia's defence minister," and the other way about."""

from collections.abc import Mapping

from dateline.extract.actors.names import Name
from dateline.extract.actors.page import Page
from dateline.extract.actors.slots import Slot

ENDS = frozenset({",", ".", ";", ")", "-"})


def link(
    page: Page,
    slot: Slot,
    left: int,
    names: tuple[Mapping[int, Name], Mapping[int, Name]],
    persons: Mapping[int, Slot],
) -> None:
    """Link a role to the person it is set beside; the person takes its title.

    `left` is where the role's noun phrase begins; `names` are the persons' names by the token
    after them and by their first token; `persons` are the slots of those names by first token.
    """
    if slot.plural or slot.title is None or not (slot.title.person or slot.title.official):
        return
    ending, starting = names
    name = _before(page, slot, left, ending) or _after(page, slot, starting)
    if name is None:
        return
    person = persons[name.start]
    if not person.title:
        person.title, person.bases, person.turn = slot.title, slot.bases, slot.turn
        person.owner, person.titled = slot.owner, slot.titled
        slot.linked = person


def _before(page: Page, slot: Slot, left: int, ending: Mapping[int, Name]) -> Name | None:
    if not left or page.lower[left - 1] not in {",", "("}:
        return None
    head = slot.titled[1] - 1 if slot.titled else slot.head
    closed = slot.end >= len(page.words) or page.lower[slot.end] in ENDS
    return ending.get(left - 1) if closed or page.deps[head] == "appos" else None


def _after(page: Page, slot: Slot, starting: Mapping[int, Name]) -> Name | None:
    size = len(page.words)
    if slot.end + 1 >= size or page.lower[slot.end] != ",":
        return None
    name = starting.get(slot.end + 1)
    closed = name and (name.end >= size or page.lower[name.end] in ENDS - {"-", ")"})
    return name if closed else None

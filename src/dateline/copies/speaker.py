"""Which text of a voice is the source of the others: by garbling, date and lineage.

The sound texts of the first day come into question, and of these those with fewest signs of
garbling. A near or cut copy is shorter than what it is of. Copies put into other words were made
from the source one by one, so they are liker to it than to one another. Where that does not tell
(of two texts each is as like to the other), the source is the shortest, since such words make texts
longer: on the tuning half of the copies gold all of those made with a dictionary, by 7 in 100.
"""

from collections.abc import Callable, Mapping, Sequence

from dateline.copies.fingerprint import Fingerprint
from dateline.copies.garbled import tells
from dateline.copies.likeness import shared

# Texts of a voice that are compared with one another: all of most voices.
COMPARED = 64
# Mean share of 3-grams by which two texts count as equally like to the others: a word or two of one
# sentence.
EQUAL = 0.02

Order = tuple[str, int, str]


def speaker(
    texts: Sequence[str],
    prints: Mapping[str, Fingerprint],
    order: Mapping[str, Order],
    garbled: Mapping[str, int],
    text_of: Callable[[str], str] | None,
) -> str:
    """Return the text that speaks for a voice; `texts` and the rest as in `voices.voices`."""
    least = min(garbled.get(one, 0) for one in texts)
    sound = [one for one in texts if garbled.get(one, 0) == least]
    day = min(order[one][0] for one in sound)
    first = [one for one in sound if order[one][0] == day]
    if len(first) == 1:
        return first[0]
    signs = {one: len(tells(text_of(one))) if text_of else 0 for one in first}
    first = [one for one in first if signs[one] == min(signs.values())]
    first = whole(sorted(first, key=lambda one: order[one])[:COMPARED], prints)
    return min(central(first, texts[:COMPARED], prints), key=lambda one: prints[one].words)


def whole(some: Sequence[str], prints: Mapping[str, Fingerprint]) -> list[str]:
    """Return those of some texts, longest first, that are no near or cut copies of another."""
    found: list[str] = []
    for one in some:
        if not any(shared(prints[one], prints[other]).kind for other in found):
            found.append(one)
    return found


def central(
    some: Sequence[str], texts: Sequence[str], prints: Mapping[str, Fingerprint]
) -> list[str]:
    """Return those of some texts that are likest to all of the texts."""
    means = {
        one: sum(shared(prints[one], prints[other]).share for other in texts if other != one)
        / (len(texts) - 1)
        for one in some
    }
    return [one for one in some if means[one] >= max(means.values()) - EQUAL]

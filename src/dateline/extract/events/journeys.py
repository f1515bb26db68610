"""Visits to come that no verb of visiting tells: "will be in Lima on Sunday", "is due in Lima"."""

from collections.abc import Iterator
from functools import cache

from dateline.data import table, values
from dateline.extract.actors.titles import title_of
from dateline.extract.events import lexicon
from dateline.extract.events.args import prepositions, subject
from dateline.extract.events.frame import Frame, Slot
from dateline.extract.events.negation import denies
from dateline.extract.events.status import FUTURE, NOW
from dateline.parse.words import Slice, Word

VISIT = ("CONSULT", "visit")
PERSONS = ("persons", "diplomats", "officials", "politicals")


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a kind of `data/statements/journeys.tsv`."""
    rows = table("statements/journeys")
    return frozenset(word for row in rows if row["kind"] == kind for word in values(row["words"]))


def journeys(sent: Slice) -> Iterator[Frame]:
    """Yield the visits to come of a sentence, with the word of the place as target."""
    for verb in sent:
        if verb.pos_ not in {"VERB", "AUX"} or any(denies(kid) for kid in verb.children):
            continue
        held = places(verb)
        goers = [each for each in subject(verb) if person(each)] if held else []
        if goers:
            yield Frame(
                head=verb, words=[verb], root=VISIT[0], mode=VISIT[1], rules=["a visit to come"],
                source=goers, target=[Slot("to", held, sure=True)], strength=1,
            )  # fmt: skip


def places(verb: Word) -> list[Word]:
    """Return where somebody is to be by what a verb says, empty where it says no such thing."""
    lemma = lexicon.lemma(verb)
    now = verb.tag_ in NOW
    ahead = any(kid.dep_ == "aux" and kid.lower_ in FUTURE for kid in verb.children)
    if lemma == "be" and ahead:
        return [noun for prep, noun in prepositions(verb) if prep == "in"]
    if lemma == "be" and now:
        return [
            noun
            for kid in verb.children
            if kid.dep_ in {"acomp", "prep", "advmod"} and kid.lower_ in words("due")
            for prep, noun in [*prepositions(kid), *prepositions(verb)]
            if prep in {"in", "at"}
        ][:1]
    if lemma in words("go") and (now or ahead):
        return [noun for prep, noun in prepositions(verb) if prep in {"for", "to", "into"}]
    if lemma in words("land") and (now or ahead):
        return [noun for prep, noun in prepositions(verb) if prep in {"in", "at"}]
    return []


def person(noun: Word) -> bool:
    """Tell whether a word names a person who may travel for a state."""
    lemma, classes = noun.lemma_.lower(), lexicon.classes()
    named = noun.ent_type_ == "PERSON" or title_of(lemma) is not None
    return named or any(lemma in classes[name] for name in PERSONS)

"""Find and resolve the actors of a report on its parse."""

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.extract.actors.anaphora import Anaphora
from dateline.extract.actors.borne import without_borne
from dateline.extract.actors.builder import Builder
from dateline.extract.actors.hits import hits
from dateline.extract.actors.lexicon import fold, scan
from dateline.extract.actors.meaning import context
from dateline.extract.actors.names import find_names
from dateline.extract.actors.page import page
from dateline.extract.actors.resolve import Resolver
from dateline.extract.actors.seated import Seated
from dateline.extract.actors.titles import find_titles
from dateline.extract.base import Ref
from dateline.model import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find(doc: "Doc", report: Report) -> list[Ref]:
    """Return the references to actors in a parsed report, by start, none overlapping.

    A reference stands only where it could be resolved. Persons whom neither the tables nor the
    text place in a state or body have an actor with an empty code, so that a statement can name
    its speaker. States that one hyphened token joins ("U.S.-Russia") are one reference.

    Names come from the tables (an automaton over all surface forms); the entity recogniser only
    adds persons. Anaphora resolve by what is named before them, never after: by the report's own
    pair of states, agreement, clause and recency, or not at all.

    A state's name or adjective that only says more of a noun ("the Georgian situation", "Ukraine
    talks") is a reference of kind demonym whose head hangs on that noun in the parse (amod,
    compound, nmod); its actor has no role.
    """
    leaf = page(doc, report)
    places = without_borne(leaf, hits(leaf, scan(report.text), report.published))
    titles = find_titles(leaf, fold(report.text).lower())
    phrases = [hit for hit in places if hit.kind in {"other", "place", "city"}]
    larger = {i: (hit.start, hit.end) for hit in phrases for i in range(hit.start, hit.end)}
    titles = [at for at in titles if larger.get(at.start) in {None, (at.start, at.end)}]
    names = find_names(leaf, places, titles)
    slots = Builder(leaf, places, titles, names).build()
    resolver = Resolver(leaf, slots, context(leaf, places))
    resolver.introduce()
    anaphora = Anaphora(leaf, resolver, Seated(leaf, resolver, places))
    found: list[Ref] = []
    for mentioned in anaphora.in_order(slots):
        last = found[-1] if found else None
        ref = mentioned.ref
        if last and ref.start < last.end:
            if (ref.start, ref.end) == (last.start, last.end):
                found[-1] = replace(last, actors=last.actors + ref.actors)
            continue
        found.append(ref)
    return found

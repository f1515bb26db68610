"""Statements of one report: cues, their content and their speakers, put together."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from dateline.extract.base import Ref
from dateline.extract.statements import heads, turns
from dateline.extract.statements.candidates import addressees, candidates, cue_tokens, speakers_of
from dateline.extract.statements.clauses import content_of
from dateline.extract.statements.direct import attach
from dateline.extract.statements.draft import Draft, finish
from dateline.extract.statements.layout import Layout, lay_out
from dateline.extract.statements.spans import merge, segments
from dateline.extract.statements.speakers import is_passive, phrase
from dateline.model import Report, Statement


def find(doc: Doc, refs: Sequence[Ref], report: Report) -> list[Statement]:
    """Find who said what in a parsed report; offsets are into `report.text`.

    `refs` resolve speakers and addressees to actors. Ordered by content.
    """
    layout = lay_out(doc, report.text)
    known = sorted(refs, key=lambda ref: (ref.start, ref.end, ref.kind))
    carried = attach(layout)
    drafts = [
        *heads.headline(layout),
        *heads.according(layout, carried),
        *turns.signed(layout, carried),
        *turns.turns(layout),
        *spoken(layout, carried),
    ]
    made = [finish(draft, layout, known, report) for draft in drafts]
    return sorted(
        (found for found in made if found is not None),
        key=lambda found: (found.content_spans, found.cue_spans, found.speaker_spans),
    )


def spoken(layout: Layout, carried: dict[int, list[int]]) -> Iterator[Draft]:
    """Give a draft for each verb, noun or adjective of saying that has content."""
    speech = {i for numbers in carried.values() for n in numbers for i in range(*layout.quote_tokens[n])}
    for token, cue in candidates(layout, carried):
        numbers = carried.get(token.i, [])
        tokens = content_of(token, cue)
        if numbers:
            tokens = beyond(tokens, layout)
        if not tokens and not numbers:
            continue
        own = {token.i, *tokens}
        first = layout.quote_tokens[numbers[0]] if numbers else None
        named = [head for head in speakers_of(token, cue, layout, first) if head.i not in own]
        if not named and not is_passive(token):
            continue
        quoted = [(layout.quotes[n].start, layout.quotes[n].end) for n in numbers]
        yield Draft(
            cue=cue.lemma or token.lemma_.lower(),
            cue_tokens=cue_tokens(token),
            content=tuple(merge([*segments(tokens, layout), *quoted])),
            phrases=tuple((head.i, phrase(head, own | speech if head.i not in speech else own)) for head in named),
            addressees=addressees(token, cue),
        )


def beyond(tokens: list[int], layout: Layout) -> list[int]:
    """Keep a clause beside the quotations of the same cue, unless it lies within one itself."""
    members = set(tokens)
    roots = [i for i in tokens if layout.doc[i].head.i not in members]
    if any(layout.inside[i] >= 0 for i in roots):
        return []
    return tokens

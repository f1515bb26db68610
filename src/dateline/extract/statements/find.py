"""Statements of one report: cues, their content and their speakers, put together."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from dateline.extract.base import Ref
from dateline.extract.statements import headlines, heads, turns
from dateline.extract.statements.candidates import (
    addressees,
    candidates,
    cue_tokens,
    is_asserted,
    is_impersonal,
    speakers_of,
)
from dateline.extract.statements.clauses import clause_content, content_of, open_content
from dateline.extract.statements.cues import lemma_of
from dateline.extract.statements.direct import attach
from dateline.extract.statements.draft import Draft, finish
from dateline.extract.statements.layout import Layout, lay_out
from dateline.extract.statements.leadin import beyond, join, lead
from dateline.extract.statements.learned import Weights, chosen
from dateline.extract.statements.parting import part
from dateline.extract.statements.quotes import char_before
from dateline.extract.statements.spans import merge, segments
from dateline.extract.statements.speakers import phrase
from dateline.extract.statements.tags import INTRODUCE
from dateline.model import Report, Statement
from dateline.parse.words import Parsed, Word


def find(
    doc: Doc | Parsed,
    refs: Sequence[Ref],
    report: Report,
    *,
    nested: bool = True,
    weights: Weights | None = None,
) -> list[Statement]:
    """Find who said what in a parsed report; offsets are into `report.text`.

    `refs` resolve speakers and addressees to actors. `nested`: also what stands within the content
    of another statement ("she said that he denies it"). `weights`: learned ones, which then choose
    what is said without marks. Ordered by content.
    """
    layout = lay_out(Parsed.of(doc), report.text)
    known = sorted(refs, key=lambda ref: (ref.start, ref.end, ref.kind))
    spoken_turns = turns.find_turns(layout)
    carried = attach(layout, {block for block, _ in spoken_turns})
    ruled = list(spoken(layout, carried))
    titled = list(headlines.headline(layout, known))
    # "Lima on hacking claims: 'Nonsense'": no other word beside its name says it.
    beside = {i for one in titled for i in one.beside}
    ruled = [one for one in ruled if beside.isdisjoint(one.cue_tokens)]
    drafts = [
        *titled,
        *heads.according(layout, carried),
        *turns.signed(layout, carried),
        *turns.named(layout, carried),
        *turns.turns(layout, spoken_turns),
        *(ruled if weights is None else chosen(layout, carried, ruled, weights)),
    ]
    made = [finish(draft, layout, known, report) for draft in drafts]
    found = [statement for statement in made if statement is not None]
    return sorted(
        found if nested else outermost(found),
        key=lambda one: (one.content_spans, one.cue_spans, one.speaker_spans),
    )


def spoken(layout: Layout, carried: dict[int, list[int]]) -> Iterator[Draft]:
    """Give a draft for each verb, noun or adjective of saying that has content."""
    speech = {
        i for numbers in carried.values() for n in numbers for i in range(*layout.quote_tokens[n])
    }
    same: dict[int, Word] = {}
    said: set[int] = set()
    for token, cue in candidates(layout, carried):
        numbers = carried.get(token.i, [])
        if token.i in layout.long:
            tokens = []
        elif numbers:
            introduced = char_before(layout.text, layout.quotes[numbers[0]].start) in INTRODUCE
            found = clause_content(token, cue) if introduced else content_of(token, cue)
            tokens = beyond(found, layout, numbers)
        else:
            tokens = content_of(token, cue) or open_content(token, cue)
        if not tokens and not numbers:
            continue
        if cue.pos == "verb":
            tokens, seconds = part(token, tokens)
            same.update((second.i, same.get(token.i, token)) for second in seconds)
        first = layout.quote_tokens[numbers[0]] if numbers else None
        who = same.get(token.i, token)
        speakers = speakers_of(who, cue, layout, first)
        if first and first[1] <= token.i and not {head.i for head in speakers}.isdisjoint(tokens):
            # "..., said the man, who did not want ...": the parse took the aside for what he said.
            tokens = []
        own = {token.i, *tokens}
        named = [head for head in speakers if head.i not in own]
        unsaid = token.i in said and token.tag_ == "VB"
        if (
            unsaid
            or not is_asserted(token, cue, layout)
            or not (named or is_impersonal(token, cue))
        ):
            continue
        said.update(tokens)
        quoted = [(layout.quotes[n].start, layout.quotes[n].end) for n in numbers]
        if numbers and not tokens:
            subjects = [head.left_edge.i for head in named]
            quoted = join(
                segments(lead(layout, numbers[0], token, subjects), layout), quoted, layout
            )
        yield Draft(
            cue=cue.lemma or lemma_of(token),
            cue_tokens=cue_tokens(token),
            content=tuple(merge([*segments(tokens, layout), *quoted])),
            phrases=tuple(
                (head.i, phrase(head, own | speech if head.i not in speech else own))
                for head in named
            ),
            addressees=addressees(token, cue),
        )


def outermost(statements: list[Statement]) -> list[Statement]:
    """Leave out what stands within the content of another statement, but for speech in marks."""
    spans = merge([(span.start, span.end) for one in statements for span in one.content_spans])
    starts = [start for start, _ in spans]

    def is_within(offset: int) -> bool:
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < spans[index][1]

    return [
        one for one in statements if one.kind == "direct" or not is_within(one.cue_spans[0].start)
    ]

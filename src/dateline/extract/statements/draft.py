"""A statement on the way: by tokens and characters, its speaker not yet resolved."""

from dataclasses import dataclass

from dateline.extract.base import Ref
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.official import is_official, resolve
from dateline.extract.statements.spans import Chars, chars, cut, merge
from dateline.model import Actor, Report, Span, Statement, StatementKind
from dateline.parse.words import Parsed

Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """`phrases` are the speaker's noun phrases (tokens), each with the token that heads it.

    `cue` is the cue's lemma; `addressees` are the heads of whom it is said to; `beside` are tokens
    that can be no cues since this stands.
    """

    cue: str
    cue_tokens: tuple[int, ...]
    content: tuple[Chars, ...]
    phrases: tuple[tuple[int, Tokens], ...]
    addressees: tuple[int, ...] = ()
    beside: range = range(0)


def finish(draft: Draft, layout: Layout, refs: list[Ref], report: Report) -> Statement | None:
    """Resolve the speaker and make the statement; None where no content is left."""
    speakers = merge([chars(layout, *tokens) for _, tokens in draft.phrases])
    cue_spans = merge([chars(layout, i, i + 1) for i in draft.cue_tokens])
    content = cut(draft.content, [*speakers, *cue_spans], layout.text)
    if not content:
        return None
    found = [resolve(refs, head, tokens) for head, tokens in draft.phrases]
    speaker = next((actor for actor in found if actor is not None), None)
    return Statement(
        speaker=speaker,
        speaker_spans=spans_of(report, speakers),
        cue_spans=spans_of(report, cue_spans),
        content_spans=spans_of(report, content),
        kind=kind_of(layout, content),
        official=is_official(layout.doc, [tokens for _, tokens in draft.phrases], speaker),
        cue=draft.cue,
        addressee=addressee_of(layout.doc, refs, draft),
        joint=joint_with(layout.doc, refs, draft, speaker),
    )


def joint_with(
    doc: Parsed, refs: list[Ref], draft: Draft, speaker: Actor | None
) -> tuple[Actor, ...]:
    """Return who says it together with the speaker: "Chile and Peru said", "both sides said"."""
    heads = {token.i for head, _ in draft.phrases for token in (doc[head], *doc[head].conjuncts)}
    named = {actor.code: actor for ref in refs if ref.head in heads for actor in ref.actors}
    mine = speaker.code if speaker else ""
    return tuple(actor for code, actor in sorted(named.items()) if code and code != mine)


def addressee_of(doc: Parsed, refs: list[Ref], draft: Draft) -> Actor | None:
    """Return the first addressee that is a known actor."""
    for head in draft.addressees:
        actor = resolve(refs, head, (doc[head].left_edge.i, head + 1))
        if actor is not None:
            return actor
    return None


def spans_of(report: Report, spans: list[Chars]) -> tuple[Span, ...]:
    """Turn characters into spans."""
    return tuple(Span(report_id=report.id, start=start, end=end) for start, end in spans)


def kind_of(layout: Layout, content: list[Chars]) -> StatementKind:
    """Tell direct, indirect and mixed speech apart by how much stands in quotation marks."""
    text = layout.text
    inside = total = 0
    for start, end in content:
        total += letters(text, start, end)
        for quote in layout.quotes_in(start, end):
            inside += letters(text, max(start, quote.start), min(end, quote.end))
    return "indirect" if not inside else "direct" if inside >= total else "mixed"


def letters(text: str, start: int, end: int) -> int:
    """Count letters and figures."""
    return sum(letter.isalnum() for letter in text[start:end])

"""Statements without a verb: "according to X"."""

from collections.abc import Iterator

from dateline.extract.statements.draft import Draft
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.spans import merge, segments
from dateline.extract.statements.speakers import phrase
from dateline.parse.words import Word


def according(layout: Layout, carried: dict[int, list[int]]) -> Iterator[Draft]:
    """Give a draft for each "according to X"; its content is the rest of the clause."""
    for token in layout.doc:
        if token.lower_ != "according" or layout.inside[token.i] >= 0 or token.i in layout.long:
            continue
        to = next((kid for kid in token.children if kid.lower_ == "to"), None)
        source = next((kid for kid in to.children if kid.dep_ == "pobj"), None) if to else None
        if to is None or source is None:
            continue
        own = {t.i for t in token.subtree}
        content = segments(clause_around(token, own), layout)
        quoted = [layout.quotes[n] for n in carried.get(token.i, ())]
        content += [(quote.start, quote.end) for quote in quoted]
        yield Draft(
            cue="according",
            cue_tokens=(token.i, to.i),
            content=tuple(merge(content)),
            phrases=((source.i, phrase(source, {token.i, to.i})),),
        )


def clause_around(token: Word, own: set[int]) -> list[int]:
    """Return the sentence's tokens outside the phrase, from its last semicolon on."""
    sent = token.sent
    start, end = sent.start, sent.end
    for i in range(sent.start, sent.end):
        if token.doc[i].text == ";":
            if i < token.i:
                start = i + 1
            else:
                end = min(end, i)
    return [i for i in range(start, end) if i not in own]

"""Statements without a verb: "according to X", and headlines of the form "X: we will respond"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract.statements.draft import Draft
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.official import words
from dateline.extract.statements.spans import merge, segments
from dateline.extract.statements.speakers import phrase

# A headline's speaker is at most so many words before the colon, its content at least so many.
NAME_WORDS = 6
# So short, a capital is enough, whatever the tagger makes of a name that it does not know.
SHORT_NAME = 2
SAID_WORDS = 3


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


def clause_around(token: Token, own: set[int]) -> list[int]:
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


def headline(layout: Layout) -> Iterator[Draft]:
    """Give a draft for the first line where it reads "X: what X says"."""
    doc = layout.doc
    first_line = len(layout.text) - len(layout.text.lstrip())
    line_end = layout.text.find("\n", first_line)
    start = layout.token_at(first_line)
    end = layout.token_at(len(layout.text) if line_end < 0 else line_end)
    reach = range(start, min(end, start + NAME_WORDS + 1))
    colon = next((i for i in reach if doc[i].text == ":"), None)
    if colon is None or colon == start or end - colon <= SAID_WORDS:
        return
    named = [doc[i] for i in range(start, colon)]
    if any(token.pos_ in {"VERB", "AUX"} for token in named) or not is_source(named):
        return
    head = next(
        (t for t in named if t.head.i >= colon or t.head.i < start or t.head == t), named[-1]
    )
    yield Draft(
        cue=":",
        cue_tokens=(colon,),
        content=tuple(merge(segments(range(colon + 1, end), layout))),
        phrases=((head.i, (start, colon)),),
    )


def is_source(named: list[Token]) -> bool:
    """Tell whether a headline's words before the colon can speak: a name, "poll", "officials"."""
    last = next((token for token in reversed(named) if token.is_alpha), named[-1])
    if last.lower_ in words("official") | words("outside"):
        return True
    short = len(named) <= SHORT_NAME and last.is_title
    return (last.pos_ == "PROPN" or short) and last.lower_ not in words("label")

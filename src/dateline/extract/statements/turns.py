"""Speech without a cue word: quotations signed with a name, and the turns of a transcript."""

import re
from collections.abc import Iterator

from dateline.extract.statements.draft import Draft
from dateline.extract.statements.layout import Layout

SIGNATURE = re.compile(r"[ \t\xa0]*\n?[ \t\xa0]*([―—–]|--|- )[ \t\xa0]*(?=\w)")
# A signature is a name with at most so many words.
SIGNED_WORDS = 12
TURN = re.compile(r"[\"“]?([A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]*){0,4}):\s+(?=\S)")
# One paragraph that begins so is a headline or a label; a transcript has more.
TURNS = 2


def signed(layout: Layout, carried: dict[int, list[int]]) -> Iterator[Draft]:
    """Give a draft for each quotation that a dash and a name follow to the line's end."""
    taken = {number for numbers in carried.values() for number in numbers}
    for number, quote in enumerate(layout.quotes):
        match = SIGNATURE.match(layout.text, quote.end)
        if number in taken or match is None:
            continue
        line_end = layout.text.find("\n", match.end())
        line_end = len(layout.text) if line_end < 0 else line_end
        first, last = layout.token_at(match.end()), layout.token_at(line_end)
        while last > first and (layout.doc[last - 1].is_punct or layout.doc[last - 1].is_space):
            last -= 1
        named = [layout.doc[i] for i in range(first, last)]
        if not 0 < len(named) <= SIGNED_WORDS or any(token.pos_ == "VERB" for token in named):
            continue
        if named[0].pos_ != "PROPN" and not named[0].text[:1].isupper():
            continue
        yield Draft(
            cue=match[1].strip(),
            cue_tokens=(layout.token_at(match.start(1)),),
            content=((quote.start, quote.end),),
            phrases=((first, (first, last)),),
        )


def turns(layout: Layout) -> Iterator[Draft]:
    """Give a draft for each paragraph of a transcript: "NAME: what is said"."""
    found = [
        (match, end)
        for start, end in layout.blocks
        if (match := TURN.match(layout.text, start, end)) is not None
    ]
    if len(found) < TURNS:
        return
    for match, end in found:
        first, last = layout.token_at(match.start(1)), layout.token_at(match.end(1))
        if first < last < len(layout.doc):
            yield Draft(
                cue=":",
                cue_tokens=(last,),
                content=((match.end(), end),),
                phrases=((last - 1, (first, last)),),
            )

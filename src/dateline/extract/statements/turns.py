"""Speech without a cue word: quotations with a name beside them, the turns of a transcript."""

import re
from collections.abc import Iterator

from dateline.extract.statements.draft import Draft
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.tags import ENDS

SIGNATURE = re.compile(r"[ \t\xa0]*(?:\n[ \t\xa0]*){0,2}([―—–]|--|-)[ \t\xa0]*(?=\w)")
# A signature is a name with at most so many words.
SIGNED_WORDS = 12
# A name and a colon before a quotation: at most so many words.
NAMED_WORDS = 7
VERBAL = {"VERB", "AUX"}
TURN = re.compile(r"[\"“]?([A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]*){0,4}):\s+(?=\S)")
# One paragraph that begins so is a headline or a label; a transcript has more.
TURNS = 2
MARKS = frozenset('"“')


def signed(layout: Layout, carried: dict[int, list[int]]) -> Iterator[Draft]:
    """Give a draft for each quotation that a dash and a name follow to the line's end."""
    taken = {number for numbers in carried.values() for number in numbers}
    for number, quote in enumerate(layout.quotes):
        found = None if number in taken else signature(layout, number)
        if found is not None:
            match, (first, last) = found
            yield Draft(
                cue=match[1].strip(),
                cue_tokens=(layout.token_at(match.start(1)),),
                content=((quote.start, quote.end),),
                phrases=((first, (first, last)),),
            )


def signature(layout: Layout, number: int) -> tuple[re.Match[str], tuple[int, int]] | None:
    """Return the dash after a quotation and the tokens of the name that signs it, if it is so."""
    match = SIGNATURE.match(layout.text, layout.quotes[number].end)
    if match is None:
        return None
    line_end = layout.text.find("\n", match.end())
    line_end = len(layout.text) if line_end < 0 else line_end
    first, last = layout.token_at(match.end()), layout.token_at(line_end)
    while last > first and (layout.doc[last - 1].is_punct or layout.doc[last - 1].is_space):
        last -= 1
    words = layout.doc[first:last]
    if not 0 < len(words) <= SIGNED_WORDS or any(token.pos_ in VERBAL for token in words):
        return None
    if words[0].pos_ != "PROPN" and not words[0].text[:1].isupper():
        return None
    return match, (first, last)


def named(layout: Layout, carried: dict[int, list[int]]) -> Iterator[Draft]:
    """Give a draft for each quotation that a name and a colon introduce: 'Cairo: "..."'."""
    doc = layout.doc
    taken = {number for numbers in carried.values() for number in numbers}
    for number, quote in enumerate(layout.quotes):
        colon = layout.quote_tokens[number][0] - 1
        if number in taken or colon < 1 or doc[colon].text != ":":
            continue
        floor = max(layout.tokens_of(quote.paragraph)[0], colon - NAMED_WORDS)
        first = colon
        while first > floor and layout.inside[first - 1] < 0 and doc[first - 1].text not in ENDS:
            first -= 1
        words = [token for token in doc[first:colon] if not token.is_space]
        if not words or any(token.pos_ in VERBAL or token.text == "," for token in words):
            continue
        if any(token.pos_ == "PROPN" for token in words):
            yield Draft(
                cue=":",
                cue_tokens=(colon,),
                content=((quote.start, quote.end),),
                phrases=((words[-1].i, (words[0].i, colon)),),
            )


def find_turns(layout: Layout) -> list[tuple[int, re.Match[str]]]:
    """Return the paragraphs of a transcript, each with the name at its head."""
    found = [
        (block, match)
        for block, (start, end) in enumerate(layout.blocks)
        if (match := TURN.match(layout.text, start, end)) is not None
    ]
    return found if len(found) >= TURNS else []


def turns(layout: Layout, found: list[tuple[int, re.Match[str]]]) -> Iterator[Draft]:
    """Give a draft for each paragraph of a transcript: "NAME: what is said"."""
    heads = {block for block, _ in found}
    for block, match in found:
        first, last = layout.token_at(match.start(1)), layout.token_at(match.end(1))
        content = [(match.end(), layout.blocks[block][1])]
        while goes_on(layout, block, len(content), heads):
            content.append(layout.blocks[block + len(content)])
        if first < last < len(layout.doc):
            yield Draft(
                cue=":",
                cue_tokens=(last,),
                content=tuple(content),
                phrases=((last - 1, (first, last)),),
            )


def goes_on(layout: Layout, block: int, more: int, heads: set[int]) -> bool:
    """Tell whether a paragraph goes on from a turn: marks open it, as they open each turn."""
    after = block + more
    if after in heads or after >= len(layout.blocks):
        return False
    starts = (
        layout.text[layout.blocks[n][0]]
        for n in (block, after)
        if layout.blocks[n][0] < len(layout.text)
    )
    return all(mark in MARKS for mark in starts)

"""Direct speech: which cue each quotation belongs to."""

from collections.abc import Collection

from dateline.extract.statements.cues import cues, lemma_of
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.tags import ENDS, INNER_MARKS, is_aside, is_cue, is_whole, tag_of
from dateline.extract.statements.turns import signature
from dateline.parse.words import Word

# What may stand between two quotations of one tag.
JOINTS = {"", "and", "or", "but"}
# A quotation without a tag goes on from a cue at most so many words back.
BACK = 150
# A tag may end in one sentence end; beyond it another speaker may have begun.
TAG_ENDS = 1


def attach(layout: Layout, turns: Collection[int] = ()) -> dict[int, list[int]]:
    """Return, for each cue token that carries quotations, their indices in order.

    `turns`: paragraphs of a transcript, whose speaker is named at their head.

    A quotation belongs to the tag beside it; joined to another by "and", to that one's; a whole
    sentence in marks without a tag goes on with the last cue, in its paragraph or the one before.
    """
    carried: dict[int, list[int]] = {}
    owner: dict[int, int] = {}
    latest = -1
    for number, quote in enumerate(layout.quotes):
        if quote.paragraph in turns:
            continue
        near = latest >= 0 and is_broken(layout, latest, number)
        cue = layout.doc[owner[latest]] if near else tag_of(layout, number)
        if cue is None and number - 1 in owner and is_joined(layout, number):
            cue = layout.doc[owner[number - 1]]
        if cue is None and is_whole(layout, number) and signature(layout, number) is None:
            cue = continued(layout, number, latest, owner.get(latest))
        if cue is None:
            cue = taken_up(layout, number)
        if cue is not None:
            latest = number
            owner[number] = cue.i
            carried.setdefault(cue.i, []).append(number)
    return carried


def taken_up(layout: Layout, number: int) -> Word | None:
    """Return the verb that uses a word for words: 'used the phrase "..."'."""
    first = layout.quote_tokens[number][0]
    noun = layout.doc[first - 1] if first else None
    if noun is None or layout.inside[first - 1] >= 0 or noun.pos_ != "NOUN":
        return None
    cue = cues().get((lemma_of(noun), "noun"))
    named = cue is not None and "quote" in cue.frames and noun.dep_ == "dobj"
    return noun.head if named and noun.head.pos_ == "VERB" else None


def is_broken(layout: Layout, earlier: int, number: int) -> bool:
    """Tell whether a tag between them breaks one quotation in two: '"We," he said, "agree"'."""
    first, last = layout.quotes[earlier], layout.quotes[number]
    between = layout.text[first.end : last.start]
    inner = layout.text[last.start + 1 : last.end].lstrip(INNER_MARKS)
    if first.paragraph != last.paragraph or not inner[:1].islower():
        return False
    return layout.text[first.end - 2 : first.end - 1] == "," and not ENDS & set(between)


def is_joined(layout: Layout, number: int) -> bool:
    """Tell whether only "and", "or" or a comma stand between a quotation and the one before."""
    start = layout.quotes[number - 1].end
    return layout.text[start : layout.quotes[number].start].strip(" ,") in JOINTS


def continued(layout: Layout, number: int, latest: int, earlier: int | None) -> Word | None:
    """Return the cue that a quotation without a tag goes on from.

    `latest` is the last quotation before it that has a cue, `earlier` that cue.
    """
    doc, quote = layout.doc, layout.quotes[number]
    first = layout.quote_tokens[number][0]
    start = layout.tokens_of(quote.paragraph)[0]
    apart = quote.paragraph - layout.quotes[latest].paragraph if earlier is not None else 2
    if earlier is not None and apart == 0:
        between = range(max(layout.quote_tokens[latest][1], first - BACK), first)
        if sum(doc[i].text in ENDS and layout.inside[i] < 0 for i in between) <= TAG_ENDS:
            return doc[earlier]
    for i in range(first - 1, max(start, first - BACK) - 1, -1):
        token = doc[i]
        if layout.inside[i] < 0 and is_verb(token) and not is_aside(token, backwards=True):
            return token
    if earlier is not None and apart <= 1:
        return doc[earlier]
    if start == first and quote.paragraph:
        above = range(max(layout.tokens_of(quote.paragraph - 1)[0], first - BACK), first)
        return next((doc[i] for i in reversed(above) if is_source(layout, i)), None)
    return None


def is_verb(token: Word) -> bool:
    """Tell whether a token is a verb of speech."""
    return token.pos_ in {"VERB", "AUX"} and is_cue(token)


def is_source(layout: Layout, i: int) -> bool:
    """Tell whether a word may introduce the next paragraph: "issued a statement. ..."."""
    token = layout.doc[i]
    return layout.inside[i] < 0 and (is_verb(token) or is_saying(token))


def is_saying(token: Word) -> bool:
    """Tell whether a token is a noun of saying."""
    cue = cues().get((lemma_of(token), "noun"))
    return token.pos_ == "NOUN" and cue is not None and cue.name == "say"

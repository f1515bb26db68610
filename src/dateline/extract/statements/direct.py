"""Direct speech: which cue each quotation belongs to, by where the tag stands."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract.statements.cues import may_quote
from dateline.extract.statements.layout import Layout

# A tag's cue stands within so many words of its quotation: '"...," said the minister of ..., '.
REACH = 40
ENDS = {".", "?", "!"}
AFTER_MARKS = set(",?!—–-…")
ASIDE = {"relcl", "acl"}


def attach(layout: Layout) -> dict[int, list[int]]:
    """Return, for each cue token that carries quotations, their indices in order.

    A quotation that ends on a comma (or ? or !) has its tag after it, one that follows a comma or a
    colon has it before; a whole sentence in marks without a tag goes on with the paragraph's
    last cue; one that goes on from an unclosed quotation, with that one's.
    """
    carried: dict[int, list[int]] = {}
    owner: dict[int, int] = {}
    for number, quote in enumerate(layout.quotes):
        cue = tag_of(layout, number)
        if cue is None and whole(layout, number):
            cue = continued(layout, number, owner)
        if cue is not None:
            owner[number] = cue.i
            carried.setdefault(cue.i, []).append(number)
        del quote
    return carried


def tag_of(layout: Layout, number: int) -> Token | None:
    """Return the cue in the tag beside a quotation."""
    quote = layout.quotes[number]
    inner = layout.text[quote.start + 1 : quote.end - 1].rstrip()
    last = inner[-1:] or " "
    following = layout.text[quote.end : quote.end + 3].lstrip()[:1]
    preceding = layout.text[: quote.start].rstrip()[-1:] or " "
    if last in AFTER_MARKS or following in {",", "—", "–"}:
        found = best(after(layout, number))
        if found is not None:
            return found
    if preceding in {",", ":", "—", "–", "-"}:
        found = best(before(layout, number), backwards=True)
        if found is not None:
            return found
    if last in ENDS and following not in ENDS and whole(layout, number):
        found = best(after(layout, number))
        if found is not None and not inner[:1].islower():
            return found
    return None


def after(layout: Layout, number: int) -> Iterator[Token]:
    """Give the cue verbs after a quotation, up to the sentence's end or the next quotation."""
    doc = layout.doc
    first = layout.quote_tokens[number][1]
    stop = min(layout.tokens_of(layout.quotes[number].paragraph)[1], first + REACH)
    for i in range(first, stop):
        if layout.inside[i] >= 0 or doc[i].text in ENDS:
            return
        if is_cue(doc[i]):
            yield doc[i]


def before(layout: Layout, number: int) -> Iterator[Token]:
    """Give the cue verbs before a quotation, nearest first, back to the sentence's start.

    A paragraph that ends on a colon introduces the quotation that begins the next one.
    """
    doc = layout.doc
    first = layout.quote_tokens[number][0]
    block = layout.quotes[number].paragraph
    start = layout.tokens_of(block)[0]
    if start == first and block:
        start = layout.tokens_of(block - 1)[0]
    for i in range(first - 1, max(start, first - REACH) - 1, -1):
        if layout.inside[i] >= 0 or doc[i].text in ENDS:
            return
        if is_cue(doc[i]):
            yield doc[i]


def is_cue(token: Token) -> bool:
    """Tell whether a token may be the cue of a tag."""
    return token.pos_ in {"VERB", "AUX"} and may_quote(token.lemma_.lower())


def best(found: Iterator[Token], *, backwards: bool = False) -> Token | None:
    """Choose a tag's cue: the first that is not in a relative clause or a participle phrase."""
    kept = list(found)
    for token in kept:
        if token.dep_ not in ASIDE or (backwards and token.dep_ == "acl"):
            return token
    return kept[0] if kept else None


def whole(layout: Layout, number: int) -> bool:
    """Tell whether a quotation is a sentence of its own."""
    quote = layout.quotes[number]
    start = layout.blocks[quote.paragraph][0]
    before_it = layout.text[start : quote.start].rstrip()
    inner = layout.text[quote.start + 1 : quote.end].lstrip("'\"‘“. …([")
    return (not before_it or before_it[-1] in '.?!”"’»') and inner[:1].isupper()


def continued(layout: Layout, number: int, owner: dict[int, int]) -> Token | None:
    """Return the cue that a quotation without a tag goes on from."""
    quote = layout.quotes[number]
    earlier = number - 1
    if earlier >= 0 and earlier in owner:
        last = layout.quotes[earlier]
        near = quote.paragraph - last.paragraph
        if near == 0 or (near == 1 and last.open_end):
            return layout.doc[owner[earlier]]
    start = layout.tokens_of(quote.paragraph)[0]
    for i in range(layout.quote_tokens[number][0] - 1, start - 1, -1):
        if layout.inside[i] < 0 and is_cue(layout.doc[i]):
            return layout.doc[i]
    return None

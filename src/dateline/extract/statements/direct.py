"""Direct speech: which cue each quotation belongs to, by where its tag stands."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dateline.extract.statements.cues import cues, may_quote
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.quotes import char_before
from dateline.extract.statements.speakers import RELATIVE

# A tag's cue stands within so many words of its quotation: '"...," said the minister of ..., '.
REACH = 40
JOINTS = {"", "and", "or", "but"}
WHOLE_AFTER = {"", ".", "?", "!", "”", '"', "’", "»"}
ENDS = {".", "?", "!"}
# A quotation that ends so is followed by its tag.
OPEN_ENDS = set(",?!—–-…")
INTRODUCE = {",", ":", "—", "–", "-"}
FINITE = {"VBD", "VBZ", "VBP", "VBG"}


def attach(layout: Layout) -> dict[int, list[int]]:
    """Return, for each cue token that carries quotations, their indices in order.

    A quotation that ends on a comma (or ? or !) has its tag after it, one that follows a comma or a
    colon has it before; a whole sentence in marks without a tag goes on with the last cue, in its
    paragraph or the one before.
    """
    carried: dict[int, list[int]] = {}
    owner: dict[int, int] = {}
    for number in range(len(layout.quotes)):
        cue = tag_of(layout, number)
        if cue is None and number - 1 in owner and is_joined(layout, number):
            cue = layout.doc[owner[number - 1]]
        if cue is None and whole(layout, number):
            cue = continued(layout, number, owner)
        if cue is not None:
            owner[number] = cue.i
            carried.setdefault(cue.i, []).append(number)
    return carried


def tag_of(layout: Layout, number: int) -> Token | None:
    """Return the cue in the tag beside a quotation."""
    quote = layout.quotes[number]
    inner = layout.text[quote.start + 1 : quote.end].rstrip("\"'”“’»› ")
    last = inner[-1:] or " "
    following = layout.text[quote.end : quote.end + 3].lstrip()[:1]
    preceding = char_before(layout.text, quote.start)
    found: Token | None = None
    if last in OPEN_ENDS or following in {",", "—", "–"}:
        found = best(after(layout, number), loose=last == "," or following.islower())
    if found is None and preceding in INTRODUCE:
        capital = inner.lstrip("\"'“‘…. ")[:1].isupper()
        loose = preceding == ":" or (capital and last in ENDS)
        found = best(before(layout, number), loose=loose, backwards=True)
    if found is None:
        found = adjacent(layout, number)
    if found is None and last in ENDS and following not in ENDS and whole(layout, number):
        found = best(after(layout, number))
    return found


def is_joined(layout: Layout, number: int) -> bool:
    """Tell whether only "and", "or" or a comma stand between a quotation and the one before."""
    start = layout.quotes[number - 1].end
    return layout.text[start : layout.quotes[number].start].strip(" ,") in JOINTS


def adjacent(layout: Layout, number: int) -> Token | None:
    """Return the cue right before a quotation: 'read "..."', 'by saying "..."'."""
    before_it = layout.quote_tokens[number][0] - 1
    if before_it < 0 or layout.inside[before_it] >= 0:
        return None
    token = layout.doc[before_it]
    return token if is_cue(token) else None


def after(layout: Layout, number: int) -> Iterator[Token]:
    """Give the verbs after a quotation, up to the sentence's end or the next quotation."""
    doc = layout.doc
    first = layout.quote_tokens[number][1]
    stop = min(layout.tokens_of(layout.quotes[number].paragraph)[1], first + REACH)
    for i in range(first, stop):
        if layout.inside[i] >= 0 or doc[i].text in ENDS:
            return
        if doc[i].pos_ in {"VERB", "AUX"} or doc[i].lower_ == "according":
            yield doc[i]


def before(layout: Layout, number: int) -> Iterator[Token]:
    """Give the verbs before a quotation, nearest first, back to the sentence's start.

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
        if doc[i].pos_ in {"VERB", "AUX"}:
            yield doc[i]


def is_cue(token: Token) -> bool:
    """Tell whether a token may be the cue of a tag."""
    if token.lower_ == "according":
        return True
    return token.pos_ in {"VERB", "AUX"} and may_quote(token.lemma_.lower())


def best(found: Iterable[Token], *, loose: bool = False, backwards: bool = False) -> Token | None:
    """Choose a tag's cue: the first verb of speech that is not in an aside.

    `loose`: where the tag holds no verb of speech, any finite verb is one ('"...," he barked').
    """
    verbs = list(found)
    known = [token for token in verbs if is_cue(token)]
    for token in known:
        if not is_aside(token, backwards=backwards):
            return token
    if known:
        return known[0]
    if loose:
        return next(
            (token for token in verbs if token.tag_ in FINITE and token.pos_ == "VERB"), None
        )
    return None


def is_aside(token: Token, *, backwards: bool) -> bool:
    """Tell whether a verb stands in a tag's aside: "said Smith, who claimed ..., when asked"."""
    kids = {child.dep_ for child in token.children}
    if token.dep_ == "relcl" and any(child.lower_ in RELATIVE for child in token.lefts):
        return True
    return not backwards and (token.tag_ in {"VBG", "VB"} or "auxpass" in kids)


def whole(layout: Layout, number: int) -> bool:
    """Tell whether a quotation is a sentence of its own."""
    quote = layout.quotes[number]
    before_it = char_before(layout.text, quote.start, layout.blocks[quote.paragraph][0])
    inner = layout.text[quote.start + 1 : quote.end].lstrip("'\"‘“. …([")
    return (not before_it or before_it[-1] in '.?!”"’»') and not inner[:1].islower()


def continued(layout: Layout, number: int, owner: dict[int, int]) -> Token | None:
    """Return the cue that a quotation without a tag goes on from."""
    quote = layout.quotes[number]
    start = layout.tokens_of(quote.paragraph)[0]
    for i in range(layout.quote_tokens[number][0] - 1, start - 1, -1):
        token = layout.doc[i]
        if layout.inside[i] < 0 and is_cue(token) and not is_aside(token, backwards=True):
            return token
    earlier = owner.get(number - 1)
    if earlier is not None and quote.paragraph - layout.quotes[number - 1].paragraph <= 1:
        return layout.doc[earlier]
    if start == layout.quote_tokens[number][0] and quote.paragraph:
        above = range(*layout.tokens_of(quote.paragraph - 1))
        return next((layout.doc[i] for i in reversed(above) if is_source(layout, i)), None)
    return None


def is_source(layout: Layout, i: int) -> bool:
    """Tell whether a word may introduce the next paragraph: "issued a statement. ..."."""
    token = layout.doc[i]
    return layout.inside[i] < 0 and (is_cue(token) or is_saying(token))


def is_saying(token: Token) -> bool:
    """Tell whether a token is a noun of saying."""
    cue = cues().get((token.lemma_.lower(), "noun"))
    return token.pos_ == "NOUN" and cue is not None and cue.name == "say"

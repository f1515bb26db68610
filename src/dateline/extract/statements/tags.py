"""The tag of a quotation: "..., he said", 'he said: "..."', 'read "..."'."""

from collections.abc import Iterable, Iterator

from dateline.extract.statements.cues import lemma_of, may_quote
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.quotes import char_before
from dateline.extract.statements.speakers import RELATIVE
from dateline.parse.words import Word

# A tag's cue stands within so many words of its quotation: '"...," said the minister of ..., '.
REACH = 40
ENDS = {".", "?", "!"}
# A quotation that ends so is followed by its tag.
OPEN_ENDS = set(",?!—–-…")
# A tag may hold a name in marks, such as 'Jan "Kuba" Nowak', of so many words with the marks.
NICKNAME = 4
INTRODUCE = {",", ":", "—", "–", "-"}
VERBAL = {"VERB", "AUX"}
FINITE = {"VBD", "VBZ", "VBP", "VBG"}
ADJUNCT = {"amod", "relcl", "acl", "advcl", "prep", "pcomp", "csubj"}
INNER_MARKS = "\"'“”‘’»› "


def tag_of(layout: Layout, number: int) -> Word | None:
    """Return the cue in the tag beside a quotation, if it has one.

    A colon before it introduces it; else a comma at its end promises a tag after it, a comma before
    it a tag there; else the word right before it may be its cue.
    """
    quote = layout.quotes[number]
    inner = layout.text[quote.start + 1 : quote.end].strip(INNER_MARKS + "…. ")
    last = layout.text[quote.start + 1 : quote.end].rstrip(INNER_MARKS)[-1:] or " "
    following = layout.text[quote.end : quote.end + 3].lstrip()[:1]
    preceding = char_before(layout.text, quote.start)
    capital = inner[:1].isupper()
    introduced = preceding in INTRODUCE
    if preceding == ":":
        found = introducing(before(layout, number))
        if found is not None and (
            last != "," or (is_cue(found) and not pronoun_tag(layout, number))
        ):
            return found
    whole = is_whole(layout, number)
    promised = last in OPEN_ENDS or (whole and following in {",", "—", "–"})
    if promised and (whole or not is_embedded(layout, number, preceding)):
        loose = last == "," or following.islower()
        found = best(after(layout, number), loose=loose, nouns=last == ",")
        if found is not None and is_aside(found, backwards=False) and introduced and capital:
            found = best(before(layout, number), backwards=True) or found
        if found is not None:
            return found
    found = None
    if introduced:
        found = best(before(layout, number), loose=capital and last in ENDS, backwards=True)
    if found is None:
        found = adjacent(layout, number)
    if found is None and last in ENDS and following not in ENDS and whole:
        found = best(after(layout, number))
    return found


def pronoun_tag(layout: Layout, number: int) -> bool:
    """Tell whether a pronoun and a verb of speech follow a quotation: '..., she said'."""
    after_it = layout.quote_tokens[number][1]
    tag = list(layout.doc[after_it : after_it + 2])
    return bool(tag) and tag[0].tag_ == "PRP" and is_cue(tag[-1])


def is_embedded(layout: Layout, number: int, preceding: str) -> bool:
    """Tell whether a sentence runs through a quotation: 'called it "odd," and that he'."""
    after_it = layout.quote_tokens[number][1]
    if not preceding.isalnum() or after_it >= len(layout.doc):
        return False
    return layout.doc[after_it].dep_ in {"cc", "mark"} or layout.doc[after_it].lower_ in RELATIVE


def adjacent(layout: Layout, number: int) -> Word | None:
    """Return the cue right before a quotation: 'read "..."', 'by saying "..."'."""
    before_it = layout.quote_tokens[number][0] - 1
    if before_it < 0 or layout.inside[before_it] >= 0:
        return None
    token = layout.doc[before_it]
    return token if is_cue(token) and token.pos_ in VERBAL else None


def after(layout: Layout, number: int) -> Iterator[Word]:
    """Give the verbs after a quotation, up to the sentence's end or the next quotation."""
    doc = layout.doc
    first = layout.quote_tokens[number][1]
    stop = min(layout.tokens_of(layout.quotes[number].paragraph)[1], first + REACH)
    for i in range(first, stop):
        if layout.inside[i] >= 0:
            start, end = layout.quote_tokens[layout.inside[i]]
            if end - start > NICKNAME:
                return
        elif doc[i].text in ENDS:
            return
        if doc[i].pos_ in VERBAL or is_cue(doc[i]):
            yield doc[i]


def before(layout: Layout, number: int) -> Iterator[Word]:
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
        if doc[i].pos_ in VERBAL or is_cue(doc[i]):
            yield doc[i]


def is_cue(token: Word) -> bool:
    """Tell whether a token may be the cue of a tag; the tagger takes some verbs for nouns."""
    return token.lower_ == "according" or may_quote(lemma_of(token))


def introducing(found: Iterable[Word]) -> Word | None:
    """Choose the cue before a colon: the nearest verb with a clause of its own, or of speech."""
    words = list(found)
    for token in words:
        if token.pos_ == "VERB" and token.tag_ in FINITE and token.dep_ not in ADJUNCT:
            return token
    return best(words, loose=True, backwards=True, nouns=True)


def best(
    found: Iterable[Word], *, loose: bool = False, backwards: bool = False, nouns: bool = False
) -> Word | None:
    """Choose a tag's cue: the first verb of speech that is not in an aside.

    `loose`: where the tag holds no verb of speech, any finite verb is one ('"...," he barked').
    `nouns`: last comes a verb of speech that the tagger took for a noun ("the envoys state").
    """
    words = list(found)
    known = [token for token in words if is_cue(token) and token.pos_ not in {"NOUN", "PROPN"}]
    for token in known:
        if not is_aside(token, backwards=backwards):
            return token
    if known:
        return known[0]
    verbs = (token for token in words if token.tag_ in FINITE and token.pos_ == "VERB")
    picked = next(verbs, None) if loose else None
    return picked or (next((token for token in words if is_cue(token)), None) if nouns else None)


def is_aside(token: Word, *, backwards: bool) -> bool:
    """Tell whether a verb stands in a tag's aside: "said Smith, who claimed ..., when asked"."""
    kids = {child.dep_ for child in token.children}
    if token.dep_ == "relcl" and any(child.lower_ in RELATIVE for child in token.lefts):
        return True
    if token.dep_ == "advcl" and token.tag_ == "VBN" and not kids & {"nsubj"}:
        return True
    return not backwards and (token.tag_ in {"VBG", "VB"} or "auxpass" in kids)


def is_whole(layout: Layout, number: int) -> bool:
    """Tell whether a quotation is a sentence of its own."""
    quote = layout.quotes[number]
    before_it = char_before(layout.text, quote.start, layout.blocks[quote.paragraph][0])
    inner = layout.text[quote.start + 1 : quote.end].lstrip("'\"‘“. …([")
    return before_it in {"", ".", "?", "!", "”", '"', "’", "»"} and not inner[:1].islower()

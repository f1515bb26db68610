"""Second acts of speech that the parser puts into the content of the first.

"She said the deal was dead and called the terms unfair": what she called unfair is a statement of
its own, with the same speaker, though the parse joins "called" to "was".
"""

from dateline.extract.statements.cues import lemma_of, may_quote
from dateline.extract.statements.speakers import own_subject
from dateline.parse.words import Word

PAST_OR_PRESENT = {"VBD", "VBZ", "VBP"}


def part(verb: Word, tokens: list[int]) -> tuple[list[int], list[Word]]:
    """Split a content: what is the cue's own, and the verbs that speak for the same speaker."""
    doc = verb.doc
    barred: set[int] = set()
    seconds: list[Word] = []
    for i in tokens:
        token = doc[i]
        if i > verb.i and i not in barred and (joins(token, verb) or adds(token)):
            seconds.append(token)
            barred.update(t.i for t in token.subtree)
            barred.update(kid.i for kid in token.head.children if is_joint(kid, token))
    return [i for i in tokens if i not in barred], seconds


def joins(token: Word, verb: Word) -> bool:
    """Tell whether a verb without subject goes on from the cue, in its tense: "and called"."""
    if token.dep_ != "conj" or token.tag_ != verb.tag_ or token.tag_ not in PAST_OR_PRESENT:
        return False
    if not any(kid.dep_ == "cc" and is_joint(kid, token) for kid in token.head.children):
        return False
    return may_quote(lemma_of(token)) and own_subject(token) is None


def adds(token: Word) -> bool:
    """Tell whether a participle after a comma adds to what was said: ", adding that"."""
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.left_edge.i == 0:
        return False
    comma = token.doc[token.left_edge.i - 1].text == ","
    return comma and may_quote(lemma_of(token)) and own_subject(token) is None


def is_joint(token: Word, second: Word) -> bool:
    """Tell whether a token is the "and" or the comma before a second verb."""
    return token.dep_ in {"cc", "punct"} and token.head.i < token.i < second.i

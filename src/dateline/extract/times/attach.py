"""Syntax between a time expression and the word that it dates."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.model import Time

CLAUSE_HEADS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj"})
CARRIERS = frozenset({"ADP", "SCONJ", "ADV", "NUM", "PUNCT", "PART"})
CLAIMS = frozenset({"ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A time and where it stands in the parse: its own head and the word that it modifies."""

    time: Time
    head: Token
    governor: Token


def place(doc: Doc, times: list[Time], start: int, end: int) -> list[Placed]:
    """Return the times that lie in tokens `start` to `end`, each with its governor."""
    if start >= end:
        return []
    first = doc[start].idx
    last = doc[end - 1].idx + len(doc[end - 1].text)
    found = []
    for time in times:
        if time.span.start < first or time.span.end > last:
            continue
        span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if span is not None and len(span):
            head = span.root
            found.append(Placed(time, head, governor(head)))
    return found


def governor(head: Token) -> Token:
    """Return the first word above `head` that is no preposition: what the time modifies."""
    token = head.head
    while token.pos_ in CARRIERS and token.head.i != token.i:
        token = token.head
    return token


def clause(token: Token) -> Token:
    """Return the head of the clause of a token."""
    for _ in range(MAX_CLIMB):
        if token.dep_ in CLAUSE_HEADS and token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head.i == token.i:
            return token
        token = token.head
    return token


MAX_CLIMB = 60


def above(token: Token) -> list[Token]:
    """Return the token's heads, nearest first."""
    heads: list[Token] = []
    while token.head.i != token.i and len(heads) < MAX_CLIMB:
        token = token.head
        heads.append(token)
    return heads


def in_claim_of(action: Token, verb: Token) -> bool:
    """Tell whether `action` lies in what `verb` says ("said on Friday that ...")."""
    token = action
    for _ in range(MAX_CLIMB):
        if token.head.i == verb.i:
            return token.dep_ in CLAIMS
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def distance(action: Token, placed: Placed) -> int | None:
    """Return how far the time is from the action in the parse; None where it dates another word.

    0 the time modifies the action itself, 1 a noun of the action's own clause or a verb chained
    to it, 2 the clause that the action belongs to, 3 elsewhere in the sentence.
    """
    target = placed.governor
    if action.i in {target.i, placed.head.i}:
        return 0
    if in_claim_of(action, target):
        return None
    mine, other = clause(action), clause(target)
    if mine.i == other.i:
        return 1 if target.i == mine.i or target.head.i == action.i else 2
    chain = {"xcomp", "conj", "acl"}
    if (mine.dep_ in chain and mine.head.i == other.i) or (
        other.dep_ in chain and other.head.i == mine.i
    ):
        return 2
    return 3

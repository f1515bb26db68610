"""How far the words of a clause or a noun phrase reach, when they are shown as what it is about."""

from dateline.extract.events.args import CALENDAR, children, is_passive
from dateline.parse.words import Word

CONDITIONS = frozenset({"if", "unless", "should", "provided", "until", "because", "while", "after"})
ENDS = frozenset({"parataxis", "punct", "cc", "conj", "advcl"})
# What follows a comma and is set apart by it: "…, which ran out", "…, at a summit".
APART = frozenset({"WDT", "WP", "WP$", "WRB", "IN"})
VERBS = frozenset({"VERB", "AUX"})
# Children of a verb without an object of its own: "explore and produce oil".
LIGHT = frozenset({"conj", "cc", "punct", "advmod", "aux", "mark", "nsubj", "neg", "auxpass"})

Words = tuple[int, int]
"""First token and the one after the last."""


def bare(verb: Word) -> bool:
    """Tell whether a verb shares its object with the one coordinated to it."""
    return all(child.dep_ in LIGHT for child in verb.children)


def clause(verb: Word, *, whole: bool = True) -> Words:
    """Return the words of a clause: an infinitive without "to", a sentence without "that".

    Not `whole`: without its subject, where that is the doer.
    """
    auxes = [each for each in children(verb, "aux", "auxpass") if each.i < verb.i]
    to = any(aux.lower_ == "to" for aux in auxes)
    active = not whole and not is_passive(verb)
    if to or active or not children(verb, "nsubj", "nsubjpass", "expl"):
        start = verb.i
        for aux in reversed(auxes):
            if aux.dep_ == "auxpass" and aux.i == start - 1:
                start = aux.i
    else:
        marks = [child.i for child in verb.children if child.dep_ == "mark" and child.i < verb.i]
        # "If Peru attacked, Chile would answer": what comes first is the condition.
        before = [child.right_edge.i for child in children(verb, "advcl") if child.i < verb.i
                  and any(each.lower_ in CONDITIONS for each in child.children)]  # fmt: skip
        start = max([verb.left_edge.i, *(i + 1 for i in (*marks, *before))])
        while start < verb.i and verb.doc[start].is_punct:
            start += 1
    return start, tail(verb, verb.i + 1)


def tail(head: Word, end: int) -> int:
    """Return where the words of a phrase end: before what is coordinated, conditions and dates."""
    for child in head.children:
        if child.i <= head.i:
            continue
        if child.dep_ in ENDS and not kept(child):
            if child.dep_ == "punct" and child.text not in {";", "-", "–", "—"}:
                continue
            break
        end = max(end, child.right_edge.i + 1)
    return trimmed(head, end)


def kept(child: Word) -> bool:
    """Tell whether a coordinated or adverbial part belongs to the phrase before it."""
    if child.dep_ == "conj":
        return child.pos_ not in VERBS or bare(child.head)
    if child.dep_ == "cc":
        verbs = any(each.pos_ in VERBS for each in children(child.head, "conj"))
        return not verbs or bare(child.head)
    if child.dep_ == "advcl":
        return not any(each.lower_ in CONDITIONS for each in child.children)
    return False


def trimmed(head: Word, end: int) -> int:
    """Return where a phrase ends without a date at its end, or a clause set off by a comma."""
    doc = head.doc
    for i in range(head.i + 1, end - 1):
        if doc[i].text == "," and doc[i + 1].tag_ in APART:
            end = i
            break
    while end - 1 > head.i:
        last = doc[end - 1]
        if not (last.is_punct or last.dep_ == "cc" or dated(last, head)):
            break
        end = dated(last, head) or end - 1
    return end


def dated(last: Word, head: Word) -> int:
    """Return where a date at the end of a phrase begins, its preposition included; 0 if none."""
    if last.ent_type_ not in CALENDAR:
        return 0
    start = last
    while start.i - 1 > head.i and start.nbor(-1).ent_type_ in CALENDAR:
        start = start.nbor(-1)
    if start.i - 1 > head.i and start.nbor(-1).dep_ == "prep":
        start = start.nbor(-1)
    return start.i if start.i > head.i else 0


def phrase(noun: Word, *, alone: bool = False) -> Words:
    """Return the words of a noun phrase without its article and its relative clause.

    `alone`: without the nouns that are coordinated to it, too.
    """
    start = noun.left_edge.i
    first = noun.doc[start]
    if first.dep_ == "det" or first.is_punct:
        start += 1
    end = noun.i + 1
    for child in noun.children:
        if child.i > noun.i and child.dep_ not in {"relcl", "punct", "cc"}:
            if child.dep_ == "conj" and (alone or child.pos_ in VERBS):
                break
            end = max(end, child.right_edge.i + 1)
    return start, trimmed(noun, end)

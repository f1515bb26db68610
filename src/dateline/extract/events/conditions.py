"""Conditions: "if ...", "unless ...", "provided that ...", "were it to", "in the event of"."""

from collections.abc import Iterator

from dateline.extract.events import lexicon
from dateline.parse.words import Word

CONDITIONS = frozenset({"if", "unless", "should", "provided", "until", "once", "providing"})
WITHIN = frozenset({"if", "unless", "whether"})
# With these, what is told in the present is still to come.
WAITS = frozenset({"until", "till", "once"})
NOW = frozenset({"VBZ", "VBP"})
OPENING = frozenset({"advcl", "advmod", "prep", "acl", "conj"})
# Participles that open a condition with a clause below them, and nouns that do in a phrase.
SUPPOSING = frozenset({"provided", "providing", "assuming", "supposing", "if"})
ON_CONDITION = frozenset({
    "condition", "event", "case", "proviso", "understanding", "basis", "premise", "assumption",
})  # fmt: skip
RIGHT = frozenset({"right", "certain", "proper", "suitable", "favourable", "favorable"})
# "The moment the border reopens".
MOMENTS = frozenset({"moment", "day", "minute", "instant"})
# "As soon as", "as long as", "so long as".
AS = frozenset({"soon", "long"})
# "Subject to approval", "pending talks", "barring a collapse".
PHRASES = frozenset({"pending", "barring", "failing", "subject", "contingent", "conditional"})
LATER = frozenset({"when", "after", "if", "once", "where", "as"})
MAX_CLIMB = 8


def condition_of(verb: Word, clause: Word | None) -> Word | None:
    """Return the head of the "if" clause that a verb, its governor or its clause has."""
    clauses = [child for child in verb.children if child.dep_ in {"ccomp", "xcomp"}]
    if clause is not None and clause not in clauses:
        clauses.append(clause)
    about = [verb, *clauses]
    clauses += [child for child in verb.children if child.dep_ in {"dobj", "prep"}]
    preps = [kid for each in about for kid in each.children if kid.dep_ == "prep"]
    clauses += [noun for prep in preps for noun in prep.children]
    for token in (verb, verb.head, *clauses):
        for child in token.children:
            opening = child.dep_ in OPENING or child.lower_ in SUPPOSING | AS | MOMENTS
            if (opening and opens_condition(child)) or on_condition(child):
                return child
    return next((deed for each in about for deed in provoked(each)), None)


def provoked(clause: Word) -> Iterator[Word]:
    """Yield the deed that a clause says would be answered: "any attack would be met with war"."""
    ahead = any(kid.dep_ == "aux" and kid.lower_ in {"will", "would"} for kid in clause.children)
    for kid in clause.children if ahead else ():
        if kid.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        any_ = any(det.lower_ in {"any", "another", "further"} for det in kid.children)
        if any_ and kid.lemma_.lower() in lexicon.classes()["provocations"]:
            yield kid


def opens_condition(clause: Word) -> bool:
    """Tell whether a clause is a condition: "if ...", "provided that ...", "as soon as ..."."""
    kids = list(clause.children)
    if clause.lower_ in AS:
        return any(kid.dep_ == "advcl" for kid in kids)
    if clause.lower_ in MOMENTS:
        # Not "by Friday, the day on which it would expire".
        return any(kid.dep_ in {"relcl", "acl", "ccomp", "advcl"} and present(kid) for kid in kids)
    if clause.lower_ in PHRASES:
        return any(kid.dep_ in {"pobj", "prep"} for kid in kids)
    if clause.lower_ in SUPPOSING and any(kid.dep_ == "ccomp" for kid in kids):
        return True
    if clause.dep_ != "advcl" and not (
        clause.dep_ == "conj" and any(kid.lower_ == "if" for kid in kids if kid.dep_ == "mark")
    ):
        return False
    marks = {kid.lower_ for kid in kids if kid.dep_ in {"mark", "aux", "advmod"}}
    return bool(marks & CONDITIONS) or turned(clause) or only_when(clause)


def only_when(clause: Word) -> bool:
    """Tell whether a clause is a condition by "only": "only when it has left", "only after"."""
    first = clause.left_edge
    if first.lower_ == "only":
        return first.nbor().lower_ in LATER
    before = first.nbor(-1).lower_ if first.i else ""
    return before == "only" and first.lower_ in LATER


def turned(clause: Word) -> bool:
    """Tell whether a clause is a condition by its order: "were it to attack", "had it attacked"."""
    first = clause.left_edge
    if first.is_punct and first.i + 1 < len(first.doc):
        first = first.nbor()
    opens = first.lower_ in {"were", "had", "should"} and clause in {first, first.head}
    return opens and any(
        kid.dep_ in {"nsubj", "nsubjpass"} and kid.i > first.i for kid in clause.children
    )


def on_condition(phrase: Word) -> bool:
    """Tell whether a phrase is a condition: "on condition that ...", "in the event of ..."."""
    return phrase.dep_ == "prep" and any(
        noun.dep_ == "pobj"
        and (
            (
                noun.lower_ in ON_CONDITION
                and any(kid.dep_ in {"acl", "prep", "relcl", "ccomp"} for kid in noun.children)
            )
            # "Under the right conditions".
            or (
                noun.lemma_ in {"condition", "circumstance"}
                and any(kid.lower_ in RIGHT for kid in noun.children)
            )
        )
        for noun in phrase.children
    )  # fmt: skip


def present(verb: Word) -> bool:
    """Tell whether a verb is in the present: "until it leaves", "once it is changed"."""
    return verb.tag_ in NOW or any(
        kid.tag_ in NOW for kid in verb.children if kid.dep_ in {"aux", "auxpass"}
    )


def within_condition(verb: Word) -> bool:
    """Tell whether a verb is itself in an "if" clause."""
    token = verb
    for _ in range(MAX_CLIMB):
        if token.dep_ in {"advcl", "ccomp", "csubj", "csubjpass"}:
            marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
            supposed = token.dep_ == "ccomp" and token.head.lower_ in SUPPOSING
            if marks & WITHIN or turned(token) or supposed or (marks & WAITS and present(token)):
                return True
        if token.dep_ in {"relcl", "acl"} and token.head.lower_ in MOMENTS and present(token):
            return True
        if token.head == token:
            break
        token = token.head
    return False

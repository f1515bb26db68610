"""What a clause of speech says: that something must be, who is to blame, that harm comes."""

from dateline.extract.events import lexicon
from dateline.extract.events.args import Args, children, prepositions
from dateline.parse.words import Word

MUST = frozenset({"must", "should", "ought"})
AHEAD = frozenset({"will", "would"})
CERTAIN = frozenset({"inevitable", "certain"})
QUESTION = frozenset({"WRB", "WP", "WDT"})
WHETHER = frozenset({"whether", "if"})
BREAKS = frozenset({"violate", "breach", "contravene", "undermine", "flout", "infringe"})
COMMITS = frozenset({
    "spread", "commit", "use", "tell", "sow", "act", "wage", "run", "peddle", "pursue", "be",
    "harbour", "harbor", "shelter", "arm", "fund", "finance", "back", "support", "carry", "make",
})  # fmt: skip
UNANSWERED = frozenset({"unanswered", "unpunished", "unnoticed", "unavenged", "unchallenged"})
RUES = frozenset({"regret", "rue", "suffer"})
LEAVE = frozenset({"leave", "depart"})
BEHIND = frozenset({"behind"})


def clause_kinds(args: Args) -> list[str]:
    """Say what clause a verb governs: inf, that, ing, its verb (~leave), and what it says.

    wh: something is asked; tells: what is or was so; theirs: what others are to do; must:
    something has to be done; ouster: someone must leave; blame: someone is responsible; reprisal:
    there will be consequences; censure: something is bad; denial: an accusation is false.
    """
    found = []
    if args.clause is not None:
        marks = {child.lower_ for child in args.clause.children if child.dep_ in {"aux", "mark"}}
        found.append("inf" if "to" in marks and args.clause.tag_ == "VB" else "that")
        found.append(f"~{args.clause.lemma_.lower()}")
        holds = {
            "order": orders(args.clause),
            "foretells": bool(marks & AHEAD),
            "theirs": "to" in marks and bool(children(args.clause, "nsubj")),
            "ouster": bool(marks & MUST) and args.clause.lemma_ in LEAVE,
            "tells": tells(args.clause),
            "must": requires(args.clause, marks) and not censures(args.clause),
            "blame": blames(args.clause),
            "reprisal": threatens(args.clause),
            "denial": denies(args.clause),
            "censure": censures(args.clause),
        }
        found += [kind for kind, does in holds.items() if does]
        asked = (child for child in args.clause.children if child.i < args.clause.i)
        if any(each.tag_ in QUESTION or each.lower_ in WHETHER for each in asked):
            found.append("wh")
    if any(noun.tag_ == "VBG" and noun.dep_ == "pcomp" for _, noun in args.preps):
        found.append("ing")
    return found


def requires(clause: Word, marks: set[str]) -> bool:
    """Tell whether a clause says that something must be: "Peru must pay", "has to pay"."""
    has_to = clause.lemma_ == "have" and any(
        child.tag_ == "VB" for child in children(clause, "xcomp")
    )
    return bool(marks & MUST) or clause.lemma_ == "need" or has_to or barred(clause)


def orders(clause: Word) -> bool:
    """Tell whether a clause is an order: "stop your advance", Peru told Chile."""
    return (
        clause.tag_ == "VB" and clause.dep_ == "ccomp"
        and not children(clause, "nsubj", "nsubjpass", "aux", "mark", "auxpass")
    )  # fmt: skip


def tells(clause: Word) -> bool:
    """Tell whether a clause states what is or was so, not what is to be."""
    auxes = {child.tag_ for child in clause.children if child.dep_ in {"aux", "auxpass"}}
    finite = (
        clause.tag_ in {"VBD", "VBZ"}
        or clause.lower_ == "are"
        or bool(auxes & {"VBD", "VBZ", "VBP"})
    )
    return clause.dep_ == "ccomp" and finite and "MD" not in auxes


def among(tokens: list[Word], name: str) -> bool:
    """Tell whether one of some words is in a class."""
    return any(token.lemma_.lower() in lexicon.classes()[name] for token in tokens)


def predicate(clause: Word) -> list[Word]:
    """Return what a clause with "be" says of its subject."""
    if clause.pos_ in {"NOUN", "ADJ"} and children(clause, "nsubj"):
        # "Called its conduct a crime".
        return [clause]
    if clause.lemma_ not in {"be", "remain"}:
        return []
    found = children(clause, "acomp", "attr", "oprd")
    return [*found, *(noun for word in found for prep, noun in prepositions(word) if prep == "of")]


def blames(clause: Word) -> bool:
    """Tell whether a clause says that someone is responsible for, or stands behind, something."""
    clear = [
        inner
        for word in (clause, *children(clause, "acomp"))
        for inner in children(word, "ccomp")
        if clause.lemma_ == "be"
    ]
    if clear:
        # "It was clear that Peru was behind it".
        return blames(clear[0])
    behind = clause.lemma_ in {"be", "stand", "lie"} and any(
        child.dep_ in {"prep", "advmod"} and child.lower_ in BEHIND for child in clause.children
    )
    return behind or among(predicate(clause), "culprits")


def barred(clause: Word) -> bool:
    """Tell whether a clause says that something is off limits."""
    return clause.lemma_ == "be" and any(
        prep == "off" and noun.lemma_.lower() == "limit" for prep, noun in prepositions(clause)
    )


def measures(clause: Word) -> bool:
    """Tell whether a clause speaks of measures that may come: "take any necessary action"."""
    return clause.lemma_ == "take" and any(
        noun.lemma_.lower() in lexicon.classes()["measures"]
        and any(c.lemma_.lower() in lexicon.classes()["measured"] for c in noun.children)
        for noun in children(clause, "dobj")
    )


def threatens(clause: Word) -> bool:
    """Tell whether a clause says that there will be consequences."""
    auxes = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    ahead = bool(auxes & AHEAD) or "to" in auxes
    if measures(clause):
        return ahead and not any(child.dep_ == "neg" for child in clause.children)
    ahead = bool(auxes & AHEAD)
    certain = any(child.lower_ in CERTAIN for child in clause.children)
    if any(child.dep_ == "neg" for child in clause.children):
        if ahead and any(child.lower_ in UNANSWERED for child in clause.children):
            return True
        # "Will not remain without consequences" threatens, "will not send back" does not.
        nouns = [noun for prep, noun in prepositions(clause) if prep == "without"]
        return ahead and among(nouns, "reprisals")
    nouns = [*children(clause, "nsubj", "nsubjpass", "attr", "dobj")]
    nouns += [noun for _, noun in prepositions(clause)]
    pays = clause.lemma_ == "pay" and any(prep == "for" for prep, _ in prepositions(clause))
    pays = pays or clause.lemma_ in RUES
    retaliates = ahead and (pays or clause.lemma_ in lexicon.classes()["retaliation"])
    return retaliates or ((ahead or certain) and among(nouns, "reprisals"))


def denies(clause: Word) -> bool:
    """Tell whether a clause says that an accusation is unfounded."""
    none = [noun for noun in children(clause, "attr") if lacking(noun)]
    return among(none, "proofs") or (
        among(children(clause, "nsubj"), "accusations") and among(predicate(clause), "unfounded")
    )


def lacking(noun: Word) -> bool:
    """Tell whether a noun is said not to be: "no proof", "not a single proof"."""
    verb = noun.head
    return any(child.lower_ in {"no", "not"} for child in (*noun.children, *verb.children))


def censures(clause: Word) -> bool:
    """Tell whether a clause says that something is bad, or breaks a law."""
    if clause.lemma_ in lexicon.classes()["misdeeds"]:
        return not any(child.dep_ == "neg" for child in clause.children)
    wrongs = lexicon.classes()["wrong_things"]
    if clause.lemma_ in COMMITS and any(
        part.lower_ in wrongs or part.lemma_ in wrongs
        for noun in (*children(clause, "dobj"), *(each for _, each in prepositions(clause)))
        for part in (noun, *children(noun, "amod", "compound"))
    ):
        return True
    if clause.lemma_ in BREAKS and among(children(clause, "dobj"), "laws"):
        return True
    return among(predicate(clause), "censures")

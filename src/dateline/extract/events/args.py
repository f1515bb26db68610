"""Who stands where in the parse: subject, object, prepositions of a predicate, whatever its form.

Passives, relative clauses, participles, infinitives under control, coordinated verbs and copulas
are undone here, so that the rules see one shape only.
"""

from dataclasses import dataclass, field

from dateline.extract.events.tree import (
    CALENDAR,
    children,
    conjuncts,
    finite,
    gapped,
    is_passive,
    prepositions,
)
from dateline.parse.words import Word

__all__ = [
    "CALENDAR", "Args", "agents", "antecedent", "arguments", "aside", "children", "conjuncts",
    "governor_subject", "is_passive", "objects", "prepositions", "rejoined", "set_beside",
    "subject",
]  # fmt: skip

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "pcomp"})
CAUSES = frozenset({"make", "let", "have", "force", "get", "cause", "compel"})
BESIDE = frozenset({"after", "before", "by", "without", "while"})
# Verbs whose object (not subject) does the act of the infinitive are those that have an object.
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "telephone", "phone", "visit", "meet"})
# "Called the king to congratulate him": who calls congratulates.
NAMING = frozenset({"call", "brand", "label", "term", "dub"})
CALLS = frozenset({"call", "ring", "write"})
SPOKEN_TO = frozenset({"congratulate", "thank", "assure", "express", "voice", "convey", "offer"})
GOING = frozenset({"leave", "depart", "go"})
PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
FREE = frozenset({"free", "loose"})
LOOSE = frozenset({"back", "out", "home", "over", "away", "off", "up", "down", "in", "on", "close"})
# "Signed and ratified the treaty": the second verb stands this near, in tokens.
ADJACENT = 2
FINITE = frozenset({"VBD", "VBZ", "VBP"})
MAX_CLIMB = 6
JOINS = frozenset({"join", "follow"})


@dataclass(slots=True)
class Args:
    """The arguments of one predicate: head tokens, coordinated ones listed after their first."""

    subj: list[Word] = field(default_factory=list)
    obj: list[Word] = field(default_factory=list)
    iobj: list[Word] = field(default_factory=list)
    preps: list[tuple[str, Word]] = field(default_factory=list)
    particles: set[str] = field(default_factory=set)
    oprd: list[Word] = field(default_factory=list)
    clause: Word | None = None
    passive: bool = False


def gaps(verb: Word) -> list[Word]:
    """Return the names that do a verb's act without the verb, in what it governs."""
    return [
        each
        for noun in objects_below(verb)
        for each in noun.children
        if each.dep_ == "conj" and gapped(each)
    ]


def objects_below(verb: Word) -> list[Word]:
    """Return the objects of a verb, and the nouns of their and its prepositions."""
    own = children(verb, "dobj")
    return [*own, *(noun for word in (verb, *own) for _, noun in prepositions(word))]


def antecedent(verb: Word, found: list[Word]) -> list[Word]:
    """Replace a relative pronoun by what it refers to."""
    clause = verb
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "be":
        return [each for token in found for each in cleft(verb, token)]
    while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head.pos_ in {"VERB", "AUX"}:
        clause = clause.head
    if clause.dep_ != "relcl":
        return found
    return [
        clause.head if token.lower_ in RELATIVES and token.tag_ != "DT" else token
        for token in found
    ]


def cleft(clause: Word, token: Word) -> list[Word]:
    """Return who "that" is in "it was Peru that sent ten", else the word itself."""
    above = clause.head
    if token.lower_ not in {"who", "that"} or token.tag_ == "DT" or above.lemma_ != "be":
        return [token]
    it = any(kid.lower_ == "it" for kid in children(above, "nsubj"))
    return (children(above, "attr") if it else []) or [token]


def implied_subject(verb: Word, depth: int = 0) -> list[Word]:
    """Find the subject of a verb that has none of its own, by the verb's place in the parse."""
    head = verb.head
    if depth > MAX_CLIMB or head == verb:
        return []
    if verb.dep_ == "relcl":
        return [head]
    if verb.dep_ == "acl":
        active = verb.tag_ == "VBG" or finite(verb)
        return [head] if active else owner(head, depth)
    if verb.dep_ == "xcomp" and head.pos_ in {"VERB", "AUX"}:
        return controller(verb, head, depth)
    if verb.dep_ == "pcomp" or (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
        return of_gerund(head, depth)
    shared = verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}
    below = verb.dep_ in {"acomp", "xcomp", "ccomp", "advcl"} and head.pos_ in PREDICATES
    return subject(rejoined(verb) or head, depth + 1) if shared or below else []


def rejoined(verb: Word) -> Word | None:
    """Return the verb that another continues, where the parser hangs it on an infinitive.

    "Ordered the envoys to leave and put sanctions on ...": those told to leave do no more.
    """
    below = verb.head
    infinitive = verb.dep_ == "conj" and below.dep_ == "xcomp" and below.lemma_ in GOING
    again = any(child.lower_ == "to" for child in verb.children if child.dep_ == "aux")
    return below.head if infinitive and not again and children(below.head, "dobj") else None


def controller(verb: Word, head: Word, depth: int) -> list[Word]:
    """Return who does an infinitive that a verb governs: the verb's object, else its subject."""
    found = children(head, "dobj", "dative")
    spoken = head.lemma_ in CALLS and verb.lemma_ in SPOKEN_TO
    if found and head.lemma_ not in SUBJECT_CONTROL and not spoken:
        return conjuncts(found[0])
    if is_passive(head):
        return children(head, "nsubjpass") or subject(head, depth + 1)
    return subject(head, depth + 1)


def of_gerund(prep: Word, depth: int) -> list[Word]:
    """Return who does a gerund after a preposition: "accused X of", "X was praised for"."""
    above = prep.head
    while above.dep_ in {"advmod", "prt"} and above.head.pos_ == "VERB":
        # "Held back from firing".
        above = above.head
    if above.pos_ not in {"VERB", "AUX"}:
        return owner(above, depth)
    if above.dep_ in CLAUSES and above.head.lemma_ in CAUSES and prep.lower_ in BESIDE:
        # "Made it turn back after threatening to ram it": who makes it threatens.
        return subject(above.head, depth + 1)
    found = children(above, "dobj", "nsubjpass")
    if above.lemma_ in JOINS and prep.lower_ == "in" and found:
        # "Joined Peru in asking for it": both ask.
        return [*subject(above, depth + 1), *conjuncts(found[0])]
    if found and prep.lower_ in {"of", "for", "with", "from"}:
        thanked = [noun for to, noun in prepositions(found[0]) if to == "to"]
        return thanked or conjuncts(found[0])
    return subject(above, depth + 1)


def owner(noun: Word, depth: int) -> list[Word]:
    """Return whose act a noun is: its possessor, else the subject of the verb that governs it.

    "A vote by the senate to leave" is the senate's.
    """
    own = children(noun, "poss") or agents(noun)
    return own or governor_subject(noun, depth)


def governor_subject(noun: Word, depth: int) -> list[Word]:
    """Return the subject of the verb whose object or subject a noun is."""
    head = noun.head
    if noun.dep_ in {"dobj", "attr", "acomp", "pobj"}:
        while head.dep_ in {"prep", "pobj"} and head.head != head:
            head = head.head
        if head.pos_ in {"VERB", "AUX"}:
            return subject(head, depth + 1)
    return []


def subject(verb: Word, depth: int = 0) -> list[Word]:
    """Return who does the act: the subject, the agent of a passive, or who is implied."""
    if is_passive(verb):
        # "Was given tents by Peru and stoves by Chile".
        own = [each for noun in children(verb, "dobj") for each in agents(noun)]
        found = agents(verb)
        return [*own, *(each for each in found if each not in own)] or agents_beyond(verb)
    own = children(verb, "nsubj")
    if own:
        # The nearest: a dateline before it is sometimes read as a first subject. One that has an
        # "and" is half of a pair of long names.
        joined = [each for each in own[:-1] if children(each, "cc") or listed(each, own[-1])]
        doers = [each for first in (*joined, own[-1]) for each in conjuncts(first)]
        return antecedent(verb, doers)
    return headlined(verb) or implied_subject(verb, depth) or name_before(verb)


def listed(name: Word, other: Word) -> bool:
    """Tell whether two names are a headline's pair: "Peru, Chile sign treaty"."""
    between = name.doc[name.i + 1 : other.left_edge.i]
    return (
        name.pos_ == other.pos_ == "PROPN" and other.head.tag_ != "VBZ"
        and [each.text for each in between] == [","]
    )  # fmt: skip


def headlined(verb: Word) -> list[Word]:
    """Return a name that the parse of a headline makes a part of its verb: "Peru scraps talks"."""
    if verb.tag_ != "VBZ" or verb.dep_ != "ROOT":
        return []
    return [
        each
        for name in children(verb, "compound", "nmod")
        if name.i == verb.i - 1 and name.pos_ == "PROPN"
        for each in conjuncts(name)
    ]


def name_before(verb: Word) -> list[Word]:
    """Return a name right before a verb that the parse hung elsewhere: "At the talks, X said"."""
    if verb.tag_ not in FINITE or verb.dep_ not in {"ROOT", "ccomp"} or verb.is_sent_start:
        return []
    before = verb.nbor(-1)
    loose = before.dep_ in {"appos", "conj"} and before.pos_ == "PROPN"
    return [before] if loose and before.sent == verb.sent else []


def agents(token: Word) -> list[Word]:
    """Return who acts by a "by" of a passive verb."""
    return [
        each
        for child in token.children
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by"
        for noun in children(child, "pobj")
        for each in conjuncts(noun)
    ]


def agents_beyond(verb: Word) -> list[Word]:
    """Return who acts where the "by" hangs on a later verb ("boarded and towed by") or a noun."""
    for child in children(verb, "oprd", "xcomp"):
        # "Was branded cruel by Peru", "was asked to leave by Peru".
        if agents(child):
            return agents(child)
    for child in verb.children:
        if child.dep_ == "conj" and child.tag_ == "VBN" and not children(child, "nsubj", "dobj"):
            found = agents(child) or agents_beyond(child)
            if found:
                return found
        if child.dep_ == "dobj":
            return agents(child)
    for _, noun in prepositions(verb):
        found = agents(noun) or [each for _, inner in prepositions(noun) for each in agents(inner)]
        if found and noun.i > verb.i:
            return found
    return []


def objects(verb: Word) -> list[Word]:
    """Return what the act is done to: the object, or the subject of a passive."""
    if is_passive(verb):
        return passive_objects(verb)
    own = children(verb, "dobj") or names_after(verb)
    if own:
        return antecedent(verb, [each for token in own for each in conjuncts(token)])
    shared = [child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB"]
    if shared and shared[0].i - verb.i <= ADJACENT:
        return objects(shared[0])
    # "A summit that neither had expected to change much": the gap is below, in the infinitive.
    open_ = any(child.dep_ == "nsubj" and child.lower_ not in RELATIVES for child in verb.children)
    open_ = open_ and not children(verb, "xcomp", "ccomp")
    return [verb.head] if verb.dep_ == "relcl" and open_ else []


def names_after(verb: Word) -> list[Word]:
    """Return a name after the verb that the parser took for an adverb: "Lima shelled Quito"."""
    return [
        child
        for child in children(verb, "npadvmod")
        if child.i > verb.i
        and child.pos_ == "PROPN"
        and child.ent_type_ not in CALENDAR
        # A second pair after a comma meets on its own: "Lima and Quito met in May, Paris and ..."
        and child.doc[child.left_edge.i - 1].text != ","
    ]


def passive_objects(verb: Word) -> list[Word]:
    """Return the subject of a passive, or the noun that its participle describes."""
    own = children(verb, "nsubjpass")
    if not own and children(verb, "nsubj"):
        # "The traders had their goods seized": from the goods, and the traders.
        own = [*children(verb, "nsubj"), *children(verb.head, "nsubj")]
    if not own and verb.dep_ in {"acl", "amod"}:
        return [verb.head]
    if not own and verb.dep_ == "conj" and is_passive(verb.head):
        return passive_objects(verb.head)
    if not own and verb.dep_ in {"xcomp", "advcl", "ccomp"}:
        own = implied_subject(verb)
    return antecedent(verb, [each for token in own for each in conjuncts(token)])


def set_beside(clause: Word) -> bool:
    """Tell whether a "clause" is a sentence of its own: "Lima accused Quito; Quito denied it"."""
    verb = clause.head
    if clause.dep_ != "ccomp" or clause.i > verb.i:
        return False
    following = clause.right_edge.i + 1
    return following < verb.i and verb.doc[following].text == ";"


def arguments(verb: Word) -> Args:
    """Return all arguments of a verb or predicate adjective."""
    args = Args(passive=is_passive(verb))
    holder = verb.head if verb.dep_ == "acomp" else verb
    args.subj = subject(holder)
    if args.subj and not args.passive:
        args.subj += [each for each in gaps(verb) if each not in args.subj]
    args.obj = objects(verb)
    args.iobj = [
        each for token in children(verb, "dative") if token.pos_ != "ADP"
        for each in conjuncts(token)
    ]  # fmt: skip
    if args.passive and children(verb, "dobj"):
        # "Workers were given bread": bread, to workers.
        args.iobj += args.obj
        args.obj = [each for token in children(verb, "dobj") for each in conjuncts(token)]
    args.preps = prepositions(verb)
    for child in verb.children:
        if child.dep_ in {"advmod", "prt"} and child.lower_ in LOOSE:
            # "Gave back to Peru", "choked off oil".
            args.preps += prepositions(child)
            args.obj = args.obj or children(child, "pobj")
    args.particles = {child.lower_ for child in children(verb, "prt", "advmod", "intj")}
    # "Walked out of the talks": the parse takes "out" for a preposition.
    args.particles |= {
        child.lower_ for child in children(verb, "prep")
        if child.lower_ in LOOSE and children(child, "prep")
    }  # fmt: skip
    words = verb.doc.words
    following = words[verb.i + 1].text if verb.i + 1 < len(words) else ""
    if following in FREE:
        # "Set free ten sailors": the parse takes "free" for a word of the object.
        args.particles.add(following)
    args.oprd = children(verb, "oprd", "acomp")
    # "Pulled ten alive from the ruins": from hangs on "alive".
    args.preps += [pair for each in children(verb, "oprd") for pair in prepositions(each)]
    if verb.lemma_ in NAMING:
        # "Called its conduct a crime": the parse takes the name for an apposition.
        args.oprd += [each for thing in children(verb, "dobj") for each in children(thing, "appos")]
    for child in verb.children:
        if set_beside(child):
            continue
        if child.dep_ in {"xcomp", "ccomp"} or (child.dep_ == "advcl" and child.tag_ == "VB"):
            args.clause = child
            break
    if args.clause is None and aside(verb):
        args.clause = verb.head
    return args


def aside(verb: Word) -> bool:
    """Tell whether a verb of saying stands beside what is said: "Peru must pay, Quito demanded"."""
    beside = verb.dep_ == "parataxis" and verb.head.i < verb.i and verb.head.pos_ in PREDICATES
    return beside and bool(children(verb, "nsubj")) and not children(verb, "dobj")

"""What is said: the content of a cue in the parse, as token indices."""

from spacy.tokens import Token

from dateline.extract.statements.cues import Cue
from dateline.extract.statements.speakers import SUBJECTS, is_passive

CLAUSES = {"ccomp", "xcomp"}
# What belongs to a cue's own clause rather than to its content.
OWN = {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "prt", "agent", "expl"}


def content_of(verb: Token, cue: Cue) -> list[int]:
    """Return the indices of the tokens of a cue's content, in order; empty where it has none."""
    if cue.pos == "noun":
        return noun_content(verb, cue)
    if cue.pos == "adj":
        return clause_content(verb, cue) or prepositions(verb, cue)
    return (
        clause_content(verb, cue)
        or passive_content(verb, cue)
        or tag_content(verb, cue)
        or object_content(verb, cue)
    )


def clause_content(verb: Token, cue: Cue) -> list[int]:
    """Return a finite clause, an infinitive or a gerund that the cue governs."""
    for child in verb.children:
        if child.dep_ not in CLAUSES:
            continue
        if form(child) in cue.frames or (form(child) == "obj_inf" and "inf" in cue.frames):
            return subtree(child)
    return []


def form(clause: Token) -> str:
    """Return the frame a clause fills: that, inf, obj_inf, ing or small."""
    kids = {child.dep_ for child in clause.children}
    if any(child.tag_ == "TO" for child in clause.children):
        return "obj_inf" if kids & SUBJECTS else "inf"
    if clause.pos_ not in {"VERB", "AUX"}:
        return "that" if kids & {"cop", "mark"} else "small"
    if clause.tag_ == "VBG" and not kids & {"aux", "nsubj"}:
        return "ing"
    return "that" if kids & (SUBJECTS | {"expl", "aux", "mark"}) else "bare"


def passive_content(verb: Token, cue: Cue) -> list[int]:
    """Return what a passive is said of: its subject ("the attack was condemned by ...")."""
    if "noun" not in cue.frames or not is_passive(verb):
        return []
    for child in verb.children:
        if child.dep_ == "nsubjpass":
            return sorted({*subtree(child), *prepositions(verb, cue)})
    return []


def tag_content(verb: Token, cue: Cue) -> list[int]:
    """Return the sentence that a tag interrupts or follows: "It was, he said, a mistake"."""
    if "that" not in cue.frames or verb.dep_ not in {"parataxis", "ccomp", "advcl", "dep"}:
        return []
    if not any(child.dep_ in SUBJECTS for child in verb.children):
        return []
    if verb.dep_ != "parataxis" and not between_commas(verb):
        return []
    return subtree(verb.head, without=set(subtree(verb)))


def between_commas(verb: Token) -> bool:
    """Tell whether a clause is set off: punctuation before it, and after it or its end."""
    doc = verb.doc
    before, after = verb.left_edge.i - 1, verb.right_edge.i + 1
    left = before >= 0 and doc[before].text in {",", "—", "–", "-"}
    inner = doc[verb.right_edge.i].is_punct
    right = after >= len(doc) or doc[after].is_punct or inner
    return left and right


def object_content(verb: Token, cue: Cue) -> list[int]:
    """Return the object, with the phrases that belong to it."""
    found: set[int] = set()
    wanted = {"dobj", "attr"} if "noun" in cue.frames else set()
    if "small" in cue.frames:
        wanted |= {"dobj", "oprd", "acomp"}
    for child in verb.children:
        if child.dep_ in wanted:
            found.update(subtree(child))
    tail = prepositions(verb, cue)
    if "as" in cue.frames or "noun_as" in cue.frames:
        tail += [i for child in verb.children if child.lower_ == "as" for i in subtree(child)]
    if "noun_as" in cue.frames and tail:
        found.update(i for child in verb.children if child.dep_ == "dobj" for i in subtree(child))
    return sorted(found.union(tail))


def prepositions(word: Token, cue: Cue) -> list[int]:
    """Return the objects of the prepositions a cue takes ("called for", "accused of")."""
    found: list[int] = []
    for child in word.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in cue.prepositions:
            found.extend(i for i in subtree(child) if i != child.i)
    return found


def noun_content(noun: Token, cue: Cue) -> list[int]:
    """Return what a cue noun holds: "his claim that ...", "a promise to ..."."""
    for child in noun.children:
        if child.dep_ in {"acl", "ccomp", "relcl", "advcl"} and child.i > noun.i:
            shape = form(child)
            marked = any(kid.dep_ == "mark" and kid.lower_ == "that" for kid in child.children)
            if (shape == "that" and marked and "that" in cue.frames) or (
                shape == "inf" and "inf" in cue.frames
            ):
                return subtree(child)
    return prepositions(noun, cue) if owner(noun) else []


def owner(noun: Token) -> Token | None:
    """Return whose claim, denial or promise a noun is: "his", "Moscow's", "by Moscow"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            return next((kid for kid in child.children if kid.dep_ == "pobj"), None)
    return None


def subtree(token: Token, without: set[int] | None = None) -> list[int]:
    """Return the indices below a token, in order."""
    barred = without or set()
    return [t.i for t in token.subtree if t.i not in barred]

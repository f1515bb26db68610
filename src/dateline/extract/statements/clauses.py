"""What is said: the content of a cue in the parse, as token indices."""

from dateline.extract.statements.cues import ASSERTIVE, Cue
from dateline.extract.statements.speakers import SUBJECTS, is_passive
from dateline.parse.words import Word

# Phrases after an object that the parser hangs on the verb: "praised efforts to", "cited X as".
OF_OBJECT = {"of", "for", "as", "to", "against", "over", "about", "from", "into", "with"}
CLAUSES = {"ccomp", "xcomp"}
# "He said it failed because ..." is his; "when asked" would be the report's.
GOES_ON = {"because", "while", "if", "unless", "until", "although", "though", "since", "whereas"}
# Cues whose passive is said of its subject ("is expected to leave"), not to it ("was told").
OF_SUBJECT = {"accuse", "believe", "claim", "want"}
# "Accused X on Friday of Y": when it was said is no part of what was said.
WHEN = {"DATE", "TIME"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
ASIDES = {"relcl", "acl", "advcl"}


def content_of(verb: Word, cue: Cue) -> list[int]:
    """Return the indices of the tokens of a cue's content, in order; empty where it has none."""
    if cue.pos == "noun":
        return noun_content(verb, cue)
    if cue.pos == "adj":
        return clause_content(verb, cue) or prepositions(verb, cue)
    if is_passive(verb) and cue.name in OF_SUBJECT:
        return passive_clause(verb, cue)
    return (
        clause_content(verb, cue)
        or passive_content(verb, cue)
        or tag_content(verb, cue)
        or object_content(verb, cue)
    )


def clause_content(verb: Word, cue: Cue) -> list[int]:
    """Return the clauses, infinitives or gerunds that the cue governs: those after it, or before.

    Where a clause follows the cue, what stands before it is another sentence's.
    """
    fit = [child for child in verb.children if fits(child, cue)]
    right = [child for child in fit if child.i > verb.i]
    if not right:
        return subtree(fit[-1]) if fit else []
    found = {i for child in right for i in subtree(child)}
    first, last = right[0].left_edge.i, max(found)
    told = "obj_inf" in cue.frames and form(right[0]) == "inf"
    for child in verb.rights:
        is_object = told and child.dep_ in {"dobj", "dative"}
        is_more = child.i > last and goes_on(child)
        if is_object or is_more or first < child.i < last:
            found.update(subtree(child))
    return sorted(found)


def fits(child: Word, cue: Cue) -> bool:
    """Tell whether a cue takes a clause as its content."""
    shape = form(child)
    if child.dep_ == "advcl":
        asked = cue.name == "ask" and any(kid.lower_ in {"if", "whether"} for kid in child.lefts)
        return asked or (
            shape == "inf" and "inf" in cue.frames and child.left_edge.i > child.head.i
        )
    if child.dep_ not in CLAUSES:
        return False
    if shape == "inf" and "obj_inf" in cue.frames:
        return "inf" in cue.frames or any(kid.dep_ == "dobj" for kid in child.head.children)
    if shape == "obj_inf" and "that" in cue.frames and child.right_edge.i < child.head.i - 1:
        return child.doc[child.right_edge.i + 1].text == ","  # "Peru to expel envoys, Lima says"
    return shape in cue.frames or (shape == "obj_inf" and "inf" in cue.frames)


def goes_on(clause: Word) -> bool:
    """Tell whether a clause after a content belongs to it: "because ...", "and that ..."."""
    marks = {"advcl": GOES_ON, "conj": {"that", "whether"}}.get(clause.dep_, set())
    return any(kid.dep_ == "mark" and kid.lower_ in marks for kid in clause.lefts)


def form(clause: Word) -> str:
    """Return the frame a clause fills: that, inf, obj_inf, ing or small."""
    kids = {child.dep_ for child in clause.children}
    if any(child.tag_ == "TO" for child in clause.children):
        return "obj_inf" if kids & SUBJECTS else "inf"
    if clause.pos_ not in {"VERB", "AUX"}:
        return "that" if kids & {"cop", "mark"} else "small"
    if clause.tag_ == "VBG" and not kids & {"aux", "nsubj"}:
        return "ing"
    return "that" if kids & (SUBJECTS | {"expl", "aux", "mark"}) else "bare"


def passive_clause(verb: Word, cue: Cue) -> list[int]:
    """Return the subject of a passive with what is held of it: "X is expected to leave"."""
    held = clause_content(verb, cue) or object_content(verb, cue)
    if not held:
        return passive_content(verb, cue)
    subject = (child for child in verb.children if child.dep_ == "nsubjpass")
    return sorted({*held, *(i for child in subject for i in subtree(child))})


def passive_content(verb: Word, cue: Cue) -> list[int]:
    """Return what a passive is said of: its subject ("the attack was condemned by ...")."""
    if "noun" not in cue.frames or not is_passive(verb):
        return []
    for child in verb.children:
        if child.dep_ == "nsubjpass":
            return sorted({*subtree(child), *prepositions(verb, cue)})
    return []


def tag_content(verb: Word, cue: Cue) -> list[int]:
    """Return the sentence that a tag interrupts or follows: "It was, he said, a mistake"."""
    if "that" not in cue.frames or cue.name not in ASSERTIVE:
        return []
    if verb.dep_ not in {"parataxis", "ccomp", "advcl", "dep"}:
        return []
    if not any(child.dep_ in SUBJECTS for child in verb.children):
        return []
    if verb.dep_ != "parataxis" and not between_commas(verb):
        return []
    return subtree(verb.head, without=set(subtree(verb)))


def open_content(verb: Word, cue: Cue) -> list[int]:
    """Return what a plain verb of saying says where the parse lost its clause.

    The rest of the sentence after "he said", or, at its end, what stands before ", he said".
    """
    if not cue.frames >= {"that", "quote"} or "noun" in cue.frames or is_passive(verb):
        return []
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return []
    sent = verb.sent
    after = list(range(verb.i + 1, sent.end))
    if subject.i < verb.i and holds_clause(verb, after):
        return after
    start = min(verb.i, subject.left_edge.i)
    before = list(range(sent.start, start))
    set_off = start > sent.start and verb.doc[start - 1].text == ","
    return before if set_off and holds_clause(verb, before) else []


def holds_clause(verb: Word, tokens: list[int]) -> bool:
    """Tell whether tokens hold a finite verb beside its subject, not in a relative clause."""
    doc = verb.doc
    return any(
        doc[i].pos_ in {"VERB", "AUX"} and doc[i].tag_ in FINITE and doc[i].dep_ not in ASIDES
        for i in tokens
    )


def between_commas(verb: Word) -> bool:
    """Tell whether a clause is set off: punctuation before it, and after it or its end."""
    doc = verb.doc
    before, after = verb.left_edge.i - 1, verb.right_edge.i + 1
    left = before >= 0 and doc[before].text in {",", "—", "–", "-"}
    inner = doc[verb.right_edge.i].is_punct
    right = after >= len(doc) or doc[after].is_punct or inner
    return left and right


def object_content(verb: Word, cue: Cue) -> list[int]:
    """Return the object, with the phrases that belong to it."""
    found: set[int] = set()
    wanted = {"dobj", "attr"} if "noun" in cue.frames else set()
    if "small" in cue.frames:
        wanted |= {"dobj", "oprd", "acomp"}
    tail = prepositions(verb, cue)
    if "as" in cue.frames or "noun_as" in cue.frames:
        tail += [i for child in verb.children if child.lower_ == "as" for i in subtree(child)]
    if "noun_as" in cue.frames and tail:
        wanted |= {"dobj"}
    for child in verb.children:
        follows = bool(found) and child.left_edge.i == max(found) + 1
        if child.dep_ in wanted or (follows and child.lower_ in OF_OBJECT):
            found.update(subtree(child))
    return sorted(found.union(tail))


def prepositions(word: Word, cue: Cue) -> list[int]:
    """Return the objects of the prepositions a cue takes ("called for", "accused of")."""
    found: list[int] = []
    for child in word.children:
        dated = any(kid.ent_type_ in WHEN for kid in child.children)
        if child.dep_ in {"prep", "dative"} and child.lower_ in cue.prepositions and not dated:
            found.extend(i for i in subtree(child) if i != child.i)
    return found


def noun_content(noun: Word, cue: Cue) -> list[int]:
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


def owner(noun: Word) -> Word | None:
    """Return whose claim, denial or promise a noun is: "his", "Moscow's", "by Moscow"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            return next((kid for kid in child.children if kid.dep_ == "pobj"), None)
    return None


def subtree(token: Word, without: set[int] | None = None) -> list[int]:
    """Return the indices below a token, in order."""
    barred = without or set()
    return [t.i for t in token.subtree if t.i not in barred]

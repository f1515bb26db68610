"""Which tokens may be cues, and what belongs to each: auxiliaries, addressees, a subject."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract.statements.clauses import owner
from dateline.extract.statements.cues import POS, Cue, cues
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.speakers import is_passive, subject_of

# A verb that the table lacks still reports where it takes a clause with "that".
UNKNOWN = Cue("", "verb", "", "plain", frozenset({"that"}), frozenset())
# The noun of a tag's speaker stands within so many words of the cue.
BESIDE = 8


def candidates(layout: Layout, carried: dict[int, list[int]]) -> Iterator[tuple[Token, Cue]]:
    """Give each token that may be a cue: known words outside direct speech, verbs with "that"."""
    known = cues()
    for token in layout.doc:
        pos = POS.get(token.pos_)
        if pos is None:
            continue
        if token.i in carried:
            yield token, known.get((token.lemma_.lower(), "verb"), UNKNOWN)
            continue
        if layout.inside[token.i] >= 0:
            continue
        cue = known.get((token.lemma_.lower(), pos))
        if cue is not None:
            yield token, cue
        elif pos == "verb" and takes_that(token):
            yield token, UNKNOWN


def takes_that(verb: Token) -> bool:
    """Tell whether a verb governs a clause that begins with "that"."""
    return any(
        child.dep_ == "ccomp" and any(kid.lower_ == "that" for kid in child.lefts)
        for child in verb.rights
    )


def speakers_of(token: Token, cue: Cue, layout: Layout, *, quoted: bool) -> list[Token]:
    """Return the heads of the speaker's phrases; empty where nobody is named."""
    if cue.pos == "noun":
        holder = owner(token)
        return [holder] if holder is not None else light_subject(token)
    found = subject_of(token)
    return found or (nearest(token, layout) if quoted else [])


def light_subject(noun: Token) -> list[Token]:
    """Return the subject of the verb whose object a cue noun is: "issued a warning that"."""
    if noun.dep_ in {"dobj", "pobj", "attr"}:
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if verb.pos_ in {"VERB", "AUX"} and not is_passive(verb):
            return subject_of(verb)
    return []


def nearest(cue: Token, layout: Layout) -> list[Token]:
    """Return the noun beside a tag's cue, where the parse gives no subject."""
    doc = cue.doc
    for step in (1, -1):
        stop = max(-1, min(len(doc), cue.i + step * BESIDE))
        for i in range(cue.i + step, stop, step):
            token = doc[i]
            if layout.inside[i] >= 0 or (token.is_punct and step == 1):
                break
            if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.dep_ not in {"compound", "poss"}:
                return [token]
    return []


def cue_tokens(token: Token) -> tuple[int, ...]:
    """Return the cue with its auxiliaries, negation and particle."""
    own = [t.i for t in token.children if t.dep_ in {"aux", "auxpass", "neg", "prt"}]
    return tuple(sorted([token.i, *own]))


def addressees(token: Token, cue: Cue) -> tuple[int, ...]:
    """Return the heads of whom a statement is addressed to."""
    found: list[int] = []
    for child in token.children:
        below = [kid.i for kid in child.children if kid.dep_ in {"pobj", "nsubj"}]
        if child.dep_ in {"dobj", "dative"} and cue.frames & {"addr", "obj_inf"}:
            found.extend(below or [child.i])
        elif child.lower_ == "to" or (child.dep_ in {"ccomp", "xcomp"} and "obj_inf" in cue.frames):
            found.extend(below)
    return tuple(found)

"""Which tokens may be cues, and what belongs to each: auxiliaries, addressees, a subject."""

from collections.abc import Iterator

from dateline.extract.statements.clauses import owner
from dateline.extract.statements.cues import POS, Cue, cues, lemma_of
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.speakers import is_passive, own_subject, subject_of
from dateline.extract.statements.tags import INTRODUCE
from dateline.parse.words import Word

# A verb that the table lacks still reports where it takes a clause with "that".
UNKNOWN = Cue("", "verb", "", "plain", frozenset({"that"}), frozenset())
# The noun of a tag's speaker stands within so many words after the cue, or before it.
BESIDE, REACH = 8, 40
# "Would say", "might ask": what nobody has said.
IRREAL = {"would", "could", "may", "might", "should"}
# Classes of cue that keep their sense where nobody is named: "was accused of", "is feared".
IMPERSONAL = {"accuse", "ask", "believe", "claim", "demand", "warn"}
# Classes of cue whose object is another's word: "denied reports that".
OF_OTHERS = {"accuse", "ask", "deny", "oppose"}
NOMINAL = {"NOUN", "PROPN", "PRON"}
FINITE = {"VBD", "VBZ", "VBP"}
SUBJECT_OF_CLAUSE = {"nsubj", "nsubjpass"}
# Places a speaker's noun may have where the parse went wrong.
NAMES = {
    "nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "ROOT", "npadvmod", "conj", "dep",
    "advmod", "oprd",
}  # fmt: skip
# What the parser makes of a subject whose verb it took for a noun: "the editorial read".
MISTAKEN = {"compound", "amod", "nmod"}


def candidates(layout: Layout, carried: dict[int, list[int]]) -> Iterator[tuple[Word, Cue]]:
    """Give each token that may be a cue: known words outside direct speech, verbs with "that"."""
    known = cues()
    for token in layout.doc:
        pos = POS.get(token.pos_)
        if pos is None or token.lower_ == "according":
            continue
        if token.i in carried:
            verb = known.get((lemma_of(token), "verb"), UNKNOWN)
            yield token, known.get((lemma_of(token), pos), verb)
            continue
        if layout.inside[token.i] >= 0 or token.i in layout.long:
            continue
        cue = known.get((lemma_of(token), pos))
        if cue is not None:
            yield token, cue
        elif token.pos_ == "VERB" and token.is_alpha and takes_that(token):
            yield token, UNKNOWN


def is_asserted(token: Word, cue: Cue, layout: Layout) -> bool:
    """Tell whether a cue is said to have happened: not "would say", "a plan to ask"."""
    if cue.pos != "verb":
        return True
    modals = (kid for kid in token.lefts if kid.tag_ == "MD" and layout.inside[kid.i] < 0)
    if any(modal.lower_ in IRREAL for modal in modals):
        return False
    return not (token.dep_ in {"acl", "relcl"} and token.tag_ == "VB")


def is_impersonal(token: Word, cue: Cue) -> bool:
    """Tell whether a passive without agent is still someone's word: "is expected to leave"."""
    return is_passive(token) and token.dep_ != "acl" and cue.name in IMPERSONAL


def takes_that(verb: Word) -> bool:
    """Tell whether a verb governs a clause that begins with "that"."""
    return any(
        child.dep_ == "ccomp" and any(kid.lower_ == "that" for kid in child.lefts)
        for child in verb.rights
    )


def speakers_of(
    token: Word, cue: Cue, layout: Layout, first_quote: tuple[int, int] | None
) -> list[Word]:
    """Return the heads of the speaker's phrases; empty where nobody is named.

    `first_quote`: the tokens of the first quotation that the cue carries, if any. Where the parse
    gives a tag no subject outside the marks, it is the noun beside the cue.
    """
    if cue.pos == "noun":
        holder = owner(token)
        return [holder] if holder is not None else light_subject(token)
    if first_quote is not None and token.tag_ == "VBN" and not has_agent(token):
        own = own_subject(token)
        found = [own] if own is not None else []
    else:
        found = subject_of(token)
    if not found and token.tag_ in FINITE and not is_passive(token):
        found = nearest(token)
    if first_quote is not None and first_quote[0] > token.i and is_loose(token):
        main = own_subject(token.sent.root)
        found = [main] if main is not None and main.i < token.i else found
    found = [head for head in found if layout.inside[head.i] < 0]
    if not found and first_quote is not None and first_quote[0] > token.i and token.tag_ == "VBG":
        main = own_subject(token.sent.root)
        found = [main] if main is not None and layout.inside[main.i] < 0 else []
    if not found and first_quote is not None:
        found = beside(token, layout, first_quote)
    if token.tag_ == "VBG":
        found += [head for head in doer(token) if head not in found]
    return found


def nearest(verb: Word) -> list[Word]:
    """Return the name or pronoun right before a verb that the parse left without a subject."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    return [before] if before is not None and before.pos_ in {"PROPN", "PRON"} else []


def is_loose(verb: Word) -> bool:
    """Tell whether a participle after a comma is joined to a clause within the sentence's own.

    "He was angry about those who left after the talks, saying": the parser takes the nearest verb,
    the writer means the first.
    """
    before = verb.left_edge.i - 1
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or before < 0:
        return False
    if verb.doc[before].text not in INTRODUCE:
        return False
    return any(
        above.dep_ == "relcl" or any(kid.lower_ == "where" for kid in above.lefts)
        for above in verb.ancestors
    )


def has_agent(verb: Word) -> bool:
    """Tell whether a participle is a passive for sure."""
    return any(child.dep_ in {"auxpass", "agent", "nsubjpass"} for child in verb.children)


def doer(participle: Word) -> list[Word]:
    """Return who does a participle where two may: the noun before it, the verb's subject above.

    "He emailed supporters saying ..." is his word; "footage of her saying ..." is hers.
    """
    if participle.i == 0:
        return []
    before = participle.doc[participle.i - 1]
    found = [before] if before.pos_ in NOMINAL and before.dep_ in NAMES else []
    noun = participle.head
    if participle.dep_ == "acl" and noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        found += subject_of(noun.head)
    return found


def light_subject(noun: Word) -> list[Word]:
    """Return the subject of the verb whose object a cue noun is: "issued a warning that".

    Who denies, attacks or asks about a claim is not the one who makes it.
    """
    if noun.dep_ not in {"dobj", "pobj", "attr"}:
        return []
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    cue = cues().get((lemma_of(verb), "verb"))
    if verb.pos_ not in {"VERB", "AUX"} or is_passive(verb) or (cue and cue.name in OF_OTHERS):
        return []
    return subject_of(verb)


def beside(cue: Word, layout: Layout, quote: tuple[int, int]) -> list[Word]:
    """Return the noun of a tag that the parse gives no subject.

    After a quotation: the first between it and the cue, else the first after the cue. Before one:
    the nearest subject to the left, else the nearest noun.
    """
    doc = cue.doc
    reaches: tuple[range, ...]
    if quote[1] <= cue.i:
        reaches = (range(quote[1], cue.i), range(cue.i + 1, min(len(doc), cue.i + BESIDE)))
        wanted = NAMES
    else:
        left = range(cue.i - 1, max(cue.sent.start, cue.i - REACH) - 1, -1)
        turned = range(cue.i + 1, quote[0])
        reaches, wanted = (left, left, turned), SUBJECT_OF_CLAUSE
    for reach in reaches:
        for i in reach:
            token = doc[i]
            if layout.inside[i] >= 0 and cue.tag_ == "VBG" and i < cue.i:
                continue
            if layout.inside[i] >= 0 or (token.is_punct and i > cue.i):
                break
            if token.pos_ in NOMINAL and token.dep_ in wanted:
                return [token]
        wanted = NAMES
    return neighbour(cue, layout, quote)


def neighbour(cue: Word, layout: Layout, quote: tuple[int, int]) -> list[Word]:
    """Return the word right beside the cue of a tag, where the tagger takes a name for no noun."""
    if quote[1] > cue.i:
        return []
    for i in (cue.i - 1, cue.i + 1):
        if quote[1] <= i < len(cue.doc) and layout.inside[i] < 0 and cue.doc[i].is_alpha:
            token = cue.doc[i]
            if token.is_title or (i < cue.i and token.dep_ in MISTAKEN):
                return [token]
    return []


def cue_tokens(token: Word) -> tuple[int, ...]:
    """Return the cue with its auxiliaries, negation and particle."""
    own = [t.i for t in token.children if t.dep_ in {"aux", "auxpass", "neg", "prt"}]
    return tuple(sorted([token.i, *own]))


def addressees(token: Word, cue: Cue) -> tuple[int, ...]:
    """Return the heads of whom a statement is addressed to."""
    found: list[int] = []
    for child in token.children:
        below = [kid.i for kid in child.children if kid.dep_ in {"pobj", "nsubj"}]
        if child.dep_ in {"dobj", "dative"} and cue.frames & {"addr", "obj_inf"}:
            found.extend(below or [child.i])
        elif child.lower_ == "to" or (child.dep_ in {"ccomp", "xcomp"} and "obj_inf" in cue.frames):
            found.extend(below)
    return tuple(found)

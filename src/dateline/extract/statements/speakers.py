"""Whose words they are: the speaker of a cue in the parse, as a full noun phrase."""

from dateline.parse.words import Word

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
# How far up to look for a subject: "urged X, saying that ..., adding that ...".
CLIMB = 6
# Between a report's place line and its first sentence.
DASHES = {"-", "–", "—", "--"}
RELATIVE = {"who", "which", "that", "whom"}


def subject_of(verb: Word) -> list[Word]:
    """Return the heads of who does a verb.

    A participle, infinitive or second verb takes the subject of the verb above it; a relative
    pronoun brings its antecedent; a passive has the agent of its by-phrase, or nobody.
    """
    if is_passive(verb):
        return agents(verb)
    here = verb
    for _ in range(CLIMB):
        found = own_subject(here)
        if found is not None:
            return with_antecedent(found, here)
        if here.dep_ in {"acl", "relcl"}:
            return [here.head]
        if here.dep_ in {"ROOT", "csubj", "parataxis"}:
            return []
        here = here.head
    return []


def own_subject(verb: Word) -> Word | None:
    """Return the subject that hangs on a verb itself."""
    known = [
        kid for kid in verb.children if kid.dep_ in SUBJECTS and kid.lower_ not in {"it", "there"}
    ]
    before = [kid for kid in known if kid.i < verb.i]
    if known:
        return before[-1] if before else known[0]
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.lower_ == "it" and not is_passive(verb):
            return child
    return None


def with_antecedent(subject: Word, verb: Word) -> list[Word]:
    """Put the antecedent before a relative pronoun."""
    if subject.lower_ in RELATIVE and verb.dep_ == "relcl":
        return [verb.head, subject]
    if subject.lower_ == "who" and subject.i and subject.nbor(-1).pos_ in {"NOUN", "PROPN"}:
        # A clause that the parser took for the sentence's own: "an official who spoke ... said".
        return [subject.nbor(-1), subject]
    return [subject]


def is_passive(verb: Word) -> bool:
    """Tell whether a verb is in the passive."""
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children):
        return True
    return verb.dep_ in {"acl", "advcl"} and not any(kid.dep_ == "aux" for kid in verb.children)


def agents(verb: Word) -> list[Word]:
    """Return the by-phrase's noun of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return [noun for noun in child.children if noun.dep_ == "pobj"]
    return []


def phrase(head: Word, barred: set[int]) -> tuple[int, int]:
    """Return the tokens of a speaker's noun phrase, start and end, around `head`.

    It stops at the cue and its content (`barred`), and ends on a word.
    """
    doc = head.doc
    start, end = head.i, head.i + 1
    while start > head.left_edge.i and start - 1 not in barred:
        start -= 1
    while end <= head.right_edge.i and end not in barred:
        end += 1
    for child in head.rights:
        aside = child.dep_ in {"acl", "advcl"} and child.tag_ == "VBG"
        if (
            aside
            and head.i < child.left_edge.i - 1 < end
            and doc[child.left_edge.i - 1].text == ","
        ):
            end = child.left_edge.i - 1
            break
    while end - 1 > head.i and (doc[end - 1].is_punct or doc[end - 1].is_space):
        if doc[end - 1].text in {")", "]"}:
            break
        end -= 1
    for i in range(head.i - 1, start, -1):
        if doc[i].text in DASHES and doc[i].spaced and doc[i - 1].spaced:
            start = i + 1
            break
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    if start > 1 and doc[start - 1].text == "(":
        start = max(doc[start - 2].left_edge.i, head.sent.start)
    return start, end

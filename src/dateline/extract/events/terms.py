"""What is told of an act in the sentences after it: the numbers of a treaty, how long talks took.

"They signed the pact. It limits each country to 1,550 warheads"; "They met in Lima. The talks
lasted two hours": the number and the length are values of the signing and of the meeting, so that
reports that give others can be told apart.
"""

from collections.abc import Iterator, Sequence

import msgspec

from dateline.extract.base import span_of
from dateline.extract.events import lexicon
from dateline.extract.events.details import durations
from dateline.model import Detail, Mention, Time
from dateline.parse.words import Slice, Word

MADE = frozenset({"AGREE", "SUPPORT"})
# How many sentences after the one that tells of it may say what it sets.
REACH = 3
THEY = frozenset({"they", "it"})
PAPER = frozenset({"document", "text", "it"})
NOUNS = frozenset({"NOUN", "PROPN"})
# What may stand between a number and what it counts.
BETWEEN = frozenset({"JJ", "VBN", "VBD", "NN", "NNS", "NNP", "NNPS"})
# What follows is what was before.
BEFORE = frozenset({"against", "from", "than", "instead", "down"})
DATED = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})


def with_terms(
    mentions: list[Mention], sents: Sequence[Slice], times: Sequence[Time], report_id: str
) -> list[Mention]:
    """Return mentions, treaties with the numbers that they set, talks with how long they took."""
    starts = {sent.start_char: n for n, sent in enumerate(sents)}
    found = []
    for mention in mentions:
        at = starts.get(mention.evidence.start)
        if at is None or not mention.reciprocal or mention.status != "happened":
            found.append(mention)
        elif mention.event_type == "CONSULT":
            found.append(with_length(mention, sents[at + 1 : at + REACH + 1], times))
        elif is_treaty(mention, sents[at]):
            found.append(with_numbers(mention, sents[at : at + REACH + 1], report_id))
        else:
            found.append(mention)
    return found


def with_length(mention: Mention, near: Sequence[Slice], times: Sequence[Time]) -> Mention:
    """Return talks with how long one of the next sentences says that "the talks" lasted."""
    if any(detail.field == "duration" for detail in mention.details):
        return mention
    for sent in near:
        if any(lasted(token) for token in sent) and (found := durations(sent, times)):
            return msgspec.structs.replace(mention, details=(*mention.details, *found))
    return mention


def lasted(verb: Word) -> bool:
    """Tell whether a verb says how long talks were."""
    if verb.lemma_.lower() not in lexicon.classes()["lasting"]:
        return False
    talks = lexicon.classes()["talkwords"] | lexicon.classes()["phones"]
    return any(
        child.dep_ == "nsubj" and (child.lemma_.lower() in talks or child.lower_ in THEY)
        for child in verb.children
    )


def with_numbers(mention: Mention, near: Sequence[Slice], report_id: str) -> Mention:
    """Return a mention with the numbers of the first sentence that sets any."""
    details = next((told for sent in near if (told := terms(sent, report_id))), ())
    return msgspec.structs.replace(mention, details=(*mention.details, *details))


def is_treaty(mention: Mention, sent: Slice) -> bool:
    """Tell whether a mention is of a treaty, with no number of its own."""
    if mention.event_type not in MADE or any(one.field == "number" for one in mention.details):
        return False
    return any(is_pact(token) for token in sent)


def is_pact(token: Word) -> bool:
    """Tell whether a word is one for a treaty."""
    return token.lemma_.lower() in lexicon.classes()["pacts"]


def terms(sent: Slice, report_id: str) -> tuple[Detail, ...]:
    """Return the numbers that a sentence says a treaty sets, "1,550 warheads" and what follows."""
    verbs = (token for token in sent if token.lemma_.lower() in lexicon.classes()["limits"])
    verb = next((token for token in verbs if sets(token)), None)
    return tuple(numbers(verb, report_id)) if verb is not None else ()


def sets(verb: Word) -> bool:
    """Tell whether a treaty limits: "the pact allows", "under the document they will cut"."""
    for child in verb.children:
        if child.dep_ == "nsubj" and (is_pact(child) or child.lower_ in PAPER):
            return True
        if child.dep_ == "prep" and child.lower_ in {"under", "by"} and child.i < verb.i:
            return any(is_pact(noun) or noun.lower_ in PAPER for noun in child.children)
    return False


def numbers(verb: Word, report_id: str) -> Iterator[Detail]:
    """Yield what a verb of limiting counts: "1,550 deployed warheads", "cut warheads to 1,550".

    By the order of the words: the parse of such lists is often wrong.
    """
    doc, end = verb.doc, verb.sent.end
    at = verb.i + 1
    while at < end and doc[at].lower_ not in BEFORE:
        last = counted(doc[at])
        if last is not None:
            first = min(at, last.i)
            span = span_of(doc, report_id, first, max(at, last.i) + 1)
            yield Detail(field="number", value=f"{doc[at].text} {last.text}", span=span)
            at = max(at, last.i)
        at += 1


def counted(number: Word) -> Word | None:
    """Return the noun that a number counts: the last of those after it, or the one before "to"."""
    if number.tag_ != "CD" or number.ent_type_ in DATED:
        return None
    last = None
    for token in number.doc[number.i + 1 : number.sent.end]:
        if token.tag_ not in BETWEEN:
            break
        if token.pos_ in NOUNS:
            last = token
    before = number.doc[number.i - 2] if number.i - 2 >= number.sent.start else None
    if last is None and before is not None and number.nbor(-1).lower_ == "to":
        return before if before.pos_ in NOUNS else None
    return last

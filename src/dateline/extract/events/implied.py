"""Sides of material acts that the clause leaves out, as the rest of the sentence has them."""

from collections.abc import Iterator

from dateline.extract.events import lexicon
from dateline.extract.events.args import arguments, is_passive, objects
from dateline.extract.events.decide import Verdict
from dateline.extract.events.frame import Frame, Slot
from dateline.extract.events.page import Page
from dateline.extract.events.places import place_of, state_actor
from dateline.extract.events.resolve import Side, acting, belongs, known_to_act, side
from dateline.extract.events.tree import PARTICIPLES
from dateline.parse.words import Word

# Acts aimed at somebody though the clause may not say at whom: forces at a border, a crowd.
AIMED = frozenset({"MOBILIZE", "PROTEST"})
# Acts whose object may be unnamed ("the captain whom Peru had arrested").
DONE_TO = frozenset({"COERCE", "ASSAULT", "SANCTION", "RETREAT", "AID"})
# Acts whose other side may stand deep in what they are about ("the ban on sales to Peru").
ABOUT = frozenset({"CONCEDE", "AGREE", "REJECT", "SUPPORT", "REQUEST", *DONE_TO, *AIMED})
# The least strength of a verb's frame whose target may be the other state that a sentence names,
# wherever it stands. On our development sentences it finds 7 for each that it invents.
SURELY = {"AID": 11, "SANCTION": 11, "RETREAT": 11, "CONCEDE": 11, "ASSAULT": 12, "COERCE": 12}
# What a state imposes on its own land.
AT_HOME = frozenset({"curfew", "martial-law", "censor"})
PLACED = frozenset({"AID", "RETREAT", "SUPPORT"})
SENT = frozenset({"AID", "COOPERATE"})
SAYING = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN", "REQUEST"})
# What a second verb does to whom the first one acts on.
SHARED = frozenset({"THREATEN", "AGREE", "REQUEST", "ACCUSE", "REJECT"})
# Words that may be said to whom the sentence says that they were told.
TOLD = frozenset({"AGREE", "REJECT", "SUPPORT", "REQUEST", "CONCEDE", "THREATEN", "ACCUSE"})
# Words whose other side may stand in the clause that says what they are about.
SPOKEN = frozenset({"AGREE", "REJECT", "SUPPORT", "REQUEST", "CONCEDE"})
BELOW = frozenset({"relcl", "acl", "advcl", "pcomp"})
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "conj", "parataxis"})
LOOSE = CLAUSES - {"relcl"}
KNOWN = frozenset({
    "the", "its", "their", "his", "her", "whose", "that", "this", "these", "those",
})  # fmt: skip
DEEP = 6
OWNERS = frozenset({"its", "their", "his", "her"})
THEM = frozenset({"him", "her", "them", "both"})
# Slots that hold means, not sides.
BESIDE = frozenset({"with", "by", "over", "about"})
# What is done to a person of no known state is done to the other state of the sentence.
FREED = frozenset({"AID", "RETREAT"})
# The strength of a verb's frame whose rule names more than the verb.
SPECIFIC = 12
# What is said of a state "in" a capital is said by those who rule there.
SPOKEN_AT = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
BY_LAND = frozenset(
    {("COERCE", "seize"), ("COERCE", "arrest"), ("RETREAT", "release"), ("SANCTION", "expel")}
)


def implied_target(frame: Frame, verdict: Verdict, source: Side, page: Page) -> Side:
    """Return whom an act is done to where its arguments name no other state.

    First the one other state named within them; then, for acts that are always aimed at somebody
    and those done to a pronoun or to something already known, the one of the whole sentence.
    """
    if len(source.states()) != 1:
        return Side()
    if verdict.root == "ACCUSE":
        # "Condemned the coup in the capital".
        blamed = [t for slot in frame.target if slot.name == "obj" for t in slot.tokens]
        found = within(blamed, source, page, CLAUSES, lands=True)
        if found:
            return found
    hearer = told_to(frame, source, page) if verdict.root in TOLD else Side()
    found = hearer or named_beyond(frame, verdict, source, page)
    found = found or shared(frame, verdict, source, page)
    least = SURELY.get(verdict.root)
    told = (
        verdict.status != "hypothetical"
        and verdict.mode not in AT_HOME
        and any(acting(token) or page.resolver.at(token) is not None for token in frame.source)
    )
    if not found and verdict.root in SAYING and told:
        found = said_about(frame, verdict.root, source, page)
    if found or frame.noun or not told or least is None or frame.strength < least:
        return found
    return not_speaker(page.resolver.other_in(frame.head.sent, source), frame, page)


def named_thing(slot: Slot) -> bool:
    """Tell whether a slot holds a thing of its own: "put the blame on Western wars"."""
    return slot.name in {"on", "at", "against", "to"} and any(
        token.pos_ == "NOUN" for token in slot.tokens
    )


def own_heard(frame: Frame) -> bool:
    """Tell whether words are said to the speaker's own people: "warned its citizens"."""
    return any(
        kid.lower_ in OWNERS
        for slot in frame.target
        if slot.name in {"obj", "iobj"}
        for token in slot.tokens
        for kid in token.children
    ) and frame.root in {"THREATEN", "REQUEST"}


def said_about(frame: Frame, root: str, source: Side, page: Page) -> Side:
    """Return the one other state of a sentence where words are about something of it.

    "A voyage that Peru has denounced", "swore revenge": on whom the rest of the sentence says.
    """
    bare = all(ref.kind == "demonym" for ref in source.refs) and not any(
        actor.role for actor in source.actors
    )
    placed = any(slot.sure and slot.name != "obj" for slot in frame.target if named_thing(slot))
    none = frame.op == "deny" or frame.mode == "resign" or "aimed" in frame.flags
    things = [t for slot in frame.target if slot.name == "obj" for t in slot.tokens]
    if any(t.pos_ == "PROPN" or acting(t) for t in things):
        # "Questioned lawyers", "sued the Times": they are whom the words are said to.
        return Side()
    if root == "SUPPORT" and not any(t.pos_ == "PRON" or known_to_act(t) for t in things):
        # "Welcomed the expulsion of ten" is no support of those.
        return Side()
    of = frame.noun and any(token.head.lower_ == "of" for token in frame.source)
    named = frame.recip or (of and root != "REQUEST") or (root == "REQUEST" and not frame.noun)
    if none or placed or named or own_heard(frame) or (bare and not frame.noun):
        return Side()
    found = page.resolver.other_in(frame.head.sent, source)
    lands = all(actor.country and actor.country not in source.states() for actor in found.actors)
    return not_speaker(found, frame, page) if lands else Side()


def shared(frame: Frame, verdict: Verdict, source: Side, page: Page) -> Side:
    """Return whom the verb before it acts on: "called on Peru to go and offered talks"."""
    token = frame.head
    if verdict.root not in SHARED or frame.noun:
        return Side()
    while token.dep_ in {"ccomp", "xcomp"} and token.head.pos_ in {"VERB", "AUX"}:
        token = token.head
    if token.dep_ != "conj" or any(kid.dep_ == "nsubj" for kid in token.children):
        return Side()
    args = arguments(token.head)
    to = [noun for prep, noun in args.preps if prep in {"on", "to", "at", "with", "against"}]
    other = page.resolver.side([*args.obj, *args.iobj]) or page.resolver.side(to)
    known = len(other.states()) == 1 and not other.states() & source.states()
    return other if known and not any(actor.role == "IGO" for actor in other.actors) else Side()


def named_beyond(frame: Frame, verdict: Verdict, source: Side, page: Page) -> Side:
    """Return whom the act's words, or the whole sentence, name beside the doer."""
    if verdict.root not in ABOUT:
        return Side()
    if verdict.root == "MOBILIZE" and frame.strength < SPECIFIC and not frame.noun:
        # What is "deployed" may be software.
        return Side()
    leaves = (verdict.root, verdict.mode) == ("RETREAT", "withdraw")
    spoken = verdict.root in SPOKEN
    tokens = [
        t for slot in frame.target
        # "Pledged at a meeting in Peru": not to Peru.
        if slot.name not in BESIDE and not (spoken and slot.name == "at" and not slot.sure)
        for t in slot.tokens
    ]  # fmt: skip
    tokens += frame.source if leaves else []
    tokens += open_clause(frame, verdict)
    # "Pledged to rebuild the city": what is promised is done there.
    inner = frame.inner
    deed = inner is not None and inner.root in PLACED
    lands = not spoken or "due" in frame.flags or (deed and verdict.root == "AGREE")
    found = within(tokens, source, page, CLAUSES, lands=lands)
    found = found or within(tokens, source, page, LOOSE, lands=lands)
    found = found or spoken_to(frame, source, page)
    if found or verdict.root in {"CONCEDE", "COOPERATE"}:
        return found
    if verdict.root == "MOBILIZE":
        return page.resolver.other_in(frame.head.sent, source)
    if frame.head.dep_ in BELOW:
        known = unnamed(frame, KNOWN) or (frame.head.dep_ == "acl" and frame.strength >= SPECIFIC)
    else:
        known = (frame.noun and frame.sourced) or (verdict.root in FREED and unnamed(frame))
    if verdict.root in AIMED or leaves or (verdict.root in DONE_TO and known):
        return not_speaker(page.resolver.other_in(frame.head.sent, source), frame, page)
    return Side()


def spoken_to(frame: Frame, source: Side, page: Page) -> Side:
    """Return who "him" is in "called the president to congratulate him"."""
    above = frame.head.head
    pronoun = any(t.lower_ in THEM for slot in frame.target for t in slot.tokens)
    if not pronoun or frame.head.dep_ not in {"xcomp", "advcl"} or above.pos_ != "VERB":
        return Side()
    to = [noun for prep, noun in arguments(above).preps if prep == "to"]
    other = page.resolver.side(objects(above)) or page.resolver.side(to)
    return other if other and not other.states() & source.states() else Side()


def told_to(frame: Frame, source: Side, page: Page) -> Side:
    """Return who is told of an act: "would answer, the general told Peru"."""
    token = frame.head
    while token.dep_ in {"ccomp", "conj", "xcomp", "acomp"} and token.head.pos_ in {"VERB", "AUX"}:
        token = token.head
        if token.lemma_ in lexicon.classes()["telling"]:
            other = page.resolver.side(objects(token))
            return other if other and not other.states() & source.states() else Side()
    return Side()


def open_clause(frame: Frame, verdict: Verdict) -> list[Word]:
    """Return the head of what somebody agrees or refuses to do, where that is no known act.

    "Agreed to extend the terms of its loan to Peru", not "vowed to absorb half of Peru".
    """
    clause = frame.clause
    if clause is None or not frame.op or frame.op == "vow" or clause.tag_ != "VB":
        return []
    return [clause] if verdict.root in {"AGREE", "REJECT"} and frame.inner is None else []


def within(
    tokens: list[Word], source: Side, page: Page, clauses: frozenset[str], *, lands: bool
) -> Side:
    """Return the one other state that some arguments name, or (`lands`) whose place they name.

    `clauses`: dependencies that are left out. Words are spoken in a place, not to it.
    """
    words = [each for token in tokens for each in below(token, 0, clauses)]
    found = [ref for word in words for ref in [page.resolver.at(word)] if ref is not None]
    other = side(
        ref for ref in found
        if not {belongs(actor) for actor in ref.actors if actor.code} <= source.states()
    )  # fmt: skip
    if other:
        return other if len(other.states()) == 1 else Side()
    if not lands:
        return Side()
    heads = {ref.head: ref.place.country for ref in page.places if ref.place.country}
    named = {heads[word.i] for word in words if word.i in heads} - source.states()
    return land(str(named.pop())) if len(named) == 1 else Side()


def below(token: Word, depth: int, clauses: frozenset[str]) -> Iterator[Word]:
    """Yield a token and what it governs, some clauses left out."""
    yield token
    for child in token.children:
        if child.dep_ not in clauses and depth < DEEP and child.lower_ not in PARTICIPLES:
            yield from below(child, depth + 1, clauses)


def unnamed(frame: Frame, words: frozenset[str] = frozenset()) -> bool:
    """Tell whether what is acted on is a pronoun, a person's name, or a thing already known."""
    found = [t for slot in frame.target if slot.name in {"obj", "iobj"} for t in slot.tokens]
    return any(
        token.ent_type_ == "PERSON"
        or (words and (token.pos_ in {"PRON", "PROPN"}
                       or any(each.lower_ in words for each in token.children)))
        for token in found
    )  # fmt: skip


def implied_source(frame: Frame, verdict: Verdict, page: Page) -> Side:
    """Return who does what is only said to be done: a crowd's land, or where it is done.

    Captives are freed by the other state that the sentence names.
    """
    if frame.noun:
        return Side()
    if verdict.root == "PROTEST":
        return crowd(frame, page)
    if verdict.root in SENT and is_passive(frame.head) and not frame.source:
        return things_of(frame, page)
    here = bodies(frame, page)
    freed = (verdict.root, verdict.mode) == ("RETREAT", "release")
    if here or not (is_passive(frame.head) or freed) or frame.source:
        return here
    if verdict.root in SPOKEN_AT and not frame.op and verdict.status == "happened":
        return here_at(frame, page)
    return by_land(frame, verdict, page) if (verdict.root, verdict.mode) in BY_LAND else here


def things_of(frame: Frame, page: Page) -> Side:
    """Return whose what is sent is: "three French radars were shipped to Peru"."""
    beside = (
        kid
        for slot in frame.target
        if slot.name == "obj"
        for token in slot.tokens
        for kid in token.children
        if kid.dep_ in {"amod", "compound", "nmod"}
    )
    refs = (page.resolver.at(kid) for kid in beside)
    return side(ref for ref in refs if ref is not None and ref.kind == "demonym")


def by_land(frame: Frame, verdict: Verdict, page: Page) -> Side:
    """Return who did a deed of a state that is only said to have been done."""
    if verdict.mode == "expel":
        verbs = [frame.head, *([frame.clause] if frame.clause is not None else ())]
        pairs = [pair for verb in verbs for pair in arguments(verb).preps]
        left = [noun for prep, noun in pairs if prep in {"of", "from"}]
        return page.resolver.side(left)
    if verdict.mode == "release":
        freed = page.resolver.target(frame, Side(), deed=True)
        return page.resolver.other_in(frame.head.sent, freed) if freed else Side()
    return here_at(frame, page)


def here_at(frame: Frame, page: Page) -> Side:
    """Return the state where an act is placed."""
    place = place_of(frame, page.places)
    return Side() if place is None or place.country is None else land(place.country)


def bodies(frame: Frame, page: Page) -> Side:
    """Return the state of a body that is named by its role alone: "In Lima, MPs denounced ..."."""
    known = lexicon.classes()["organs"]
    if not any(token.lemma_.lower() in known and plain(token) for token in frame.source):
        return Side()
    first = min(token.i for token in frame.source)
    if not any(kid.dep_ == "prep" and kid.i < first for kid in frame.head.children):
        return Side()
    return here_at(frame, page)


def plain(noun: Word) -> bool:
    """Tell whether a noun stands without words that may say whose it is."""
    return all(child.dep_ in {"det", "nummod", "prep"} for child in noun.children)


def crowd(frame: Frame, page: Page) -> Side:
    """Return the state of people who are called a crowd and no more: "crowds in Arequipa"."""
    crowds = lexicon.classes()["crowds"]
    mob = [token for token in frame.source if token.lemma_.lower() in crowds]
    heads = {ref.head: ref.place.country for ref in page.places if ref.place.country}
    named = [heads[each.i] for token in mob for each in below(token, 0, CLAUSES) if each.i in heads]
    place = place_of(frame, page.places) if mob else None
    if named and named[0]:
        return land(named[0])
    return Side() if place is None or place.country is None else land(place.country)


def land(code: str) -> Side:
    """Return a state as a side."""
    return Side((state_actor(code),))


def not_speaker(other: Side, frame: Frame, page: Page) -> Side:
    """Return a side unless it only says what was done."""
    said = page.statements.at(frame.head.i)
    if frame.head.dep_ == "relcl":
        # "Demanded the return of the crew whom Peru had arrested": the speaker's.
        return other
    if said is None or said.speaker is None or not said.speaker.code:
        return other
    return Side() if belongs(said.speaker) in other.states() else other

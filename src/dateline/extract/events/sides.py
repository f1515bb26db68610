"""Who acts on whom: the two sides of an act, from the sentence or from what was said before."""

from dataclasses import dataclass

from dateline.extract.events import lexicon
from dateline.extract.events.args import is_passive, subject
from dateline.extract.events.clauses import tells
from dateline.extract.events.decide import Verdict
from dateline.extract.events.discourse import ADDRESSED, answers, points_back
from dateline.extract.events.frame import Frame
from dateline.extract.events.implied import implied_source, implied_target
from dateline.extract.events.page import Page
from dateline.extract.events.places import land_of
from dateline.extract.events.resolve import Side, belongs, known_to_act, side
from dateline.extract.events.status import Modality
from dateline.model import Scope
from dateline.parse.words import Word

# Types that are events although nobody is named as their target: words, said to the world.
SAID = frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST"})
ALLEGE = ("ACCUSE", "allege")
VISIT = ("CONSULT", "visit")
# Roles whose words, said to nobody that is known, are no matter between states.
PRIVATE = frozenset({"AGR", "BUS", "CVL", "JRN", "EDU", "MED", "LAB", "JUD", "REF"})
COMMON = frozenset({"AGR", "BUS", "CVL", "MED", "LAB", "EDU"})
# Roles that do no violence for a state: schools, press, doctors, business, workers, churches.
PEACEFUL = frozenset({"EDU", "JRN", "MED", "BUS", "SOC", "LAB", "REL"})
# Slots whose noun phrase names the target, known or not.
NAMED = frozenset({"obj", "iobj", "against", "on", "to", "into", "clause", "with", "at", "of"})
PRONOUNS = frozenset({"it", "them", "him", "her"})
# What people do to those of another state, and for them.
CIVIL = frozenset({"AID", "PROTEST"})
# What only those do together who act for states.
TOGETHER = frozenset({"COOPERATE", "CONSULT", "AGREE"})
PAIR = 2
MATERIAL = frozenset({2, 4})


@dataclass(slots=True)
class Sides:
    """The two sides of an act; `described`: the word for a target that is no known actor."""

    source: Side
    target: Side
    recip: bool
    scope: Scope = "between"
    described: Word | None = None


def sides_of(frame: Frame, verdict: Verdict, seen: Modality, page: Page) -> Sides | None:
    """Find who acts on whom; None where the record has no place for it, as a private journey."""
    found = None if people_apart(frame, page) else found_sides(frame, verdict, seen, page)
    if found is not None and not found.recip and visits(frame, verdict) and private(found.source):
        return None
    return found


def found_sides(frame: Frame, verdict: Verdict, seen: Modality, page: Page) -> Sides | None:
    """Find who acts on whom, from the sentence or from what was said before it."""
    resolver = page.resolver
    source = resolver.source(frame)
    if not source:
        source = page.talk.pair(frame) or content_subject(frame, verdict, page)
        source = source or implied_source(frame, verdict, page) or announcer(frame, verdict, page)
    if frame.recip:
        both = resolver.both(frame, source)
        if len(both.states()) > 1:
            return refused(frame, verdict, source, both) or Sides(both, both, recip=True)
        # Who agrees that something is so, with no other state, only thinks it.
        thinks = frame.clause is not None and tells(frame.clause)
        if frame.root == "CONSULT" or thinks:
            return None
    peaceful = all(actor.role in PEACEFUL for actor in source.actors)
    press = all(actor.role == "JRN" for actor in source.actors)
    press = press or absolves(frame, source, page)
    if not source or press or (verdict.root == "ASSAULT" and peaceful):
        return None
    deed = lexicon.quads()[verdict.root] in MATERIAL
    target = done_to(frame, source, page, deed=deed)
    if target.states() <= source.states() and (deed or visits(frame, verdict)):
        land = side(land_of(frame, page.places))
        target = target if land.states() <= source.states() else land
    alone = target.states() <= source.states()
    together(frame, verdict, source, target)
    if alone and len(source.states()) > 1 and verdict.root in {"AGREE", "REJECT", "COOPERATE"}:
        # Two who failed to agree: neither refused the other.
        agreed = verdict.root != "REJECT"
        mutual = frame.inner is not None and frame.inner.recip
        if agreed or mutual:
            return Sides(source, source, recip=True) if agreed else None
    if alone:
        target = implied_target(frame, verdict, source, page) or target
    apart = verdict.root == "THREATEN" and target.states() <= source.states()
    if (apart and not warned(frame)) or (not target and verdict.status == "conditional"):
        # "Would defend its land if Peru crossed the line" threatens Peru; so helps what it asks.
        target = resolver.spoken_of(seen.condition, source) or target
    both_left = parted(frame, verdict, source, target) or massed(frame, verdict, source, target)
    home = bool(target) and target.states() <= source.states() and not both_left
    apart = (
        verdict.root not in CIVIL and private(source) and (private(target) or adjectival(target))
    )
    if home or (target and apart):
        return None
    return Sides(source, source if both_left else target, recip=both_left)


def refused(frame: Frame, verdict: Verdict, source: Side, both: Side) -> Sides | None:
    """Return who refuses whom what is mutual: "Peru would not sign a treaty with Chile"."""
    others = side(ref for ref in both.refs if ref not in source.refs)
    if verdict.root != "REJECT" or frame.root == "REJECT" or not source or not others:
        return None
    return Sides(source, others, recip=False)


def done_to(frame: Frame, source: Side, page: Page, *, deed: bool) -> Side:
    """Return whom the words of an act name as its target.

    "Peru dismissed the charges", "the demand": these are to Peru, and the answer is to who made
    them.
    """
    target = page.resolver.target(frame, source, deed=deed)
    if frame.clause is not None and tells_on(frame) and only_bodies(target):
        # "Told the United Nations that Peru was behind it": the body only hears it.
        blamed = page.resolver.side(subject(frame.clause))
        if len(blamed.states()) == 1 and not blamed.states() & source.states():
            return blamed
    inner = frame.inner
    answer = answers(frame) or (frame.op == "refuse" and inner is not None and inner.noun)
    return Side() if answer and target.states() <= source.states() else target


def tells_on(frame: Frame) -> bool:
    """Tell whether the clause of words says whom they blame."""
    return frame.root == "ACCUSE" and any("clause=" in rule for rule in frame.rules)


def only_bodies(one: Side) -> bool:
    """Tell whether a side is of organisations of states alone."""
    return bool(one.actors) and all(actor.role == "IGO" for actor in one.actors)


def massed(frame: Frame, verdict: Verdict, source: Side, target: Side) -> bool:
    """Tell whether two states move troops against each other: "both massed guns on the border"."""
    if verdict.root != "MOBILIZE" or len(source.states()) != PAIR or frame.noun:
        return False
    if not target.states() <= source.states():
        return False
    edges = lexicon.classes()["edges"] | lexicon.classes()["borders"]
    return any(token.lemma_.lower() in edges for slot in frame.target for token in slot.tokens)


def together(frame: Frame, verdict: Verdict, source: Side, target: Side) -> None:
    """Make cooperation of what the forces of two states do together, against nobody."""
    alone = target.states() <= source.states() and frame.head.dep_ not in {"amod", "acl"}
    if massed(frame, verdict, source, target):
        return
    # "Each country deployed ten" is no joint act.
    each = any(kid.lower_ == "each" for token in frame.source for kid in token.children)
    pair = len(source.states()) == PAIR and not each
    if alone and source.refs and verdict.root == "MOBILIZE" and pair:
        verdict.root, verdict.mode = "COOPERATE", ""
        verdict.rules.append("forces of two states, against nobody")


def people_apart(frame: Frame, page: Page) -> bool:
    """Tell whether people who speak for no state do something together: boxers who train."""
    if not frame.recip or frame.noun or not frame.source or frame.root not in TOGETHER:
        return False
    return all(
        page.resolver.at(token) is None and token.pos_ == "NOUN" and not known_to_act(token)
        for token in frame.source
    )


def common(one: Side) -> bool:
    """Tell whether a side is people without any office."""
    return all(actor.role in COMMON for actor in one.actors)


def private(one: Side) -> bool:
    """Tell whether a side has no power and speaks for no state: a company, a school, people."""
    return all(actor.role in PRIVATE for actor in one.actors)


def visits(frame: Frame, verdict: Verdict) -> bool:
    """Tell whether an act is a visit, or is about one: one planned, or called off."""
    inner = frame.inner
    about_one = inner is not None and (inner.root, inner.mode) == VISIT
    return about_one or VISIT in {(verdict.root, verdict.mode), (frame.root, frame.mode)}


def warned(frame: Frame) -> bool:
    """Tell whether somebody is warned, and no mere audience: "warned its citizens that ..."."""
    audience = lexicon.classes()["audience"]
    heard = (each for each in frame.head.children if each.dep_ in {"dobj", "dative"})
    return frame.op == "threaten" and any(each.lemma_.lower() not in audience for each in heard)


def parted(frame: Frame, verdict: Verdict, source: Side, target: Side) -> bool:
    """Tell whether two states withdraw from each other: "both took their troops from the lake".

    Two who leave a third country are not: what they leave is named, or called a country.
    """
    if (verdict.root, verdict.mode) != ("RETREAT", "withdraw") or len(source.states()) != PAIR:
        return False
    left = [token for slot in frame.target if slot.name != "obj" for token in slot.tokens]
    third = any(token.lemma_ in {"country", "nation"} or token.ent_type_ == "GPE" for token in left)
    return target.states() <= source.states() and not third and bool(left)


def absolves(frame: Frame, source: Side, page: Page) -> bool:
    """Tell whether words that deny something speak of others only, and are no denial."""
    if "own" not in frame.flags or frame.clause is None:
        return False
    refs = [page.resolver.at(token) for token in frame.clause.subtree]
    named = {belongs(actor) for ref in refs if ref is not None for actor in ref.actors}
    return bool(named) and not named & source.states()


def content_subject(frame: Frame, verdict: Verdict, page: Page) -> Side:
    """Return who is to do what an unknown speaker threatens: "he warned that Peru would answer"."""
    if verdict.root != "THREATEN" or frame.noun:
        return Side()
    found = [slot.tokens for slot in frame.target if slot.name == "clause"]
    return page.resolver.side(found[0], doer=True) if found else Side()


def announcer(frame: Frame, verdict: Verdict, page: Page) -> Side:
    """Return who says that something will be done, where he does not say by whom.

    "Peru said that visas would be refused to Ecuadorians".
    """
    ahead = verdict.status in {"planned", "threatened", "conditional"}
    clause = frame.head
    if frame.noun or not ahead or not is_passive(clause) or clause.dep_ != "ccomp":
        return Side()
    speaks = clause.head.pos_ == "VERB" and not is_passive(clause.head)
    return page.resolver.side(subject(clause.head), doer=True) if speaks else Side()


def addressed(frame: Frame, verdict: Verdict, seen: Modality, sides: Sides, page: Page) -> bool:
    """Give sides without a target the one that the discourse has; tell whether that is an event."""
    if "aimed" in frame.flags:
        return False
    spoken = verdict.root == "THREATEN" or (verdict.root, verdict.mode) == ALLEGE
    spoken = spoken or verdict.root == "REQUEST"
    if spoken and not others_named(frame):
        sides.target = page.resolver.spoken_of(seen.condition, sides.source) or page.resolver.after(
            frame.head, sides.source
        )
        if not sides.target and (points_at(frame) or "complaint" in frame.flags):
            sides.target = page.resolver.other_in(frame.head.sent, sides.source)
    if verdict.root == "COERCE":
        sides.target = page.talk.held(frame, verdict, sides.source)
    sides.target = sides.target or page.talk.addressee(frame, verdict, sides.source)
    return reached(frame, verdict, sides.target) or stands_alone(frame, verdict, sides.source)


def points_at(frame: Frame) -> bool:
    """Tell whether what is acted on is a pronoun: "threatened to ram it"."""
    return any(token.lower_ in PRONOUNS for slot in frame.target for token in slot.tokens)


def others_named(frame: Frame) -> bool:
    """Tell whether words are said to somebody who is no known actor, and no mere audience."""
    audience = lexicon.classes()["audience"]
    return any(
        slot.name in {"obj", "iobj"} and token.pos_ in {"NOUN", "PROPN"}
        and token not in frame.words
        and token.lemma_.lower() not in audience
        for slot in frame.target
        for token in slot.tokens
    )  # fmt: skip


def unresolved(frame: Frame) -> Word | None:
    """Return the noun that names the target, where it is no known actor."""
    for slot in frame.target:
        if slot.name in NAMED and slot.tokens[0].pos_ in {"NOUN", "PROPN"}:
            return slot.tokens[0]
    return None


def reached(frame: Frame, verdict: Verdict, target: Side) -> bool:
    """Tell whether a target that the discourse gave makes an event of an act."""
    if not target or (verdict.root == "AGREE" and opinion(frame)):
        return False
    told = verdict.root in ADDRESSED or verdict.root == "COERCE"
    return points_back(frame) or (told and not frame.noun)


def opinion(frame: Frame) -> bool:
    """Tell whether who agrees or wants only says what he thinks: "agreed that it was late"."""
    return frame.op != "offer" or any(child.dep_ == "ccomp" for child in frame.head.children)


def stands_alone(frame: Frame, verdict: Verdict, source: Side) -> bool:
    """Tell whether an act without a known target is an event: words that say what they are about.

    "Refused to speak of it" is none; "refused to meet", "rejected the proposal" are.
    """
    if frame.noun or private(source) or adjectival(source) or verdict.root not in SAID:
        return False
    if verdict.root == "ACCUSE" and verdict.mode != "allege":
        # Whoever calls "it" reckless accuses nobody that the record could name.
        return named(frame)
    if verdict.root in {"REQUEST", "THREATEN"}:
        said = "ahead" in frame.flags or any("reprisal" in rule for rule in frame.rules)
        return frame.inner is not None or said
    return verdict.root != "REJECT" or frame.op == "deny" or about(frame) is not None


def adjectival(one: Side) -> bool:
    """Tell whether a side is only said to be of a state: "Peruvian growers"."""
    bare = all(not actor.role for actor in one.actors)
    return bare and bool(one.refs) and all(ref.kind == "demonym" for ref in one.refs)


def named(frame: Frame) -> bool:
    """Tell whether what is acted on is named in its own right, not as "it" or "its release"."""
    head = unresolved(frame)
    return head is not None and all(child.dep_ != "poss" for child in head.children)


def about(frame: Frame) -> Word | None:
    """Return what a refusal refuses: an act, or a proposal, demand, accusation."""
    if frame.inner is not None:
        # Not to discuss a subject is to say nothing of it; not to meet is to refuse somebody.
        return None if "topic" in frame.inner.flags else frame.inner.head
    proposals = lexicon.classes()["proposals"]
    return next(
        (t for slot in frame.target for t in slot.tokens if t.lemma_.lower() in proposals), None
    )

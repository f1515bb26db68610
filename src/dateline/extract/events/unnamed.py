"""Acts that no rule names, told as not done or not yet: the classifier says of what type they are.

What was done is told by rules alone. But what a state refrains from, plans, threatens or may do to
another is worth telling whatever the word for it, and is no event that happened.
"""

from collections.abc import Iterator, Sequence

from dateline.extract.events import lexicon
from dateline.extract.events.args import arguments, prepositions, subject
from dateline.extract.events.build import build
from dateline.extract.events.decide import BELOW, Verdict, decide
from dateline.extract.events.frame import Frame, Slot
from dateline.extract.events.implied import CLAUSES, within
from dateline.extract.events.journeys import journeys
from dateline.extract.events.page import Page
from dateline.extract.events.resolve import Side
from dateline.extract.events.sides import Sides
from dateline.extract.events.slots import filled, slots
from dateline.extract.events.status import FUTURE, Modality, modality, settled
from dateline.extract.events.typed import typed, why
from dateline.extract.statements import cue_class
from dateline.model import Mention, Status
from dateline.parse.words import Slice, Word

UNREAL: frozenset[Status] = frozenset(
    {"planned", "threatened", "conditional", "hypothetical", "denied", "negated"}
)
PREDICATES = frozenset({"VERB", "ADJ"})
# Roles that act for a state.
POWER = frozenset({"", "GOV", "MIL", "COP", "LEG", "SPY", "JUD"})
# "What if Peru had kept the port?"
SUPPOSED = frozenset({"what", "imagine", "suppose"})
# What is not said, thought or replied is no act.
SPOKEN = frozenset({"say", "claim", "believe", "report"})
BESIDE = frozenset({"amod", "poss", "compound", "nmod"})
HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj"})
# "How strong is its navy?" asks after what is so.
ASKING = frozenset({"WRB", "WP", "WDT"})
PAIR = 2
# How nouns made of verbs end.
ACTS = ("tion", "sion", "ment", "ing", "al", "ance", "ence", "ure", "age", "ery", "y")


def unnamed(sent: Slice, told: Sequence[Mention], page: Page) -> list[Mention]:
    """Return the act of a sentence between two states, where no mention tells of those two."""
    named = {country for token in sent for country in lands(token, page)}
    inside = (each for each in page.places if sent.start <= each.head < sent.end)
    named |= {each.place.country for each in inside if each.place.country}
    if len(named) < PAIR or sent[0].lower_ in SUPPOSED or (sent[0].tag_ in ASKING and asks(sent)):
        return []
    pairs = [{actor.country for actor in (*each.source, *each.target)} for each in told]
    if any(named <= pair for pair in pairs):
        return []
    for frame in (*journeys(sent), *candidates(sent)):
        source = page.resolver.source(frame)
        if len(source.states()) != 1 or all(each.role not in POWER for each in source.actors):
            continue
        seen = modality(frame)
        if frame.root:
            found = visit(frame, source, seen, page)
            if found and not any(states(found[0]) <= pair for pair in pairs):
                return found
            continue
        if not unreal(seen) or supposed(frame, seen):
            continue
        sides = sides_of(frame, source, seen, page)
        if sides is None:
            continue
        both = sides.source.states() | sides.target.states()
        if any(both <= pair for pair in pairs):
            continue
        frame.root, score = typed(sent.root, sides.source, sides.target)
        frame.rules.append(why(score))
        verdict = decide(frame, seen)
        if verdict.status == "threatened":
            verdict.root, verdict.mode = "THREATEN", ""
        if verdict.status in UNREAL:
            return [settled(part) for part in build(frame, verdict, seen, sides, page)]
    return []


def asks(sent: Slice) -> bool:
    """Tell whether a sentence is a question."""
    return str(sent[-1].text) == "?"


def visit(frame: Frame, source: Side, seen: Modality, page: Page) -> list[Mention]:
    """Return the mention of a visit to come: agreed on, as the codebook has it."""
    target = page.resolver.target(frame, source, deed=True)
    if not target.states() - source.states():
        target = within(frame.target[0].tokens, source, page, CLAUSES, lands=True)
    if len(target.states() - source.states()) != 1:
        return []
    verdict = Verdict("AGREE", "meet", "planned", [*frame.rules])
    if seen.modal or seen.question or seen.governor == "hypothetical":
        verdict = Verdict(frame.root, frame.mode, "hypothetical", [*frame.rules])
    sides = Sides(source, target, recip=False)
    found = [settled(part) for part in build(frame, verdict, seen, sides, page)]
    return [each for each in found if comes(each, frame.head, page)]


def comes(mention: Mention, verb: Word, page: Page) -> bool:
    """Tell whether a visit lies ahead: by its verb, or by its date."""
    ahead = any(kid.dep_ == "aux" and kid.lower_ in FUTURE for kid in verb.children)
    if ahead or verb.lemma_ == "be":
        return True
    day, today = mention.time, page.report.published
    return bool(day and day.latest and today and day.latest > today)


def states(mention: Mention) -> set[str]:
    """Return the states of a mention's sides."""
    return {each.country for each in (*mention.source, *mention.target) if each.country}


def lands(token: Word, page: Page) -> Iterator[str]:
    """Yield the states that a word refers to."""
    ref = page.resolver.at(token)
    for actor in ref.actors if ref is not None else ():
        if actor.country:
            yield actor.country


def candidates(sent: Slice) -> Iterator[Frame]:
    """Yield the predicates of a sentence that have a subject, and nouns that a word governs."""
    effects = lexicon.governors()
    for token in sent:
        if token.pos_ == "NOUN" and token.dep_ in HEADS and act(token):
            yield from nouns(token)
        if token.pos_ not in PREDICATES:
            continue
        args = arguments(token)
        args.subj = args.subj or beyond(token)
        if not args.subj:
            continue
        if token.dep_ == "pcomp" and token.head.lower_ == "against":
            continue
        if effects.get(lexicon.lemma(token), "") not in BELOW or args.iobj:
            yield Frame(
                head=token, words=[token], root="", mode="", rules=["no rule"], source=args.subj,
                target=filled(slots(None, args)), sourced=True, clause=args.clause,
            )  # fmt: skip
            continue
        for noun in (*args.obj, *(each for _, each in args.preps)):
            if noun.pos_ == "NOUN" and act(noun):
                yield Frame(
                    head=noun, words=[noun], root="", mode="", rules=["no rule"], source=args.subj,
                    target=[Slot(prep, [each]) for prep, each in prepositions(noun) or args.preps],
                    noun=True, sourced=True,
                )  # fmt: skip


def act(noun: Word) -> bool:
    """Tell whether a noun names an act by its form or because some rule knows it."""
    lemma = noun.lemma_.lower()
    return lemma.endswith(ACTS) or lemma in lexicon.rules("nouns")


def beyond(verb: Word) -> list[Word]:
    """Return who does a gerund that hangs on an adverb: "held back from condemning it"."""
    above = verb.head.head
    if verb.dep_ != "pcomp" or above.dep_ not in {"advmod", "prt"}:
        return []
    return subject(above.head)


def nouns(noun: Word) -> Iterator[Frame]:
    """Yield the frame of a noun between two sides: "no Peruvian landing in Chile"."""
    own = [kid for kid in noun.children if kid.dep_ in BESIDE]
    pairs = prepositions(noun)
    source = own or [each for prep, each in pairs if prep in {"by", "of", "between", "from"}]
    target = [Slot(prep, [each]) for prep, each in pairs if each not in source]
    if not source and noun.dep_ in {"nsubj", "attr"}:
        # "No sanctions on Peru followed": by whom the rest of the sentence says.
        source = [each for each in noun.sent.root.children if each.dep_ == "nsubj" and each != noun]
    if source and target:
        yield Frame(
            head=noun, words=[noun], root="", mode="", rules=["no rule"], source=source,
            target=target, noun=True, sourced=True,
        )  # fmt: skip


def unreal(seen: Modality) -> bool:
    """Tell whether an act is told as not done or not yet."""
    return bool(
        seen.negated or seen.future or seen.would or seen.modal or seen.in_condition
        or seen.question or seen.governor in BELOW
    )  # fmt: skip


def supposed(frame: Frame, seen: Modality) -> bool:
    """Tell whether an act stands in an "if" clause, is asked for, or is only spoken of."""
    if (seen.in_condition and not asked_whether(frame.head)) or seen.governor == "asked":
        return True
    lemma = lexicon.lemma(frame.head)
    if (frame.head.dep_ == "acl" and not has_plans(frame.head)) or lemma in lexicon.classes()[
        "stative"
    ]:
        return True
    return cue_class(lemma) in SPOKEN


def has_plans(verb: Word) -> bool:
    """Tell whether an infinitive hangs on what somebody has: "has plans to see"."""
    noun = verb.head
    return verb.tag_ == "VB" and noun.dep_ == "dobj" and noun.head.lemma_ == "have"


def asked_whether(verb: Word) -> bool:
    """Tell whether a verb stands in a "whether" clause."""
    return any(kid.lower_ == "whether" for word in (verb, *verb.ancestors) for kid in word.children)


def sides_of(frame: Frame, source: Side, seen: Modality, page: Page) -> Sides | None:
    """Find who would act on whom: two states, or who acts for them.

    A place is a target only of what was not done or only may be: "will meet in Lima" is about none.
    """
    target = page.resolver.target(frame, source, deed=True)
    ahead = seen.future or seen.would
    if not target.states() - source.states():
        tokens = [token for slot in frame.target for token in slot.tokens]
        target = within(tokens, source, page, CLAUSES, lands=not ahead)
    if (
        not target
        and not frame.noun
        and not any(each.pos_ == "PRON" for slot in frame.target for each in slot.tokens)
    ):
        # "Will halt its tests if Peru calls off its drills".
        target = page.resolver.spoken_of(seen.condition, source)
    feared = frame.noun and seen.governor == "hypothetical"
    if not target and (seen.question or feared or (seen.negated and not ahead)):
        target = page.resolver.other_in(frame.head.sent, source)
    if len(target.states()) != 1 or target.states() <= source.states():
        return None
    return Sides(source, target, recip=False)

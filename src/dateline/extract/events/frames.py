"""Acts in a sentence: which word, which rule, who does it, to whom; before actors are known."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.extract.events import lexicon
from dateline.extract.events.about import SETTLES, complements, continued
from dateline.extract.events.args import (
    Args,
    agents,
    arguments,
    children,
    conjuncts,
    governor_subject,
    objects,
    prepositions,
)
from dateline.extract.events.calls import by_phone
from dateline.extract.events.frame import Frame, Slot
from dateline.extract.events.joint import joint
from dateline.extract.events.lexicon import Rule
from dateline.extract.events.match import INSIDE, noun_rule, verb_rule
from dateline.extract.events.nouns import (
    GIVEN,
    accused,
    answered,
    answerers,
    bidden,
    doers_above,
    retort,
    said_of,
    thanked,
)
from dateline.extract.events.slots import filled, slots, slots_named
from dateline.extract.events.status import modality
from dateline.parse.words import Slice, Word

# Governed acts that are part of what their governor says and are not told on their own.
CONSUMES = frozenset({"offer", "plan", "vow", "ask", "refuse", "threaten", "stop", "deny"})
# Words under which an answer that is to come is a threat.
ANNOUNCES = frozenset({"threaten", "offer", "plan", "vow"})
# What one side does to a thing of both: it breaks off talks, asks for them.
TURNS = frozenset({"stop", "refuse", "ask", "threaten"})
CARRIES = frozenset({"in", "on", "under", "into", "to", "for", "at"})
COOPERATIVE = frozenset({1, 2})
# Words by which somebody binds himself, and the worst of what he may bind himself not to do.
WILLED, CONFLICT = frozenset({"offer", "vow", "plan"}), 4
OTHERS = frozenset({"other", "another"})
# Requirements that name no word.
PLAIN = (lexicon.ANYTHING, lexicon.NOTHING)
# The root of rules that say a word is no event there ("released a report").
NO_EVENT = "-"


@dataclass(slots=True)
class Found:
    """The frames of one sentence, and the tokens whose acts are told by others."""

    frames: list[Frame] = field(default_factory=list)
    consumed: set[int] = field(default_factory=set)


def noun_frame(noun: Word, rule: Rule) -> Frame:
    """Make the frame of a noun that names an act, from what stands beside it."""
    pairs = prepositions(noun)
    # "The expulsion of diplomats by Peru": the parser may hang the doer on the diplomats.
    ends = {"by", *rule.target} - {"of"}
    pairs += [pair for _, each in pairs for pair in prepositions(each) if pair[0] in ends]
    owners = () if thanked(noun) else children(noun, "poss")
    own = [each for owner in owners for each in conjuncts(owner)]
    named = [each for prep, each in pairs if prep in rule.source]
    beside = [child for child in noun.children if child.dep_ in {"amod", "compound", "nmod"}]
    first = [each for prep, each in pairs if prep in rule.source and prep != "of"]
    blamed = accused(noun)
    source = first or own or named or blamed
    if not source and rule.recip and rule.root == "COOPERATE":
        # "Police of both arrested ten in a joint raid."
        source = blamed = governor_subject(noun, 0)
    if not source and retort(noun):
        source = blamed = governor_subject(noun, 0)
    source = source or doers_above(noun, rule.op)
    source = source or beside
    target = [
        Slot(slot, [each for prep, each in pairs if prep == slot and each not in source], sure=True)
        for slot in rule.target
    ]
    if first and own:
        target.append(Slot("poss", own))
    if blamed and not retort(noun):
        target += [Slot("obj", objects(verb)) for verb in children(noun, "relcl")]
    inner = None
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VB":
            inner = verb_frame(child)
    if rule.op:
        target += said_of(noun)
    if inner is not None and rule.op == "plan":
        target += inner.target
    if rule.op or rule.root in GIVEN or thanked(noun):
        target += answerers(noun)
    frame = Frame(
        head=noun, words=[noun], root=rule.root, mode=rule.mode, rules=[f"noun {rule.name}"],
        source=source, target=filled(target), recip=rule.recip, op=rule.op,
        contexts=rule.contexts, flags=rule.flags, inner=inner, noun=True,
        strength=rule.needs, sourced=bool(named or own or blamed) or source is not beside,
    )  # fmt: skip
    return governed(frame)


def governed(frame: Frame) -> Frame:
    """Let a word that bears on the act below it (refuse, agree, threaten) decide the whole."""
    inner = frame.inner
    if not frame.op:
        return frame
    if inner is None or not inner.root:
        if "weak" in frame.flags:
            frame.root = ""
        return frame
    outcome = lexicon.combine(frame.op, inner.root, inner.mode)
    if frame.op in WILLED and lexicon.quads()[inner.root] == CONFLICT and is_negated(inner):
        outcome = ("AGREE", "")  # "agreed not to attack"
    if outcome is None:
        frame.root = "" if "weak" in frame.flags else frame.root
        return frame
    frame.root, mode = outcome
    frame.mode = mode or (frame.mode if frame.op not in CONSUMES else "")
    frame.contexts = tuple(dict.fromkeys((*frame.contexts, *inner.contexts)))
    frame.recip = frame.recip and inner.recip if frame.op == "ask" else frame.recip
    frame.rules += [f"{frame.op} over {inner.root}", *inner.rules]
    return frame


def is_negated(frame: Frame) -> bool:
    """Tell whether a verb is denied by a word of its own: "not to attack"."""
    return not frame.noun and any(child.dep_ == "neg" for child in frame.head.children)


def noun_below(verb: Word, args: Args) -> tuple[Word, Rule] | None:
    """Find a noun that names an act among a verb's object and "under attack", "on strike"."""
    # "Put Peru on notice", but not "set up a group on threats".
    puts = not args.obj or verb.lemma_.lower() in lexicon.classes()["putting"]
    under = [noun for prep, noun in args.preps if prep in CARRIES and puts and not bidden(noun)]
    for noun in [*args.obj, *under]:
        # "A round of talks" is talks.
        counted = noun.lemma_.lower() in lexicon.classes()["quantities"]
        # "Held two days of talks".
        counted |= noun in args.obj and noun.lemma_.lower() in lexicon.classes()["spells"]
        inside = [each for prep, each in prepositions(noun) if prep == "of"] if counted else []
        for each in [*inside, noun]:
            rule = noun_rule(each)
            if rule is not None:
                return each, rule
    return None


def verb_frame(verb: Word, above: tuple[int, ...] = ()) -> Frame | None:
    """Make the frame of a verb or predicate adjective, or None where it names no act.

    `above`: the verbs whose frames are being made, since a parse may name each of two verbs as the
    clause of the other.
    """
    if verb.i in above:
        return None
    above = (*above, verb.i)
    lemma = lexicon.lemma(verb)
    if lemma not in lexicon.rules("verbs") and lemma not in lexicon.light():
        return None
    args = arguments(verb)
    rule = verb_rule(verb, args)
    below = noun_below(verb, args)
    inner = noun_frame(*below) if below else None
    effect = lexicon.light().get(lemma, "")
    bare = rule is not None and not rule.needs and not rule.op
    if rule is not None and not (bare and effect and inner is not None):
        ill = "ill" in rule.flags
        silent = rule.root == NO_EVENT or (ill and friendly(args.clause, above))
        return ruled(verb, args, rule, inner, above) if not silent else None
    if inner is None or not inner.root or not effect or foreseen(verb):
        return None
    return lent(verb, args, inner, effect)


def foreseen(verb: Word) -> bool:
    """Tell whether what is said of a subject is only to come: "is due in Lima for talks"."""
    effects = lexicon.governors()
    return verb.lemma_ == "be" and any(
        effects.get(kid.lemma_.lower()) == "planned" for kid in children(verb, "acomp")
    )


def friendly(clause: Word | None, above: tuple[int, ...]) -> bool:
    """Tell whether a clause tells of cooperation, in words or deeds."""
    frame = verb_frame(clause, above) if clause is not None else None
    return frame is not None and bool(frame.root) and lexicon.quads()[frame.root] in COOPERATIVE


def opponents(args: Args) -> list[Word]:
    """Return whom those hurt fought: "four were killed in a clash with Peruvian troops"."""
    fights = lexicon.classes()["fights"]
    found = [noun for prep, noun in args.preps if prep in {"in", "during"}]
    return [
        each
        for noun in found
        if noun.lemma_.lower() in fights
        for prep, each in prepositions(noun)
        if prep in {"with", "against"}
    ]


def ruled(verb: Word, args: Args, rule: Rule, inner: Frame | None, above: tuple[int, ...]) -> Frame:
    """Make the frame of a verb with a rule of its own."""
    below = args.clause
    if rule.op:
        # "Reserved the right to leave": the object's infinitive is what the verb is about.
        open_ = (each for thing in args.obj for each in children(thing, "acl")
                 if any(to.lower_ == "to" for to in children(each, "aux")))  # fmt: skip
        below = below or next(open_, None)
        governs = verb_frame(below, above) if below is not None else None
        if governs is None and below is not None and inner is not None:
            # "Pledged at a meeting in Peru to put up more": not a meeting.
            inner = inner if inner.head.dep_ == "dobj" else None
        inner = governs or inner
        if inner is not None and "ahead" in inner.flags and rule.op not in ANNOUNCES:
            inner = None
    target = slots(rule, args)
    source = args.subj
    if rule.source:
        source = [each for slot in slots_named(rule.source, args) for each in slot]
    if not source and args.passive and "local" in rule.flags:
        source = [noun for prep, noun in args.preps if prep == "in"]
    if not source and args.passive and rule.root == "ASSAULT":
        source = opponents(args)
    if not source and args.passive and (rule.root == "MOBILIZE" or rule.mode == "withdraw"):
        source = args.obj
    spoken = args.clause is not None and (
        args.clause.dep_ == "ccomp" or args.clause == verb.head or rule.op == "ask"
    )
    if args.clause is not None and spoken:
        inside = children(args.clause, "nsubj", "nsubjpass")
        if rule.op == "threaten":
            # "Warned that an attack on Peru ...": not Peru, but whoever may attack.
            hostile = lexicon.classes()["provocations"]
            inside = [
                each for token in inside
                for each in (agents(token) if token.lemma_.lower() in hostile else [token])
            ]  # fmt: skip
        target.append(Slot("clause", [each for token in inside for each in conjuncts(token)]))
    if inner is not None and rule.op:
        target += inner.target
    particles = [child for child in verb.children if child.dep_ == "prt"]
    things = args.obj[:1] if rule.object and rule.object not in PLAIN else []
    return governed(
        Frame(
            head=verb, words=[verb, *particles, *things], root=rule.root, mode=rule.mode,
            rules=[f"verb {rule.name}"], source=source, target=filled(target),
            recip=rule.recip or mutual(target), op=rule.op, contexts=rule.contexts,
            flags=rule.flags, inner=inner if rule.op else None, strength=10 + rule.needs,
            sourced=bool(source),
            clause=below,
        )
    )  # fmt: skip


def mutual(target: list[Slot]) -> bool:
    """Tell whether an act is done to each other, or to one another."""
    return any(
        (token.lower_ in OTHERS and any(kid.lower_ in {"each", "one"} for kid in token.children))
        or (token.lower_ == "one" and any(kid.lower_ == "another" for kid in token.children))
        for slot in target
        for token in slot.tokens
    )


def lent(verb: Word, args: Args, inner: Frame, effect: str) -> Frame | None:
    """Make the frame of a noun under a verb that lends it its subject ("launch an attack")."""
    if effect == "ask" and args.oprd:
        # "Called the shootings an act of terror" asks for none.
        return None
    turned = effect in TURNS and bool(args.subj)
    frame = Frame(
        head=verb, words=[verb, inner.head], root=inner.root, mode=inner.mode,
        rules=[f"light {verb.lemma_}", *inner.rules],
        source=args.subj or inner.source, target=[*inner.target, *slots(None, args)],
        recip=inner.recip and not turned, contexts=inner.contexts, inner=inner,
        strength=8 + inner.strength,
        sourced=bool(args.subj) or inner.sourced,
    )  # fmt: skip
    if frame.recip and inner.target and inner.target[0].name == "between":
        frame.source, frame.target = inner.target[0].tokens, []
        frame.mode = frame.mode or ("third-party" if args.subj else "")
    if effect == "get":
        by = [noun for prep, noun in args.preps if prep in {"from", "by"}]
        frame.source, frame.target = by or inner.source, filled([Slot("subj", args.subj)])
    elif effect == "do":
        frame.op = inner.op
    else:
        outcome = lexicon.combine(effect, inner.root, inner.mode)
        if outcome is None:
            return None
        frame.op = effect
        frame.root, frame.mode = outcome
        frame.rules.insert(1, f"{effect} over {inner.root}")
    return frame


def consume(frame: Frame, consumed: set[int]) -> None:
    """Mark the acts that a frame tells as part of its own."""
    inner = frame.inner
    if inner is not None and (frame.op in CONSUMES or inner.noun) and not answered(inner):
        taken(inner, consumed)
    if "tells" in frame.flags and frame.clause is not None:
        consumed.add(frame.clause.i)
    if frame.op in CONSUMES and frame.root in SETTLES:
        for verb in complements(frame)[1:]:
            beside = verb_frame(verb)
            if beside is not None:
                taken(beside, consumed)


def taken(frame: Frame, consumed: set[int]) -> None:
    """Mark an act, and those that it tells, as told by another."""
    consumed.update(word.i for word in frame.words)
    consumed.add(frame.head.i)
    consume(frame, consumed)


def also_said(verb: Word) -> Iterator[Frame]:
    """Yield what a verb's further clauses make of it: "said that ... and that Peru must pay"."""
    if lexicon.lemma(verb) not in lexicon.rules("verbs"):
        return
    # The arguments are dear to find, and few verbs have a clause that goes on.
    if not any(child.dep_ == "ccomp" for child in verb.children):
        return
    args = arguments(verb)
    if args.clause is None or args.clause.dep_ != "ccomp":
        return
    for clause in continued(args.clause):
        args.clause = clause
        rule = verb_rule(verb, args)
        if rule is not None and rule.clause and rule.root != NO_EVENT and not rule.op:
            yield ruled(verb, args, rule, None, (verb.i,))


def comes(frame: Frame) -> bool:
    """Tell whether a word that is an act only when it is to come is to come."""
    if "ahead" not in frame.flags:
        return True
    seen = modality(frame)
    if seen.negated or seen.in_condition or seen.question:
        return False
    if seen.condition is not None:
        return seen.future or seen.would or bool(seen.modal)
    answered = [noun for prep, noun in arguments(frame.head).preps if prep == "to"]
    hostile = lexicon.classes()["provocations"]
    kind = any(noun.lemma_.lower() not in hostile for noun in answered)
    return "if" not in frame.flags and (seen.future or seen.would) and not kind


def find_frames(sent: Slice) -> list[Frame]:
    """Return the frames of a sentence in text order; governed acts stand in their governor."""
    found = Found()
    for token in sent:
        if token.dep_ in INSIDE:
            continue
        if token.pos_ in {"VERB", "AUX", "ADJ"} and token.i not in found.consumed:
            if token.pos_ == "ADJ" and token.dep_ not in {"acomp", "ROOT", "conj", "oprd", "attr"}:
                continue
            told = verb_frame(token)
            for frame in (joint(token, told) or told, *also_said(token), by_phone(token)):
                if frame is not None and frame.root and comes(frame):
                    found.frames.append(frame)
                    consume(frame, found.consumed)
    for token in sent:
        if token.i in found.consumed:
            continue
        rule = noun_rule(token)
        if rule is not None:
            frame = noun_frame(token, rule)
            if frame.root:
                found.frames.append(frame)
                consume(frame, found.consumed)
    kept = [frame for frame in found.frames if frame.head.i not in found.consumed]
    return sorted(kept, key=lambda frame: frame.head.i)

"""What the report said before: who accused whom, who dealt with whom last."""

from collections.abc import Iterable

import msgspec

from dateline.extract.events import lexicon
from dateline.extract.events.decide import Verdict
from dateline.extract.events.frame import Frame
from dateline.extract.events.resolve import Side, belongs
from dateline.model import Actor, Mention

# A demand or threat that names nobody is for the side last dealt with, this many sentences back
# at most, a denial for the side dealt with this many back; chosen by hand.
REACH = 3
REACH_DENIAL = 8
REACH_PAIR = 8
REACH_NAMED = 2
THEY = frozenset({"they", "both", "two"})
PAIR = 2
ADDRESSED = frozenset({"THREATEN", "REQUEST", "SANCTION", "AGREE"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


class Talk:
    """The pairs of a report's events so far, in text order, accusations apart.

    `sentence` is the number of the sentence that is being read.
    """

    def __init__(self) -> None:
        self._accused: list[tuple[Side, Side]] = []
        self._dealt: list[tuple[int, Side, Side, str]] = []
        self._named: list[tuple[int, Actor]] = []
        self.sentence = 0

    def note(self, frame: Frame, verdict: Verdict, source: Side, target: Side) -> None:
        """Remember who acted on whom; who denies something to somebody was accused by him."""
        if not target:
            return
        if verdict.root == "ACCUSE":
            self._accused.append((source, target))
        elif verdict.root == "REJECT" and answers(frame):
            self._accused.append((target, source))
        self._dealt.append((self.sentence, source, target, verdict.root))

    def name(self, actors: Iterable[Actor]) -> None:
        """Remember whom a sentence names."""
        self._named += [(self.sentence, actor) for actor in actors if actor.country]

    def addressee(self, frame: Frame, verdict: Verdict, source: Side) -> Side:
        """Return whom words that name nobody are for, empty where the text does not say.

        A denial answers the latest accuser; a demand or threat goes to the other side of the
        events just told.
        """
        own = source.states()
        if answers(frame):
            for accuser, accused in reversed(self._accused):
                if accused.states() & own and not accuser.states() & own:
                    return Side(accuser.actors)
            return self._counterpart(own, REACH_DENIAL)
        if verdict.root == "ACCUSE" and points_back(frame) and self._accused:
            accused = self._accused[-1][1]
            return accused if not accused.states() & own else Side()
        if verdict.root == "SANCTION":
            joined = self._joined(own)
            if joined:
                return joined
        faced = "facing" in frame.flags or verdict.root in ADDRESSED
        if faced or points_back(frame):
            return self._counterpart(own, REACH) or self._last_named(own)
        return Side()

    def held(self, frame: Frame, verdict: Verdict, source: Side) -> Side:
        """Return the group whose people were taken: the one that the same side just broke up.

        "The police broke up the gang X. They held 11 people."
        """
        taken = any(
            any(child.dep_ == "nummod" for child in token.children)
            for slot in frame.target
            for token in slot.tokens
        )
        others = any(child.lower_ in {"also", "later"} for child in frame.head.children)
        if verdict.mode != "arrest" or not taken or others:
            return Side()
        for at, doer, target, root in reversed(self._dealt):
            if self.sentence - at > 1:
                break
            group = all(actor.country is None for actor in target.actors)
            if root == "COERCE" and group and doer.states() == source.states():
                return Side(target.actors)
        return Side()

    def _joined(self, own: set[str]) -> Side:
        """Return whom others just sanctioned, when more join in."""
        for at, _, target, root in reversed(self._dealt):
            if self.sentence - at > REACH:
                break
            if root == "SANCTION" and not target.states() & own:
                return Side(target.actors)
        return Side()

    def _last_named(self, own: set[str]) -> Side:
        """Return the one other state that the sentences just before name, if it is one only."""
        near = [actor for at, actor in self._named if 0 < self.sentence - at <= REACH_NAMED]
        others = {belongs(actor): actor for actor in near if belongs(actor) not in own}
        return Side(tuple(others.values())) if len(others) == 1 else Side()

    def pair(self, frame: Frame) -> Side:
        """Return the two sides last told of, where "they" or "the parties" act."""
        parties = lexicon.classes()["parties"]
        plural = any(
            token.lower_ in THEY or (token.tag_ == "NNS" and token.lemma_.lower() in parties)
            for token in frame.source
        )
        if not plural or not (frame.recip or frame.root == "AGREE"):
            return Side()
        for at, source, target, _ in reversed(self._dealt):
            if self.sentence - at > REACH_PAIR:
                break
            if len(source.states()) == PAIR and source.states() == target.states():
                return Side(source.actors)
        return Side()

    def _counterpart(self, own: set[str], reach: int) -> Side:
        for at, source, target, _ in reversed(self._dealt):
            if self.sentence - at > reach:
                break
            others = [
                actor
                for side in ((source,) if not source.states() & own else (target,))
                for actor in side.actors
                if belongs(actor) not in own
            ]
            if (
                len({belongs(actor) for actor in others}) == 1
                and (source.states() | target.states()) & own
            ):
                return Side(tuple({actor.code: actor for actor in others}.values()))
        return Side()

    def completed(self, mentions: list[Mention]) -> list[Mention]:
        """Give denials that came before their accusation the accuser as a target."""
        return [self._complete(mention) for mention in mentions]

    def _complete(self, mention: Mention) -> Mention:
        denial = any("verb deny" in reason.detail for reason in mention.reasons)
        if mention.event_type != "REJECT" or mention.target or not denial:
            return mention
        own = {belongs(actor) for actor in mention.source}
        pairs = [*self._accused, *((source, target) for _, source, target, _ in self._dealt)]
        for one, two in (
            pair for source, target in pairs for pair in ((source, target), (target, source))
        ):
            if two.states() == own and len(one.states()) == 1 and not one.states() & own:
                return msgspec.structs.replace(mention, target=one.actors)
        return mention


def points_back(frame: Frame) -> bool:
    """Tell whether an act of speech is about what was just told: "welcomed the announcement"."""
    if frame.root not in {"ACCUSE", "REJECT", "SUPPORT", "AGREE"} or frame.noun:
        return False
    return any(
        slot.name in {"obj", "clause"}
        and token.lemma_.lower() in lexicon.classes()["told"]
        and any(child.lower_ in DEFINITE for child in token.children)
        for slot in frame.target
        for token in slot.tokens
    )


def answers(frame: Frame) -> bool:
    """Tell whether an act answers an accusation: a denial, or an accusation rejected."""
    inner = frame.inner
    return frame.op == "deny" or (
        frame.op == "refuse" and inner is not None and inner.root == "ACCUSE"
    )

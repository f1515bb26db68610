"""What the report said before: who accused whom, so that a denial finds its accuser."""

import msgspec

from dateline.extract.events.decide import Verdict
from dateline.extract.events.frames import Frame
from dateline.extract.events.resolve import Side, belongs
from dateline.model import Mention


class Accusations:
    """The accusations of a report, in text order."""

    def __init__(self) -> None:
        self._made: list[tuple[Side, Side]] = []

    def note(self, frame: Frame, verdict: Verdict, source: Side, target: Side) -> None:
        """Remember an accusation."""
        if verdict.root == "ACCUSE" and target and frame.head.doc is not None:
            self._made.append((source, target))

    def answered(self, frame: Frame, verdict: Verdict, source: Side) -> Side:
        """Return the accuser that a denial answers: the latest who accused the denier."""
        if verdict.root != "REJECT" or frame.op != "deny":
            return Side()
        for accuser, accused in reversed(self._made):
            if accused.states() & source.states() and not accuser.states() & source.states():
                return Side(accuser.actors)
        return Side()

    def completed(self, mentions: list[Mention]) -> list[Mention]:
        """Give denials that came before their accusation the accuser as a target."""
        return [self._complete(mention) for mention in mentions]

    def _complete(self, mention: Mention) -> Mention:
        denial = any("over" not in r.detail and "verb deny" in r.detail for r in mention.reasons)
        if mention.event_type != "REJECT" or mention.target or not denial:
            return mention
        own = {belongs(actor) for actor in mention.source}
        for accuser, accused in self._made:
            if accused.states() & own and not accuser.states() & own:
                return msgspec.structs.replace(mention, target=accuser.actors)
        return mention

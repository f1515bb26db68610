"""Personal pronouns: each given to what resolves its kind."""

from collections.abc import Callable

from dateline.extract.actors.cast import Known
from dateline.extract.actors.discourse import Discourse
from dateline.extract.actors.gendered import HE, Gendered
from dateline.extract.actors.mentioned import Mentioned
from dateline.extract.actors.neuter import IT, THEY, Neuter
from dateline.extract.actors.page import Page
from dateline.extract.base import Ref
from dateline.model import Actor


class Pronouns:
    """Resolves third-person pronouns. First and second persons are the statements' matter."""

    def __init__(
        self, page: Page, discourse: Discourse, ahead: Callable[[int], Known | None]
    ) -> None:
        """`ahead` tells who is named at a token further on."""
        self.page = page
        self.gendered = Gendered(page, discourse, ahead)
        self.neuter = Neuter(page, discourse)

    def tokens(self) -> list[int]:
        """Return the tokens that are pronouns to resolve."""
        return [
            index
            for index, word in enumerate(self.page.lower)
            if word in HE or word in IT or word in THEY
        ]

    def read(self, token: int) -> Mentioned | None:
        """Return what a pronoun means; None where that is open."""
        word = self.page.lower[token]
        if word in THEY:
            return self._several(token, self.neuter.they(token))
        one = self.neuter.it(token) if word in IT else self.gendered.read(token, HE[word])
        return one.again(self._ref(token, one.ref.actors)) if one else None

    def _several(self, token: int, named: list[Mentioned]) -> Mentioned | None:
        actors = tuple(
            dict.fromkeys(
                Actor(code=actor.code, country=actor.country, name=actor.name, role=actor.role)
                for one in named
                for actor in one.ref.actors
            )
        )
        if not actors or (len(actors) == 1 and not named[0].plural):
            return None
        return Mentioned(ref=self._ref(token, actors), plural=True)

    def _ref(self, token: int, actors: tuple[Actor, ...]) -> Ref:
        placed = tuple(self.page.actor(actor, token, token + 1) for actor in actors)
        return Ref(token, token + 1, token, placed, "pronoun")

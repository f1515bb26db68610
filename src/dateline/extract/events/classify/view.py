"""A sentence as seen from two actors: where they stand, what lies between, how they are joined."""

from dataclasses import dataclass

from dateline.extract.events import lexicon
from dateline.parse.words import Parsed, Word

Where = tuple[int, int]
NAMES = frozenset({"PERSON", "GPE", "NORP", "ORG", "LOC", "FAC"})
NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "ORDINAL", "PERCENT", "QUANTITY"})
MASKED = NAMES | NUMBERS
PREDICATES = frozenset({"VERB", "AUX"})
SOURCE, TARGET = "<S>", "<T>"
# How far a governing verb is looked for; deeper ones say nothing of the actor.
MAX_CLIMB = 8


@dataclass(frozen=True, slots=True)
class View:
    """A parsed sentence with the tokens of the two actors; None where an actor is not in it."""

    doc: Parsed
    source: Where | None
    target: Where | None

    def holds(self, token: Word) -> bool:
        """Tell whether a token belongs to one of the actors."""
        return any(
            where is not None and where[0] <= token.i < where[1]
            for where in (self.source, self.target)
        )

    def name(self, token: Word) -> str:
        """Return a token's lemma; for the actors and for names and numbers, what they are."""
        if self.source is not None and self.source[0] <= token.i < self.source[1]:
            return SOURCE
        if self.target is not None and self.target[0] <= token.i < self.target[1]:
            return TARGET
        return f"#{token.ent_type_}" if token.ent_type_ in MASKED else lexicon.lemma(token)

    def root(self, where: Where | None) -> Word | None:
        """Return the token that carries an actor's words in the parse."""
        if where is None:
            return None
        root: Word = self.doc[where[0] : where[1]].root
        return root

    def between(self) -> list[Word]:
        """Return the tokens between the two actors; without a target, those after the source."""
        if self.source is None:
            start, end = 0, len(self.doc)
        elif self.target is None:
            start, end = self.source[1], len(self.doc)
        else:
            first, second = sorted((self.source, self.target))
            start, end = first[1], second[0]
        return [token for token in self.doc[start:end] if not token.is_space]

    def after(self) -> list[Word]:
        """Return the tokens after the latter of the two actors; none where one is missing."""
        if self.source is None or self.target is None:
            return []
        end = max(self.source[1], self.target[1])
        return [token for token in self.doc[end:] if not token.is_space]

    def governing(self, token: Word) -> tuple[Word, str]:
        """Return the verb above a token, and the dependency through which it is reached."""
        dep = token.dep_
        for _ in range(MAX_CLIMB):
            if token.head == token:
                break
            dep = token.dep_
            token = token.head
            if token.pos_ in PREDICATES and not self.holds(token):
                break
        return token, dep

    def path(self) -> tuple[list[Word], list[Word]] | None:
        """Return the tokens from source up to what joins both, and from target to just below it."""
        source, target = self.root(self.source), self.root(self.target)
        if source is None or target is None:
            return None
        up, down = [source, *source.ancestors], [target, *target.ancestors]
        above = {token.i for token in up}
        joint = next((token.i for token in down if token.i in above), None)
        if joint is None:
            return None
        return (
            up[: [token.i for token in up].index(joint) + 1],
            down[: [token.i for token in down].index(joint)],
        )


def view(doc: Parsed, sources: list[Where], targets: list[Where]) -> View:
    """Choose, of the places where two actors stand, those nearest to one another."""
    apart = [
        (abs(source[0] - target[0]), source, target)
        for source in sources
        for target in targets
        if source[1] <= target[0] or target[1] <= source[0]
    ]
    if apart:
        _, source, target = min(apart)
        return View(doc, source, target)
    return View(doc, min(sources, default=None), min(targets, default=None))

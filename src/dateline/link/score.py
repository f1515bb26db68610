"""Does a mention tell of the same event as another? Features that explain themselves.

Each feature returns a weight (positive: the same; negative: not) and what it saw, or None where it
has nothing to say. docs/reference/linking.md is made from their docstrings. Weights were set by
hand on the example corpus and on daily world-event entries.
"""

from collections.abc import Callable

from dateline.features import registrar
from dateline.link.candidate import Candidate
from dateline.model import Mention, Reason

# Two mentions are of one event when their weights add up to this.
SAME = 1.0
# Acts of which a pair does one at a time; of words (accusations, demands) there are many in a day.
SINGULAR = frozenset({"CONSULT", "SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID"})


def is_singular(mention: Mention) -> bool:
    """Tell whether a pair does such a thing once a day; what two sign in a day is one treaty."""
    kind = mention.event_type
    return kind in SINGULAR or (kind == "SUPPORT" and mention.reciprocal)


Feature = Callable[[Candidate, Candidate], tuple[float, str] | None]
FEATURES: dict[str, Feature] = {}
feature = registrar(FEATURES)


def weigh(one: Candidate, two: Candidate) -> float:
    """Return the total weight, without its reasons."""
    seen = (function(one, two) for function in FEATURES.values())
    return sum(found[0] for found in seen if found is not None)


def compare(one: Candidate, two: Candidate) -> tuple[float, tuple[Reason, ...]]:
    """Return the total weight and its reasons."""
    reasons = []
    for name, function in FEATURES.items():
        seen = function(one, two)
        if seen is not None:
            reasons.append(Reason(feature=name, detail=seen[1], weight=seen[0]))
    return sum(r.weight or 0.0 for r in reasons), tuple(reasons)


def possible(one: Candidate, two: Candidate) -> bool:
    """Tell whether two mentions may be one event at all: same type, no contradiction of sides."""
    a, b = one.mention, two.mention
    if a.event_type != b.event_type or a.reciprocal != b.reciprocal:
        return False
    return all(meet(x, y) for x, y in zip(one.sides, two.sides, strict=True))


def meet(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether one side holds the other; an unnamed side contradicts nothing."""
    return not one or not two or set(one) <= set(two) or set(two) <= set(one)

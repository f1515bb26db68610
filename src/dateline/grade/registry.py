"""Where the features of a grade are registered.

A feature takes the mentions of an event and returns a weight and what it saw, or None.
docs/reference/grading.md is made from their docstrings.
"""

from collections.abc import Callable, Sequence

from dateline.features import registrar
from dateline.link.candidate import Candidate

Feature = Callable[[Sequence[Candidate]], tuple[float, str] | None]
FEATURES: dict[str, Feature] = {}
feature = registrar(FEATURES)

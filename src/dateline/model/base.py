"""What all nouns are, what they share, and the values that their fields take."""

from typing import Literal

import msgspec

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "second", "minute", "hour", "daypart", "day", "weekend", "week", "month", "quarter", "season",
    "half", "year", "decade", "century", "range", "unknown",
]  # fmt: skip
Basis = Literal["explicit", "publication", "narrative", "event", "dateline"]
Status = Literal[
    "happened", "ongoing", "planned", "threatened", "conditional", "hypothetical", "denied",
    "negated",
]  # fmt: skip
StatementKind = Literal["direct", "indirect", "mixed"]
Quad = Literal[1, 2, 3, 4]
Scope = Literal["between", "within", "open"]
DecisionKind = Literal["accept", "reject", "merge", "split", "edit", "undo"]


class Noun(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of every noun: immutable, hashable where its fields are, JSON by field name.

    The collector passes over them: what is immutable is in no cycle (a tenth less time per ledger).
    """


class Span(Noun, frozen=True, order=True):
    """Code points `start` to `end` (exclusive) of the text of the report `report_id`."""

    report_id: str
    start: int
    end: int


class Reason(Noun, frozen=True):
    """Why a value is as it is: the feature that spoke, what it saw, its weight if it has one."""

    feature: str
    detail: str = ""
    weight: float | None = None

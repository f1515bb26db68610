"""What the words mean, from the same tables and functions that the code goes by."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from dateline.data import table
from dateline.errors import MESSAGES
from dateline.grade import registry as grading
from dateline.grade.grade import STEPS
from dateline.publish import FORMATS
from dateline.query import Query, Record, top
from dateline.query.query import SHOWN
from dateline.web.ask import Ask
from dateline.web.render import Page
from dateline.web.words import Word, words


class Type(NamedTuple):
    """An event type: its PLOVER root, the word shown, tone, weight, meaning, and its modes."""

    root: str
    word: str
    quad: str
    intensity: str
    definition: str
    modes: tuple[tuple[str, str], ...]


def meanings(_record: Record, _ask: Ask) -> Page:
    """Return the page that explains types, statuses and grades."""
    return Page("help.html", "Help", {
        "types": types(),
        "statuses": [(word, word.code in SHOWN) for word in words("status").values()],
        "credibilities": credibilities(),
        "reliabilities": tuple(words("reliability").values()),
        "grading": asks(grading.FEATURES),
        "top": asks(top.FEATURES),
        "contexts": tuple(row["code"] for row in table("plover/contexts")),
        "forms": tuple(FORMATS.values()),
        "about": lambda code: Query(about=(code,)),
        "errors": tuple((code, *text) for code, text in MESSAGES.items()),
    }, "help")  # fmt: skip


def types() -> tuple[Type, ...]:
    """Return the event types with their modes."""
    modes: dict[str, list[tuple[str, str]]] = {}
    for row in table("plover/modes"):
        modes.setdefault(row["root"], []).append((row["mode"], row["definition"]))
    known = words("type")
    return tuple(
        Type(
            row["root"], known[row["root"]].word, row["quad"], row["intensity"],
            row["definition"], tuple(modes.get(row["root"], ())),
        )
        for row in table("plover/types")
    )  # fmt: skip


def credibilities() -> tuple[tuple[Word, str], ...]:
    """Return each credibility with the sum of weights from which it is given."""
    least = {str(credibility): f"from {weight:+g}" for weight, credibility in STEPS}
    return tuple(
        (word, least.get(word.code, "below" if word.code == "5" else ""))
        for word in words("credibility").values()
    )


def asks(features: Mapping[str, Callable[..., Any]]) -> tuple[tuple[str, str], ...]:
    """Return each feature's name and what it asks."""
    return tuple(
        (name.replace("_", " "), " ".join((one.__doc__ or "").split()))
        for name, one in features.items()
    )

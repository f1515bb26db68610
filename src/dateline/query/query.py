"""One typed question, the same for Python, the command line and URLs."""

import calendar
import datetime as dt
import re
from urllib.parse import parse_qsl, urlencode

import msgspec

from dateline.errors import UsageError
from dateline.model import Noun
from dateline.query import asked

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?\Z")
# Digits of a number, and conditions of a query: more are a mistake or an attack.
DIGITS, FIELDS = 9, 100
FLAGS = frozenset({"dated", "open", "rejected"})
# What a timeline shows where no status is asked for: not what nobody says will or did happen.
SHOWN = ("happened", "ongoing", "planned", "threatened", "conditional", "denied")


class Query(Noun, frozen=True):
    """Which events. All conditions must hold; an empty one asks nothing.

    `between`: two parties, in either direction; `actor`: on either side. A party is an alpha-3 code
    (its predecessor states included) or the code of an actor without a state. `start` and `end`:
    first and last day, inclusive; an event is in when its own dates may be. What was still to come
    when it was told has no last day, and is in where it may have begun; with `open` later too.
    `about`: a PLOVER context. `type`: PLOVER roots. `status`: statuses, or `("all",)`. `grade`:
    credibilities and `quad`: quad classes, as digits. `text`: words that the evidence must have.
    `dated`: only events with a date; those without one come last, and a query for days has none of
    them. `as_of`: the record as it stood at the end of that day, by the reports published until
    then; those without a date are left out.
    """

    between: tuple[str, ...] = ()
    actor: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    about: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()
    quad: tuple[str, ...] = ()
    min_voices: int = 1
    limit: int | None = None
    text: str = ""
    dated: bool = False
    open: bool = False
    rejected: bool = False
    as_of: dt.date | None = None

    def to_url(self) -> str:
        """Return the query string that `from_url` reads back."""
        pairs: list[tuple[str, str]] = []
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if value == getattr(DEFAULT, name):
                continue
            if isinstance(value, tuple):
                pairs += [(name, part) for part in value]
            else:
                pairs.append((name, str(int(value)) if isinstance(value, bool) else str(value)))
        return urlencode(pairs)

    @classmethod
    def from_url(cls, query: str) -> "Query":
        """Read a query string.

        Raises:
            UsageError: D102-D106, D110 for a condition that there is not, or that cannot be.
        """
        given: dict[str, list[str]] = {}
        for name, value in fields(query):
            if name not in cls.__struct_fields__:
                there_are = ", ".join(cls.__struct_fields__)
                raise UsageError("D106", name, f"no such condition; there are {there_are}")
            given.setdefault(name, []).append(value)
        made: dict[str, object] = {}
        for name, values in given.items():
            default = getattr(DEFAULT, name)
            if isinstance(default, tuple):
                made[name] = tuple(values)
            elif name in {"start", "end", "as_of"}:
                made[name] = parse_date(values[-1], last=name != "start")
            elif name in {"min_voices", "limit", *FLAGS}:
                made[name] = number(name, values[-1])
            else:
                made[name] = values[-1]
        return checked(cls(**made))  # type: ignore[arg-type]


DEFAULT = Query()


def checked(query: Query) -> Query:
    """Return a query with its parties as codes and its words as they are written in a record.

    Raises:
        UsageError: D103-D106, D110 for a condition that cannot be.
    """
    if query.start and query.end and query.start > query.end:
        days = f"{query.start} to {query.end}"
        raise UsageError("D106", days, "the first day is after the last")
    return msgspec.structs.replace(
        query,
        between=asked.between(query.between),
        actor=asked.party(query.actor) if query.actor else "",
        about=asked.contexts(query.about),
        type=asked.types(query.type),
        status=asked.statuses(query.status),
        grade=asked.grades(query.grade),
        quad=asked.quads(query.quad),
        text=asked.words(query.text),
    )


def fields(query: str) -> list[tuple[str, str]]:
    """Return the fields of a query string that are not empty.

    Raises:
        UsageError: D106 where they are too many.
    """
    try:
        return parse_qsl(query, max_num_fields=FIELDS)
    except ValueError as error:
        raise UsageError("D106", "", f"more than {FIELDS} conditions") from error


def number(name: str, value: str) -> int | bool:
    """Read a count or a flag.

    Raises:
        UsageError: D106 where it is no number.
    """
    if not value.isascii() or not value.isdigit() or len(value) > DIGITS:
        raise UsageError("D106", f"{name}={value}", "not a number")
    return bool(int(value)) if name in FLAGS else int(value)


def parse_date(text: str, *, last: bool) -> dt.date:
    """Read `2021`, `2021-06` or `2021-06-16` as its first or (`last`) last day.

    Raises:
        UsageError: D102 where it is none of these.
    """
    match = DATE.match(text)
    try:
        if match is None:
            raise ValueError(text)  # noqa: TRY301 - one place for the error's words
        year, month, day = (int(part) if part else 0 for part in match.groups())
        if not month:
            return dt.date(year, 12, 31) if last else dt.date(year, 1, 1)
        if not day:
            return dt.date(year, month, calendar.monthrange(year, month)[1] if last else 1)
        return dt.date(year, month, day)
    except ValueError as error:
        raise UsageError("D102", text) from error

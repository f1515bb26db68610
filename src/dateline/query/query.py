"""One typed question, the same for Python, the command line and URLs."""

import calendar
import datetime as dt
import re
from urllib.parse import parse_qsl, urlencode

from dateline.errors import UsageError
from dateline.model import Noun

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?\Z")
# What a timeline shows where no status is asked for: not what nobody says will or did happen.
SHOWN = ("happened", "ongoing", "planned", "threatened", "conditional", "denied")


class Query(Noun, frozen=True):
    """Which events. All conditions must hold; an empty one asks nothing.

    `between`: two parties, in either direction; `actor`: on either side. A party is an alpha-3
    code (its predecessor states included) or the code of an actor without a state. `start` and
    `end`: first and last day, inclusive; an event is in when its own dates may be. `about`: a
    PLOVER context. `type`: PLOVER roots. `status`: statuses, or `("all",)`. `text`: words that the
    evidence must have. `dated`: only events with a date; those without
    one come last, and a query for days has none of them. `as_of`: the record as it stood at the
    end of that day, by the reports published until then; those without a date are left out.
    """

    between: tuple[str, ...] = ()
    actor: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    about: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    min_voices: int = 1
    limit: int | None = None
    text: str = ""
    dated: bool = False
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
            UsageError: D102 for a bad date, D106 for a bad number or name.
        """
        given: dict[str, list[str]] = {}
        for name, value in parse_qsl(query, max_num_fields=50):
            if name not in cls.__struct_fields__:
                raise UsageError("D106", name, "no such condition")
            given.setdefault(name, []).append(value)
        made: dict[str, object] = {}
        for name, values in given.items():
            default = getattr(DEFAULT, name)
            if isinstance(default, tuple):
                made[name] = tuple(values)
            elif name in {"start", "end", "as_of"}:
                made[name] = parse_date(values[-1], last=name != "start")
            elif name in {"min_voices", "limit", "dated", "rejected"}:
                made[name] = number(name, values[-1])
            else:
                made[name] = values[-1]
        return cls(**made)  # type: ignore[arg-type]


DEFAULT = Query()


def number(name: str, value: str) -> int | bool:
    """Read a count or a flag.

    Raises:
        UsageError: D106 where it is no number.
    """
    if not value.isascii() or not value.isdigit():
        raise UsageError("D106", f"{name}={value}", "not a number")
    return bool(int(value)) if name in {"dated", "rejected"} else int(value)


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

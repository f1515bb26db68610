"""Errors as answers: a page for people, JSON for scripts, each with its code."""

import sqlite3
from typing import Any

from dateline.errors import DatelineError, RecordError, UsageError
from dateline.web.render import Page

# What a code means in HTTP; any other is a bad request.
STATUS = {
    "D107": 404, "D121": 404, "D122": 404, "D123": 421, "D124": 403, "D125": 401, "D126": 413,
    "D127": 503, "D405": 503, "D406": 503,
}  # fmt: skip
HEADINGS = {
    400: "That cannot be asked", 401: "Not allowed", 403: "Not allowed",
    404: "There is no such thing here", 413: "Too much at once", 421: "Not here", 503: "Not now",
}  # fmt: skip
BAD, BROKEN = 400, 503


def status_of(error: DatelineError) -> int:
    """Return the HTTP status of an error."""
    return STATUS.get(error.code, BROKEN if isinstance(error, RecordError) else BAD)


def of_database(error: sqlite3.DatabaseError) -> DatelineError:
    """Return a failure of the database as a coded error."""
    code = "D406" if isinstance(error, sqlite3.OperationalError) else "D403"
    return RecordError(code, "", str(error))


def values(error: DatelineError) -> dict[str, Any]:
    """Return an error as JSON holds it."""
    return {"code": error.code, "what": error.what, "where": error.where,
            "detail": error.detail, "hint": error.hint}  # fmt: skip


def page(error: DatelineError) -> Page:
    """Return an error as a page."""
    heading = HEADINGS.get(status_of(error), HEADINGS[BAD])
    return Page("error.html", heading, {"heading": heading, **values(error)})


def missing(path: str) -> UsageError:
    """Return the error of a path that is no page."""
    return UsageError("D121", path)

"""What scripts and other tools ask for: the drawing of a view, and a view taken away as data."""

from collections.abc import Iterator
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from dateline.errors import UsageError
from dateline.publish import LEDGERS, SUFFIXES, TIMELINE, View
from dateline.query import Record
from dateline.query.query import number, parse_date
from dateline.web.ask import Ask, fields
from dateline.web.drawing import drawing

WINDOW = {"from", "to", "bins"}
BINS = "120"


def drawn(request: Request) -> Response:
    """Answer with what is drawn of a query, between two days where they are given.

    Raises:
        UsageError: D102-D106, D110 for a condition that cannot be.
    """
    given = dict(fields(request.url.query))
    rest = [field for field in fields(request.url.query) if field[0] not in WINDOW]
    query = Ask.from_url(urlencode(rest)).query
    first = parse_date(given["from"], last=False) if "from" in given else None
    last = parse_date(given["to"], last=True) if "to" in given else None
    bins = number("bins", given.get("bins", BINS))
    with Record(request.app.state.record, read_only=True) as record:
        return JSONResponse(drawing(record.db, query, first, last, bins))


def taken(request: Request) -> Response:
    """Answer with a view in a form for other tools: all of it, not the page that was looked at.

    Raises:
        UsageError: D109 for a form that there is not, or that takes no such view.
    """
    kind, suffix = request.path_params["kind"], request.path_params["suffix"]
    form = SUFFIXES.get(suffix)
    if kind not in (TIMELINE, *LEDGERS) or form is None or kind not in form.views:
        takes = ", ".join(name for name, one in SUFFIXES.items() if kind in one.views)
        raise UsageError("D109", f"{kind}.{suffix}", takes and f"one of {takes}")
    query = Ask.from_url(request.url.query).query

    def pieces() -> Iterator[bytes]:
        with Record(request.app.state.record, read_only=True) as record:
            for piece in form.pieces(View(record, query, kind)):
                yield piece.encode("utf-8", "replace")

    name = f"{kind}.{form.extension}"
    return StreamingResponse(
        pieces(),
        media_type=form.media,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )

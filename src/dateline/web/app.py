"""The server of a record: which page answers which address."""

import hashlib
import math
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import resources
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from dateline.errors import DatelineError, UsageError
from dateline.query import Record
from dateline.settings import Settings
from dateline.store import Address
from dateline.web import data, problems
from dateline.web.ask import Ask, fields
from dateline.web.decide import decide
from dateline.web.guard import Guard
from dateline.web.links import Served
from dateline.web.pages import event, report
from dateline.web.render import Page, render
from dateline.web.views import VIEWS, View

STATIC = Path(str(resources.files("dateline.web").joinpath("static")))
# A view's path is its name.
PATHS = {"pairs": "/"}
# Seconds that a page may take.
PATIENCE = 20.0
# Pages of one thing.
THINGS: dict[str, Callable[[Record, str, Ask], Page]] = {
    "event": event.event,
    "report": report.report,
}


def application(
    record: str | Path | Address,
    names: Iterable[str] = (),
    token: str = "",
    *,
    user: str = "",
    settings: Settings | None = None,
) -> ASGIApp:
    """Return the server of a record.

    Args:
        record: a file, or the address of a database.
        names: host names that it answers to, beside those of loopback.
        token: what must be shown to be answered; none is needed where it is empty.
        user: who decides where a reader gives no name; with none, a reader has to.
        settings: those that the record is built with.
    """
    app = Starlette(
        routes=routes(),
        exception_handlers={
            DatelineError: failed,
            HTTPException: failed,
            sqlite3.DatabaseError: failed,
        },
    )
    app.router.redirect_slashes = False  # an address is one or none
    app.state.record = Address.of(record)
    app.state.user, app.state.settings = user, settings or Settings()
    app.state.version = version()
    return Guard(app, names, token)


def routes() -> list[BaseRoute]:
    """Return every address and what answers it."""
    return [
        *(Route(PATHS.get(name, f"/{name}"), shown(view)) for name, view in VIEWS.items()),
        *(Route(f"/{name}/{{id}}", one(view)) for name, view in THINGS.items()),
        Route("/drawing.json", data.drawn),
        Route("/{kind}.{suffix}", data.taken),
        Route("/decisions", decide, methods=["POST"]),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]


def shown(view: View) -> Callable[[Request], Response]:
    """Return what answers a request with a view of its query."""

    def answer(request: Request) -> Response:
        ask = Ask.from_url(request.url.query)
        with opened(request) as record:
            return html(request, view(record, ask), ask)

    return answer


def one(view: Callable[[Record, str, Ask], Page]) -> Callable[[Request], Response]:
    """Return what answers a request with the page of one thing."""

    def answer(request: Request) -> Response:
        ask = Ask.from_url(request.url.query)
        with opened(request) as record:
            return html(request, view(record, request.path_params["id"], ask), ask)

    return answer


def opened(request: Request) -> Record:
    """Open the record for one page, which may not take longer than `PATIENCE`."""
    record = Record(request.app.state.record, read_only=True)
    request.state.until = time.monotonic() + PATIENCE
    record.db.patience(PATIENCE)
    return record


def html(request: Request, page: Page, ask: Ask, status: int = 200) -> Response:
    """Return a page as an answer."""
    state = request.app.state
    links = Served(ask.theme, state.version, request.url.path, request.url.query)
    return HTMLResponse(render(page, ask, links, state.record.name), status)


def failed(request: Request, error: Exception) -> Response:
    """Answer with an error: a page, or JSON where the address or the request wants it."""
    status = 0
    if isinstance(error, HTTPException):
        status = error.status_code
        error = problems.missing(request.url.path)
    if isinstance(error, sqlite3.DatabaseError):
        late = time.monotonic() > getattr(request.state, "until", math.inf)
        error = UsageError("D127") if late else problems.of_database(error)
    if not isinstance(error, DatelineError):  # never: registered for these alone
        raise error
    status = status or problems.status_of(error)
    if request.url.path.endswith(".json") or "json" in request.headers.get("accept", ""):
        return JSONResponse(problems.values(error), status)
    ask = Ask()
    with suppress(UsageError):
        theme = [field for field in fields(request.url.query) if field[0] == "theme"]
        ask = Ask.from_url(urlencode(theme))
    return html(request, problems.page(error), ask, status)


def version() -> str:
    """Return a word that changes whenever a static file does, so that browsers may keep them."""
    digest = hashlib.sha256()
    for file in sorted(STATIC.rglob("*")):
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:10]

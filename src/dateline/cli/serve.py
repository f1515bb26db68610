"""`dateline serve`: the record in a browser."""

import os
import socket
from typing import Annotated, Optional

import typer

from dateline.cli import options as opt
from dateline.cli.output import note
from dateline.errors import RecordError, UsageError

PORT = 8765
TOKEN = "DATELINE_TOKEN"  # noqa: S105 - the name of an environment variable


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)


def serve(
    record: opt.RecordPath,
    *,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0: any free one.")] = PORT,
    name: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it at run time
        typer.Option(help="A host name that the page is asked for by, beside --host. Repeatable."),
    ] = None,
    token: Annotated[
        str, typer.Option(help="What must be shown to see the page; needed beyond this machine.")
    ] = "",
    user: Annotated[
        str,
        typer.Option(help="Who rules where a reader gives no name; with no token, your login."),
    ] = "",
    settings: opt.SettingsPath = None,
) -> None:
    """Open the record in a browser: a page to look at, question and correct it.

    Beyond this machine it listens only with a token, which the environment variable DATELINE_TOKEN
    gives too.

    Example: dateline serve r.dateline --port 8765
    """
    from dateline.web.guard import LOOPBACK

    token = token or os.environ.get(TOKEN, "")
    if host not in LOOPBACK and not token:
        raise UsageError("D120", host)
    import uvicorn

    from dateline.cli.decisions import login
    from dateline.query import Record
    from dateline.reduce import current
    from dateline.settings import load
    from dateline.web.app import application

    found = load(settings)
    with Record(record) as opened:  # brings an older record to this version, or says why it cannot
        decides = current(opened.db, found)
    listening = listen(host, port)
    bound = int(listening.getsockname()[1])
    shown = f"[{host}]" if ":" in host else host
    note(f"http://{shown}:{bound}/{'?token=' + token if token else ''}  (end with Ctrl-C)")
    if not decides:
        note(f"{RecordError('D408', record).line()}; until then it takes no decisions")
    user = user or ("" if token else login())
    app = application(record, [host, *(name or [])], token, user=user, settings=found)
    config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        UsageError: D128 where it cannot.
    """
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET
        )
    except OSError as error:
        raise UsageError("D128", f"{host}:{port}", error.strerror or str(error)) from error

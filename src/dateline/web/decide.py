"""`POST /decisions`: a reader's ruling goes into the log, and its effect into the record."""

import re
from typing import Any, NamedTuple, cast, get_args
from urllib.parse import quote

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from dateline.errors import RecordError, UsageError
from dateline.model import Decision, DecisionKind
from dateline.query import Record
from dateline.store import decisions

# Characters of one field; the longest value that an edit sets is a headline.
LENGTH = 1000
FIELDS = 1000
# A path of ours: one slash, so that it names no other server, and nothing that ends a header.
OURS = re.compile(r"/(?![/\\])[!-~]*\Z")
REVIEW = "/review"


class Given(NamedTuple):
    """The fields of a ruling as they came."""

    kind: str
    events: tuple[str, ...]
    mentions: tuple[str, ...]
    field: str
    value: str
    who: str
    why: str
    back: str


async def decide(request: Request) -> Response:
    """Answer a ruling: 303 to where the form wants to go, or JSON where the request wants that.

    Raises:
        UsageError: D107, D130 for what cannot be decided.
        RecordError: D405 where the record is being built; D408 where it was made by another
            version, or with other settings, so that all of it would have to be made anew first.
    """
    given = await read(request)
    state = request.app.state
    made, events = await run_in_threadpool(rule, state, given)
    if "json" in request.headers.get("accept", ""):
        return JSONResponse({"seq": made.seq, "kind": made.kind, "who": made.who, "events": events})
    return RedirectResponse(way_back(given.back, events), 303)


async def read(request: Request) -> Given:
    """Read the fields of a form, or of a JSON object with the same names.

    Raises:
        UsageError: D130 where it is neither, or a field is too long.
    """
    pairs: list[tuple[str, Any]]
    if request.headers.get("content-type", "").partition(";")[0].strip() == "application/json":
        pairs = of_json(await request.body())
    else:
        form = await request.form(max_files=0, max_fields=FIELDS)
        pairs = list(form.multi_items())
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        if not isinstance(value, str) or len(value) > LENGTH:
            raise UsageError("D130", name[:40], "not a text of at most 1,000 characters")
        found.setdefault(name, []).append(value.strip())
    one = {name: values[-1] for name, values in found.items()}
    return Given(
        kind=one.get("kind", one.get("verb", "")),
        events=tuple(filter(None, found.get("event", ()))),
        mentions=tuple(filter(None, found.get("mention", ()))),
        **{name: one.get(name, "") for name in ("field", "value", "who", "why", "back")},
    )


def of_json(body: bytes) -> list[tuple[str, Any]]:
    """Return the fields of a JSON object; a list gives a field several times.

    Raises:
        UsageError: D130 where it is no object of texts.
    """
    try:
        given = msgspec.json.decode(body, type=dict[str, str | list[str]])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError("D130", "", "not a JSON object of texts") from error
    return [
        (name, one)
        for name, value in given.items()
        for one in (value if isinstance(value, list) else [value])
    ]


def rule(state: Any, given: Given) -> tuple[Decision, list[str]]:
    """Append a ruling, settle the record, and return it with the ids of the events it is now on."""
    from dateline.reduce import current, reduce

    who = given.who or state.user
    if given.kind not in get_args(DecisionKind):
        raise UsageError("D130", given.kind, f"one of {', '.join(get_args(DecisionKind))}")
    if not who:
        raise UsageError("D130", given.kind, "say who decides")
    with Record(state.record) as record:
        if not current(record.db, state.settings):
            raise RecordError("D408", state.record)
        made = decisions.ruling(
            record.db, cast("DecisionKind", given.kind), given.events,
            given.mentions if given.kind == "split" else (), who=who, when=decisions.now(),
            field=given.field if given.kind == "edit" else "",
            value=given.value if given.kind in {"edit", "undo"} else "", why=given.why,
        )  # fmt: skip
        made = decisions.append(record.db, made)
        reduce(record.db, state.settings)
        return made, holding(record, subject(record, made))


def subject(record: Record, made: Decision) -> tuple[str, ...]:
    """Return the mentions that a decision is about: of an undo, those of what it takes back."""
    known = {decision.seq: decision for decision in decisions.log(record.db)}
    while made.kind == "undo" and int(made.value) < made.seq:
        made = known[int(made.value)]
    return made.mentions


def holding(record: Record, mentions: tuple[str, ...]) -> list[str]:
    """Return the ids of the events that hold any of some mentions, in the order of these."""
    sql = "SELECT event_id FROM mention WHERE id = ? AND event_id IS NOT NULL"
    found = (row[0] for one in mentions for row in record.db.execute(sql, (one,)))
    return list(dict.fromkeys(found))


def way_back(back: str, events: list[str]) -> str:
    """Return where to go: a path of ours, and no page of an event that is now another one."""
    if not OURS.match(back):
        return REVIEW
    if back.startswith("/event/"):
        return f"/event/{quote(events[0], safe='')}" if events else REVIEW
    return back

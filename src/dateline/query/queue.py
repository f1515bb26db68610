"""Which data points a reader should look at first: those in doubt, and those that weigh much."""

from collections.abc import Callable

import msgspec

from dateline.data import table
from dateline.features import registrar
from dateline.model import Event, Noun, Reason
from dateline.query.query import Query
from dateline.query.timeline import conditions
from dateline.store import decisions
from dateline.store.database import Database

# Weights of the features, each of which gives 0 to 1. Doubt comes before weight: read on the
# bundled example, where the denied attacks and disputed dates come first with these.
WEIGHTS = {
    "low_credibility": 1.5,
    "one_voice": 0.5,
    "reports_differ": 0.8,
    "weight_of_its_type": 1.0,
    "rough_or_no_date": 0.3,
}
EVEN, WORST = 3, 6  # credibilities: "possibly true", which says nothing, and the last one
FEATURES: dict[str, Callable[[Event], tuple[float, str] | None]] = {}
feature = registrar(FEATURES)


class Doubt(Noun, frozen=True):
    """An event to be ruled on, how much it asks for it, and why."""

    event: Event
    score: float
    reasons: tuple[Reason, ...]


class Queue(Noun, frozen=True):
    """A part of the events that wait to be ruled on, and how many there are in all."""

    total: int
    items: tuple[Doubt, ...]


@feature
def low_credibility(event: Event) -> tuple[float, str] | None:
    """How far is it below "possibly true"?"""
    below = event.grade.credibility - EVEN
    if below <= 0:
        return None
    against = [r.detail for r in event.grade.reasons if (r.weight or 0) < 0]
    return below / (WORST - EVEN), "; ".join(against) or f"credibility {event.grade.credibility}"


@feature
def one_voice(event: Event) -> tuple[float, str] | None:
    """Does it rest on one voice, so that a slip of one report is enough?"""
    return (1.0, "one voice tells of it") if event.voices == 1 else None


@feature
def reports_differ(event: Event) -> tuple[float, str] | None:
    """Do reports give several values for when, where, how, who, or how many?"""
    fields = [v.field for v in event.values if v.voices and not v.shown and v.field in DISPUTED]
    if not fields:
        return None
    several = sorted(set(fields))
    return min(1.0, len(several) / 2), f"reports differ on {', '.join(several)}"


@feature
def weight_of_its_type(event: Event) -> tuple[float, str] | None:
    """How far is its type from nothing happening, on the Goldstein range?"""
    size = type_weights().get(event.event_type, 0.0)
    return (size, f"weighs {size * 10:g} of 10" if size >= HEAVY else "")


@feature
def rough_or_no_date(event: Event) -> tuple[float, str] | None:
    """Is its day not known?"""
    if event.start is None:
        return 1.0, "no date"
    return None if event.start == event.end else (0.5, "its day is not known")


DISPUTED = frozenset({"date", "place", "mode", "status", "source", "target", "number", "duration"})
HEAVY = 0.5  # a reason is shown from here on: half of the range


def type_weights() -> dict[str, float]:
    """Return how much each event type weighs, 0 to 1."""
    return {row["root"]: abs(float(row["intensity"])) / 10 for row in table("plover/types")}


def queue(db: Database, query: Query, count: int, offset: int = 0) -> Queue:
    """Return `count` events that nobody has ruled on, from `offset` on, what asks most first.

    The database orders them by the features that its columns know; within the part returned, all
    features do.
    """
    where, values = undecided(db, query)
    # The rows are chosen without their data, which an index does.
    waiting = f"SELECT e.rowid AS place, e.id AS id, {rank()} AS score FROM event e{where}"
    part = "SELECT place FROM waiting ORDER BY score DESC, id LIMIT ? OFFSET ?"
    rows = db.execute(
        f"WITH waiting AS MATERIALIZED ({waiting}) "
        "SELECT NULL AS data, count(*) AS total FROM waiting "
        f"UNION ALL SELECT data, 0 FROM event WHERE rowid IN ({part})",
        (*values, count, offset),
    ).fetchall()
    found = [doubt(msgspec.json.decode(row["data"], type=Event)) for row in rows if row["data"]]
    ordered = sorted(found, key=lambda one: (-one.score, one.event.id))
    return Queue(total=max(row["total"] for row in rows), items=tuple(ordered))


def undecided(db: Database, query: Query) -> tuple[str, list[object]]:
    """Return the WHERE clause of a query's events that nobody has ruled on, and its values."""
    where, values = conditions(msgspec.structs.replace(query, limit=None, rejected=True))
    open_ = "e.id NOT IN (SELECT value FROM json_each(?))"
    gone = msgspec.json.encode(decided(db)).decode()
    return (f"{where} AND {open_}" if where else f" WHERE {open_}"), [*values, gone]


def decided(db: Database) -> list[str]:
    """Return the ids of the events that were accepted or rejected."""
    standing = decisions.standing(decisions.log(db))
    ruled = {m for one in standing if one.kind in {"accept", "reject"} for m in one.mentions}
    rows = db.execute(
        "SELECT DISTINCT m.event_id FROM mention m JOIN json_each(?) r ON r.value = m.id "
        "WHERE m.event_id IS NOT NULL ORDER BY 1",
        (msgspec.json.encode(sorted(ruled)).decode(),),
    )
    return [row[0] for row in rows]


def rank() -> str:
    """Return the SQL of an event's score by its columns alone."""
    weights = " ".join(f"WHEN '{root}' THEN {size}" for root, size in type_weights().items())
    return (
        f"{WEIGHTS['low_credibility']} * CASE WHEN e.credibility > {EVEN} "
        f"THEN e.credibility - {EVEN} ELSE 0 END / {WORST - EVEN}"
        f" + {WEIGHTS['one_voice']} * CASE WHEN e.voices = 1 THEN 1 ELSE 0 END"
        f" + {WEIGHTS['weight_of_its_type']} * CASE e.type {weights} ELSE 0 END"
        f" + {WEIGHTS['rough_or_no_date']} * CASE WHEN e.start = e.end THEN 0 ELSE 1 END"
    )


def doubt(event: Event) -> Doubt:
    """Return an event with its score and the reasons for it."""
    reasons = tuple(
        Reason(feature=name, detail=found[1], weight=round(WEIGHTS[name] * found[0], 3))
        for name, function in FEATURES.items()
        if (found := function(event)) is not None
    )
    score = round(sum(reason.weight or 0.0 for reason in reasons), 3)
    return Doubt(event=event, score=score, reasons=reasons)

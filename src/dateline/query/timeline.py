"""Find the events that a query asks for."""

import sys
from collections.abc import Iterable, Iterator
from itertools import product

import msgspec

from dateline.data import table
from dateline.model import Event
from dateline.query.query import SHOWN, Query
from dateline.store.database import Database
from dateline.store.words import Search

# By date, those without one last; an index has this order.
ORDER = "e.start IS NULL, e.start, e.end, e.id"

# Events with some words that are sought one by one. Of a million, a page of 319 takes 7 ms so, and
# 77 ms where the list is looked through for them in its order; with 1,000 both take as long.
FEW = 1000


def lineage(party: str) -> tuple[str, ...]:
    """Return a party with its predecessor states."""
    before = (r["code"] for r in table("states") if party in r["predecessor_of"].split("|"))
    return (party, *sorted(before))


def timeline(
    db: Database,
    query: Query,
    offset: int = 0,
    among: Iterable[str] | None = None,
) -> Iterator[Event]:
    """Yield the events of a query by date, then id; the first `offset` of them are passed over.

    `among`: the ids of the only events that may be in it.
    """
    few = bool(query.text) and are_few(db, query)
    where, values = conditions(query, few=few, named=among is not None)
    if among is not None:
        where += f"{' AND' if where else ' WHERE'} e.id IN (SELECT value FROM json_each(?))"
        values.append(msgspec.json.encode(list(among)).decode())
    chosen = f"event e{where}"
    if query.limit is not None or offset:
        # The rows are chosen without their data: to sort these would be to read all of it.
        most = sys.maxsize if query.limit is None else query.limit
        limit = f" LIMIT {int(most)} OFFSET {int(offset)}"
        first = f"{narrow(query)}{where} ORDER BY {ORDER}{limit}"
        chosen = f"event e WHERE e.rowid IN (SELECT e.rowid FROM {first})"
    # Conditions are constants of this module; everything a user gives is bound.
    rows = db.stream(f"SELECT e.data FROM {chosen} ORDER BY {ORDER}", values)
    found = (msgspec.json.decode(row["data"], type=Event) for row in rows)
    if query.as_of is None:
        yield from found
    else:
        from dateline.query.as_of import known  # late: it makes events, which needs more than this

        yield from known(db, found, query)


def narrow(query: Query) -> str:
    """Return the SQL of events to be chosen without their data.

    Those of parties are sought by their ids: SQLite has to be told that an index has all of them.
    """
    return "event e INDEXED BY event_known" if query.between or query.actor else "event e"


def phrases_of(query: Query) -> Search:
    """Return the search for a query's words; no text of a report has NUL, which SQL cannot say."""
    return Search(tuple(query.text.replace("\0", " ").split()))


def are_few(db: Database, query: Query) -> bool:
    """Tell whether few events have the words of a query."""
    phrases = phrases_of(query)
    if not phrases.phrases:
        return False
    sql = "SELECT 1 FROM event_words WHERE event_words MATCH ? LIMIT ?"
    return len(db.execute(sql, (phrases, FEW)).fetchall()) < FEW


def conditions(query: Query, *, few: bool = False, named: bool = False) -> tuple[str, list[object]]:
    """Return the WHERE clause of a query and the values it binds.

    `few`: events have its words; `named`: it is asked of events by their ids.
    """
    # Where ids or parties are asked for, events are few.
    named = named or bool(query.between or query.actor)
    dates = of_dates(query, few=named)
    found = [*of_parties(query), *dates, *of_kind(query), *of_text(query, few=few)]
    values = [value for _, bound in found for value in bound]
    return (" WHERE " + " AND ".join(sql for sql, _ in found) if found else ""), values


Condition = tuple[str, tuple[object, ...]]


def of_parties(query: Query) -> Iterator[Condition]:
    """Yield the conditions on who acts."""
    if query.between:
        yield of_pair(query)
    if query.actor:
        all_ = lineage(query.actor)
        found = f"SELECT event_id FROM event_actor WHERE party IN ({marks(all_)})"
        yield f"e.id IN ({found})", all_


def of_pair(query: Query) -> Condition:
    """Return the condition on two parties; the days are in it, to leave few events to look at."""
    ways = product(*(lineage(party) for party in query.between))
    pairs = sorted({(min(way), max(way)) for way in ways if way[0] != way[1]})
    days = list(of_days(query))
    found = [f"SELECT event_id FROM event_pair WHERE a = ? AND b = ?{one}" for one, _ in days]
    values = tuple(value for pair in pairs for _, bound in days for value in (*pair, *bound))
    return f"e.id IN ({' UNION ALL '.join(found * len(pairs))})", values


def of_days(query: Query) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the conditions on the days of a pair's events, each of which an index answers.

    Those that began before the first day are few of all that did: the long and the open ones.
    """
    last = (" AND start <= ?", (query.end.isoformat(),)) if query.end else ("", ())
    if not query.start:
        yield last
        return
    first = query.start.isoformat()
    yield f" AND start >= ?{last[0]}", (first, *last[1])
    yield ' AND start < ? AND start < "end" AND "end" >= ?', (first, first)
    if query.open:
        yield ' AND start < ? AND "end" IS NULL', (first,)


def of_dates(query: Query, *, few: bool) -> Iterator[Condition]:
    """Yield the conditions on when; where events are few, SQLite is kept from going by days."""
    plus = "+" if few else ""
    if query.start:
        # An event still to come has no last day: it is of its own time, unless asked for later.
        last = "'9999'" if query.open else "e.start"
        yield f"coalesce(e.end, {last}) >= ?", (query.start.isoformat(),)
    if query.end:
        yield f"{plus}e.start <= ?", (query.end.isoformat(),)
    if query.as_of:
        told = "r.text_id = m.text_id WHERE m.event_id = e.id AND r.published <= ?"
        yield (
            f"EXISTS (SELECT 1 FROM mention m JOIN report r ON {told})",
            (query.as_of.isoformat(),),
        )
    if query.dated or query.start or query.end:
        # As the index of `ORDER` has it: events without a date are its last.
        yield f"({plus}e.start IS NULL) = FALSE", ()


def of_kind(query: Query) -> Iterator[Condition]:
    """Yield the conditions on what, and how sure."""
    if query.about:
        # Many events are of a context: the plus makes it a test of each, in the order of the list.
        found = f"SELECT event_id FROM event_context WHERE context IN ({marks(query.about)})"
        yield f"+e.id IN ({found})", query.about
    if query.type:
        yield f"e.type IN ({marks(query.type)})", query.type
    statuses = query.status or SHOWN
    if "all" not in statuses:
        yield f"e.status IN ({marks(statuses)})", statuses
    if query.grade:
        yield f"e.credibility IN ({marks(query.grade)})", tuple(map(int, query.grade))
    if query.quad:
        yield f"e.quad IN ({marks(query.quad)})", tuple(map(int, query.quad))
    if query.min_voices > 1:
        yield "e.voices >= ?", (query.min_voices,)
    if not query.rejected:
        yield "NOT e.rejected", ()


def of_text(query: Query, *, few: bool) -> Iterator[Condition]:
    """Yield the condition on words; each is taken as it is, never as search syntax."""
    phrases = phrases_of(query)
    if phrases.phrases:
        found = "SELECT rowid FROM event_words WHERE event_words MATCH ?"
        # Few are sought; of many, the first ones are soon found in the order of the list.
        yield f"{'' if few else '+'}e.rowid IN ({found})", (phrases,)


def marks(values: tuple[str, ...]) -> str:
    """Return as many SQL parameter marks as there are values."""
    return ", ".join("?" * len(values))

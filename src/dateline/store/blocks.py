"""The groups of each block, and which mentions a change of some of them reaches."""

from collections.abc import Iterable, Iterator

from dateline.store.database import Database

Grouped = dict[str, tuple[str, bool]]
"""Mention id to the name of its group in a block (empty: set aside), and whether it counts there:
the mention of a copy does not."""


def pairs(db: Database) -> list[str]:
    """Return all blocks."""
    return [row["pair"] for row in db.execute("SELECT DISTINCT pair FROM block ORDER BY pair")]


def of_mentions(db: Database, ids: Iterable[str]) -> set[str]:
    """Return the blocks of mentions."""
    query = "SELECT pair FROM block WHERE mention_id = ?"
    return {row["pair"] for one in ids for row in db.execute(query, (one,))}


def of_texts(db: Database, ids: Iterable[str]) -> set[str]:
    """Return the mentions of texts."""
    query = "SELECT id FROM mention WHERE text_id = ?"
    return {row["id"] for one in ids for row in db.execute(query, (one,))}


def put(db: Database, pair: str, now: Grouped) -> set[str]:
    """Store the groups of a block, and return the mentions of those that are not as they were."""
    was = {
        row["mention_id"]: (row["grp"], bool(row["told"]))
        for row in db.execute("SELECT mention_id, grp, told FROM block WHERE pair = ?", (pair,))
        if row["grp"] is not None
    }
    changed = [(*found, one, pair) for one, found in now.items() if was.get(one) != found]
    place(db, changed)
    if not was:
        return set(now)
    differ = members(was) ^ members(now)
    return {one for group in differ for one in group}


def place(db: Database, rows: Iterable[tuple[str, bool, str, str]]) -> None:
    """Store group, whether it counts there, mention and block of each of some mentions."""
    db.executemany("UPDATE block SET grp = ?, told = ? WHERE mention_id = ? AND pair = ?", rows)


def members(grouped: Grouped) -> set[frozenset[str]]:
    """Return the groups as sets of mentions."""
    found: dict[str, set[str]] = {}
    for one, (name, _) in grouped.items():
        if name:
            found.setdefault(name, set()).add(one)
    return {frozenset(group) for group in found.values()}


def groups(db: Database, ids: Iterable[str]) -> Iterator[list[tuple[str, bool]]]:
    """Yield the groups that hold any of some mentions, by block, then by name.

    Each is a list of mentions, by id, with whether they count in it.
    """
    for name in sorted(names(db, ids)):
        yield of_name(db, name)


def names(db: Database, ids: Iterable[str]) -> set[tuple[str, str]]:
    """Return the block and the name of each group that mentions are in."""
    query = "SELECT pair, grp FROM block WHERE mention_id = ? AND grp <> ''"
    return {(row["pair"], row["grp"]) for one in ids for row in db.execute(query, (one,))}


def of_name(db: Database, name: tuple[str, str]) -> list[tuple[str, bool]]:
    """Return the mentions of a group, by id."""
    rows = db.execute("SELECT mention_id, told FROM block WHERE pair = ? AND grp = ?", name)
    return sorted((row["mention_id"], bool(row["told"])) for row in rows)


def reached(
    db: Database,
    seeds: Iterable[str],
    events: Iterable[str],
    together: dict[str, set[str]],
) -> tuple[set[str], set[str]]:
    """Return the mentions and the events that a change of some of them reaches.

    With a mention come all of its event and of its groups, those that are ruled on `together` with
    it, and all of theirs.
    """
    found: set[str] = set()
    left = list(seeds)
    known: set[tuple[str, str]] = set()
    dropped: set[str] = set()
    new = set(events)
    while left or new:
        for event in new:
            rows = db.execute("SELECT id FROM mention WHERE event_id = ?", (event,))
            left += (row["id"] for row in rows)
        dropped |= new
        new = set()
        step = set(left) - found
        found |= step
        for name in names(db, step) - known:
            known.add(name)
            left += (one for one, _ in of_name(db, name))
        for one in step:
            left += together.get(one, ())
            row = db.execute("SELECT event_id FROM mention WHERE id = ?", (one,)).fetchone()
            if row and row["event_id"] and row["event_id"] not in dropped:
                new.add(row["event_id"])
        left = [one for one in left if one not in found]
    return found, dropped

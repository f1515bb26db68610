"""The events that speak of what a ledger asks for, found by full text before they are read.

Full text finds some too many and none too few: an event is sought by the words of all sentences
that tell of it, and whoever asks reads those that are found. What humans have edited is always
found, as its headline, type or mode need not be that of any sentence.
"""

from collections.abc import Iterable
from functools import cache

from dateline.data import table, values
from dateline.link.words import STEM
from dateline.query.ledgers.common import listed
from dateline.query.ledgers.words import stems_of
from dateline.store import decisions
from dateline.store.database import Database
from dateline.store.schema import SHORT
from dateline.store.words import Search

WORDS = "rowid IN (SELECT rowid FROM event_words WHERE event_words MATCH {})"
AMONG = "SELECT e.id FROM event e WHERE e.id IN (SELECT value FROM json_each(:ids)) AND "
SPEAKING = f"{AMONG} e.{WORDS.format(':words')}"
MAY_BE_ATTACKS = f"""
{AMONG} (
  e.{WORDS.format(":words")} OR e.data LIKE '%"mode":"cyber"%'
  OR EXISTS (SELECT 1 FROM mention m WHERE m.event_id = e.id AND length(m.sentence) < {SHORT})
)
"""
# On an earlier day an event may have had the mode that only some of its reports tell.
MAY_HAVE_BEEN = MAY_BE_ATTACKS.replace(
    "\n)\n",
    """
  OR EXISTS (
    SELECT 1 FROM mention m WHERE m.event_id = e.id AND m.data LIKE '%"mode":"cyber"%'
  )
)
""",
)
DENYING = f"""
{AMONG} e.type IN ('ACCUSE', 'REJECT') AND (
  e.{WORDS.format(":deny")} OR (e.{WORDS.format(":wave")} AND e.{WORDS.format(":claim")})
)
"""
MAY_BE_LINES = f"""
{AMONG} (
  e.data LIKE '%"field":"condition"%' OR e.data LIKE '%"field":"sector"%'
  OR e.{WORDS.format(":words")}
)
"""
OF_MENTIONS = """
SELECT DISTINCT event_id FROM mention
WHERE id IN (SELECT value FROM json_each(?)) AND event_id IS NOT NULL
"""


def of_attacks(db: Database, ids: Iterable[str]) -> set[str]:
    """Return those of some events of which a sentence may speak of an attack, or "the matter"."""
    return found(db, SPEAKING, ids, words=attacks())


def may_be_attacks(db: Database, ids: Iterable[str], *, earlier: bool = False) -> set[str]:
    """Return those of some events that may tell of an attack on computers.

    Also such as say of what only by what stands before their sentence; `earlier`: also those that
    may have been one by some of their reports.
    """
    return found(db, MAY_HAVE_BEEN if earlier else MAY_BE_ATTACKS, ids, words=attacks())


def denying(db: Database, ids: Iterable[str]) -> set[str]:
    """Return those of some events that may deny what somebody claims."""
    sought = {
        "deny": begun(stems_of("deny", "part", "false")),
        "wave": begun(stems_of("wave")),
        "claim": begun(stems_of("claim")),
    }
    return found(db, DENYING, ids, **sought)


def may_be_lines(db: Database, ids: Iterable[str]) -> set[str]:
    """Return those of some events that may draw a red line: with a condition, say."""
    return found(db, MAY_BE_LINES, ids, words=begun(stems_of("guard")))


def telling_of(db: Database, ids: Iterable[str], *kinds: str) -> set[str]:
    """Return those of some events that may have a word of some kinds of `ledgers/words`."""
    return found(db, SPEAKING, ids, words=begun(stems_of(*kinds)))


def found(db: Database, sql: str, ids: Iterable[str], **bound: object) -> set[str]:
    """Return those of some events that a question finds, and those that humans have edited."""
    given = set(ids)
    rows = db.execute(sql, {"ids": listed(given), **bound})
    return {row[0] for row in rows} | (given & edited(db))


def edited(db: Database) -> set[str]:
    """Return the events that humans have edited."""
    ruled = {one for made in decisions.log(db) if made.kind == "edit" for one in made.mentions}
    return {row[0] for row in db.execute(OF_MENTIONS, (listed(ruled),))} if ruled else set()


@cache
def attacks() -> Search:
    """Return the search for any word that speaks of an attack."""
    rows = (row for row in table("ledgers/matters") if row["kind"] == "intrusion")
    words = {word.strip("=") for row in rows for word in values(row["words"])}
    stems = begun(stems_of("attack"))
    return Search(stems.phrases, any=True, begun=(*sorted(words), *stems.begun))


def begun(stems: Iterable[str]) -> Search:
    """Return the search for any word of some stems; the short ones are whole words."""
    ordered = sorted(stems)
    return Search(
        tuple(stem for stem in ordered if len(stem) < STEM),
        any=True,
        begun=tuple(stem for stem in ordered if len(stem) >= STEM),
    )

"""Who there is in a record."""

import sqlite3

# Each step leaps to the next party: as many look-ups as there are parties, however many events.
PARTIES = """
WITH RECURSIVE found (party) AS (
  SELECT min(party) FROM event_actor
  UNION ALL
  SELECT (SELECT min(party) FROM event_actor WHERE party > found.party) FROM found
  WHERE found.party IS NOT NULL
)
SELECT party FROM found WHERE party IS NOT NULL
"""


def parties(db: sqlite3.Connection) -> list[str]:
    """Return every party of an event, by code."""
    return [row["party"] for row in db.execute(PARTIES)]

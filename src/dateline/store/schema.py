"""The record's tables, in the SQL of SQLite that `store.postgres.layout` can turn into its own.

The schema's version stands in `PRAGMA user_version`, in PostgreSQL in the table `record`.
"""

APPLICATION_ID = 0x64746C6E  # "dtln"
VERSION = 8

# Characters of a sentence that may not say what it is about: the ledgers read what is before it.
SHORT = 30

# `text` holds each distinct text once, with what it yields; `report` each print of it.
# `data` columns hold a noun as JSON; the columns beside it exist to be searched.
# Tables of long rows have row ids: without them each row past 1 kB takes a page (4 kB) of its own.
TABLES = f"""
CREATE TABLE text (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  dated TEXT,                -- the published date that `extraction` was made with
  version TEXT,              -- the version of the extractors that made it; NULL: not yet
  mentions INTEGER NOT NULL DEFAULT 0,
  failure TEXT
);
CREATE TABLE report (
  key TEXT NOT NULL,
  text_id TEXT NOT NULL REFERENCES text(id),
  published TEXT,
  publisher TEXT NOT NULL,
  data TEXT NOT NULL,        -- a Report without its text
  PRIMARY KEY (key, text_id)
) WITHOUT ROWID;
CREATE INDEX report_text ON report (text_id);
CREATE INDEX report_publisher ON report (publisher, published);
CREATE TABLE mention (
  id TEXT PRIMARY KEY,
  text_id TEXT NOT NULL REFERENCES text(id),
  event_id TEXT,
  sentence TEXT NOT NULL,    -- the evidence: text[start:end]
  data TEXT NOT NULL,
  time TEXT,                 -- the Time that the record gives it; NULL: its own
  tied BOOLEAN NOT NULL DEFAULT FALSE -- it has a tie
);
CREATE INDEX mention_tied ON mention (id) WHERE tied;
CREATE INDEX mention_text ON mention (text_id);
CREATE INDEX mention_event ON mention (event_id);
CREATE INDEX mention_short ON mention (event_id) WHERE length(sentence) < {SHORT};
CREATE TABLE block (
  mention_id TEXT NOT NULL,
  pair TEXT NOT NULL,
  grp TEXT,                  -- the least mention of its group in it; '': set aside; NULL: new
  told BOOLEAN,              -- false: by a copy
  PRIMARY KEY (mention_id, pair)
) WITHOUT ROWID;
CREATE INDEX block_pair ON block (pair, grp, told);
CREATE TABLE statement (
  text_id TEXT NOT NULL REFERENCES text(id),
  n INTEGER NOT NULL,
  country TEXT,              -- the parties that say it, with | between them
  official BOOLEAN NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (text_id, n)
) WITHOUT ROWID;
CREATE TABLE event (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  start TEXT,
  "end" TEXT,
  credibility INTEGER NOT NULL,
  voices INTEGER NOT NULL,
  data TEXT NOT NULL,
  quad INTEGER,
  intensity REAL NOT NULL DEFAULT 0,
  joint BOOLEAN NOT NULL DEFAULT FALSE, -- it is reciprocal
  rejected BOOLEAN NOT NULL DEFAULT FALSE,
  kind TEXT NOT NULL DEFAULT '',       -- type, status, credibility, quad, year, contexts
  parties TEXT NOT NULL DEFAULT ''     -- of both sides, in code order, with | between them
);
CREATE INDEX event_start ON event (start, id);
CREATE INDEX event_listed ON event (
  (start IS NULL), start, "end", id, type, status, credibility, quad, voices, rejected
);
CREATE INDEX event_known ON event (
  id, start, "end", type, status, credibility, quad, voices, rejected, kind
);
CREATE INDEX event_counted ON event (kind, start, "end", voices, rejected);
CREATE INDEX event_own ON event (parties, type, start, status, id);
CREATE TABLE event_actor (
  party TEXT NOT NULL,       -- alpha-3, or the whole code of an actor without a state
  side TEXT NOT NULL,        -- source or target
  event_id TEXT NOT NULL,
  start TEXT,
  PRIMARY KEY (party, side, event_id)
) WITHOUT ROWID;
CREATE INDEX event_actor_event ON event_actor (event_id);
CREATE TABLE event_pair (
  a TEXT NOT NULL,           -- two parties across its sides, in code order
  b TEXT NOT NULL,
  event_id TEXT NOT NULL,
  start TEXT,
  "end" TEXT
);
CREATE INDEX event_pair_days ON event_pair (a, b, start, "end", event_id);
CREATE INDEX event_pair_long ON event_pair (a, b, "end", start, event_id) WHERE start < "end";
CREATE INDEX event_pair_event ON event_pair (event_id);
CREATE TABLE event_context (
  context TEXT NOT NULL,
  event_id TEXT NOT NULL,
  PRIMARY KEY (context, event_id)
) WITHOUT ROWID;
CREATE INDEX event_context_event ON event_context (event_id);
CREATE TABLE rollup (
  a TEXT NOT NULL,
  b TEXT NOT NULL,           -- of what both did together, the later of the two by code
  month TEXT NOT NULL,       -- of the first day; empty: without a date
  until TEXT NOT NULL,       -- month of the last day; 9999-12: open
  quad INTEGER NOT NULL,     -- 0: none
  status TEXT NOT NULL,
  joint BOOLEAN NOT NULL,
  events INTEGER NOT NULL,
  intensity REAL NOT NULL,
  PRIMARY KEY (a, b, month, until, quad, status, joint)
) WITHOUT ROWID;
CREATE TABLE print (
  text_id TEXT PRIMARY KEY,
  version TEXT NOT NULL,     -- the version that made it
  words INTEGER NOT NULL,
  grams BLOB NOT NULL,       -- uint32, sorted: all 3-grams
  keys BLOB NOT NULL,        -- uint32, sorted: what copies are found by
  garbled TEXT               -- a Reason; NULL: no sign of it
);
CREATE TABLE voice (
  id TEXT PRIMARY KEY,
  data TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE voice_text (
  text_id TEXT PRIMARY KEY,
  voice_id TEXT NOT NULL,
  speaks BOOLEAN NOT NULL DEFAULT FALSE, -- it is the one that speaks for its voice
  aside BOOLEAN NOT NULL DEFAULT FALSE,  -- a damaged copy of a text that is there
  mark TEXT NOT NULL DEFAULT ''      -- a hash of all that linking and grading take from it
) WITHOUT ROWID;
CREATE INDEX voice_text_copies ON voice_text (voice_id, speaks) WHERE NOT speaks;
CREATE TABLE altered (
  copy TEXT NOT NULL,        -- text ids
  source TEXT NOT NULL,
  name TEXT NOT NULL,        -- the source's report key
  data TEXT NOT NULL,        -- what the copy says otherwise
  PRIMARY KEY (copy, source)
);
CREATE TABLE alike (
  copy TEXT NOT NULL,        -- text ids of two that were compared sentence by sentence
  source TEXT NOT NULL,
  kind TEXT NOT NULL,        -- how like they are; empty: not
  share REAL NOT NULL,
  PRIMARY KEY (copy, source)
) WITHOUT ROWID;
CREATE TABLE touched (
  what TEXT NOT NULL,        -- text, block or event, which the next reduce makes again
  id TEXT NOT NULL,
  PRIMARY KEY (what, id)
) WITHOUT ROWID;
CREATE TABLE made (
  name TEXT PRIMARY KEY,     -- what the last reduce went by, such as its version
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE decision (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  data TEXT NOT NULL
);
CREATE TABLE left_out (
  item TEXT PRIMARY KEY,
  reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE event_words USING fts5(words);
"""

# Events by pair, month and kind, but those that were rejected; and what one event counts as.
COUNTED = """
SELECT s.party, t.party, coalesce(substr(e.start, 1, 7), ''),
       coalesce(substr(e."end", 1, 7), '9999-12'), coalesce(e.quad, 0), e.status, e.joint,
       count(*), round(sum(e.intensity), 3)
FROM event e JOIN event_actor s ON s.event_id = e.id AND s.side = 'source'
JOIN event_actor t ON t.event_id = e.id AND t.side = 'target'
WHERE NOT e.rejected AND (s.party < t.party OR (s.party > t.party AND NOT e.joint))
"""
ROLLUP = f"INSERT INTO rollup {COUNTED} GROUP BY 1, 2, 3, 4, 5, 6, 7"
OF_EVENT = f"{COUNTED} AND e.id = ? GROUP BY 1, 2, 3, 4, 5, 6, 7"

# What the reduce makes of mentions, texts and decisions.
DERIVED = (
    "event", "event_actor", "event_pair", "event_context", "event_words", "rollup", "voice",
    "voice_text",
    "altered", "alike", "made",
)  # fmt: skip


def laid(*names: str) -> tuple[str, ...]:
    """Return the statements that lay these tables and indexes."""
    return tuple(
        statement
        for statement in TABLES.split(";\n")
        for name in names
        if statement.strip().split("(")[0].split()[2:3] == [name]
    )


# What an event's JSON says, in the columns that version 4 added.
FILL = """
UPDATE event SET
  quad = json_extract(data, '$.quad'),
  intensity = coalesce(json_extract(data, '$.intensity'), 0),
  joint = coalesce(json_extract(data, '$.reciprocal'), 0),
  rejected = coalesce(json_extract(data, '$.decided') = 'rejected', 0),
  kind = type || ' ' || status || ' ' || credibility || ' '
    || coalesce(json_extract(data, '$.quad'), '') || ' ' || coalesce(substr(start, 1, 4), '')
    || ' ' || coalesce(
      (SELECT group_concat(value, ' ') FROM json_each(event.data, '$.contexts')), ''
    )
"""

# The pairs of events that were stored before there was a table of them.
PAIRED = """
INSERT INTO event_pair SELECT DISTINCT s.party, t.party, e.id, e.start, e."end"
FROM event e JOIN event_actor s ON s.event_id = e.id JOIN event_actor t ON t.event_id = e.id
WHERE s.side <> t.side AND s.party < t.party
"""

# The parties of the events that were stored before there was a column of them.
PARTIES = """
UPDATE event SET parties = coalesce((
  SELECT group_concat(party, '|') FROM (
    SELECT DISTINCT party FROM event_actor WHERE event_id = event.id ORDER BY party
  ) AS p
), '')
"""

# What brings a record of an older version to the next one, by the older version.
UPGRADES = {
    1: ("ALTER TABLE mention ADD COLUMN time TEXT", *laid("print")),
    2: (
        "ALTER TABLE mention ADD COLUMN tied INTEGER NOT NULL DEFAULT 0",
        "UPDATE mention SET tied = 1 WHERE json_extract(data, '$.tie') IS NOT NULL",
        "ALTER TABLE block RENAME TO block_2",
        *laid("block"),
        "INSERT INTO block (mention_id, pair) SELECT mention_id, pair FROM block_2",
        "DROP TABLE block_2",
        "ALTER TABLE voice_text ADD COLUMN speaks INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE voice_text ADD COLUMN aside INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE voice_text ADD COLUMN mark TEXT NOT NULL DEFAULT ''",
        "DROP TABLE event_words",
        "CREATE VIRTUAL TABLE event_words USING fts5(words)",
        """
        INSERT INTO event_words (rowid, words) SELECT e.rowid, group_concat(m.sentence, ' ')
        FROM event e JOIN mention m ON m.event_id = e.id GROUP BY e.rowid
        """,
        *laid("altered", "touched", "made"),
        *laid("block_pair", "mention_tied", "event_context_event"),
    ),
    3: (
        "ALTER TABLE event ADD COLUMN quad INTEGER",
        "ALTER TABLE event ADD COLUMN intensity REAL NOT NULL DEFAULT 0",
        "ALTER TABLE event ADD COLUMN joint INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE event ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE event ADD COLUMN kind TEXT NOT NULL DEFAULT ''",
        FILL,
        *laid("event_listed", "event_counted"),
    ),
    4: ("DROP TABLE rollup", *laid("rollup"), ROLLUP),
    5: laid("alike"),
    6: (
        *laid(
            "event_pair", "event_pair_days", "event_pair_long", "event_pair_event", "event_known"
        ),
        PAIRED,
    ),
    7: (
        "ALTER TABLE event ADD COLUMN parties TEXT NOT NULL DEFAULT ''",
        PARTIES,
        *laid("event_own", "mention_short", "report_publisher", "voice_text_copies"),
    ),
}

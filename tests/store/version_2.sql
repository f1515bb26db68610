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
CREATE TABLE mention (
  id TEXT PRIMARY KEY,
  text_id TEXT NOT NULL REFERENCES text(id),
  event_id TEXT,
  sentence TEXT NOT NULL,    -- the evidence: text[start:end]
  data TEXT NOT NULL,
  time TEXT                  -- the Time that the record gives it; NULL: its own
);
CREATE INDEX mention_text ON mention (text_id);
CREATE INDEX mention_event ON mention (event_id);
CREATE TABLE block (
  pair TEXT NOT NULL,
  mention_id TEXT NOT NULL,
  PRIMARY KEY (pair, mention_id)
) WITHOUT ROWID;
CREATE TABLE statement (
  text_id TEXT NOT NULL REFERENCES text(id),
  n INTEGER NOT NULL,
  country TEXT,              -- the parties that say it, with | between them
  official INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (text_id, n)
) WITHOUT ROWID;
CREATE TABLE event (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  start TEXT,
  end TEXT,
  credibility INTEGER NOT NULL,
  voices INTEGER NOT NULL,
  data TEXT NOT NULL
);
CREATE INDEX event_start ON event (start, id);
CREATE TABLE event_actor (
  party TEXT NOT NULL,       -- alpha-3, or the whole code of an actor without a state
  side TEXT NOT NULL,        -- source or target
  event_id TEXT NOT NULL,
  start TEXT,
  PRIMARY KEY (party, side, event_id)
) WITHOUT ROWID;
CREATE INDEX event_actor_event ON event_actor (event_id);
CREATE TABLE event_context (
  context TEXT NOT NULL,
  event_id TEXT NOT NULL,
  PRIMARY KEY (context, event_id)
) WITHOUT ROWID;
CREATE TABLE rollup (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  month TEXT NOT NULL,
  quad INTEGER NOT NULL,
  events INTEGER NOT NULL,
  intensity REAL NOT NULL,
  PRIMARY KEY (a, b, month, quad)
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
  voice_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE decision (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  data TEXT NOT NULL
);
CREATE TABLE left_out (
  item TEXT PRIMARY KEY,
  reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE event_words USING fts5(words, content='');

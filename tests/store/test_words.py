"""Words are split and folded as SQLite's FTS5 does it, so that a server finds the same events."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.store.words import Search, Words, split

SCRIPTS = [(0x20, 0x7E), (0xA0, 0x17E), (0x391, 0x3A1), (0x3A3, 0x3C1), (0x410, 0x44F)]
LETTERS = st.one_of(st.characters(min_codepoint=a, max_codepoint=b) for a, b in SCRIPTS)


@pytest.fixture(scope="module")
def fts():
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE w USING fts5(words)")
    db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(w, 'instance')")

    def words(text):
        db.execute("DELETE FROM w")
        db.execute("INSERT INTO w VALUES (?)", (Words(text),))
        return [row[0] for row in db.execute("SELECT term FROM v ORDER BY offset")]

    words.db = db
    return words


def test_words_are_those_of_fts5(fts):
    for text in (
        "The U.S. and Türkiye agreed",
        "Zürich's 2nd e\u0301lan",
        "Путин-Байден й",
        "ΣΊΣΥΦΟΣ",
    ):
        assert split(text) == fts(text)


@given(st.text(LETTERS, max_size=20))
def test_any_words_are_those_of_fts5(fts, text):
    assert split(text) == fts(text)


def test_a_search_takes_each_phrase_as_it_is(fts):
    fts('off limits "NEAR" OR')
    match = "SELECT count(*) FROM w WHERE w MATCH ?"
    for phrases, found in (
        (("off", "limits"), 1),
        (('"NEAR"',), 1),
        (("limits off",), 0),
        (("—",), 0),
    ):
        assert fts.db.execute(match, (Search(phrases),)).fetchone()[0] == found
    assert fts.db.execute(match, (Search(("nothing", "OR"), any=True),)).fetchone()[0] == 1
    for begun, found in (("lim", 1), ("off li", 1), ("imits", 0), ("off ne", 0), ('li" OR "', 0)):
        assert fts.db.execute(match, (Search((), begun=(begun,)),)).fetchone()[0] == found


def test_a_tsvector_has_the_places_of_each_word():
    assert Words("It's off, it is").vector() == "'it':1,4 's':2 'off':3 'is':5"


def test_a_tsquery_asks_for_phrases():
    assert Search(("U.S.", "off limits", "—")).query() == "('u' <-> 's') & ('off' <-> 'limits')"
    assert Search(("a", "b"), any=True).query() == "('a') | ('b')"
    assert Search(("a",), begun=("off li", "—")).query() == "('a') & ('off' <-> 'li':*)"

"""The tables of words and rules agree with one another."""

import pytest

from dateline.data import head, table, values
from dateline.extract.times import calendar, find, lexicon
from dateline.extract.times.grammar import OTHER, grammar
from dateline.extract.times.tokens import TOKEN

TABLES = [
    "words", "grammar", "groups", "holidays", "nondates", "tense", "links", "happenings",
]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_where_it_is_from(name):
    assert {"source", "licence", "date", "columns"} <= set(head(f"times/{name}"))


def test_every_class_of_the_grammar_has_words_or_tokens():
    known = {word.cls for word in lexicon.words().values()}
    known |= {word.cls for _, entries in lexicon.phrases().values() for word in entries.values()}
    known |= set(TOKEN.groupindex) | {"n12", "n31", "year", "lowmonth", OTHER}
    assert set(grammar().char) <= known


def test_no_word_has_two_meanings():
    words = [word for row in table("times/words") for word in values(row["words"])]
    words += [word for row in table("times/holidays") for word in values(row["words"])]
    assert len(words) == len(set(words))


def test_every_rule_has_a_reader():
    assert set(grammar().reader.values()) <= {*find.READERS, "skip"}


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter+0", 2021, "2021-04-04"),
        ("easter+0", 2024, "2024-03-31"),
        ("easter-2", 2019, "2019-04-19"),
        ("11/4/4", 2021, "2021-11-25"),
        ("05/-1/1", 2021, "2021-05-31"),
        ("12-25", 1999, "1999-12-25"),
    ],
)
def test_holidays(rule, year, day):
    assert calendar.holiday(rule, year).isoformat() == day


def test_all_holidays_fall_within_their_year():
    for row in table("times/holidays"):
        year = int(row["rule"][:4]) if row["rule"][:4].isdigit() else 2024
        assert calendar.holiday(row["rule"], year).year == year

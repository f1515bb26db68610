import itertools
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.actors.lexicon import fold, lexicon, scan


def names(text: str) -> list[str]:
    return [text[found.start : found.end] for found in scan(text)]


def test_the_longest_name_at_a_place_counts():
    assert names("South Korean and Papua New Guinea") == ["South Korean", "Papua New Guinea"]


def test_names_end_where_words_do():
    assert names("Omanisation, Chinatown, Malinese") == []
    assert names("(Mali)") == ["Mali"]


def test_case_counts():
    assert names("turkey and china on a plate") == []
    assert names("Turkey") == ["Turkey"]


def test_marks_on_letters_and_curly_marks_do_not_hide_a_name():
    assert names("Türkiye’s") == ["Türkiye"]
    assert names("TALLINN") == ["TALLINN"]


def test_offsets_are_code_points():
    text = "“😀” Ghana"
    (found,) = scan(text)
    assert text[found.start : found.end] == "Ghana"


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


def test_folding_takes_marks_off():
    for letter in "éñüçšžğő":
        assert fold(letter) == unicodedata.normalize("NFKD", letter)[0]


@given(st.text(alphabet="Iran SouthKe.-'\n", max_size=60))
def test_names_never_overlap(text):
    found = scan(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_every_state_is_in_the_automaton():
    kinds = {entry.kind for entries in lexicon().meanings for entry in entries}
    assert {"state", "adjective", "capital", "metonym", "organisation", "group"} <= kinds

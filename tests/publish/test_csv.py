"""No cell is a formula, however a spreadsheet parts cells, and every cell can be undone."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.publish.csv import cell, plain, table

# A small alphabet, so that quotes, signs and separators meet often.
TRICKY = st.text(st.sampled_from("=+-@;,|\t\r\n'\" ax＝"), max_size=9) | st.text()


@given(TRICKY)
def test_a_cell_can_be_undone(text):
    assert plain(cell(text)) == text


@given(st.lists(TRICKY, min_size=1, max_size=3), st.sampled_from(",;\t"))
def test_no_cell_begins_with_a_sign_whatever_parts_them(texts, separator):
    rows = [dict(zip("abc", texts, strict=False))]
    text = "".join(table("abc"[: len(texts)], rows))
    (_, *read) = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    for row in read:
        for found in row:
            assert not found.lstrip(' "').startswith(tuple("=+-@＝＋－＠")), text
    if separator == ",":
        assert not any(found.startswith(("\t", "\r")) for found in read[0])
        assert [plain(found) for found in read[0]] == texts


@pytest.mark.parametrize("text", ["Talks; both sides agreed", "A - B", "5 = 5", "a@b.example"])
def test_plain_words_are_left_alone(text):
    assert cell(text) == text

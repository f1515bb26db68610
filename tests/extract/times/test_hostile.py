"""Any text: no exception, spans in range, days in order, time linear in the length."""

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.times import edtf, find_times, lexicon

WORDS = sorted(lexicon.words()) + sorted(
    phrase for _, entries in lexicon.phrases().values() for phrase in entries
)
MORE = [
    "1", "12", "16", "31", "40", "100", "2021", "'98", "1980s", "16th", "5/6/2021", "2021-02-30",
    "99/99/9999", "10:35", "25:99", "10pm", "Q3", "FY21", "1/2", "½", "3.5", ",", ".", "-", "–",
    "'s", "\n\n", "$", "%", "(", ")", "was", "will", "June", "May", "Mon.", "Jan.", "U.S.", "٣",
]  # fmt: skip
EDGES = st.sampled_from([dt.date.min, dt.date.max])
DAYS = st.one_of(st.none(), st.dates(), EDGES)


def check(text, published):
    for found in find_times(text, published, "r"):
        assert 0 <= found.span.start < found.span.end <= len(text)
        if found.earliest is not None and found.latest is not None:
            assert found.earliest <= found.latest
        if found.edtf:
            period = edtf.read(found.edtf)
            assert (period.earliest, period.latest) == (found.earliest, found.latest)


@settings(max_examples=250, deadline=None)
@given(
    st.lists(st.sampled_from([*WORDS, *MORE]), max_size=14), DAYS, st.sampled_from([" ", "-", ""])
)
def test_any_words_of_time(words, published, glue):
    check(glue.join(words), published)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), DAYS)
def test_any_text(text, published):
    check(text, published)


@pytest.mark.parametrize(
    "unit",
    [
        "about ", "twenty-", "the early ", "1 ", "two and ", "May ", "5-", "10:", "9", "a.",
        "'80s ",
        "last this that next ", "right \n\n\n ", "Mon, the ", "36 years after the ",
        "Friday ",
        "the quarter ", "a year ago the third quarter ", "that day ", "10 p.m. ",
        "two days after that ",
    ],
)  # fmt: skip
def test_time_grows_with_the_length_alone(unit):
    def seconds(text):
        best = 10.0
        for _ in range(2):
            start = time.process_time()
            find_times(text, dt.date(2021, 6, 16), "r")
            best = min(best, time.process_time() - start)
        return best

    small = unit * (6_000 // len(unit))
    assert seconds(small * 4) < 0.02 + 10 * seconds(small)

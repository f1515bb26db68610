"""The parts that pages are made of: marks, dates in words, small drawings, text made visible."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Event, Grade
from dateline.query.pairs import Count
from dateline.web.dates import duration, when
from dateline.web.marks import BESIDE, MOST, Mark, paragraph, pieces
from dateline.web.pages.paging import pages
from dateline.web.pages.sparks import BARS, HEIGHT, WIDTH, spark
from dateline.web.safe import UNSEEN, visible

texts = st.text(max_size=60)
places = st.integers(0, 70)
marks = st.lists(
    st.builds(
        lambda a, b, kind: Mark(min(a, b), max(a, b), kind),
        places, places, st.sampled_from(["sentence", "action", "time"]),
    ),
    max_size=8,
)  # fmt: skip


@given(texts, places, places, marks)
def test_pieces_joined_are_the_text_and_each_mark_covers_its_own_words(text, a, b, given_):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    found = pieces(text, start, end, given_)
    assert "".join(piece.text for piece in found) == text[start:end]
    for kind in ("sentence", "action", "time"):
        here = {
            n for p in found if kind in p.kinds.split() for n in range(p.at, p.at + len(p.text))
        }
        wanted = {n for m in given_ if m.kind == kind for n in range(m.start, m.end)}
        assert here == wanted & set(range(start, end))


def test_a_paragraph_ends_at_its_lines_ends_or_where_it_is_too_long():
    text = "One.\nTwo came. Three left.\nFour."
    start = text.index("Three")
    first, last = paragraph(text, start, start + 11)
    assert text[first:last] == "Two came. Three left."
    first, last = paragraph("x" * 99_999, 50_000, 60_000)
    assert (first, last) == (50_000 - BESIDE, 50_000 + MOST + BESIDE)


def event(start, end, precision="day", edtf=""):
    day = dt.date.fromisoformat
    return Event(
        id="e", event_type="CONSULT", grade=Grade(reliability="F", credibility=3),
        start=start and day(start), end=end and day(end), precision=precision, edtf=edtf,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given_", "iso", "short", "sure"),
    [
        (("2021-06-16", "2021-06-16"), "2021-06-16", "16 Jun 2021", ""),
        (("2021-06-01", "2021-06-30", "month"), "2021-06", "Jun 2021", "day not known"),
        (("2014-01-01", "2014-12-31", "year"), "2014", "2014", "day not known"),
        (("2021-06-03", "2021-06-09"), "2021-06-03", "3–9 Jun 2021", "some day between"),
        (("2021-05-30", "2021-06-02"), "2021-05-30", "30 May – 2 Jun 2021", "some day between"),
        (
            ("2020-12-30", "2021-01-02", "range"), "2020-12-30", "30 Dec 2020 – 2 Jan 2021",
            "from the first day to the last",
        ),
        (("2021-06-16", None), "2021-06-16", "from 16 Jun 2021", "still to come when it was told"),
        ((None, None), "", "undated", "no report dates it"),
    ],
)  # fmt: skip
def test_a_date_says_no_more_than_is_known(given_, iso, short, sure):
    assert when(event(*given_)) == (iso, short, sure)


def test_a_day_from_the_publication_is_about_that_day():
    found = when(event("2021-06-16", "2021-06-16", "day", "2021-06-16~"))
    assert (found.short, found.sure) == ("c. 16 Jun 2021", "only from when it was published")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("PT4H30M", "4 hours 30 minutes"),
        ("P36Y", "36 years"),
        ("P1D", "1 day"),
        ("PXY", "PXY"),
        ("P", "P"),
        ("<b>", "<b>"),
    ],
)
def test_a_duration_in_words(value, words):
    assert duration(value) == words


@given(st.text(max_size=80))
def test_visible_text_has_nothing_unseen_and_loses_no_other_character(text):
    shown = visible(text)
    assert not UNSEEN.search(shown)
    assert re.sub(r"⟦[0-9A-F]{4,6}⟧", "", shown) == re.sub(
        r"⟦[0-9A-F]{4,6}⟧", "", UNSEEN.sub("", text)
    )


@given(st.integers(1, 400), st.integers(0, 10**7))
def test_pages_lead_to_the_first_the_last_and_those_near(page, total):
    found = pages(page, total)
    numbers = [number for number in found.shown if number]
    assert numbers[0] == 1
    assert found.last in numbers
    assert numbers == sorted(set(numbers))
    assert len(found.shown) <= 9
    assert 0 <= found.last_row - found.first_row + 1 <= 100 or page > found.last


@given(st.dictionaries(st.integers(1500, 2100), st.tuples(*[st.integers(0, 999)] * 2), min_size=1))
def test_a_drawing_of_years_stays_in_its_frame(counts):
    years = {year: Count(sum(two), *two) for year, two in counts.items()}
    made = spark(years, min(years), max(years))
    for path in (made.above, made.below):
        assert path.count("M") <= BARS
        for x, y, high, wide in re.findall(r"M([\d.]+) ([\d.]+)v(-?[\d.]+)h([\d.]+)v", path):
            assert float(x) + float(wide) <= WIDTH + 1
            assert 0 <= float(y) + float(high) <= HEIGHT
    assert bool(made.above) == any(two[0] for two in counts.values())
    assert bool(made.below) == any(two[1] for two in counts.values())

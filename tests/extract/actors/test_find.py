import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract import actors, places
from dateline.model import Report
from dateline.parse.en import EnglishParser

ENGLISH = EnglishParser()
WORDS = [
    "Kenya", "Kenyan", "Kenya's", "Uganda", "U.S.-China", "Moscow", "Kremlin", "President",
    "Putin", "Merkel", "the", "The", "two", "both", "sides", "leaders", "of", "and", ",", ".",
    '"', "“", "”", "-", "(", ")", "'", "'s", "minister", "foreign", "ministry", "officials",
    "troops", "said", "met", "in", "with", "he", "it", "they", "his", "its", "NATO", "John",
    "Smith", "former", "then", "ex-", "pro-Russian", "1991", "\n", "\n\n",
]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.booleans())
def test_no_text_breaks_it_and_offsets_hold(words, dated):
    text = " ".join(words)
    report = Report.from_text(text, published=dt.date(2015, 5, 5) if dated else None)
    doc = ENGLISH.parse(text)
    found = actors.find(doc, report)
    assert [ref.start for ref in found] == sorted(ref.start for ref in found)
    reached = 0
    for ref in found:
        assert reached <= ref.start <= ref.head < ref.end <= len(doc)
        reached = ref.end
        for actor in ref.actors:
            (span,) = actor.spans
            assert 0 <= span.start < span.end <= len(text)
            assert not actor.code or actor.code.split()[0].isupper()
    for place in places.find(doc, found, report):
        assert text[place.place.span.start : place.place.span.end]


def test_the_same_text_gives_the_same_references():
    words = random.Random(7).choices(WORDS, k=300)
    text = " ".join(words)
    report = Report.from_text(text, published=dt.date(2015, 5, 5))
    doc = ENGLISH.parse(text)
    assert actors.find(doc, report) == actors.find(doc, report)


def test_an_empty_report_has_no_actors():
    report = Report.from_text("")
    doc = ENGLISH.parse("")
    assert actors.find(doc, report) == []
    assert places.find(doc, [], report) == []

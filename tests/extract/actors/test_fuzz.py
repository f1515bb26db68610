"""Sentences of the phrase table, cut, shuffled and run together, never break it."""

import csv
import datetime as dt
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract import actors, places
from dateline.model import Report

LINES = (Path(__file__).parent / "phrases.tsv").read_text("utf-8").splitlines()
ROWS = csv.reader((line for line in LINES if not line.startswith("#")), delimiter="\t")
SENTENCES = sorted({row[1] for row in ROWS if len(row) > 1})
GLUE = [" ", "  ", "\n", "\n\n", "", '"', " -", "'s ", ", ", " and ", "-", "’s ", "“", "” ", "\t"]


@st.composite
def cuttings(draw) -> str:
    """Draw pieces of sentences, each cut anywhere, joined by anything."""
    pieces = []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)):
        start = draw(st.integers(0, len(sentence) // 2))
        end = draw(st.integers(start, len(sentence)))
        whole = draw(st.booleans())
        pieces += [sentence if whole else sentence[start:end], draw(st.sampled_from(GLUE))]
    return "".join(pieces)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cuttings(), st.dates(dt.date(1980, 1, 1), dt.date(2030, 1, 1)) | st.none(), cuttings())
def test_cut_and_shuffled_sentences_are_read(english, text, published, title):
    report = Report.from_text(text, title=title, published=published)
    doc = english.parse(text)
    found = actors.find(doc, report)
    reached = 0
    for ref in found:
        assert reached <= ref.start <= ref.head < ref.end <= len(doc)
        reached = ref.end
    places.find(doc, found, report)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_characters_are_read(english, text):
    assert isinstance(actors.find(english.parse(text), Report.from_text(text)), list)

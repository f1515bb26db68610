import datetime as dt

import pytest

from dateline.extract import actors, places
from dateline.model import Report
from dateline.parse.en import EnglishParser


@pytest.fixture(scope="module")
def where():
    english = EnglishParser()

    def run(text: str) -> list[tuple[str, str | None]]:
        report = Report.from_text(text, published=dt.date(2021, 6, 17))
        doc = english.parse(text)
        found = places.find(doc, actors.find(doc, report), report)
        for ref in found:
            span = ref.place.span
            assert text[span.start : span.end]
            assert ref.start <= ref.head < ref.end
        return [(text[r.place.span.start : r.place.span.end], r.place.country) for r in found]

    return run


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ministers met in Geneva.", [("Geneva", "CHE")]),
        ("The ministers met in Nairobi and flew home.", [("Nairobi", "KEN")]),
        ("They fought near Aleppo, in Syria.", [("Aleppo", "SYR"), ("Syria", "SYR")]),
        ("A ship sank in the South China Sea.", [("South China Sea", None)]),
        ("Ankara refused to talk.", []),
        ("They met at the Kremlin.", [("Kremlin", "RUS")]),
        ("GENEVA, June 16 (Reuters) - They met.", []),
        ("Kenya and Uganda agreed.", []),
    ],
)
def test_places(where, text, found):
    assert where(text) == found

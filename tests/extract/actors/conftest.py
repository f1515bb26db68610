import datetime as dt

import pytest

from dateline.extract import actors
from dateline.extract.base import Ref
from dateline.model import Report
from dateline.parse.en import EnglishParser


@pytest.fixture(scope="session")
def english():
    return EnglishParser()


@pytest.fixture(scope="session")
def read(english):
    """Return a text's references as (words, codes, names), in order."""

    def run(
        text: str, published: str = "2021-06-17", title: str = ""
    ) -> list[tuple[str, tuple, tuple]]:
        report = Report.from_text(text, title=title, published=dt.date.fromisoformat(published))
        doc = english.parse(text)
        return [
            (
                words(text, doc, ref),
                tuple(actor.code for actor in ref.actors),
                tuple(actor.name for actor in ref.actors),
            )
            for ref in actors.find(doc, report)
        ]

    return run


def words(text: str, doc, ref: Ref) -> str:
    last = doc[ref.end - 1]
    return text[doc[ref.start].idx : last.idx + len(last.text)]

"""Events of a text through the parser and the other extractors, in a short form."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import NamedTuple

import pytest

from dateline.extract import actors, places
from dateline.extract.events import find
from dateline.extract.statements import find as find_statements
from dateline.extract.times import find_times
from dateline.model import Actor, Mention, Report
from dateline.parse import parser

PUBLISHED = dt.date(2021, 6, 16)


class Told(NamedTuple):
    """A mention in short: states (or codes) of its sides, type, status."""

    source: set[str]
    event_type: str
    target: set[str]
    status: str


def sides(found: Iterable[Actor]) -> set[str]:
    return {actor.country or actor.code for actor in found}


def short(mention: Mention) -> Told:
    return Told(sides(mention.source), mention.event_type, sides(mention.target), mention.status)


@pytest.fixture(scope="session")
def mentions() -> Callable[..., list[Mention]]:
    """Return a function from a text to its mentions."""
    english = parser("en")
    assert english is not None

    def run(text: str, published: dt.date | None = PUBLISHED) -> list[Mention]:
        report = Report.from_text(text, published=published, language="en")
        doc = english.parse(text)
        refs = actors.find(doc, report)
        where = places.find(doc, refs, report)
        times = find_times(text, published, report.id, doc)
        return find(doc, refs, where, times, find_statements(doc, refs, report), report)

    return run


@pytest.fixture(scope="session")
def told(mentions: Callable[..., list[Mention]]) -> Callable[..., list[Told]]:
    """Return a function from a text to its mentions in short."""

    def run(text: str, published: dt.date | None = PUBLISHED) -> list[Told]:
        return [short(mention) for mention in mentions(text, published)]

    return run

"""A record with copies of its reports says the same as the record without them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.query import Query, Record
from dateline.settings import Settings

ALL = Query(status=("all",))
SPUN = 20
DAY = dt.date(2019, 5, 14)


def row(key, text, *, days=0, publisher="Steppe Wire"):
    day = (DAY + dt.timedelta(days=days)).isoformat()
    return {"id": key, "text": text, "published": day, "publisher": publisher, "language": "en"}


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """Build a record of rows."""

    def build(rows):
        from msgspec import json

        path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
        path.write_bytes(b"\n".join(json.encode(one) for one in rows))
        dateline.build([path], path.with_name("r.dateline"))
        return path.with_name("r.dateline")

    return build


@pytest.fixture(scope="module")
def copies(story, spin):
    """Rows of copies: spun ones, exact ones, cut ones."""
    paragraphs = story.split("\n\n")
    rows = [
        row(f"spun {n}", spin(story, n), days=n % 5, publisher=f"Site {n % 7}") for n in range(SPUN)
    ]
    rows += [row(f"exact {n}", story, days=n, publisher=f"Paper {n}") for n in range(1, 4)]
    return rows + [row(f"cut {n}", "\n\n".join(paragraphs[:n]), days=1) for n in (3, 4, 5)]


@pytest.fixture(scope="module")
def pool(build, story, independent, copies):
    """A record of a report, an independent one, and all copies."""
    second = row("independent", independent, publisher="Pamir Daily")
    return build([row("story", story), second, *copies])


def said(path):
    """Return the events of a record and their grades."""
    with Record(path) as opened:
        return {
            event.id: (
                event.event_type, event.mode, event.status, event.edtf, event.start, event.end,
                event.source, event.target, event.place, event.voices, event.headline,
                event.grade.reliability, event.grade.credibility,
            )
            for event in opened.timeline(ALL)
        }  # fmt: skip


@pytest.fixture(scope="module")
def of(part_of):
    """What a record of some reports of the pool says, made anew from what is stored."""

    def run(pool, folder, keys):
        path = folder / "part.dateline"
        path.unlink(missing_ok=True)
        return said(part_of(pool, path, keys, Settings()))

    return run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("parts")


def test_twenty_spun_copies_of_a_report_change_neither_its_events_nor_their_grades(
    build, story, copies
):
    spun = [one for one in copies if one["id"].startswith("spun")]
    assert len({one["text"] for one in spun}) == SPUN
    alone = said(build([row("story", story)]))
    assert {kind for kind, *_ in alone.values()} >= {"CONSULT", "ACCUSE", "REJECT", "SANCTION"}
    together = build([row("story", story), *spun])
    assert said(together) == alone
    with Record(together) as opened:
        (voice,) = opened.voices()
        assert voice.source == "story"
        altered = {link.report: link.altered for link in voice.links}
    # The copies do say other things; the record does not.
    assert sum(bool(values) for values in altered.values()) > SPUN / 2


def test_only_the_two_newsrooms_are_voices(pool):
    with Record(pool) as opened:
        assert sorted(voice.source for voice in opened.voices()) == ["independent", "story"]


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_number_of_copies_changes_no_grade(of, pool, folder, copies, data):
    base = data.draw(st.sampled_from([("story",), ("independent", "story")]))
    added = data.draw(st.sets(st.sampled_from([one["id"] for one in copies])))
    assert of(pool, folder, (*base, *sorted(added))) == of(pool, folder, base)


GARBLED = """\
OSLO, May 14 (Content Mill) - Norway and Sweden signed a contract on Tuesday about \
the border street.

The excellent minister of Norway met the overseas minister of Sweden in Oslo. The nerve broker of \
the press meeting room had waited for two several hours. Norway accused Sweden of stealing 40 boats.
"""
AGAIN = """\
STOCKHOLM, May 15 (Word Shop) - On Tuesday a deal on the frontier lane was signed by Norway and \
Sweden.

In Oslo the overseas minister of Sweden met the excellent minister of Norway. Norway accused \
Sweden of the theft of 40 boats, which the nerve realtor and three various friends of the chilly \
war saw.
"""


def test_a_garbled_report_alone_enters_at_the_lowest_credibility_with_the_reason(build):
    with Record(build([row("garbled", GARBLED)])) as opened:
        events = list(opened.timeline(ALL))
    assert events
    for event in events:
        assert event.grade.credibility == 5
        assert any("excellent minister" in reason.detail for reason in event.grade.reasons)


def test_a_second_garbled_report_raises_nothing(build):
    rows = [row("garbled", GARBLED), row("again", AGAIN, days=1, publisher="Word Shop")]
    with Record(build(rows)) as opened:
        events = list(opened.timeline(ALL))
        assert len(list(opened.voices())) == 2
    assert any(len(event.reports) == 2 for event in events)
    assert {event.grade.credibility for event in events} == {5}

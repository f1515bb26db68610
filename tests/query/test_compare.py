"""A tracker against a record built from real files."""

import datetime as dt

import pytest

import dateline
from dateline.errors import UsageError
from dateline.query.compare import points
from dateline.query.top import FEATURES, Seen

MET = (
    "Foreign Minister Taro Kono met his South Korean counterpart Kang Kyung-wha in Seoul on July 1"
)
REPORTS = {
    "a": ("2019-07-02", f"SEOUL - Japanese {MET} to discuss export controls."),
    "b": ("2019-08-03", "TOKYO - Japan imposed sanctions on South Korea on August 2."),
    "c": ("2019-08-23", "SEOUL - South Korea criticised Japan on August 22."),
}
TRACKER = """day,one,other,summary
2019-07-01,Japan,South Korea,"Kono and Kang meet in Seoul, export controls"
2019-07-20,JPN,KOR,A fishing boat is towed away
2019-08,JPN,KOR,Japan imposes sanctions
"""
COLUMNS = {"date": "day", "a": "one", "b": "other", "what": "summary"}


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("compare")
    for name, (day, text) in REPORTS.items():
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\npublished: {day}\n---\n{text}\n")
    path = folder / "r.dateline"
    dateline.build(sorted(folder.glob("*.md")), path)
    with dateline.open(path) as opened:
        yield opened


@pytest.fixture
def tracker(tmp_path):
    def run(text=TRACKER, columns=COLUMNS):
        path = tmp_path / "tracker.csv"
        path.write_text(text, encoding="utf-8")
        return list(points(path, columns))

    return run


def test_lines_are_matched_missing_or_extra(record, tracker):
    found = record.compare(tracker())
    assert [(one.found, one.line) for one in found[:3]] == [
        ("matched", 2), ("missing", 3), ("matched", 4),
    ]  # fmt: skip
    assert found[0].event.event_type == "CONSULT"
    assert found[2].event.event_type == "SANCTION"
    assert [one.event.event_type for one in found[3:]] == ["ACCUSE"]


def test_an_event_answers_one_line_only(record, tracker):
    twice = TRACKER + "2019-08-02,JPN,KOR,Sanctions imposed by Japan on South Korea\n"
    found = [one for one in record.compare(tracker(twice)) if one.line in {4, 5}]
    assert sorted(one.found for one in found) == ["matched", "missing"]


@pytest.mark.parametrize(
    "text",
    [
        TRACKER.replace("summary", "note"),
        TRACKER.replace("2019-07-20", "last week"),
        TRACKER.replace("JPN,KOR,A", "Atlantis,KOR,A"),
    ],
)
def test_a_tracker_that_cannot_be_read_says_where(tracker, text):
    with pytest.raises(UsageError) as caught:
        tracker(text)
    assert caught.value.code == "D113"


def test_the_top_is_by_date_and_says_why(record):
    everything = list(record.timeline())
    best = record.top(2)
    assert len(everything) == 3
    assert [p.event.start for p in best] == sorted(p.event.start for p in best)
    assert all(p.reasons and p.score > 0 for p in best)
    assert record.top(9)[0].event.start == dt.date(2019, 7, 1)
    left = min(record.top(9), key=lambda point: point.score)
    assert left.event.id not in {point.event.id for point in best}


def test_what_is_denied_weighs_nothing_by_its_type():
    def weight(status: str, credibility: int) -> object:
        grade = dateline.Grade(reliability="F", credibility=credibility)
        event = dateline.Event(
            id="e1", event_type="COERCE", intensity=-7.0, status=status, grade=grade
        )
        return FEATURES["weight_of_its_type"](Seen(event, news=True, later=0, since=None))

    assert weight("denied", 3) is None
    assert weight("happened", 4) == (0.5, "COERCE weighs -7")
    assert weight("happened", 3) == (1.0, "COERCE weighs -7")


def test_a_line_that_names_the_act_finds_the_event_of_that_kind(tmp_path):
    day = "---\ntitle: news\npublished: 2018-03-31\n---\n"
    told = (
        "MOSCOW - Russia expelled 60 American diplomats on March 29. Russia praised the American "
        "diplomats on March 30 for their calm."
    )
    (tmp_path / "a.md").write_text(f"{day}{told}\n", encoding="utf-8")
    dateline.build([tmp_path / "a.md"], tmp_path / "r.dateline")
    (tmp_path / "t.csv").write_text("date,a,b,what\n2018-03-30,RUS,USA,expulsion of diplomats\n")
    with dateline.open(tmp_path / "r.dateline") as record:
        names = ("date", "a", "b", "what")
        first = record.compare(points(tmp_path / "t.csv", dict(zip(names, names, strict=True))))[0]
    assert (first.found, first.event.event_type) == ("matched", "SANCTION")

"""A copy that altered a word or two adds no event: its source's event keeps what it says."""

from pathlib import Path

import pytest

import dateline
from dateline.query import Query, Record

REPORTS = Path(__file__).parents[2] / "examples" / "us-russia-cyber" / "reports"
EXPELLED = "2018-03-26-lakeside-sixty.txt"
INDICTED = "2018-07-13-potomac-indictment.txt"
TREATY = "2014-03-18-neva-crimea-treaty.txt"
# A report, and the words that a copy of it, printed the next day, has in place of some.
ALTERED = {
    "day": (INDICTED, {"on Friday indicted": "on Monday indicted"}),
    "number": (EXPELLED, {"expulsion of 60": "expulsion of 40", "of the 60": "of the 40"}),
    "who": (EXPELLED, {"Germany, France and": "Germany, Belgium and"}),
    "polarity": (EXPELLED, {"which denies any part": "which admits a part"}),
}


def written(folder, name, swaps):
    """Copy a report of the example into a folder, with some words of it swapped."""
    text = (REPORTS / name).read_text("utf-8")
    for old, new in swaps.items():
        assert old in text
        text = text.replace(old, new)
    if swaps:
        day = text.split("Published: ")[1][:10]
        later = f"{day[:-2]}{int(day[-2:]) + 1:02}"
        text = text.replace(f"Published: {day}", f"Published: {later}")
    (folder / f"{'copy-' if swaps else ''}{name}").write_text(text, "utf-8")


def built(folder, name, swaps):
    """Return the events of a record of a report, and, where words are swapped, of its copy."""
    reports = folder / "reports"
    reports.mkdir(parents=True)
    written(reports, name, {})
    if swaps:
        written(reports, name, swaps)
    dateline.build([reports], folder / "r.dateline")
    with Record(folder / "r.dateline") as record:
        voices = list(record.voices())
        events = list(record.timeline(Query(status=("all",))))
    assert len(voices) == 1
    return events


@pytest.fixture(params=sorted(ALTERED))
def both(request, tmp_path):
    """The events of a report alone, and those of the report with a copy that altered it."""
    name, swaps = ALTERED[request.param]
    return built(tmp_path / "alone", name, {}), built(tmp_path / "with", name, swaps)


def brief(event):
    return (
        event.id, event.event_type, event.status, event.source, event.target, event.edtf,
        event.place, event.headline, event.voices, event.grade,
    )  # fmt: skip


def test_a_copy_with_altered_words_changes_no_event_and_adds_none(both):
    alone, together = both
    assert sorted(map(brief, together)) == sorted(map(brief, alone))


def test_what_a_copy_altered_stands_beside_what_its_source_says(tmp_path):
    events = built(tmp_path, *ALTERED["number"])
    expulsion = next(e for e in events if e.headline.startswith("The United States on Monday"))
    numbers = {v.value: v for v in expulsion.values if v.field == "number"}
    assert numbers["60 diplomats"].shown
    assert numbers["60 diplomats"].voices == 1
    assert "altered" in numbers["60 diplomats"].why
    assert numbers["40 diplomats"].voices == 0
    assert not numbers["40 diplomats"].shown


def test_the_day_that_a_copy_altered_is_no_days_of_its_own(tmp_path):
    events = built(tmp_path, *ALTERED["day"])
    accused = [e for e in events if "grand jury" in e.headline]
    days = {v.value: v.voices for e in accused for v in e.values if v.field == "date"}
    assert days == {"2018-07-13": 1, "2018-07-09": 0}


def test_a_sentence_that_a_copy_adds_is_told(tmp_path):
    text = (REPORTS / TREATY).read_text("utf-8")
    last = text.rstrip().rsplit("\n\n", 1)[1]
    more = f"{last}\n\nThe United States expelled 12 Cuban diplomats on Tuesday."
    events = built(tmp_path, TREATY, {last: more})
    assert any("12 Cuban" in e.headline for e in events)

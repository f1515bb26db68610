"""What a record knows of a report: copies, what they altered, contradictions, new and known."""

import datetime as dt

import pytest

from dateline.model import Report
from dateline.query import Record
from dateline.read import read

SUMMIT = "hanbit-summit.txt"


@pytest.fixture(scope="module")
def summit(reports):
    (found,) = [report for report in read(reports) if report.key == SUMMIT]
    return found


@pytest.fixture
def check(record):
    """Check a text against the record of the short reports."""

    def check(text, key="new.txt", published=dt.date(2023, 5, 10)):
        report = Report.from_text(text, published=published, language="en", key=key)
        with Record(record) as opened:
            return opened.check(report)

    return check


def test_a_report_of_the_record_is_known_and_no_copy_of_itself(record, summit):
    with Record(record) as opened:
        found = opened.check(summit)
        known = [opened.event(event_id) for event_id in found.known]
    assert SUMMIT not in {one.report for one in found.copy_of}
    assert (found.altered, found.contradicts, found.new) == ((), (), ())
    assert {"CONSULT"} <= {event.event_type for event in known}


def test_an_exact_copy_names_its_source_and_alters_nothing(check, summit):
    found = check(summit.text)
    assert (SUMMIT, "exact", 1.0) in {(c.report, c.kind, c.share) for c in found.copy_of}
    assert found.altered == ()
    assert found.new == ()


def test_an_altered_copy_is_told_what_it_altered_and_where(check, summit):
    text = summit.text.replace("agreement on military intelligence in 2016", "agreement on "
                               "military intelligence in 2015")  # fmt: skip
    text = text.replace("from next month", "from next year")
    found = check(text)
    assert found.copy_of[0].report == SUMMIT
    assert found.copy_of[0].kind == "near"
    assert {one.kind for one in found.altered} >= {"date", "quotation"}
    for one in found.altered:
        assert text[one.start : one.end] == one.text
        assert one.original.report == SUMMIT
        assert summit.text[one.original.start : one.original.end] == one.original.text
    (year,) = [one for one in found.altered if one.kind == "date"]
    assert (year.text, year.original.text) == ("2015", "2016")


def test_a_cut_copy_alters_nothing(check, summit):
    found = check("\n\n".join(summit.text.split("\n\n")[:2]))
    assert found.copy_of[0].kind == "cut"
    assert found.altered == ()


def test_an_event_that_the_record_has_not_is_new(check):
    text = "Peru expelled four diplomats of Chile on May 9, 2023 after a quarrel about a film."
    found = check(text)
    assert found.copy_of == ()
    assert found.known == ()
    (new,) = found.new
    assert ([a.code for a in new.source], [a.code[:3] for a in new.target]) == (["PER"], ["CHL"])


def test_an_event_with_another_date_contradicts_the_record(check, summit):
    lead = "Japan and South Korea agreed on {} to restart talks between their defence ministries."
    assert lead.format("Sunday") in summit.text
    assert check(lead.format("Sunday")).contradicts == ()
    (found,) = check(lead.format("Tuesday")).contradicts
    assert (found.field, found.here, found.record) == ("date", "2023-05-09", "2023-05-07")


def test_a_garbled_report_is_told_by_its_words(check):
    text = "The excellent minister of Peru met the overseas minister of Chile near the frosty war."
    found = check(text)
    assert found.garbled.feature == "likely garbled"
    assert "excellent minister" in found.garbled.detail


def test_a_check_leaves_the_record_as_it_was(record, check, summit):
    before = record.read_bytes()
    check(summit.text.replace("2016", "2015"))
    assert record.read_bytes() == before

"""Dates that one report takes from another: by a real build of real reports."""

import datetime as dt

import pytest

import dateline
from dateline.query import Query

SUMMIT = (
    "GENEVA - U.S. President Biden and Russian President Putin met in Geneva on June 16.",
    "2021-06-17",
)
CRIMEA = ("KYIV - Russia annexed Crimea from Ukraine on March 18.", "2014-03-20")


@pytest.fixture
def dated(tmp_path):
    """A function that builds reports; it returns the one event of a type, its time and anchor."""

    def run(event_type, *reports):
        for number, (text, published) in enumerate(reports):
            head = f"---\ntitle: Report {number}\npublished: {published}\n---\n"
            (tmp_path / f"{number}.md").write_text(head + text + "\n")
        path = tmp_path / "r.dateline"
        dateline.build([tmp_path / f"{n}.md" for n in range(len(reports))], path)
        with dateline.open(path) as record:
            events = list(record.timeline(Query(type=(event_type,))))
            assert len(events) == 1
            mention = record.mentions(events[0])[0]
            anchor = mention.time.anchor
            return events[0], mention.time, record.text(anchor) if anchor else ""

    return run


@pytest.mark.parametrize(
    ("text", "published", "others", "first", "last"),
    [
        (
            "MOSCOW - Two days after the Geneva summit, Russia expelled ten American diplomats.",
            "2021-08-20", [SUMMIT], "2021-06-18", "2021-06-18",
        ),
        (
            "MOSCOW - A month after the Geneva summit, Russia expelled ten American diplomats.",
            "2021-08-20", [SUMMIT], "2021-07-01", "2021-07-31",
        ),
        (
            "MOSCOW - Russia expelled ten American diplomats a week after the summit.",
            "2021-07-20", [SUMMIT], "2021-06-21", "2021-06-27",
        ),
    ],
)  # fmt: skip
def test_a_length_of_time_counts_from_what_another_report_dates(
    dated, text, published, others, first, last
):
    event, time, anchor = dated("SANCTION", (text, published), *others)
    assert (event.start.isoformat(), event.end.isoformat()) == (first, last)
    assert time.basis == "event"
    assert anchor == "June 16"


def test_since_an_event_of_years_ago(dated):
    text = "KYIV - Ukraine has accused Russia of aggression since the annexation of Crimea."
    event, _, anchor = dated("ACCUSE", (text, "2021-08-20"), CRIMEA)
    assert (event.start, event.end) == (dt.date(2014, 3, 18), dt.date(2021, 8, 20))
    assert anchor == "March 18"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # Another place, no name and long ago, and no such event at all.
        ("MOSCOW - Two days after the Helsinki summit, Russia expelled ten American diplomats.",
         "2021-08-20"),
        ("MOSCOW - Two days after the summit, Russia expelled ten American diplomats.",
         "2021-12-20"),
        ("MOSCOW - Two days after the Geneva election, Russia expelled ten American diplomats.",
         "2021-08-20"),
    ],
)  # fmt: skip
def test_what_no_report_dates_stays_as_the_report_has_it(dated, text, published):
    event, time, _ = dated("SANCTION", (text, published), SUMMIT)
    assert event.end == dt.date.fromisoformat(published)
    assert time.basis == "publication"


def test_where_as_many_voices_give_other_days_none_is_taken(dated):
    other = (SUMMIT[0].replace("June 16", "May 3").replace("met in", "held talks in"), "2021-06-18")
    text = "MOSCOW - Two days after the Geneva summit, Russia expelled ten American diplomats."
    event, _, _ = dated("SANCTION", (text, "2021-08-20"), SUMMIT, other)
    assert event.end == dt.date(2021, 8, 20)


def test_the_reports_own_word_weighs_more(dated):
    text = "MOSCOW - After the Geneva summit, Russia expelled ten American diplomats on July 9."
    event, _, _ = dated("SANCTION", (text, "2021-08-20"), SUMMIT)
    assert event.start == dt.date(2021, 7, 9)


def test_a_rebuild_with_the_missing_report_dates_it_and_takes_nothing_back(dated):
    text = "MOSCOW - Two days after the Geneva summit, Russia expelled ten American diplomats."
    alone, _, _ = dated("SANCTION", (text, "2021-08-20"))
    together, _, _ = dated("SANCTION", (text, "2021-08-20"), SUMMIT)
    assert (alone.end, together.end) == (dt.date(2021, 8, 20), dt.date(2021, 6, 18))
    assert alone.id == together.id


def test_a_summit_without_a_name_is_none_of_half_a_year_later(dated):
    event, _, anchor = dated(
        "SANCTION",
        ("MOSCOW - Russia expelled ten American diplomats a week after the summit.", "2020-12-01"),
        SUMMIT,
    )
    assert not anchor
    assert event.start is None or event.start.year == 2020

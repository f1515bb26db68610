"""What copies altered, on the pages of the copy and of the event that its source tells of."""

import datetime as dt

import pytest

from dateline.query import Record
from written import Told, write

TOLD = (
    "Chile and Peru met in Arica on Monday to settle the quota of anchovy for the coming season.",
    "The two delegations agreed that 40 trawlers may fish within ten miles of the shared border.",
    "Fishermen from the harbour of Ilo had blocked the road for nine days before the talks began.",
    "A second round will be in Tacna, where the ministers want to count all boats of both sides.",
)


@pytest.fixture(scope="module")
def altered(tmp_path_factory, many):
    """The server of a record of a report and of a copy that says 90 for 40."""
    day = ("2019-07-01", "2019-07-01")
    copied = [text.replace("40 trawlers", "90 trawlers") for text in TOLD]
    path = write(
        tmp_path_factory.mktemp("copies") / "r.dateline",
        {
            "first": (
                {"published": dt.date(2019, 7, 1), "publisher": "Post"},
                [Told(text, "CONSULT", "CHL", "PER", day) for text in TOLD],
            ),
            "copy": (
                {"published": dt.date(2019, 7, 2), "publisher": "Mirror"},
                [Told(text, "CONSULT", "CHL", "PER", day) for text in copied],
            ),
        },
    )
    return type(many)(path)


def swaps(page):
    return [
        (s.findtext("del/bdi"), s.findtext("ins/bdi"))
        for s in page.xpath("//ul[@class='swaps']/li")
    ]


def test_the_copy_is_marked_against_its_source(altered):
    with Record(altered.path) as record:
        row = record.db.execute("SELECT text_id FROM report WHERE key = 'copy'").fetchone()
    page = altered.page(f"/report/{row['text_id']}")
    assert ("40", "90") in swaps(page)
    marked = page.xpath("//div[@class='text']//mark[contains(@class, 'altered')]")
    assert [mark.text_content() for mark in marked] == ["90"]
    assert "“40”" in marked[0].get("title")


def test_the_event_shows_what_its_copies_altered(altered):
    with Record(altered.path) as record:
        event = next(record.timeline())
    page = altered.page(f"/event/{event.id}")
    assert ("40", "90") in swaps(page)
    assert event.voices == 1


def test_the_sources_count_what_was_altered(altered):
    (item,) = altered.all("/sources", "//section[@aria-labelledby='copies']/ol/li")
    assert item.startswith("2 reports")
    assert "1 altered" in item

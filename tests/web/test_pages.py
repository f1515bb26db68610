"""Each page of a record of real reports holds what the record holds."""

import re
from itertools import pairwise

import pytest

from dateline.query import Query, Record

IMPORTS = re.compile(r'from "\./([\w.]+)"')
PAGES = (
    "/", "/timeline", "/agreements", "/red-lines", "/incidents", "/accusations", "/statements",
    "/sources", "/review", "/help",
)  # fmt: skip


@pytest.fixture(scope="module")
def opened(site):
    with Record(site.path) as record:
        yield record


@pytest.fixture(scope="module")
def events(opened):
    return list(opened.timeline())


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_one_main_heading_a_title_and_landmarks(site, address):
    page = site.page(address)
    (heading,) = page.xpath("//h1")
    assert heading.text_content().strip()
    assert page.findtext(".//title").endswith("· r")
    for landmark in ("header", "nav", "main", "footer"):
        assert page.xpath(f"//body//{landmark}"), landmark
    assert page.xpath("//body/*")[0].get("href") == "#main"
    assert page.xpath("//main[@id='main']")
    levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_marked_in_the_menu(site, address):
    (here,) = site.page(address).xpath("//nav[@aria-label='Pages']//a[@aria-current]")
    assert here.get("href") == address


def test_the_timeline_lists_the_events_in_order(site, events):
    listed = site.page("/timeline").xpath("//ol[@class='events']/li/@id")
    assert listed == [event.id for event in events]


def test_a_row_tells_date_sides_type_grade_voices_and_headline(site, events):
    event = next(e for e in events if e.event_type == "THREATEN")
    (row,) = site.page("/timeline").xpath(f"//li[@id='{event.id}']")
    text = " ".join(row.text_content().split())
    assert "2 Jun 2023" in text
    assert "South Korea" in text
    assert "Japan" in text
    assert "threatens" in text
    assert "conflict in words" in text
    assert "threatened on Friday to halt fish imports" in text
    assert row.xpath(".//time/@datetime") == ["2023-06-02"]
    assert row.xpath(f".//a[@href='/event/{event.id}']")


def test_an_event_shows_each_sentence_as_it_stands_in_its_report(site, opened, events):
    for event in events:
        page = site.page(f"/event/{event.id}")
        quotes = ["".join(q.itertext()) for q in page.xpath("//figure[@class='told']/blockquote")]
        for mention in opened.mentions(event):
            sentence = opened.text(mention.evidence)
            assert any(sentence in quote for quote in quotes)
        assert event.headline in page.findtext(".//title")


def test_the_act_is_marked_within_its_sentence(site, opened, events):
    event = next(e for e in events if e.event_type == "THREATEN")
    page = site.page(f"/event/{event.id}")
    marked = {"".join(m.itertext()) for m in page.xpath("//mark[contains(@class, 'action')]")}
    acts = {opened.text(s) for m in opened.mentions(event) for s in m.action_spans}
    assert acts <= marked
    assert acts == {"threatened"}


def test_copies_are_folded_into_one_voice(site, opened, events):
    event = max(events, key=lambda e: len(e.reports))
    assert len(event.reports) > event.voices
    page = site.page(f"/event/{event.id}")
    heads = [" ".join(h.text_content().split()) for h in page.xpath("//h2")]
    told = f"{len(event.reports)} reports, {event.voices} voice"
    assert any(head.startswith(f"Evidence: {told}") for head in heads)
    copies = page.xpath("//section[@class='voice']/details/ul/li/bdi")
    sources = page.xpath("//section[@class='voice']/h3/bdi")
    listed = {one.text_content() for one in (*copies, *sources)}
    prints = {r.key for m in opened.mentions(event) for r in opened.reports(m.evidence.report_id)}
    assert listed <= prints


def test_both_sides_have_a_column_and_what_they_say_stands_in_it(site, opened, events):
    for event in events:
        spoken = [m for m in opened.mentions(event) if m.according_to]
        page = site.page(f"/event/{event.id}")
        columns = page.xpath("//div[@class='columns']/section")
        assert len(columns) == len({c[:3] for c in (*event.source, *event.target)}) + 1
        quoted = "".join(c.text_content() for c in columns)
        assert all(opened.text(m.evidence) in quoted for m in spoken)


def test_a_grade_is_a_word_with_its_reasons(site, events):
    event = events[0]
    page = site.page(f"/event/{event.id}")
    (section,) = page.xpath("//section[@class='grounds']")
    text = " ".join(section.text_content().split())
    assert {1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful"}[
        event.grade.credibility
    ] in text
    assert all(reason.detail in text for reason in event.grade.reasons)


def test_a_report_shows_its_whole_text_unchanged(site, opened):
    for text_id in {
        one.evidence.report_id for e in opened.timeline() for one in opened.mentions(e)
    }:
        (text,) = site.page(f"/report/{text_id}").xpath("//div[@class='text']")
        assert "".join(text.itertext()) == opened.whole(text_id)


def test_evidence_leads_to_its_place_in_the_report(site, opened, events):
    for event in events[:6]:
        for address in site.page(f"/event/{event.id}").xpath("//figcaption/cite/a/@href"):
            path, _, place = address.partition("#")
            (mark,) = site.page(path).xpath(f"//mark[@id='{place}']")
            starts = {m.evidence.start for m in opened.mentions(event)}
            assert int(place.removeprefix("at")) in starts
            assert "sentence" in mark.get("class")


def test_what_a_copy_altered_is_marked_against_its_source(site, opened):
    altered = [(v, link) for v in opened.voices() for link in v.links if link.altered]
    for _, link in altered:
        row = opened.db.execute("SELECT text_id FROM report WHERE key = ?", (link.report,))
        page = site.page(f"/report/{row.fetchone()['text_id']}")
        marked = {m.text_content() for m in page.xpath("//mark[contains(@class, 'altered')]")}
        for one in link.altered:
            assert one.text in "".join(marked) or one.text in marked
            assert one.original.text in [d.text_content() for d in page.xpath("//del")]


def test_statements_give_speaker_and_words(site):
    items = site.all("/statements?actor=KOR", "//ol[@class='ledger']/li")
    assert any("Park Jin" in i and "We will not accept a release" in i for i in items)
    assert not any("Kishida said" in item for item in items)


def test_the_agreement_to_talk_stands_among_the_agreements(site):
    items = site.all("/agreements", "//ol[@class='ledger']/li")
    assert any("restart talks between their defence ministries" in item for item in items)


def test_the_help_explains_every_type_status_and_grade(site):
    text = " ".join(site.page("/help").text_content().split())
    for code in ("AGREE", "ASSAULT", "CONSULT", "D107"):
        assert code in text
    for word in ("hypothetical", "planned", "confirmed", "cannot be judged", "not judged"):
        assert word in text


def test_the_pairs_count_what_the_timelines_of_the_pairs_hold(site, opened):
    page = site.page("/")
    rows = page.xpath("//section[@aria-labelledby='pairs']//tbody/tr")
    assert rows
    for row in rows:
        address = row.xpath(".//a/@href")[0]
        count = int(row.xpath("./td")[0].text_content())
        asked = Query.from_url(address.partition("?")[2])
        assert count == len(list(opened.timeline(asked)))


def test_all_that_the_drawing_needs_is_asked_for_with_the_page(site):
    page = site.page("/timeline?between=JPN&between=KOR")
    scripts = page.xpath("//link[@rel='modulepreload']/@href")
    # Relative imports of modules lose the version of the script that imports them.
    names = {address.partition("?")[0].removeprefix("/static/") for address in scripts}
    asked = {
        name for script in names for name in IMPORTS.findall(site.get(f"/static/{script}").text)
    }
    assert names == asked | {"timeline.js"}
    assert page.xpath("//script/@src") == [
        s for s in scripts if s.startswith("/static/timeline.js")
    ]
    (early,) = page.xpath("//link[@rel='preload']/@href")
    assert early == page.xpath("//figure[@id='drawing']/@data-source")[0]

"""Filters, facets, pages: what a list shows is what the record answers, and is in its address."""

from collections import Counter

import msgspec
import pytest

from dateline.query import Query, Record
from dateline.query.facets import facets
from dateline.query.pairs import relations

QUERIES = (
    "", "between=PER&between=BRA", "actor=CHL", "start=2005&end=2009-06", "about=cyber",
    "type=CONSULT", "status=all", "grade=3", "grade=1", "quad=3", "quad=1&about=military",
    "text=desk", "text=desk+919", "min_voices=2", "dated=1", "between=PER&between=CHL",
    "between=CHL&between=BRA&about=economic&type=CONSULT&start=2003", "status=hypothetical",
    "start=2005&open=1",
)  # fmt: skip


@pytest.fixture(scope="module")
def opened(many):
    with Record(many.path) as record:
        yield record


def ids(events):
    return [event.id for event in events]


def rows(many, address):
    return many.page(address).xpath("//ol[@class='events']/li/@id")


@pytest.mark.parametrize("query", QUERIES)
def test_the_pages_of_a_list_hold_each_event_of_its_query_once_in_order(many, opened, query):
    wanted = ids(opened.timeline(Query.from_url(query)))
    found, page = [], 1
    while True:
        shown = rows(many, f"/timeline?{query}&page={page}")
        found += shown
        if len(shown) < 100:
            break
        page += 1
    assert found == wanted


def test_the_pager_leads_to_each_page(many):
    page = many.page("/timeline?status=all")
    (pager,) = page.xpath("//nav[@class='pager']")
    assert [a.text_content() for a in pager.xpath(".//a")] == ["2", "3", "Next"]
    assert pager.xpath(".//a/@href")[-1] == "/timeline?status=all&page=2"
    last = many.page("/timeline?status=all&page=3")
    assert len(last.xpath("//ol[@class='events']/li")) == 52
    assert last.xpath("//section[@class='year']/h2")[-1].text_content() == "Undated"


def test_a_page_beyond_the_last_is_empty_and_no_error(many):
    assert rows(many, "/timeline?page=99") == []


@pytest.mark.parametrize("query", QUERIES)
def test_facets_count_what_another_choice_would_show(opened, query):
    asked = Query.from_url(query)
    counted = facets(opened.db, asked)
    shown = list(opened.timeline(asked))
    assert counted.total == len(shown)
    assert counted.years == Counter(str(e.start.year) if e.start else "" for e in shown)
    for name in ("type", "grade", "quad", "about", "status"):
        for code, count in counted.counts[name].items():
            other = msgspec.structs.replace(asked, **{name: (code,)})
            assert count == len(list(opened.timeline(other))), (name, code)
    everything = msgspec.structs.replace(asked, status=("all",))
    unseen = 0 if asked.status else len(list(opened.timeline(everything))) - len(shown)
    assert counted.unseen == unseen


def test_a_choice_is_shown_with_its_count_and_ticked(many, opened):
    page = many.page("/timeline?type=CONSULT")
    (box,) = page.xpath("//input[@name='type'][@value='CONSULT']")
    assert box.get("checked") is not None
    count = sum(e.event_type == "CONSULT" for e in opened.timeline())
    assert box.getparent().xpath("./span[@class='n']")[0].text_content() == str(count)


def test_the_form_holds_the_query_so_that_sending_it_changes_nothing(many, opened):
    query = "between=CHL&between=BRA&start=2003-01-01&end=2010-12-31&about=economic&type=CONSULT"
    query += "&grade=3&quad=1&status=happened&text=desk"
    page = many.page(f"/timeline?{query}")
    form = page.xpath("//form[@class='filters']")[0]
    fields = [
        (box.get("name"), box.get("value"))
        for box in form.xpath(".//input[@value]")
        if box.get("type") != "checkbox" or box.get("checked") is not None
    ]
    sent = "&".join(f"{name}={value}" for name, value in fields)
    asked = Query.from_url(query)
    assert Query.from_url(sent) == asked
    assert rows(many, f"/timeline?{query}") == ids(opened.timeline(asked))


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
@pytest.mark.parametrize("query", ["", "about=cyber&status=all"])
def test_what_is_taken_away_is_all_pages_of_the_view(many, opened, suffix, query):
    answer = many.get(f"/timeline.{suffix}?{query}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    events = ids(opened.timeline(Query.from_url(query)))
    assert len(events) > 40
    assert [e for e in events if e not in answer.text] == []
    lines = answer.text.strip().count("\n") + (suffix == "jsonl")
    assert lines == len(events)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_theme_goes_along_with_every_link(many, theme):
    page = many.page(f"/timeline?about=cyber&theme={theme}")
    assert page.get("data-theme") == theme
    links = [a for a in page.xpath("//header//a/@href|//ol//a/@href|//nav[@class='pager']//a/@href")
             if a.startswith("/")]  # fmt: skip
    assert all(f"theme={theme}" in link for link in links)
    back = page.xpath("//p[@class='themes']//a/@href")
    assert "/timeline?about=cyber" in back


@pytest.mark.parametrize(
    "query",
    [
        "",
        "start=2005&end=2009-06",
        "start=2005-03-07",
        "end=2009-06-15&dated=1",
        "about=cyber",
        "status=all",
        "status=hypothetical&dated=1",
    ],
)
def test_pairs_are_counted_as_their_timelines_are(opened, query):
    asked = Query.from_url(query)
    told = relations(opened.db, asked)
    found = told.pairs
    assert [p.events for p in found] == sorted((p.events for p in found), reverse=True)
    for pair in found:
        events = list(opened.timeline(msgspec.structs.replace(asked, between=(pair.a, pair.b))))
        assert pair.events == len(events)
        assert pair.cooperation == sum(e.quad in {1, 2} for e in events)
        assert pair.tone == pytest.approx(sum(e.intensity for e in events) / len(events))
        dated = Counter(e.start.year for e in events if e.start)
        assert {
            year: count.events for year, count in told.years.get((pair.a, pair.b), {}).items()
        } == dated


def test_what_one_does_to_another_is_told_from_what_the_other_does(opened):
    found = relations(opened.db, Query())
    mine = [e for e in opened.timeline(Query(between=("PER", "BRA"))) if e.source == ("PER",)]
    assert found.own["PER", "BRA"].events == len(mine)
    assert ("BRA", "PER") not in found.own
    assert found.joint == {}


def test_a_search_finds_the_words_of_the_evidence(many):
    assert many.all("/timeline?text=number+42+fish", "//p[@class='headline']") == [
        "Number 42 of the talks on fish, said desk 598."
    ]


def test_search_words_are_words_and_no_syntax(many):
    for text in ('"', "NEAR(a", "a*", "desk OR fish", "-desk", "words:desk", "^desk", "''"):
        assert many.get("/timeline", params={"text": text}).status_code == 200


def test_an_error_keeps_the_theme(many):
    answer = many.get("/timeline?actor=Atlantis&theme=dark")
    assert answer.status_code == 400
    assert 'data-theme="dark"' in answer.text


def test_a_list_without_events_offers_no_empty_choices(many):
    page = many.page("/timeline?between=USA&between=CAN")
    assert page.xpath("//p[@class='empty']/text()")[0].strip() == "No event fits."
    assert page.xpath("//legend") == []
    assert "denied" not in many.all("/accusations?actor=CAN", "//p[@class='count']")[0]

"""Articles of strangers through every page: nothing of them runs, is followed, or turns text."""

import re
import time

import pytest

from dateline.query import Query, Record
from dateline.web.safe import UNSEEN, web
from written import Told, write

EVERY = Query(status=("all",))
LISTS = (
    "/", "/timeline", "/agreements", "/red-lines", "/incidents", "/accusations", "/statements",
    "/sources", "/review",
)  # fmt: skip
ELEMENTS = {
    "html", "head", "meta", "title", "link", "body", "a", "svg", "symbol", "circle", "path", "use",
    "rect", "header", "nav", "main", "footer", "aside", "section", "article", "figure",
    "figcaption", "p", "b", "i", "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "h1", "h2",
    "h3", "small", "code", "cite", "abbr", "bdi", "mark", "del", "ins", "time", "blockquote",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "form", "label",
    "input", "button", "select", "option", "fieldset", "legend", "datalist", "script", "kbd",
}  # fmt: skip


@pytest.fixture(scope="module")
def addresses(hostile):
    with Record(hostile.path) as record:
        events = list(record.timeline(EVERY))
        texts = {m.evidence.report_id for e in events for m in record.mentions(e)}
    return [
        *LISTS,
        *(f"/event/{event.id}" for event in events),
        *(f"/report/{text_id}" for text_id in sorted(texts)),
    ]


@pytest.fixture(scope="module")
def pages(hostile, addresses):
    return {address: hostile.page(address) for address in addresses}


@pytest.fixture(scope="module")
def sources(hostile, addresses):
    return {address: hostile.get(address).text for address in addresses}


def test_there_are_many(addresses):
    assert len(addresses) > 60


def test_pages_hold_our_elements_and_no_others(pages):
    assert {
        one.tag for page in pages.values() for one in page.iter() if isinstance(one.tag, str)
    } <= ELEMENTS


def test_no_element_has_a_handler_a_style_or_a_source_of_theirs(pages):
    for page in pages.values():
        for one in page.iter():
            names = set(one.attrib)
            assert not [name for name in names if name.startswith("on")]
            assert not names & {"style", "srcdoc", "formaction", "xlink:href", "ping", "background"}


def test_scripts_and_styles_are_files_of_ours(pages):
    for page in pages.values():
        for script in page.xpath("//script"):
            assert re.fullmatch(r"/static/\w+\.js\?v=\w+", script.get("src"))
            assert not (script.text or "").strip()
        for link in page.xpath("//link"):
            early = link.get("rel") == "preload"
            assert link.get("href").startswith("/drawing.json" if early else "/static/")
        assert not page.xpath("//style|//img|//iframe|//object|//embed|//base|//meta[@http-equiv]")


def test_links_lead_to_us_or_to_the_web(pages):
    for page in pages.values():
        for link in page.xpath("//@href|//@src|//@action"):
            if not link.startswith(("/", "#")) or link.startswith("//"):
                assert re.match(r"https?://[!-~]+\Z", link), link
        for away in page.xpath("//a[starts-with(@href, 'http')]"):
            assert {"noopener", "noreferrer"} <= set(away.get("rel").split())


def test_nothing_unseen_is_sent(sources):
    for source in sources.values():
        assert not UNSEEN.search(source)


def test_turning_marks_are_written_out(sources):
    assert any("⟦202E⟧" in source for source in sources.values())


def test_words_of_theirs_stand_apart_from_ours(hostile, pages):
    with Record(hostile.path) as record:
        events = list(record.timeline(EVERY))
    rows = pages["/timeline"]
    for event in events:
        (link,) = rows.xpath(f"//li[@id='{event.id}']//p[@class='headline']/a")
        assert [child.tag for child in link] == ["bdi"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
     "vbscript:x", "file:///etc/passwd", "//evil.example", "https:evil", " javascript:x",
     "\x01javascript:x", "https://a.example/\u202egpj", "https://a.example/\nx", "",
     "https://a example/"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_no_link(url):
    assert web(url) == ""


@pytest.mark.parametrize(
    "url", ["https://a.example/b?c=d#e", "http://a.example", "HTTPS://A.example/é"]
)
def test_addresses_of_the_web_are_links(url):
    assert web(url) == url


def test_a_line_of_five_megabytes_is_shown_in_parts(tmp_path, hostile):
    line = "Kenya sanctioned Somalia. " + "x" * 5_000_000
    path = write(tmp_path / "long.dateline", {"long": ({}, [Told(line, "SANCTION", "KEN", "SOM")])})
    site = type(hostile)(path)
    with Record(path) as record:
        (event,) = record.timeline()
        text_id = record.mentions(event)[0].evidence.report_id
    begun = time.perf_counter()
    for address in (
        "/timeline",
        f"/event/{event.id}",
        f"/report/{text_id}",
        f"/report/{text_id}?page=100",
        "/review",
    ):
        answer = site.get(address)
        assert answer.status_code == 200
        assert len(answer.content) < 200_000, address
    assert time.perf_counter() - begun < 5
    whole = "".join(
        "".join(
            site.page(f"/report/{text_id}?page={n}").xpath("//div[@class='text']")[0].itertext()
        )
        for n in (1, 2)
    )
    assert line.startswith(whole)
    assert len(whole) == 60_000

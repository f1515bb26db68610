"""Articles of strangers through every page, of the server and of a folder: nothing of them runs."""

import re

import lxml.html
import pytest
from starlette.testclient import TestClient

from dateline.publish import View
from dateline.publish.html import files
from dateline.query import Query, Record
from dateline.web.app import VIEWS, application

EVERY = Query(status=("all",))
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Every attribute that makes a browser fetch or go somewhere.
ADDRESSES = {
    "href", "src", "action", "formaction", "data", "poster", "srcset", "ping", "background",
    "xlink:href", "data-source",
}  # fmt: skip


@pytest.fixture
def pages(hostile):
    """Every page of the server, by its address."""
    with TestClient(application(hostile), base_url="http://127.0.0.1:8000") as client:
        paths = ["/", *(f"/{name}?status=all" for name in VIEWS if name != "pairs")]
        with Record(hostile) as record:
            paths += [f"/event/{event.id}" for event in record.timeline(EVERY)]
            rows = record.db.execute("SELECT id FROM text ORDER BY id")
            paths += [f"/report/{row['id']}" for row in rows]
        found = {path: client.get(path) for path in paths}
        found["/none"] = client.get("/<script>alert(1)</script>?text=<svg onload=alert(1)>")
        found["/find"] = client.get("/timeline", params={"text": '"><script>alert(1)</script>'})
        return found


def check(path, text):
    """Refuse a page on which anything of an article is more than text."""
    assert not UNSEEN.search(text), path
    tree = lxml.html.document_fromstring(
        text.encode(), parser=lxml.html.HTMLParser(encoding="utf-8")
    )
    for element in tree.iter(lxml.etree.Element):
        tag = str(element.tag).lower()
        assert tag not in {"iframe", "object", "embed", "base", "img", "math", "animate"}, path
        if tag == "script":
            assert re.match(r"(\.\./)*/?static/[a-z]+\.js", element.get("src", "")), path
            assert not (element.text or "").strip()
        if tag == "meta":
            assert element.get("http-equiv") in {None, "Content-Security-Policy"}
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (path, name)
            assert name.lower() not in {"style", "srcdoc"}, (path, name)
            if name.lower() in ADDRESSES:
                assert re.match(r"(https?://|[/?#.]|[a-z0-9-]+(/|\.html))", value), (path, value)
                assert not value.startswith(("//", "/\\")), (path, value)


def test_no_page_of_the_server_runs_or_fetches_anything_of_theirs(pages):
    assert len(pages) > 30
    for path, answer in pages.items():
        assert answer.status_code in ({404} if path == "/none" else {200}), (
            path,
            answer.text[:200],
        )
        check(path, answer.text)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_no_page_of_a_folder_does(hostile):
    with Record(hostile) as record:
        made = [file for file in files(View(record, EVERY)) if file.path.endswith(".html")]
    assert len(made) > 30
    for file in made:
        assert re.fullmatch(
            r"[a-z]+(-[a-z]+)?(-\d+)?\.html|(event|report|pair)/[0-9a-z-]+\.html", file.path
        )
        check(file.path, file.data.decode())
        assert b"<script" not in file.data


def test_their_words_are_shown_as_they_wrote_them(written):
    with TestClient(application(written), base_url="http://127.0.0.1:8000") as client:
        text = client.get("/timeline?text=alert").text
    shown = lxml.html.document_fromstring(text).text_content()
    assert "<script>alert(1)</script>" in shown
    assert "<script>alert(1)</script>" not in text


def test_data_is_sent_as_a_file_that_no_browser_shows(hostile):
    from dateline.publish import SUFFIXES

    with TestClient(application(hostile), base_url="http://127.0.0.1:8000") as client:
        for suffix, form in SUFFIXES.items():
            answer = client.get(f"/timeline.{suffix}?status=all")
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith(form.media.split(";")[0])
            assert answer.headers["content-disposition"].startswith("attachment")
            assert answer.headers["x-content-type-options"] == "nosniff"
            with Record(hostile) as record:
                assert answer.text == "".join(form.pieces(View(record, EVERY)))

"""A view as a folder of pages: the same pages, the same events, and nothing asked of the world."""

import datetime as dt
import json
import re
from pathlib import Path
from urllib.parse import urldefrag

import lxml.html
import pytest

from dateline.errors import UsageError
from dateline.publish import View
from dateline.publish.folder import MANIFEST, write
from dateline.publish.html import File, files
from dateline.query import Query, Record

QUERIES = [
    Query(status=("all",)),
    Query(between=("IND", "NPL")),
    Query(type=("AID",), limit=1),
    Query(text="no such words"),
    Query(status=("all",), as_of=dt.date(2019, 8, 1)),
]


def site(path, query):
    with Record(path, read_only=True) as record:
        return {file.path: file.data for file in files(View(record, query))}


@pytest.fixture(params=QUERIES, ids=lambda query: query.to_url())
def made(request, dated):
    return request.param, site(dated, request.param)


def trees(found):
    return {
        path: lxml.html.fromstring(data.decode())
        for path, data in found.items()
        if path.endswith(".html")
    }


def test_there_is_a_page_of_each_list(made):
    _, found = made
    lists = (
        "pairs", "agreements", "red-lines", "incidents", "accusations", "statements", "sources",
        "help",
    )  # fmt: skip
    assert {f"{name}.html" for name in lists} <= set(found)
    assert {f"{name}.html" for name in lists} <= set(
        trees(found)["index.html"].xpath("//nav//@href")
    )


def test_the_pages_hold_the_events_of_the_view(made, dated):
    query, found = made
    with Record(dated) as record:
        events = list(record.timeline(query))
        assert {p for p in found if p.startswith("event/")} == {
            f"event/{event.id}.html" for event in events
        }
        listed = trees(found)["index.html"]
        links = listed.xpath("//ol//a/@href")
        assert [href for href in links if href.startswith("event/")] == [
            f"event/{event.id}.html" for event in events
        ]
        for event in events:
            page = " ".join(trees(found)[f"event/{event.id}.html"].text_content().split())
            for mention in record.mentions(event):
                assert " ".join(record.text(mention.evidence).split()) in page
                assert f"report/{mention.evidence.report_id}.html" in found


def test_the_drawing_has_every_dated_event_of_the_view_and_no_other(made, dated):
    query, found = made
    with Record(dated) as record:
        events = [event for event in record.timeline(query) if event.start]
    drawn = trees(found)["index.html"].xpath("//figure[@id='drawing']//a/@href")
    assert sorted(drawn) == sorted(f"event/{event.id}.html" for event in events)


def test_each_pair_of_the_view_has_its_own_list_of_the_views_events(made, dated):
    query, found = made
    with Record(dated) as record:
        events = list(record.timeline(query))
    pairs = trees(found)["pairs.html"].xpath("//table[@class='wide']//a/@href")
    between = {
        tuple(sorted((a, b))) for one in events for a in one.source for b in one.target if a != b
    }
    assert len(pairs) == len(set(pairs)) == len(between)
    listed = set()
    for path in pairs:
        links = trees(found)[path].xpath("//ol//a/@href")
        assert links
        listed |= {Path(href).stem for href in links}
    assert listed == {one.id for one in events if one.source and one.target}


def test_the_sources_are_those_of_the_view(made, dated):
    query, found = made
    with Record(dated) as record:
        keys = {key for event in record.timeline(query) for key in event.reports}
    said = " ".join(trees(found)["sources.html"].text_content().split())
    assert f"{len(keys)} report" in said


def test_every_link_leads_to_a_file_of_the_folder_or_to_a_report_on_the_web(made):
    _, found = made
    for path, tree in trees(found).items():
        for element in tree.iter():
            for name in ("href", "src", "action", "data-source", "poster", "srcset"):
                target = element.get(name)
                if target is None or target.startswith("#"):
                    continue
                if target.startswith("https://wire.example/"):
                    assert element.tag == "a"
                    continue
                file, place = urldefrag(target)
                base = Path("/site") / Path(path).parent / file
                inside = Path(re.sub(r"/[^/]+/\.\./", "/", str(base))).relative_to("/site")
                assert str(inside) in found, (path, target)
                if place:
                    assert place.encode() in found[str(inside)]


def test_nothing_runs_and_nothing_is_sent(made):
    _, found = made
    for path, tree in trees(found).items():
        tags = {element.tag for element in tree.iter()}
        assert not tags & {"script", "form", "iframe", "object", "embed", "base"}, path
        for element in tree.iter():
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
    for path, data in found.items():
        if path.endswith(".css"):
            assert not re.search(rb"url\((?!#|\s*[\"']?data:)|@import", data), path


def test_the_same_view_is_the_same_bytes(dated):
    assert site(dated, QUERIES[0]) == site(dated, QUERIES[0])


def test_the_command_writes_the_folder_and_makes_it_anew(call, record, tmp_path):
    folder = tmp_path / "out" / "site"
    done = call("export", record, "--format", "html", folder)
    assert (done.code, done.out) == (0, "")
    every = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert {"index.html", "help.html", "agreements.html", "statements.html", MANIFEST} < every
    done = call("export", record, "--format", "html", folder, "--type", "AGREE")
    assert done.code == 0
    now = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert now < every
    assert [p.name for p in folder.parent.iterdir()] == ["site"]
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    assert {*manifest["files"], MANIFEST} == now
    assert manifest["view"] == "type=AGREE"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--format", "html"], "--format html FOLDER"),
        (["--format", "csv", "SITE"], "--out FILE"),
        (["--format", "html", "SITE", "--out", "x"], "without --out"),
        (["--format", "html", "SITE", "--view", "incidents"], "holds the ledgers too"),
    ],
)
def test_a_folder_goes_with_html_alone(call, record, tmp_path, words, says):
    place = tmp_path / "site"
    done = call("export", record, *(place if word == "SITE" else word for word in words))
    assert (done.code, done.err[:14]) == (2, "dateline: D106")
    assert says in done.err
    assert not place.exists()


ONE = [File("index.html", b"one"), File("event/e1.html", b"two")]


@pytest.fixture
def ours(tmp_path):
    folder = tmp_path / "site"
    write(folder, ONE, "")
    return folder


def spoil_with_a_file(folder):
    (folder / "event" / "mine.txt").write_text("mine")


def spoil_with_a_link(folder):
    (folder / "event" / "e1.html").unlink()
    (folder / "event" / "e1.html").symlink_to("/etc/passwd")


def spoil_the_manifest(folder):
    (folder / MANIFEST).write_text('{"files": 1}')


@pytest.mark.parametrize("spoil", [spoil_with_a_file, spoil_with_a_link, spoil_the_manifest])
def test_what_no_export_wrote_is_never_taken_away(ours, spoil):
    spoil(ours)
    before = sorted(ours.rglob("*"))
    with pytest.raises(UsageError) as caught:
        write(ours, [File("index.html", b"new")], "")
    assert caught.value.code == "D132"
    assert sorted(ours.rglob("*")) == before
    assert (ours / "index.html").read_bytes() == b"one"


def test_a_file_or_a_link_is_no_folder(tmp_path, ours):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(ours)
    for name in ("file", "link"):
        with pytest.raises(UsageError):
            write(tmp_path / name, ONE, "")
    assert (tmp_path / "file").read_text() == "mine"


def test_an_export_that_fails_leaves_what_was_there(ours):
    def failing():
        yield File("index.html", b"new")
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        write(ours, failing(), "")
    assert (ours / "index.html").read_bytes() == b"one"
    assert [p.name for p in ours.parent.iterdir()] == ["site"]


def test_an_empty_folder_is_used(tmp_path):
    (tmp_path / "site").mkdir()
    assert write(tmp_path / "site", ONE, "") == 2
    assert (tmp_path / "site" / "event" / "e1.html").read_bytes() == b"two"

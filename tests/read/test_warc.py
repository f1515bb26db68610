import datetime as dt
import gzip
import random
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archives import FIRST, SECOND, by_fastwarc, packed, page, record
from dateline.errors import InputError
from dateline.model import LeftOut, Report
from dateline.read import read, read_all
from dateline.settings import Limits, Settings

URLS = [f"https://wire.example/{n}" for n in range(4)]
FRENCH = (
    "Le gouvernement péruvien a annoncé lundi que ses représentants se rendraient à Santiago pour "
    "discuter de la frontière maritime, malgré les critiques de l'opposition qui demande un report "
    "des discussions jusqu'à l'automne. Le ministre a ajouté que rien ne serait signé cette année."
)
GOOD = [record(url, page(f"{FIRST} {url}")) for url in URLS]


def all_of(path: Path, data: bytes, given: Settings | None = None) -> list[Report | LeftOut]:
    path.write_bytes(data)
    return list(read_all([path], given))


def told(found: list[Report | LeftOut]) -> list[str]:
    """The keys of reports and the codes of problems."""
    return [one.key if isinstance(one, Report) else one.reason[:4] for one in found]


@pytest.mark.parametrize("form", ["plain", "members", "whole", "fastwarc"])
def test_a_page_is_a_report_called_by_its_address(tmp_path, form):
    data = {
        "plain": b"".join(GOOD), "members": packed(*GOOD), "whole": gzip.compress(b"".join(GOOD)),
        "fastwarc": by_fastwarc(URLS),
    }[form]  # fmt: skip
    name = "a.warc" if form == "plain" else "a.warc.gz"
    found = all_of(tmp_path / name, data)
    assert told(found) == URLS
    for report, url in zip(found, URLS, strict=True):
        assert report.text == f"{FIRST} {url}\n\n{SECOND}"
        assert report.url == url
        assert report.published == dt.date(2021, 6, 16)


def test_the_day_of_the_visit_serves_only_where_the_page_gives_none(tmp_path):
    head = '<meta property="article:published_time" content="2021-06-14T12:00:00Z">'
    first, second = all_of(tmp_path / "a.warc", record(body=page(head=head)) + record())
    assert (first.published, first.warnings) == (dt.date(2021, 6, 14), ())
    assert second.published == dt.date(2021, 6, 16)
    assert "visited" in second.warnings[0].detail


def test_a_page_cannot_say_that_it_is_another(tmp_path):
    head = '<link rel="canonical" href="https://other.example/b">'
    (report,) = all_of(tmp_path / "a.warc", record(body=page(head=head)))
    assert (report.key, report.url) == ("https://wire.example/a", "https://wire.example/a")


def test_a_page_without_an_address_is_called_by_its_number(tmp_path):
    path = tmp_path / "a.warc"
    data = GOOD[0] + record().replace(b"WARC-Target-URI", b"X-Nothing")
    assert told(all_of(path, data)) == [URLS[0], f"{path.as_posix()}:2"]


def test_records_beside_the_pages_are_counted_by_kind(tmp_path):
    path = tmp_path / "a.warc.gz"
    beside = [
        record(kind="request"), record(kind="request"), record(kind="metadata"),
        record(status="404 Not Found"), record(status="301 Moved"), record(mime="image/png"),
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nab\r\n\r\n",
    ]  # fmt: skip
    first, *rest = all_of(path, packed(*beside, GOOD[0]))
    assert first.key == URLS[0]
    assert [(one.item.rpartition(":")[2], one.reason[:4]) for one in rest] == [
        ("metadata records", "D222"), ("request records", "D222"),
        ("responses that are not HTML", "D222"), ("responses with status 3xx", "D222"),
        ("responses with status 4xx", "D222"), ("warcinfo records", "D222"),
    ]  # fmt: skip
    assert "(2 request records)" in rest[1].reason


@pytest.mark.parametrize(
    ("extra", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(page())),
        ("Content-Encoding: deflate\r\n", zlib.compress(page())),
        ("Content-Encoding: gzip\r\n", page()),
        ("Transfer-Encoding: chunked\r\n", page()),
        ("Transfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(page()), page())),
    ],
)
def test_encodings_of_a_response_whether_or_not_the_crawler_undid_them(tmp_path, extra, body):
    (report,) = all_of(tmp_path / "a.warc", record(body=body, extra=extra))
    assert report.text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (record(body=gzip.compress(bytes(80_000_000)), extra="Content-Encoding: gzip\r\n"), "D302"),
        (record(body=gzip.compress(page())[:-9], extra="Content-Encoding: gzip\r\n"), "D204"),
        (record(body=b"xx", extra="Content-Encoding: zstd\r\n"), "D204"),
        (record(body=page(), length=20), "D204"),
        (record(body=page(), length=900_000), "D204"),
        (record(body=page(FRENCH, FRENCH)), "D208"),
        (record(body=b"<div>" * 5_000 + page()), "D303"),
        (record(body=b"<p></p>"), "D202"),
        (b"<html>" + record()[20:], "D204"),
        (record().replace(b"Content-Length", b"Content-Width"), "D204"),
    ],
)
def test_a_bad_record_is_listed_and_the_rest_is_read(tmp_path, name, bad, code):
    path = tmp_path / name
    data = (packed if name.endswith(".gz") else lambda *them: b"".join(them))(
        GOOD[0], bad, GOOD[1], GOOD[2]
    )
    found = all_of(path, data)
    assert told(found) == [URLS[0], code, URLS[1], URLS[2]]
    assert found[1].item == f"{path.as_posix()}:2"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_large_record_is_passed_over(tmp_path, name):
    noise = random.Random(1).randbytes(2_000_000)
    large = record("https://wire.example/large", b"<p>" + noise)
    image = record("https://wire.example/i", noise, mime="image/png")
    data = (packed if name.endswith(".gz") else lambda *them: b"".join(them))(
        GOOD[0], large, image, GOOD[1]
    )
    found = all_of(tmp_path / name, data, Settings(limits=Limits(file_bytes=2**20)))
    assert told(found) == [URLS[0], "D301", URLS[1], "D222"]
    assert "https://wire.example/large" in found[1].reason


def test_a_member_that_is_a_bomb_or_damaged_is_passed_over(tmp_path):
    bomb = gzip.compress(record(body=b"<p>" + bytes(8_000_000)))
    torn = bytearray(gzip.compress(record()))
    torn[300:310] = b"\xff" * 10
    cut = gzip.compress(record())[:-60]
    parts = [packed(one) for one in GOOD]
    data = parts[0] + bomb + parts[1] + bytes(torn) + parts[2] + cut + parts[3]
    found = told(all_of(tmp_path / "a.warc.gz", data))
    assert [one for one in found if one.startswith("https")] == URLS
    assert [one for one in found if one.startswith("D")] == ["D302", "D204", "D204"]


def test_an_archive_that_ends_early_is_read_to_there(tmp_path):
    found = all_of(tmp_path / "a.warc.gz", packed(*GOOD)[:-100])
    assert told(found) == [*URLS[:3], "D204"]


def test_nothing_is_no_archive(tmp_path):
    (tmp_path / "a.warc").write_bytes(b"")
    with pytest.raises(InputError, match=r"^D202 "):
        list(read(tmp_path / "a.warc"))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(["a.warc", "a.warc.gz"]),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=12), st.integers(0, 40)), max_size=3),
    st.floats(0.2, 1),
)
def test_whatever_is_done_to_its_bytes_every_problem_is_coded(tmp_path, name, edits, end):
    records = [*GOOD[:2], record(kind="request")]
    data = bytearray(packed(*records) if name.endswith("gz") else b"".join(records))
    for where, new, out in edits:
        at = int(where * len(data))
        data[at : at + out] = new
    del data[int(end * len(data)) :]
    for one in all_of(tmp_path / name, bytes(data)):
        assert isinstance(one, Report) or one.reason[:2] in {"D2", "D3"}
        assert isinstance(one, Report) or one.item.startswith(str(tmp_path))


def test_memory_does_not_grow_with_the_archive(tmp_path):
    def peak(count: int) -> int:
        path = tmp_path / f"{count}.warc.gz"
        beside = record(body=random.Random(1).randbytes(100_000), mime="image/png")
        path.write_bytes(packed(beside) * count + packed(GOOD[0]))
        tracemalloc.start()
        assert told(list(read_all([path])))[0] == URLS[0]
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    peak(1)  # loads what is loaded once
    assert peak(400) < 1.3 * peak(20)

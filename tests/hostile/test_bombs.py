import gzip
import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from dateline.model import Report
from dateline.read import read
from dateline.read.limits import RATIO_FROM
from dateline.settings import Settings

Bounded = Callable[..., list]
GOOD = b"The two presidents met in Geneva on Wednesday."


@cache
def gzip_bomb(byte: bytes = b"\0") -> bytes:
    """A gibibyte of one byte; each full flush begins anew, so one block can be repeated."""
    squeeze = zlib.compressobj(9, wbits=31)
    head = squeeze.flush(zlib.Z_FULL_FLUSH)
    block = squeeze.compress(byte * 2**24) + squeeze.flush(zlib.Z_FULL_FLUSH)
    data = head + block * 64 + squeeze.flush()
    assert len(data) < 2**20 * 1.1
    return data


@pytest.mark.parametrize("suffix", ["txt", "html", "docx", "jsonl", "json", "csv"])
def test_a_mebibyte_that_makes_a_gibibyte(bounded: Bounded, suffix: str) -> None:
    (problem,) = bounded(f"a.{suffix}.gz", gzip_bomb())
    assert problem.reason.startswith("D302")


def test_a_bomb_of_short_lines(bounded: Bounded) -> None:
    *_, problem = bounded("a.jsonl.gz", gzip_bomb(b"\n"), seconds=30)
    assert problem.reason.startswith("D302")


def test_rows_that_repeat_are_no_bomb(bounded: Bounded) -> None:
    rows = b"".join(
        b'{"id": %d, "text": "%s", "language": "en"}\n' % (n, GOOD * 9) for n in range(3_000)
    )
    assert len(rows) > RATIO_FROM
    assert len(bounded("a.jsonl.gz", gzip.compress(rows), seconds=30)) == len(rows.splitlines())


def zipped(members: dict[str, int]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, size in members.items():
            with archive.open(name, "w", force_zip64=True) as member:
                for _ in range(size):
                    member.write(b" " * 2**20)
    return out.getvalue()


@pytest.mark.parametrize(
    "members",
    [{"word/document.xml": 70}, {f"word/{n}.xml": 1 for n in range(70)}],
)
def test_a_word_file_that_unpacks_to_too_much(bounded: Bounded, members: dict[str, int]) -> None:
    (problem,) = bounded("a.docx", zipped(members))
    assert problem.reason.startswith("D302")


def test_a_word_file_that_lies_about_its_size(bounded: Bounded) -> None:
    data = zipped({"word/document.xml": 100})
    honest = (100 * 2**20).to_bytes(8, "little")
    lying = data.replace(honest, (1000).to_bytes(8, "little"))
    lying = lying.replace(honest[:4], (1000).to_bytes(4, "little"))
    assert lying != data
    (problem,) = bounded("a.docx", lying)
    assert problem.reason[:4] in {"D204", "D302"}


@pytest.mark.parametrize("tag", [b"div", b"b", b"span", b"ul><li", b"table><tr><td", b"x-y"])
def test_fifty_thousand_nested_tags(bounded: Bounded, tag: bytes) -> None:
    (problem,) = bounded(
        "a.html", b"<html><body>" + b"<" + tag + b">" + (b"<" + tag + b">") * 50_000 + GOOD
    )
    assert problem.reason.startswith("D303")


def test_nesting_hidden_behind_crossed_tags(bounded: Bounded) -> None:
    (problem,) = bounded("a.html", b"<html><body>" + b"<b><div></b>" * 5_000 + GOOD)
    assert problem.reason[:4] in {"D202", "D303"}  # the parser stops at its own limit


@pytest.mark.parametrize(
    "page",
    [
        b"<" * 2_100_000,
        b"&" * 2_100_000,
        b"<!--" * 500_000,
        b"<html><script>" * 100_000,
        b"<p " + b"\"'" * 1_000_000,
        b"<p " + b'a="1" ' * 300_000 + b">",
        b"<br>" * 160_000,
        b"<a href=x>" * 200_000,
        b'<script type="application/ld+json">' + b'{"@graph":[' * 50_000,
    ],
    ids=range(9),
)
def test_pages_made_to_be_slow(bounded: Bounded, page: bytes) -> None:
    for one in bounded("a.html", page, seconds=20, mebibytes=150):
        assert one.reason[:4] in {"D202", "D301", "D303", "D304"}


def test_a_line_of_ten_megabytes(bounded: Bounded) -> None:
    line = b'{"id": 1, "text": "' + b"word " * 2_000_000 + b'"}\n'
    problem, report = bounded("a.jsonl", line + b'{"id": 2, "text": "%s"}' % GOOD, mebibytes=40)
    assert problem.reason.startswith("D305")
    assert report.key == "2"
    line = b'1,"' + b"word " * 2_000_000 + b'"\n'
    problem, report = bounded("a.csv", b"id,text\n" + line + b"2,%s\n" % GOOD, mebibytes=40)
    assert problem.reason.startswith("D305")
    assert report.key == "2"
    (problem,) = bounded("a.txt", b"word " * 2_000_000)
    assert problem.reason.startswith("D304")


def test_twenty_megabytes(bounded: Bounded) -> None:
    for name in ("a.txt", "a.html", "a.docx"):
        (problem,) = bounded(name, b"word and " * 2_300_000, mebibytes=1)
        assert problem.reason.startswith("D301")


def test_a_file_of_rows_has_no_size_limit_and_is_not_held(tmp_path: Path) -> None:
    row = b'{"text": "%s", "language": "en"}\n' % (GOOD * 1000)
    (tmp_path / "a.jsonl").write_bytes(row * 450)
    assert len(row) * 450 > Settings().limits.file_bytes
    tracemalloc.start()
    count = sum(1 for _ in read(tmp_path / "a.jsonl"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 450
    assert peak < 20 * len(row)


@pytest.mark.parametrize("row", [b"[" * 100_000, b'{"text":' + b"[" * 100_000, b'{"a":' * 100_000])
def test_json_nested_deeply(bounded: Bounded, row: bytes) -> None:
    problem, report = bounded("a.jsonl", row + b'\n{"id": 2, "text": "%s"}' % GOOD)
    assert problem.reason.startswith("D206")
    assert report.key == "2"


def test_quotation_marks_that_never_close(bounded: Bounded) -> None:
    found = bounded("a.csv", b"id,text\n" + b'a"b,"c\n' * 20_000, seconds=30)
    assert found
    assert all(
        one.reason[:4] in {"D204", "D207", "D305"} for one in found if not isinstance(one, Report)
    )

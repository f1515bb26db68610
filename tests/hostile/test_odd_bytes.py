import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model import LeftOut, Report
from dateline.read import read_all
from dateline.settings import Limits, Settings

Bounded = Callable[..., list]
GOOD = "The two presidents met in Geneva on Wednesday."
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000010000000100806000000")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "D202"),
        ("a.txt", b" \n\n \t", "D202"),
        ("a.txt", "\ufeff".encode(), "D202"),
        ("a.html", b"", "D202"),
        ("a.html", b"<html></html>", "D202"),
        ("a.jsonl", b"", "D202"),
        ("a.json", b"[]", "D202"),
        ("a.json", b"nonsense", "D206"),
        ("a.csv", b"", "D202"),
        ("a.docx", b"", "D202"),
        ("a.txt", PNG * 40, "D203"),
        ("a.html", PNG * 40, "D203"),
        ("a.txt", bytes(4000), "D203"),
        ("a.txt", bytes(range(256)) * 10, "D203"),
        ("a.docx", b"PK\x03\x04 and then nothing", "D204"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "D204"),
        ("a.txt.gz", gzip.compress(os.urandom(4000).hex().encode())[:2000], "D204"),
        ("a.txt.gz", b"not gzip at all", "D204"),
        ("a.pdf", b"%PDF-1.7", "D201"),
        ("a", b"text", "D201"),
        ("a.gz", b"text", "D201"),
    ],
)
def test_what_is_no_report_has_a_code(bounded: Bounded, name: str, data: bytes, code: str) -> None:
    (problem,) = bounded(name, data, mebibytes=4)
    assert problem.reason.startswith(code)
    assert "\n" not in problem.reason
    assert problem.item.endswith(name)


@pytest.mark.parametrize(
    ("encoding", "warned"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-16-le", True),
        ("utf-16-be", True),
        ("cp1252", True),
    ],
)
def test_encodings(bounded: Bounded, encoding: str, warned: bool) -> None:  # noqa: FBT001 (a case)
    text = f"“Café” talks in Zürich – {GOOD}"
    (report,) = bounded("a.txt", f"Title\n\n{text}".encode(encoding))
    assert (report.title, report.text) == ("Title", text)
    assert bool(report.warnings) == warned


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16"])
def test_russian_in_old_encodings_is_told_as_russian(bounded: Bounded, encoding: str) -> None:
    text = "Встреча в Женеве\n\nПрезиденты встретились в среду и договорились о консультациях."
    (problem,) = bounded("a.txt", text.encode(encoding))
    assert problem.reason.startswith("D208")
    assert "Russian" in problem.reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_marked_encodings_of_rows(bounded: Bounded, encoding: str) -> None:
    (report,) = bounded("a.csv", f"id;text\r\n1;“{GOOD}”\r\n".encode(encoding))
    assert (report.key, report.text) == ("1", f"“{GOOD}”")
    (report,) = bounded("a.jsonl", f'{{"id": 1, "text": "“{GOOD}”"}}\r\n'.encode(encoding))
    assert (report.key, report.text) == ("1", f"“{GOOD}”")


def test_a_character_cut_in_two_at_the_end(bounded: Bounded) -> None:
    (report,) = bounded("a.txt", f"Title\n\n{GOOD} é".encode()[:-1])
    assert report.text == GOOD


def test_nuls_and_controls_are_taken_out(bounded: Bounded) -> None:
    data = GOOD.replace("presidents", "presi\0dents").replace("Geneva", "\x1bGeneva\x07")
    data += f" {GOOD}" * 9
    (report,) = bounded("a.txt", f"Title\n\n{data}\r\nMore\u2028and more".encode())
    assert report.text == f"{GOOD}{f' {GOOD}' * 9}\nMore\nand more"


def test_marks_that_turn_or_hide_text_are_taken_out(bounded: Bounded) -> None:
    data = (
        "The two \u202epresidents\u202c \u2066met\u2069 in Gen\u200be\u00adva on\ufeff Wednesday."
    )
    (report,) = bounded("a.txt", f"Ti\u202etle\n\n{data}".encode())
    assert (report.title, report.text) == ("Title", GOOD)


def test_a_letter_with_many_thousand_marks(bounded: Bounded) -> None:
    marks = "\u0315\u0300" * 100_000
    (report,) = bounded("a.txt", f"Title\n\n{GOOD} a{marks} {'—' * 50}".encode())
    assert len(report.text) < len(GOOD) + 90
    assert report.text.endswith("—" * 50)
    (report,) = bounded("a.html", f"<p>{GOOD}</p><p>They met.</p><p>a{marks}</p>".encode())
    assert len(report.text) < len(GOOD) + 90
    bounded("b.html", f"<p>{GOOD}</p><p>a{'&#x315;&#x300;' * 100_000}</p>".encode())


def test_lone_surrogates_in_json(bounded: Bounded) -> None:
    line = f'{{"id": "a\\udc00", "text": "{GOOD} \\ud800 \\ud83d\\ude00"}}'
    (report,) = bounded("a.jsonl", line.encode())
    assert report.text == f"{GOOD} \ufffd \U0001f600"
    report.key.encode("utf-8")


def test_rows_before_a_cut_are_kept(bounded: Bounded) -> None:
    rows = "".join(f'{{"id": {n}, "text": "{GOOD} {os.urandom(20).hex()}"}}\n' for n in range(400))
    data = gzip.compress(rows.encode())
    *reports, problem = bounded("a.jsonl.gz", data[: len(data) // 2])
    assert problem.reason.startswith("D204")
    assert len(reports) > 100
    assert [one.key for one in reports] == [str(n) for n in range(len(reports))]


def test_gzip_of_several_members(bounded: Bounded) -> None:
    rows = [f'{{"id": {n}, "text": "{GOOD}"}}\n'.encode() for n in range(3)]
    found = bounded("a.jsonl.gz", b"".join(map(gzip.compress, rows)) + bytes(8))
    assert [one.key for one in found] == ["0", "1", "2"]


def test_a_folder_of_bad_files_and_one_good(tmp_path: Path) -> None:
    for name, data in {
        "binary.txt": PNG * 40,
        "cut.txt.gz": gzip.compress(os.urandom(900))[:300],
        "empty.txt": b"",
        "good.txt": f"Title\n\n{GOOD}".encode(),
        "huge.txt": GOOD.encode() * 100,
    }.items():
        (tmp_path / name).write_bytes(data)
    found = list(read_all([tmp_path], Settings(limits=Limits(file_bytes=4_000))))
    assert [one.key for one in found if isinstance(one, Report)] == ["good.txt"]
    codes = {Path(one.item).name: one.reason[:4] for one in found if isinstance(one, LeftOut)}
    assert codes == {
        "binary.txt": "D203", "cut.txt.gz": "D204", "empty.txt": "D202", "huge.txt": "D301",
    }  # fmt: skip


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "a.txt").chmod(0)
    (problem,) = read_all([tmp_path])
    assert problem.reason.startswith("D205")

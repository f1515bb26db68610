import gzip
import io
import logging
import os
import sys
from pathlib import Path

import pytest

from dateline.errors import InputError, UsageError
from dateline.model import LeftOut, Report
from dateline.read import read, read_all

TEXT = "Leaders meet\n\nThe two presidents met in Geneva on Wednesday."

PAGE = (
    b"<html><title>Leaders meet</title><body><p>The two presidents met in Geneva on Wednesday"
    b" and agreed to talk.</p><p>They met for three hours by the lake.</p>"
)


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT} {name}", encoding="utf-8")


def test_a_folder_is_read_in_order_by_keys_from_there(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/z.md", "a/b/c.txt", "B.txt", ".hidden.txt", ".git/x.txt", "~$a.docx")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    keys = [report.key for report in read(tmp_path)]
    assert keys == ["B.txt", "a/b/c.txt", "a/z.md", "b.txt", "c.txt.gz"]


def test_one_bad_file_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.pdf", "d.txt")
    (tmp_path / "c.txt").write_bytes(b"")
    found = list(read_all([tmp_path]))
    assert [one.key for one in found if isinstance(one, Report)] == ["a.txt", "d.txt"]
    problems = [one for one in found if isinstance(one, LeftOut)]
    assert [one.item for one in problems] == [
        f"{tmp_path.as_posix()}/{n}" for n in ("b.pdf", "c.txt")
    ]
    assert [one.reason[:4] for one in problems] == ["D201", "D202"]


def test_problems_are_raised_listed_or_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put(tmp_path, "a.pdf", "b.txt")
    with pytest.raises(InputError, match=r"^D201 .*a\.pdf"):
        list(read(tmp_path / "a.pdf"))
    left_out: list[LeftOut] = []
    assert len(list(read(tmp_path, left_out=left_out))) == 1
    assert left_out[0].reason.startswith("D201")
    assert list(read(tmp_path / "a.pdf", left_out=left_out)) == []
    with caplog.at_level(logging.WARNING):
        assert len(list(read(tmp_path))) == 1
    assert "D201" in caplog.text


def test_loops_of_links_end(tmp_path: Path) -> None:
    put(tmp_path, "a/x.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = list(read_all([tmp_path]))
    assert [one.key for one in found if isinstance(one, Report)] == ["a/x.txt"]
    assert len(found) == 3


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (problem,) = read_all([tmp_path])
    assert problem.reason.startswith("D205")


def test_a_missing_path_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    with pytest.raises(UsageError, match=r"^D101 .*no such"):
        read_all([tmp_path, tmp_path / "no"])


@pytest.mark.parametrize(
    ("data", "key", "title"),
    [
        (TEXT.encode(), "-", "Leaders meet"),
        (b'\n{"id": "r1", "text": "The two presidents met in Geneva."}', "r1", ""),
        (gzip.compress(b'{"id": "r1", "text": "The two presidents met in Geneva."}'), "r1", ""),
        (PAGE, "-", "Leaders meet"),
    ],
)  # fmt: skip
def test_standard_input_is_told_by_its_beginning(
    monkeypatch: pytest.MonkeyPatch, data: bytes, key: str, title: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (report,) = read("-")
    assert (report.key, report.title) == (key, title)
    assert "The two presidents met in Geneva" in report.text

"""Bad inputs are each listed with a code, and the rest is done."""

import gzip
import os
import time
import zipfile

import pytest

TWENTY_MIB = 20 * 2**20


@pytest.fixture
def corpus(tmp_path, reports):
    """A folder with the short reports, and beside them one of each kind of bad file."""
    folder = tmp_path / "in"
    folder.mkdir()
    for path in reports.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    text = (reports / "hanbit-summit.txt").read_bytes()
    (folder / "truncated.txt.gz").write_bytes(gzip.compress(text * 50)[:200])
    with zipfile.ZipFile(folder / "whole.docx", "w") as archive:
        archive.writestr("word/document.xml", text)
    (folder / "truncated.docx").write_bytes((folder / "whole.docx").read_bytes()[:300])
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.html").write_text("<html><body><script>1</script></body></html>")
    (folder / "huge.txt").write_bytes(b"Kenya met Somalia. " * (TWENTY_MIB // 19))
    (folder / "rows.jsonl").write_text('{"text": "cut sho\n{"nothing": 1}\n')
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "pipe.txt")
    return folder


def test_each_bad_input_is_listed_and_the_rest_is_done(counts, views, record, corpus, tmp_path):
    built = tmp_path / "r.dateline"
    begun = time.process_time()
    found = counts(built, corpus, code=3)
    assert time.process_time() - begun < 30
    assert found["reports"] == 8
    assert views(built) == views(record)
    codes = {}
    for left in found["left_out"]:
        name = left["item"].removeprefix(f"{corpus}/")
        codes[name] = left["reason"].split()[0]
        assert left["item"] in left["reason"]
    assert codes == {
        "truncated.txt.gz": "D204",
        "whole.docx": "D204",
        "truncated.docx": "D204",
        "binary.txt": "D203",
        "empty.txt": "D202",
        "blank.html": "D202",
        "huge.txt": "D301",
        "rows.jsonl:1": "D206",
        "rows.jsonl:2": "D207",
        "picture.png": "D201",
        "gone.txt": "D205",
        "pipe.txt": "D205",
    }


def test_one_encoding_or_another_gives_the_same_text(counts, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    text = "Präsident Sauli Niinistö of Finland met Estonia’s president in Helsinki. " * 3
    for name in ("utf-8", "utf-16", "utf-8-sig", "cp1252"):
        (folder / f"{name}.txt").write_bytes(text.encode(name))
    found = counts(tmp_path / "r.dateline", folder)
    assert (found["reports"], found["voices"]) == (4, 1)

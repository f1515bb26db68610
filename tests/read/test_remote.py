import gzip
import json

import fsspec
import pytest

from archives import packed, record
from dateline.errors import UsageError
from dateline.model import LeftOut, Report
from dateline.read import name_of, read, read_all

TEXT = "Peru and Chile met in Lima on Monday."
LINE = json.dumps({"text": TEXT}).encode()


@pytest.fixture
def there():
    """Files by name, put where `memory://there/` finds them."""
    system = fsspec.filesystem("memory")

    def put(files):
        for name, data in files.items():
            system.pipe(f"/there/{name}", data)

    yield put
    system.rm("/there", recursive=True)


def test_a_file_at_an_address(there):
    there({"a.txt": TEXT.encode(), "b.jsonl.gz": gzip.compress(LINE)})
    (report,) = read("memory://there/a.txt")
    assert (report.key, report.text) == ("memory:///there/a.txt", TEXT)
    (row,) = read("memory://there/b.jsonl.gz")
    assert (row.key, row.text) == ("memory:///there/b.jsonl.gz:1", TEXT)


def test_a_folder_is_read_name_by_name_and_hidden_files_are_not(there, tmp_path):
    files = {
        "b.txt": TEXT.encode(), "a/z.txt": TEXT.encode(), "a.jsonl": LINE, "a/.x/y.txt": b"no",
        "c.bin": b"no", "r.dateline": b"no", "w.warc.gz": packed(record()),
    }  # fmt: skip
    there(files)
    found = list(read_all(["memory://there"]))
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    here = list(read_all([tmp_path]))
    assert [type(one) for one in found] == [type(one) for one in here]
    reports = [one for one in found if isinstance(one, Report)]
    assert [one.text for one in reports] == [one.text for one in here if isinstance(one, Report)]
    assert [one.key.removeprefix("memory:///there/") for one in reports] == [
        "a/z.txt", "a.jsonl:1", "b.txt", "https://wire.example/a",
    ]  # fmt: skip
    (bad,) = [one for one in found if isinstance(one, LeftOut)]
    assert (bad.item, bad.reason[:4]) == ("memory:///there/c.bin", "D201")


def test_a_pattern_names_files(there):
    there({f"{n}.jsonl": LINE for n in (2, 1)} | {"a.txt": TEXT.encode()})
    keys = [one.key for one in read("memory://there/*.jsonl")]
    assert keys == ["memory:///there/1.jsonl:1", "memory:///there/2.jsonl:1"]


def test_an_address_of_a_file_here(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert next(read((tmp_path / "a.txt").as_uri())).text == TEXT


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("memory://there/nothing", "D101"), ("memory://there/no*", "D101"),
        ("nosuchscheme://a/b", "D101"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_before_anything_is_read(address, code):
    with pytest.raises(UsageError, match=f"^{code} "):
        read_all([address])


def test_a_driver_that_is_missing_is_named(monkeypatch):
    def missing(*_, **__):
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr("fsspec.core.url_to_fs", missing)
    with pytest.raises(UsageError, match=r"^D133 .*s3://bucket/a.*Install s3fs"):
        read_all(["s3://bucket/a"])


def test_nothing_secret_is_shown():
    assert name_of("https://me:word@a.example/b.warc.gz?signature=x#y") == (
        "https://a.example/b.warc.gz"
    )

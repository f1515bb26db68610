import datetime as dt
import io
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import InputError, UsageError
from dateline.model import LeftOut, Report
from dateline.read import read, read_all
from dateline.read.opened import reports_of_stream
from dateline.settings import Limits, Read, Settings

TEXT = "The two presidents met in Geneva on Wednesday."
NOON = dt.datetime(2021, 6, 16, 12, tzinfo=dt.UTC)
ROW = {"id": "7", "Headline": "Leaders meet", "body": TEXT, "language": "en",
       "pub_date": NOON, "source": {"name": "Wire"}, "votes": 3}  # fmt: skip


def write(path, rows, **options):
    pq.write_table(pa.Table.from_pylist(rows), path, **options)
    return path


def test_every_field_of_a_row_whatever_it_is_called(tmp_path):
    (report,) = read(write(tmp_path / "a.parquet", [ROW]))
    assert (report.key, report.title, report.text) == ("7", "Leaders meet", TEXT)
    assert (report.publisher, report.published) == ("Wire", dt.date(2021, 6, 16))


def test_settings_map_columns(tmp_path):
    path = write(tmp_path / "a.pq", [{"Artikel": TEXT, "text": "other"}])
    (report,) = read(path, Settings(read=Read(columns={"text": "Artikel"})))
    assert report.text == TEXT


def test_rows_of_all_groups_in_order_and_bad_ones_listed(tmp_path):
    texts = [f"{TEXT} It was the {n}th time." for n in range(300)]
    rows = [{"text": text} for text in texts]
    rows[100], rows[250] = {"text": None}, {"text": TEXT * 400}
    path = write(tmp_path / "a.parquet", rows, row_group_size=70)
    found = list(read_all([path], Settings(limits=Limits(line_bytes=10_000))))
    assert [one.text for one in found if isinstance(one, Report)] == [
        text for n, text in enumerate(texts) if n not in {100, 250}
    ]
    assert found[0].key == f"{path.as_posix()}:1"
    bad = [(one.item, one.reason[:4]) for one in found if isinstance(one, LeftOut)]
    assert bad == [(f"{path.as_posix()}:101", "D207"), (f"{path.as_posix()}:251", "D305")]


def test_a_text_that_comes_again_and_again_is_no_way_to_fill_the_day(tmp_path):
    text = pa.DictionaryArray.from_arrays(pa.array([0] * 5_000, pa.int32()), [TEXT * 2_000])
    pq.write_table(pa.table({"text": text}), tmp_path / "a.parquet", store_schema=False)
    *_, last = read_all([tmp_path / "a.parquet"])
    assert last.reason.startswith("D302")


def test_a_table_without_a_text_is_one_problem(tmp_path):
    with pytest.raises(InputError, match=r"^D207 "):
        list(read(write(tmp_path / "a.parquet", [{"votes": 1}])))


def test_a_stream_is_no_file(tmp_path):
    data = write(tmp_path / "a.parquet", [ROW]).read_bytes()
    with pytest.raises(InputError, match=r"^D201 "):
        list(reports_of_stream(io.BytesIO(data), Settings()))


@pytest.mark.parametrize(("name", "package"), [("a.parquet", "pyarrow"), ("a.warc", "fastwarc")])
def test_a_package_that_is_missing_is_named(tmp_path, monkeypatch, name, package):
    (tmp_path / name).write_bytes(b"WARC/1.0")
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, "pyarrow.parquet", raising=False)
    with pytest.raises(UsageError, match=rf"^D133 .*{package}.*dateline\[scale\]"):
        list(read_all([tmp_path / name]))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.floats(0, 1), st.binary(max_size=8), st.integers(0, 8), st.floats(0.3, 1))
def test_whatever_is_done_to_its_bytes_every_problem_is_coded(tmp_path, where, new, out, end):
    data = bytearray(write(tmp_path / "a.parquet", [ROW] * 20).read_bytes())
    at = int(where * len(data))
    data[at : at + out] = new
    (tmp_path / "a.parquet").write_bytes(data[: int(end * len(data))])
    for one in read_all([tmp_path / "a.parquet"]):
        assert isinstance(one, Report) or one.reason[:2] in {"D2", "D3"}

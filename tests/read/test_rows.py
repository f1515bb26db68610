import csv
import datetime as dt
import gzip
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import LeftOut, Report
from dateline.read import read, read_all
from dateline.settings import Limits, Read, Settings

TEXT = "The two presidents met in Geneva on Wednesday."
ROW = {
    "id": 7,
    "title": "Leaders meet",
    "text": TEXT,
    "published": "2021-06-16T10:00:00Z",
    "publisher": "Wire",
    "url": "https://wire.example/a",
    "language": "en",
}
WORDS = st.text(st.characters(exclude_categories=("C", "Z", "M")), min_size=1, max_size=30)


def write_jsonl(path: Path, rows: list[object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def everything(path: Path, settings: Settings | None = None) -> list[Report | LeftOut]:
    return list(read_all([path], settings))


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".jsonl.gz"])
def test_every_field_of_a_row(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix in {".csv", ".tsv"}:
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, delimiter="\t" if suffix == ".tsv" else ";")
            writer.writerows([ROW.keys(), ROW.values()])
    else:
        data = (json.dumps(ROW) + "\n").encode()
        path.write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    (report,) = read(path)
    assert (report.key, report.title, report.text) == ("7", "Leaders meet", TEXT)
    assert (report.publisher, report.url) == ("Wire", "https://wire.example/a")
    assert (report.published, report.language) == (dt.date(2021, 6, 16), "en")


def test_rows_without_an_id_are_named_by_their_line(tmp_path: Path) -> None:
    rows = [{"text": TEXT}, {"text": f"{TEXT} Again."}]
    path = write_jsonl(tmp_path / "a.jsonl", rows)
    assert [report.key for report in read(path)] == [f"{path.as_posix()}:{n}" for n in (1, 2)]
    (tmp_path / "a.csv").write_text(f"text\n{TEXT}\n", encoding="utf-8")
    assert next(read(tmp_path / "a.csv")).key.endswith("a.csv:2")


def test_a_bad_row_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{json.dumps(ROW)}\n{{bad\n[1]\n{{"id": 1}}\n\n{json.dumps(ROW)}', "utf-8")
    found = everything(path)
    assert [isinstance(one, Report) for one in found] == [True, False, False, False, True]
    problems = [one for one in found if isinstance(one, LeftOut)]
    assert [one.item for one in problems] == [f"{path.as_posix()}:{n}" for n in (2, 3, 4)]
    assert [one.reason[:4] for one in problems] == ["D206", "D206", "D207"]


def test_settings_map_columns(tmp_path: Path) -> None:
    row = {"Artikel": TEXT, "text": "other", "Datum": "16.06.2021", "Kopf": "Leaders meet"}
    columns = {"text": "Artikel", "published": "Datum", "title": "Kopf"}
    (report,) = read(write_jsonl(tmp_path / "a.jsonl", [row]), Settings(read=Read(columns=columns)))
    assert (report.text, report.title) == (TEXT, "Leaders meet")
    assert report.published == dt.date(2021, 6, 16)


def test_common_other_names_are_known(tmp_path: Path) -> None:
    row = {
        "Headline": "Leaders meet",
        "body": TEXT,
        "pub_date": "June 16, 2021",
        "source": {"name": "W"},
    }
    (report,) = read(write_jsonl(tmp_path / "a.jsonl", [row]))
    assert (report.title, report.text, report.publisher) == ("Leaders meet", TEXT, "W")
    assert report.published == dt.date(2021, 6, 16)


def test_another_language_in_a_row_is_listed(tmp_path: Path) -> None:
    rows = [{"text": "Президенты встретились в Женеве."}, {"text": TEXT, "language": "fr-FR"}, ROW]
    found = everything(write_jsonl(tmp_path / "a.jsonl", rows))
    assert [one.reason[:4] for one in found if isinstance(one, LeftOut)] == ["D208", "D208"]
    assert "Russian" in found[0].reason
    assert "French" in found[1].reason


def test_a_long_line_is_passed_over(tmp_path: Path) -> None:
    rows = [{"text": TEXT * 100}, ROW]
    settings = Settings(limits=Limits(line_bytes=1_000))
    found = everything(write_jsonl(tmp_path / "a.jsonl", rows), settings)
    assert found[0].reason.startswith("D305")
    assert found[1].key == "7"
    (tmp_path / "a.csv").write_text(f"id,text\n1,{TEXT * 100}\n2,{TEXT}\n", encoding="utf-8")
    found = everything(tmp_path / "a.csv", settings)
    assert found[0].reason.startswith("D305")
    assert found[1].key == "2"


def test_a_quotation_mark_left_open_costs_one_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'id,text\n1,"{TEXT}\n2,{TEXT}\n3,{TEXT}\n', encoding="utf-8")
    first, *rest = everything(tmp_path / "a.csv")
    assert first.reason.startswith("D204")
    assert [one.key for one in rest] == ["2", "3"]


def test_json_that_holds_no_reports_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"events": [{"a": 1}] * 9}, indent=1), "utf-8")
    (problem,) = everything(tmp_path / "a.json")
    assert problem.reason.startswith("D207")


def test_json_array_and_object(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([ROW, {}], indent=1), "utf-8")
    found = everything(tmp_path / "a.json")
    assert found[0].key == "7"
    assert found[1].reason.startswith("D207")
    (tmp_path / "b.json").write_text(json.dumps({"text": TEXT}, indent=1), "utf-8")
    assert next(read(tmp_path / "b.json")).key == (tmp_path / "b.json").as_posix()


@given(st.lists(st.tuples(WORDS, WORDS, st.dates()), min_size=1, max_size=5))
def test_rows_come_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple]) -> None:
    folder = tmp_path_factory.mktemp("rows")
    dicts = [
        {"id": n, "title": f"T{title}", "text": f"T{text}\nline, \"two\"; 'x'", "language": "en",
         "published": day.isoformat()}
        for n, (title, text, day) in enumerate(rows)
    ]  # fmt: skip
    write_jsonl(folder / "a.jsonl", dicts)
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, dicts[0].keys())
        writer.writeheader()
        writer.writerows(dicts)
    for name in ("a.jsonl", "a.csv"):
        found = list(read(folder / name))
        assert [one.key for one in found] == [str(row["id"]) for row in dicts]
        for report, row in zip(found, dicts, strict=True):
            assert report.text == unicodedata.normalize("NFC", row["text"])
            assert report.title == unicodedata.normalize("NFC", row["title"])
            day = dt.date.fromisoformat(row["published"])
            assert report.published == (day if 1800 <= day.year < 2200 else None)

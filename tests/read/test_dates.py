import datetime as dt
from pathlib import Path

import pytest

from dateline.read import read
from dateline.read.dates import dateline, given, parse_date, settle

DAY = dt.date(2021, 6, 16)
BODY = "The two presidents met for three hours and agreed to talk again."


@pytest.mark.parametrize(
    "value",
    [
        "2021-06-16", "2021-06-16T23:30:00-07:00", "20210616", "2021/6/16", "16 June 2021",
        "16th of June, 2021", "June 16, 2021", "Jun. 16 2021", "Wed, June 16th, 2021, 14:05 GMT",
        "Wed, 16 Jun 2021 14:05:00 +0000", "16.06.2021", "16/06/2021", "06/16/2021", 1623844800,
        "1623844800000", 1623844800.5, DAY, dt.datetime(2021, 6, 16, 9, tzinfo=dt.UTC),
    ],
)  # fmt: skip
def test_a_day_is_understood(value: object) -> None:
    assert parse_date(value) == DAY


@pytest.mark.parametrize(
    "value",
    ["", "2021", "June 2021", "06/05/2021", "16/06/21", "2021-13-16", "31 June 2021", "yesterday",
     "0001-01-01", "123456", None, True, 12, 3e9**9, float("nan"), "Marine 16, 2021", "9" * 400],
)  # fmt: skip
def test_what_could_be_misread_is_not(value: object) -> None:
    assert parse_date(value) is None


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA, June 16 (Wire) - The", "GENEVA, 16 June (Wire) — The", "GENEVA, June 16 – The",
        "Geneva, June 16, 2021 (Lakeside Wire) -- The", "NOVO-OGARYOVO, June 16. /TASS/. The",
        "PORT-AU-PRINCE, Haiti, June 16 (Wire) - The", "ST. PETERSBURG, Jun. 16 (W) - The",
    ],
)  # fmt: skip
def test_a_dateline_takes_its_year_from_elsewhere(text: str) -> None:
    (said,) = dateline(text, [given("field", "2021-06-17")])
    assert said.day == DAY


def test_a_dateline_crosses_the_year() -> None:
    (said,) = dateline("MOSCOW, Dec 31 (Wire) - The", [given("field", "2017-01-01")])
    assert said.day == dt.date(2016, 12, 31)


def test_a_dateline_without_any_year_gives_no_day() -> None:
    assert dateline("GENEVA, June 16 (Wire) - The two", []) == []
    assert dateline("Venice, June 16 - June 18. The", [given("field", "2021-06-17")]) == []
    assert dateline("In Geneva, June 16 was a warm day", [given("field", "2021-06-17")]) == []


def test_sources_that_disagree_are_named() -> None:
    day, doubts = settle([given("head line", "2021-06-16"), given("JSON-LD", "2021-06-18")])
    assert day == DAY
    (doubt,) = doubts
    assert doubt.feature == "published"
    assert "2021-06-18" in doubt.detail
    assert "2021-06-16" in doubt.detail


def test_a_value_that_is_not_understood_is_named() -> None:
    day, doubts = settle([given("head line", "last week"), given("JSON-LD", "2021-06-16")])
    assert day == DAY
    assert doubts[0].detail.startswith("D210")
    assert "last week" in doubts[0].detail


def one(path: Path, text: str) -> tuple[dt.date | None, str]:
    path.write_text(text, encoding="utf-8")
    report = next(read(path))
    return report.published, " ".join(reason.detail for reason in report.warnings)


def test_the_file_name_gives_a_day(tmp_path: Path) -> None:
    assert one(tmp_path / "2021-06-16-geneva.txt", f"Leaders meet\n\n{BODY}") == (DAY, "")
    assert one(tmp_path / "wire_20210616.txt", f"Leaders meet\n\n{BODY}") == (DAY, "")
    assert one(tmp_path / "geneva.txt", f"Leaders meet\n\n{BODY}") == (None, "")


def test_the_head_outweighs_the_file_name(tmp_path: Path) -> None:
    found = one(tmp_path / "2021-06-20-a.txt", f"Leaders meet\nPublished: 2021-06-16\n\n{BODY}")
    assert found[0] == DAY
    assert "file name says 2021-06-20" in found[1]


def test_the_day_of_a_dateline_may_be_the_day_before(tmp_path: Path) -> None:
    text = f"Leaders meet\nPublished: 2021-06-17\n\nGENEVA, June 16 (Wire) - {BODY}"
    assert one(tmp_path / "a.txt", text) == (dt.date(2021, 6, 17), "")


def test_a_far_dateline_is_a_doubt(tmp_path: Path) -> None:
    text = f"Leaders meet\nPublished: 2021-06-17\n\nGENEVA, June 11 (Wire) - {BODY}"
    day, doubts = one(tmp_path / "a.txt", text)
    assert day == dt.date(2021, 6, 17)
    assert "dateline says 2021-06-11" in doubts


def test_a_far_dateline_below_a_summary_is_a_doubt_too(tmp_path: Path) -> None:
    summary = "The leaders of Norway and Denmark met for the first time in ten years.\n\n" * 3
    text = f"A title\nPublished: 2021-06-16\n\n{summary}OSLO, June 1 (Wire) - The two wept."
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    (report,) = read(path)
    assert report.published == dt.date(2021, 6, 16)
    assert "2021-06-01" in report.warnings[0].detail


def test_a_dateline_with_its_year_is_a_source(tmp_path: Path) -> None:
    text = f"Leaders meet\n\nGENEVA, June 16, 2021 (Wire) - {BODY}"
    assert one(tmp_path / "a.txt", text) == (DAY, "")


def test_the_address_is_a_source(tmp_path: Path) -> None:
    text = f"Leaders meet\nURL: https://wire.example/2021/06/16/geneva\n\n{BODY}"
    assert one(tmp_path / "a.txt", text) == (DAY, "")

import datetime as dt
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError, UsageError
from dateline.model import Report
from dateline.read import read
from dateline.read.text import plain

Folders = pytest.TempPathFactory
WORDS = st.text(st.characters(categories=("Lu", "Ll", "Nd")), min_size=1, max_size=40)
BODY = (
    "GENEVA, June 16 (Wire) - The two presidents met for three hours.\n\n"
    "They agreed to return their ambassadors."
)
HEAD = (
    "Leaders meet in Geneva\nPublished: 2021-06-17\nPublisher: Lakeside Wire\nByline: Ann Lee\n"
    "URL: https://wire.example/a\n\n"
)


def one(folder: Path, text: str, name: str = "a.txt") -> Report:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return next(read(path))


def test_title_head_lines_and_body(tmp_path: Path) -> None:
    report = one(tmp_path, HEAD + BODY)
    assert report.title == "Leaders meet in Geneva"
    assert report.published == dt.date(2021, 6, 17)
    assert (report.publisher, report.byline) == ("Lakeside Wire", "Ann Lee")
    assert report.url == "https://wire.example/a"
    assert report.text == BODY
    assert report.language == "en"
    assert report.key == (tmp_path / "a.txt").as_posix()
    assert report.warnings == ()


def test_head_lines_have_other_names_and_may_follow_a_blank_line(tmp_path: Path) -> None:
    text = (
        f"Leaders meet\n\nDATE: 16 June 2021\nSource: Wire\nEdition: late\nBy: A\nId: w-7\n\n{BODY}"
    )
    report = one(tmp_path, text)
    assert (report.title, report.publisher, report.byline) == ("Leaders meet", "Wire", "A")
    assert (report.key, report.published) == ("w-7", dt.date(2021, 6, 16))
    assert report.text == BODY


def test_byline_and_date_on_lines_of_their_own(tmp_path: Path) -> None:
    report = one(tmp_path, f"Leaders meet\nBy Ann Lee and Bo Ek\nWednesday, 16 June 2021\n\n{BODY}")
    assert (report.byline, report.published) == ("Ann Lee and Bo Ek", dt.date(2021, 6, 16))
    assert report.text == BODY


def test_head_lines_before_the_title(tmp_path: Path) -> None:
    report = one(tmp_path, f"Published: 2021-06-16\nTitle: Leaders meet\n\n{BODY}")
    assert (report.title, report.text) == ("Leaders meet", BODY)


def test_a_date_line_that_says_updated_is_not_published(tmp_path: Path) -> None:
    for line in ("Updated June 18, 2021", "Last updated 18 June 2021"):
        report = one(tmp_path, f"Leaders meet\n{line}\nBy Ann Lee\n\nThe two met. They wept.")
        assert report.published is None
        assert report.byline == "Ann Lee"


def test_updated_is_not_published(tmp_path: Path) -> None:
    report = one(tmp_path, f"Leaders meet\nUpdated: 2021-06-18\n\n{BODY}")
    assert report.published is None
    assert report.text == BODY


@pytest.mark.parametrize(
    "text",
    [
        f"The two presidents met in Geneva{' again and again' * 10}.\n\nMore.",
        BODY,
        "GENEVA (Wire) — The two met.\n\nThey agreed.",
        "The two presidents met in Geneva and agreed to\nsend ambassadors back.\n\nMore.",
        "The two presidents met in Geneva.",
    ],
)
def test_a_text_that_begins_with_its_body_has_no_title(tmp_path: Path, text: str) -> None:
    report = one(tmp_path, text)
    assert (report.title, report.text) == ("", text)


def test_title_on_two_lines(tmp_path: Path) -> None:
    report = one(tmp_path, f"Leaders meet in Geneva,\nagree to return ambassadors\n\n{BODY}")
    assert report.title == "Leaders meet in Geneva, agree to return ambassadors"
    assert report.text == BODY


def test_a_colon_in_the_body_is_no_head_line(tmp_path: Path) -> None:
    body = "Moscow: the ministry said no.\nWashington: the department said yes."
    assert one(tmp_path, "Two answers\n\nBy Friday the talks were over").byline == ""
    assert one(tmp_path, f"Two answers\n\n{body}").text == body


def test_markdown(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Leaders meet\ndate: 2021-06-16\n---\n\n## Talks\n\n**They** met [here](u).\n"
    )
    report = one(tmp_path, text, "a.md")
    assert (report.title, report.published) == ("Leaders meet", dt.date(2021, 6, 16))
    assert report.text == "Talks\n\nThey met here."
    assert one(tmp_path, f"# Leaders meet\n\n{BODY}", "b.md").title == "Leaders meet"


def test_plain_leaves_what_is_no_mark() -> None:
    assert plain("snake_case_name, 2 * 3 * 4") == "snake_case_name, 2 * 3 * 4"


def test_another_language_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^D208 .*Russian \(ru\)"):
        one(tmp_path, "Встреча\n\nПрезиденты встретились в Женеве и договорились о консультациях.")


def test_a_missing_file_is_an_error_of_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^D101 "):
        read(tmp_path / "no.txt")


@given(st.text(max_size=300), st.integers(0, 2))
def test_any_text_is_read_or_refused(tmp_path_factory: Folders, text: str, kind: int) -> None:
    path = tmp_path_factory.mktemp("any") / ("a.txt", "a.md", "a.html")[kind]
    path.write_bytes(text.encode("utf-8", "replace"))
    left_out: list = []
    for report in read(path, left_out=left_out):
        assert report.text == report.text.strip()
        assert "\0" not in report.text
    assert all(one.reason.startswith("D2") for one in left_out)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=4))
def test_title_and_paragraphs_return(tmp_path_factory: Folders, title: str, body: list) -> None:
    path = tmp_path_factory.mktemp("round") / "a.txt"
    path.write_text(f"T{title}\nLanguage: en\n\n" + "\n\n".join(body), encoding="utf-8")
    report = next(read(path))
    assert report.title == unicodedata.normalize("NFC", f"T{title}")
    assert report.text == unicodedata.normalize("NFC", "\n\n".join(body))

import datetime as dt
import gzip
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.model import Report
from dateline.read import read

FIRST = (
    "The two presidents met in Geneva on Wednesday and agreed to return their ambassadors to "
    "Washington and Moscow after months of rising tension."
)
SECOND = (
    "They talked for three hours about arms control, rights and attacks on computer networks, "
    "which both governments deny."
)
ARTICLE = f"<article><h1>Leaders meet</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
META = (
    '<meta property="og:site_name" content="Lakeside Wire"><meta name="author" content="Ann Lee">'
    '<link rel="canonical" href="https://wire.example/world/geneva">'
)
PUBLISHED = '<meta property="article:published_time" content="2021-06-16T12:00:00Z">'
LD = '<script type="application/ld+json">'
MODIFIED = '<meta property="article:modified_time" content="2021-06-19T12:00:00Z">'


def one(folder: Path, head: str = "", body: str = ARTICLE, name: str = "a.html") -> Report:
    page = (
        f"<!DOCTYPE html><html lang='en'><head><title>Leaders meet</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>{body}"
        "<footer>© 2019 Lakeside</footer><script>alert(1)</script></body></html>"
    )
    (folder / name).write_text(page, encoding="utf-8")
    return next(read(folder / name))


def test_text_and_data_of_a_page(tmp_path: Path) -> None:
    report = one(tmp_path, META + PUBLISHED + MODIFIED)
    assert report.text == f"{FIRST}\n\n{SECOND}"
    assert (report.title, report.publisher) == ("Leaders meet", "Lakeside Wire")
    assert (report.byline, report.url) == ("Ann Lee", "https://wire.example/world/geneva")
    assert report.published == dt.date(2021, 6, 16)
    assert report.language == "en"
    assert report.warnings == ()


@pytest.mark.parametrize(
    "head",
    [
        f'{LD}{{"@type":"NewsArticle","datePublished":"2021-06-16","dateModified":"2021-06-19"}}</script>',
        f'{LD}{{"@graph":[{{"@type":"Article","datePublished":"2021-06-16T01:00+03:00"}}]}}</script>',
        '<meta itemprop="datePublished" content="2021-06-16">',
        '<meta name="DC.date.issued" content="2021-06-16">',
    ],
)
def test_ways_to_give_the_day(tmp_path: Path, head: str) -> None:
    assert one(tmp_path, head + MODIFIED).published == dt.date(2021, 6, 16)


def test_a_change_is_not_publication(tmp_path: Path) -> None:
    body = f"<p>Updated <time class='updated' datetime='2021-06-19'>June 19</time></p>{ARTICLE}"
    assert one(tmp_path, MODIFIED, body).published is None


def test_a_visible_date_serves_where_the_page_says_nothing_else(tmp_path: Path) -> None:
    body = ARTICLE.replace("</h1>", "</h1><time datetime='2021-06-16'>16 June 2021</time>")
    assert one(tmp_path, "", body).published == dt.date(2021, 6, 16)


def test_sources_that_disagree(tmp_path: Path) -> None:
    head = f'{LD}{{"@type":"Article","datePublished":"2021-06-14"}}</script>'
    report = one(tmp_path, PUBLISHED + head)
    assert report.published == dt.date(2021, 6, 14)
    assert "2021-06-16" in report.warnings[0].detail


def test_the_address_of_a_saved_page(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    note = "<!-- saved from url=(0044)https://www.wire.example/2021/06/16/geneva -->"
    path.write_text(f"<!DOCTYPE html>\n{note}\n<html><body>{ARTICLE}</body></html>", "utf-8")
    report = next(read(path))
    assert report.url == "https://www.wire.example/2021/06/16/geneva"
    assert report.published == dt.date(2021, 6, 16)


def test_declared_encoding_and_gzip(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="windows-1252"></head><body>{ARTICLE}'
    page = page.replace("<p>The two", "<p>“Café” The two")
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page.encode("cp1252")))
    report = next(read(tmp_path / "a.html.gz"))
    assert report.text.startswith("“Café” The two")
    assert report.warnings == ()


def test_no_text_no_report(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^D202 "):
        one(tmp_path, "", "<script>let a = 'The two presidents met'</script>")


def test_nothing_of_the_markup_is_left(tmp_path: Path) -> None:
    body = ARTICLE.replace("talked", "<b onclick='x()'>talked</b>").replace("deny", "&lt;deny&gt;")
    report = one(tmp_path, "", body)
    assert "<b" not in report.text
    assert "onclick" not in report.text
    assert "<deny>" in report.text


FRENCH = (
    "Le gouvernement péruvien a annoncé lundi que ses représentants se rendraient à Santiago pour "
    "discuter de la frontière maritime, malgré les critiques de l'opposition. Le ministre a ajouté "
    "que rien ne serait signé cette année et que les discussions reprendraient à l'automne."
)


def test_another_language_is_told_before_the_text_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.read.html.extract", None)
    with pytest.raises(InputError, match=r"^D208 .*French"):
        one(tmp_path, body=f"<article><p>{FRENCH}</p><p>{FRENCH}</p></article>")


def test_a_notice_in_another_language_does_not_hide_the_article(tmp_path: Path) -> None:
    notice = f"<div class='cookie-notice'><p>{FRENCH}</p></div>"
    assert one(tmp_path, body=notice + ARTICLE).text.endswith(SECOND)

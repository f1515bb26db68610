"""Saved web pages: main text and data of the page, by trafilatura and htmldate."""

import logging
from collections.abc import Iterator
from typing import Any

from dateline import sift
from dateline.errors import InputError, LimitError
from dateline.model import LeftOut, Report
from dateline.read import page
from dateline.read.base import Source
from dateline.read.clean import clean_line
from dateline.read.dates import Dated, parse_date
from dateline.read.draft import Draft, finish
from dateline.read.encoding import decode
from dateline.read.language import foreign, shown
from dateline.read.limits import check_markup, read_whole
from dateline.settings import Settings

# Tags in a page, open and close. 20,000 in paragraphs take 1.7 s; 140,000 with little text 8 s.
MOST_TAGS = 150_000
# htmldate must not look at today's date: the same page gives the same day for ever.
SEARCH = {"original_date": True, "extensive_search": True, "max_date": "2199-12-31"}


class HtmlReader:
    """Paragraphs of the main text, apart by blank lines; never any markup."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    rows = False
    unzips = False

    def read(self, source: Source) -> Iterator[Report | LeftOut]:
        """Yield the one report of a page."""
        data = read_whole(source.chunks, source.most_bytes)
        draft = page_draft(data, source.settings)
        yield finish(draft, source.key, source.settings, file_name=source.key.rpartition("/")[2])


def page_draft(data: bytes, settings: Settings, *, address: str = "", charset: str = "") -> Draft:
    """Return what a page says. `address`, `charset`: what its server said of it, if that is known.

    Raises:
        InputError: D202 without text, D203, D208 where it is clearly in a language not read,
            D221 where the settings leave it out as no two parties meet in it.
        LimitError: D301, D303, D304.
    """
    if not data.strip():
        raise InputError("D202")
    text, warnings = decode(data, page.charset(data) or charset)
    # Finding the main text takes a hundred times as long as telling the language.
    language = foreign(page.paragraphs(text), settings.read.languages)
    if language:
        raise InputError("D208", detail=shown(language))
    plain = text.replace("\0", "").encode("utf-8", "replace")
    limits = settings.limits
    check_markup(plain, limits.html_depth, MOST_TAGS)
    tree = parse(plain, limits.html_depth, limits.text_chars)
    said = page.published(tree)
    page.drop_changed(tree)
    page.drop_frame(tree)
    if settings.read.sift:
        # More than the main text, which takes long to find: what names too few here is left out.
        sift.check(page.told(tree), next((one.day for one in said), None))
    draft = extract(tree, address or page.saved_from(data))
    draft.said[:0] = said
    draft.hint = tree.get("lang") or ""
    draft.warnings += warnings
    return draft


def parse(data: bytes, depth: int, most_text: int) -> Any:
    """Parse a page of UTF-8.

    Raises:
        InputError: D202 where there is no element in it.
        LimitError: D303 where it is deeper than a parser makes of `depth` levels of tags; D304
            where all its text is more than twice `most_text`.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputError("D202") from error
    level = size = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        if level > 2 * depth:
            raise LimitError("D303", detail=f"more than {2 * depth} levels")
        if event == "end" and element.tag not in {"script", "style"}:
            size += len(element.text or "") + len(element.tail or "")
    if size > 2 * most_text:
        raise LimitError("D304", detail=f"{size:,} characters")
    return tree


def extract(tree: Any, address: str) -> Draft:
    """Find the main text and the data of a page.

    Raises:
        InputError: D202 where there is no main text.
    """
    import trafilatura

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # each problem is reported here, once
    found: Any = trafilatura.bare_extraction(
        tree,
        url=address or None,
        include_comments=False,
        include_tables=False,
        favor_precision=True,
        with_metadata=True,
        date_extraction_params=dict(SEARCH),
    )
    if found is None or not (found.text or "").strip():
        raise InputError("D202")
    title, byline = found.title or "", found.author or ""
    blocks = [line.strip().removeprefix("- ") for line in found.text.split("\n") if line.strip()]
    while len(blocks) > 1 and repeats(blocks[0], title, byline):
        del blocks[0]
    return Draft(
        "\n\n".join(blocks),
        title=title,
        publisher=found.sitename or found.hostname or "",
        url=found.url or address,
        byline=byline.replace("; ", ", "),
        said=searched(found.date),
    )


def repeats(block: str, title: str, byline: str) -> bool:
    """Tell whether a first block is the title or the byline again."""
    plain = clean_line(block).lower().removeprefix("by ")
    return plain in {clean_line(title).lower(), clean_line(byline).lower()}


def searched(found: str | None) -> list[Dated]:
    """Return the day that htmldate found; 1 January is what it makes of a bare year."""
    day = parse_date(found) if found else None
    return (
        [Dated("page", day, str(found), slack=1)] if day and (day.month, day.day) != (1, 1) else []
    )


READER = HtmlReader()

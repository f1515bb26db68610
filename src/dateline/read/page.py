"""What a web page says of itself: published date, address, declared encoding and language."""

import html
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from dateline.read.dates import Dated, given, parse_date

CHARSET = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w-]{2,30})""", re.IGNORECASE
)
# Browsers write where a page was saved from into its first lines.
SAVED_FROM = re.compile(rb"(?:saved from url=\(\d{1,6}\)|\burl: )(https?://[^\s<>\"']{4,2000})")
# Names of `meta` for the day of publication, by trust: article and Dublin Core, then the vague.
PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "dcterms.issued", "dc.date.issued", "citation_publication_date", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publication_date", "publish-date", "dc.date",
    "dcterms.created", "date",
)  # fmt: skip
# Named anywhere in a `meta`, an `itemprop` or a class: not the day of publication.
CHANGED = re.compile(r"modif|updat|revis|review|last.?mod|copyright|expire", re.IGNORECASE)
HEAD = 4_096
OPEN = re.compile(r"<p(?:\s[^<>]{0,500})?>", re.IGNORECASE)
MARKUP = re.compile(r"<[^<>]{0,1000}>")
# How many paragraphs tell a page's language, the longest of the first so many code points.
LONGEST, ENOUGH = 3, 10_000
UNTOLD = frozenset({"head", "script", "style", "noscript", "template", "select", "button", "svg"})
INLINE = frozenset(
    {"a", "abbr", "b", "em", "font", "i", "mark", "q", "small", "span", "strong", "u"}
)
LETTER = re.compile(r"[^\W\d_]")
# Levels of a JSON-LD object that are looked into; graphs of news pages have 2 or 3.
DEEPEST = 6


def charset(data: bytes) -> str:
    """Return the encoding that a page declares, or nothing."""
    match = CHARSET.search(data[:HEAD])
    return match[1].decode("ascii") if match else ""


def saved_from(data: bytes) -> str:
    """Return the address that a saved page was loaded from, where the browser noted it."""
    match = SAVED_FROM.search(data[:HEAD])
    return match[1].decode("ascii", "replace") if match else ""


def paragraphs(text: str) -> list[str]:
    """Return the longest paragraphs of a page (its `p` elements), not parsed."""
    found: list[str] = []
    size = at = 0
    while size < ENOUGH and (begin := OPEN.search(text, at)):
        at = text.find("</p", begin.end())
        if at < 0:
            break
        if at - begin.end() <= ENOUGH:
            found.append(html.unescape(MARKUP.sub(" ", text[begin.end() : at])))
            size += len(found[-1])
    return sorted(found, key=len, reverse=True)[:LONGEST]


def published(tree: Any) -> list[Dated]:
    """Return what a page's own data says of the day of publication, most trustworthy first."""
    said = [given("JSON-LD", value) for value in json_ld(tree)]
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if meta.get("content"):
            metas.setdefault(name.strip().lower(), meta.get("content"))
    said += [given(f"meta {name}", metas[name]) for name in PUBLISHED if name in metas]
    for element in tree.iter("time"):
        about = " ".join(element.get(name) or "" for name in ("itemprop", "class", "pubdate"))
        if element.get("datetime") and re.search(r"publi|pubdate", about, re.IGNORECASE):
            said.append(given("time element", element.get("datetime")))
    return [one for one in said if one.day]


def json_ld(tree: Any) -> Iterator[object]:
    """Yield each `datePublished` of the articles that a page's JSON-LD describes."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            try:
                yield from articles(json.loads(script.text, strict=False), DEEPEST)
            except (ValueError, RecursionError):
                continue


def articles(node: object, depth: int) -> Iterator[object]:
    """Yield `datePublished` of a JSON-LD node and those in it; a comment's date is not one."""
    if depth == 0:
        return
    if isinstance(node, list):
        for inner in node:
            yield from articles(inner, depth - 1)
    elif isinstance(node, dict):
        if "datePublished" in node and "Comment" not in str(node.get("@type")):
            yield node["datePublished"]
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from articles(node.get(name), depth - 1)


def told(tree: Any) -> str:
    """Return what a page tells: its text, but for scripts, and for links that stand alone."""
    from lxml import etree

    parts: list[str] = []
    alone: dict[Any, bool] = {}
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            parts += ("" if element.tag in INLINE else "\n", element.tail or "")
        elif element.tag in UNTOLD or (element.tag == "a" and bare(element.getparent(), alone)):
            walk.skip_subtree()
        else:
            parts.append(element.text or "")
    return "".join(parts)


def bare(parent: Any, known: dict[Any, bool]) -> bool:
    """Tell whether an element has no text beside what its children hold; kept in `known`."""
    if parent not in known:
        own = chain((parent.text,), (child.tail for child in parent))
        known[parent] = not any(LETTER.search(text) for text in own if text)
    return known[parent]


def drop_frame(tree: Any) -> None:
    """Take out menus and the foot of the page: with no other text, they would pass for it."""
    for element in list(tree.iter("nav", "footer")):
        inner = any(above.tag in {"article", "main"} for above in element.iterancestors())
        if element.getparent() is not None and (element.tag == "nav" or not inner):
            element.drop_tree()


def drop_changed(tree: Any) -> None:
    """Take out what gives the day of a change, so that no search takes it for publication."""
    doomed = []
    for element in tree.iter("meta", "time", "span"):
        about = " ".join(
            element.get(name) or "" for name in ("property", "name", "itemprop", "class", "id")
        )
        dated = element.tag in {"meta", "time"} or parse_date(element.text or "")
        if dated and CHANGED.search(about):
            doomed.append(element)
    for element in doomed:
        if element.getparent() is not None:
            element.drop_tree()

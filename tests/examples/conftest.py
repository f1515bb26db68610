"""The example corpus as plain data, taken apart without dateline: its tests owe it nothing."""

import csv
import gzip
import html
import io
import json
import re
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

CORPUS = Path(__file__).parents[2] / "examples" / "us-russia-cyber"
NAMES = {"Published", "Publisher", "Byline", "URL", "Language"}


@pytest.fixture(scope="session")
def gold():
    """The gold, as it stands."""
    return json.loads((CORPUS / "gold.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def minor():
    """The events that are supported and too minor for the gold."""
    return json.loads((CORPUS / "adjudicated.json").read_text("utf-8"))["supported"]


@pytest.fixture(scope="session")
def events(gold, minor):
    """All events, major and minor."""
    return gold["events"] + minor


@pytest.fixture(scope="session")
def reports():
    """Every report, by the key that users see: `title, text, published, publisher`."""
    found = {}
    for path in sorted((CORPUS / "reports").iterdir()):
        data = path.read_bytes()
        if path.suffix == ".gz":
            found[path.name] = from_text(gzip.decompress(data).decode())
        elif path.suffix in {".txt", ".md"}:
            found[path.name] = from_text(data.decode())
        elif path.suffix == ".html":
            found[path.name] = from_html(data.decode())
        elif path.suffix == ".docx":
            found[path.name] = from_text(docx_text(data))
        elif path.suffix == ".jsonl":
            found |= dict(from_row(json.loads(line)) for line in data.decode().splitlines())
        elif path.suffix == ".csv":
            found |= dict(map(from_row, csv.DictReader(io.StringIO(data.decode(), newline=""))))
        else:
            pytest.fail(f"a file of an unknown kind: {path.name}")
    return found


def item(title, text, published, publisher):
    return SimpleNamespace(title=title, text=text, published=published, publisher=publisher)


def from_text(text):
    """Take a title, head lines and a body apart."""
    title, *rest = text.strip().split("\n")
    fields = {}
    while not rest[0] or rest[0].partition(":")[0] in NAMES:
        name, _, value = rest.pop(0).partition(": ")
        fields[name] = value
    body = "\n".join(rest).strip()
    return item(title.removeprefix("# "), body, fields["Published"], fields["Publisher"])


def from_html(page):
    """Take the paragraphs of a saved page's article, and its meta tags."""
    article = re.search(r"<article>(.*)</article>", page, re.DOTALL)[1]
    body = "\n\n".join(map(html.unescape, re.findall(r"<p>(.*?)</p>", article, re.DOTALL)))
    published = meta(page, "article:published_time")[:10]
    return item(meta(page, "og:title"), body, published, meta(page, "og:site_name"))


def meta(page, name):
    return html.unescape(re.search(rf'<meta property="{name}" content="([^"]*)"', page)[1])


def docx_text(data):
    """Return the paragraphs of a Word file, blank lines between them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p>.*?</w:p>", xml, re.DOTALL)
    lines = ("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", part)) for part in paragraphs)
    return html.unescape("\n\n".join(filter(None, lines)))


def from_row(row):
    """Return the key and the report of a row."""
    return row["id"], item(row["title"], row["text"], row["published"], row["publisher"])

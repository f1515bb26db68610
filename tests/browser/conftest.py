"""A real server, a real browser, and a watch on what a page does behind one's back."""

import datetime as dt
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import dateline
from dateline.model import Event, Grade
from dateline.store import connect, derived, rollup

HERE = Path(__file__).parent
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
MANY = 3000


def wanted(there, what):
    """Skip where something is not installed, but fail where nothing may be skipped."""
    if not there:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(what)


@pytest.fixture(scope="session")
def browser():
    """Return Debian's Chromium, without a window."""
    wanted(CHROMIUM.exists(), f"no Chromium at {CHROMIUM}: apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe():
    """Return the accessibility checker's source."""
    wanted(AXE.exists(), "no axe-core: npm ci --prefix tests/browser")
    return AXE.read_text("utf-8")


@pytest.fixture(scope="session")
def until():
    """Wait for something to be so; the pages' policy forbids what Playwright has for it."""

    def until(page, so, seconds=10):
        end = time.monotonic() + seconds
        while not so():
            assert time.monotonic() < end, "waited in vain"
            page.wait_for_timeout(20)

    return until


@pytest.fixture(scope="session")
def serving():
    """Serve records, each by a process of its own, and end them all."""
    running = []

    def serve(path):
        words = [sys.executable, "-m", "dateline", "serve", str(path), "--port", "0"]
        process = subprocess.Popen([*words, "--user", "ana"], stderr=subprocess.PIPE, text=True)
        running.append(process)
        found = re.search(r"http://\S+?/", process.stderr.readline())
        return found[0].rstrip("/")

    yield serve
    for process in running:
        process.terminate()
        process.wait(10)
        process.stderr.close()


@pytest.fixture(scope="session")
def site(serving, record):
    """The address of a served record that no test changes."""
    return serving(record)


@pytest.fixture(scope="session")
def changing(serving, record, tmp_path_factory):
    """A served record that tests change, each from the same beginning, and its address."""
    path = tmp_path_factory.mktemp("changing") / "own.dateline"
    shutil.copy(record, path)
    return path, serving(path)


@pytest.fixture
def own_site(changing, record):
    """The address of a served record for a test to change."""
    path, address = changing
    for left in path.parent.glob("own.dateline-*"):
        left.unlink()
    shutil.copy(record, path)
    return address


@pytest.fixture(scope="session")
def many(serving, tmp_path_factory):
    """The address of a served record with too many events to draw each: ten years of a pair."""
    path = tmp_path_factory.mktemp("many") / "many.dateline"
    db = connect(path, create=True)
    dice = random.Random(1)
    first = dt.date(2010, 1, 1)
    db.execute("BEGIN")
    for n in range(MANY):
        day = first + dt.timedelta(days=dice.randrange(3652))
        sides = [("JPN",), ("KOR",)]
        dice.shuffle(sides)
        event = Event(
            id=f"e{n:011x}", event_type="CONSULT", quad=dice.choice((1, 2, 3, 4)), start=day,
            end=day, precision="day", edtf=day.isoformat(), headline=f"Event number {n}.",
            source=sides[0], target=sides[1], grade=Grade(reliability="F", credibility=3),
        )  # fmt: skip
        derived.put_event(db, event, event.headline)
    rollup.put(db)
    db.execute("COMMIT")
    db.close()
    return serving(path)


@pytest.fixture(scope="session")
def hostile(serving, tmp_path_factory):
    """The address of a record made of the hostile articles, and the ids of its texts and events."""
    folder = tmp_path_factory.mktemp("hostile")
    articles = sorted((HERE.parent / "hostile" / "articles").glob("*.json"))
    lines = []
    for article in articles:
        given = json.loads(article.read_text("utf-8"))
        text = "\n\n".join(given.pop("sentences"))
        lines.append(json.dumps({**given, "text": text, "published": "2021-06-16"}))
    (folder / "articles.jsonl").write_text("\n".join(lines), "utf-8")
    path = folder / "hostile.dateline"
    dateline.build([folder / "articles.jsonl"], path)
    with dateline.open(path) as opened:
        everything = dateline.Query(status=("all",))
        events = [event.id for event in opened.timeline(everything)]
        texts = [row["id"] for row in opened.db.execute("SELECT id FROM text ORDER BY id")]
    return serving(path), events, texts


def is_bad(said):
    """Tell whether a console's line is a fault; that of a refused ruling is none."""
    refused = re.search(r"status of (400|503)", said.text)
    return said.type in {"error", "warning"} and not refused


@pytest.fixture
def look(browser):
    """Open pages; when the test ends, nothing may have gone wrong or left the server in any."""
    opened, wrong = [], []

    def look(address, *, width=1200, height=900, scheme="light", **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme,
            reduced_motion="reduce", **options,
        )  # fmt: skip
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        origin = "/".join(address.split("/")[:3])
        page.on("console", lambda said: is_bad(said) and wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.on(
            "request",
            lambda asked: asked.url.startswith((origin, "data:")) or wrong.append(asked.url),
        )
        page.goto(address)
        return page

    yield look
    for context in opened:
        context.close()
    assert wrong == []

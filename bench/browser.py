"""What a browser takes to show and to move a big record's pages, beside what its server takes.

`python bench/record.py big.dateline; python bench/browser.py big.dateline`. A server of its own and
Debian's Chromium without a window; each page is opened anew, and the middle of several runs counts.
`painted` is from the answer's last byte to the page being ready with its first paint, `drawn` to
the first drawing, `whole` from asking to that; `moved` is a zoom of the drawing, to the moment when
drawing and list have followed. `work` and `move` are the CPU time of the page's own thread for it,
which others at work on the machine do not lengthen: the goal is held against these.
"""

import argparse
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, sync_playwright

from dateline.query import Record

RUNS = 5
# Milliseconds after which a page has nothing left to do.
SETTLE = 200
CHROMIUM = "/usr/bin/chromium"
# Milliseconds that a first view and a zoom may take in the browser.
GOAL = 300
PAIR = "SELECT a, b FROM rollup WHERE a < b GROUP BY a, b ORDER BY sum(events) DESC LIMIT 1"
EVENT = "SELECT max(id) FROM event"
TIMES = """() => {
  const [nav] = performance.getEntriesByType('navigation');
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const drawn = performance.getEntriesByName('dateline-drawn')[0];
  const end = Math.max(nav.domContentLoadedEventEnd, paint ? paint.startTime : 0);
  return [nav.responseEnd - nav.requestStart, end - nav.responseEnd,
          drawn ? drawn.startTime - nav.responseEnd : 0,
          Math.max(end, drawn ? drawn.startTime : 0)];
}"""
# Notes when the drawing has its first mark.
WATCH = """new MutationObserver((_, it) => {
  if (!document.querySelector('#drawing .point, #drawing .bin')) return;
  it.disconnect();
  requestAnimationFrame(() => performance.mark('dateline-drawn'));
}).observe(document, { childList: true, subtree: true });"""
MOVE = """() => new Promise((done) => {
  const begun = performance.now();
  const live = document.querySelector('.drawing-live');
  new MutationObserver((_, it) => {
    it.disconnect();
    requestAnimationFrame(() => done(performance.now() - begun));
  }).observe(live, { childList: true, characterData: true, subtree: true });
  document.querySelector('[aria-label^="Zoom in"]').click();
})"""


class Times(NamedTuple):
    """Milliseconds: by the clock, and of the page's thread alone (`work`, `move`)."""

    server: float
    painted: float
    drawn: float
    whole: float
    moved: float
    work: float
    move: float


def busy(session: CDPSession) -> float:
    """Return the CPU milliseconds that the page's thread has taken."""
    found = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * float(one["value"]) for one in found if one["name"] == "TaskDuration")


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """Serve a record, and give its address."""
    words = [sys.executable, "-m", "dateline", "serve", str(path), "--port", "0", "--user", "bench"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        try:
            said = process.stderr.readline() if process.stderr else ""
            found = re.search(r"http://\S+?/", said)
            if not found:
                raise SystemExit(said)
            yield found[0].rstrip("/")
        finally:
            process.terminate()


def once(browser: Browser, address: str, *, draws: bool) -> Times:
    """Open a page anew, zoom in it where it draws, and return what that takes."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.add_init_script(WATCH)
    page.goto(address, wait_until="load")
    if draws:
        page.wait_for_selector("#drawing .point, #drawing .bin", state="attached")
    page.wait_for_timeout(SETTLE)
    server, painted, drawn, whole = page.evaluate(TIMES)
    work = busy(session)
    moved = float(page.evaluate(MOVE)) if draws else 0.0
    page.wait_for_timeout(SETTLE)
    move = busy(session) - work if draws else 0.0
    context.close()
    return Times(server, painted, drawn, whole, moved, work, move)


def measured(browser: Browser, address: str, *, draws: bool) -> Times:
    """Return the middle times of a page; the first run warms the server, and does not count."""
    runs = [once(browser, address, draws=draws) for _ in range(RUNS)][1:]
    return Times(*(statistics.median(column) for column in zip(*runs, strict=True)))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("record", type=Path)
    given = parser.parse_args()
    with Record(given.record) as record:
        a, b = record.db.execute(PAIR).fetchone()
        event = record.db.execute(EVENT).fetchone()[0]
    pair = f"between={a}&between={b}"
    pages = [
        ("/", False), ("/timeline", True), (f"/timeline?{pair}", True),
        (f"/timeline?{pair}&start=2013&end=2014", True), (f"/event/{event}", False),
        (f"/agreements?{pair}&start=2013&end=2013", False), ("/review", False),
    ]  # fmt: skip
    print(
        f"{'server':>8} {'painted':>8} {'drawn':>8} {'whole':>8} {'moved':>8}  page, milliseconds"
    )
    with serving(given.record) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for path, draws in pages:
            times = measured(browser, site + path, draws=draws)
            beyond = "  beyond the goal" if max(times.work, times.move) > GOAL else ""
            figures = " ".join(f"{one:8.0f}" for one in times)
            print(f"{figures}  {path[:60]}{beyond}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()

"""Every page, light and dark, wide and narrow: accessible, inside its width, without an error."""

from importlib import resources

import pytest

import dateline

VIEWS = (
    "/", "/timeline?between=JPN&between=KOR", "/timeline?text=nothing+has+this", "/agreements",
    "/red-lines", "/incidents", "/accusations", "/statements", "/sources", "/review", "/help",
)  # fmt: skip
LOOKS = ((1200, "light"), (375, "dark"))


@pytest.fixture(scope="module")
def things(record):
    """The paths of the event told most, and of a report of it."""
    with dateline.open(record) as opened:
        event = max(opened.timeline(), key=lambda one: (len(one.mentions), one.id))
        text = opened.mentions(event)[0].evidence.report_id
    return {"event": f"/event/{event.id}", "report": f"/report/{text}"}


def settled(page):
    """Wait for the drawing, where a page has one that holds anything."""
    if page.locator("#drawing").count() and page.locator("li.row time").count():
        page.wait_for_selector("#drawing :is(.point, .bin)")
    return page


def broken_rules(page, axe):
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"]][:3]) for one in found]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("path", [*VIEWS, "event", "report"])
def test_page(look, site, things, axe, path, width, scheme):
    page = settled(look(site + things.get(path, path), width=width, scheme=scheme))
    assert page.title()
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert broken_rules(page, axe) == []


def test_the_drawing_of_many_events_is_accessible(look, many, axe):
    page = look(f"{many}/timeline?between=JPN&between=KOR")
    page.wait_for_selector("#drawing .bin")
    assert broken_rules(page, axe) == []


@pytest.mark.parametrize("path", ["/timeline?between=JPN&between=KOR", "/review", "event"])
def test_pages_say_the_same_without_a_script(look, site, things, path):
    page = look(site + things.get(path, path), java_script_enabled=False)
    assert page.locator("main a[href^='/event/'], main blockquote").count() > 0
    assert page.locator("#drawing:visible").count() == 0


def test_dark_is_dark(look, site):
    shade = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    assert min(look(f"{site}/timeline").evaluate(shade)) > 200
    assert max(look(f"{site}/timeline", scheme="dark").evaluate(shade)) < 60


def test_scripts_are_small():
    static = resources.files("dateline.web").joinpath("static")
    sizes = [len(file.read_bytes()) for file in static.iterdir() if file.name.endswith(".js")]
    assert 0 < sum(sizes) <= 40 * 1024

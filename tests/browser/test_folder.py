"""A view as a folder of pages, opened from the disk: nothing is asked for outside the folder."""

import pytest

from dateline.publish import View
from dateline.publish.folder import write
from dateline.publish.html import files
from dateline.query import Query, Record


@pytest.fixture(scope="session")
def folder(record, tmp_path_factory):
    path = tmp_path_factory.mktemp("folder") / "site"
    with Record(record) as opened:
        write(path, files(View(opened, Query(status=("all",)))), "")
    return path


@pytest.fixture
def opened(browser, folder):
    """A page of the folder; what it asks for outside, and what it complains of, fails the test."""
    context = browser.new_context(viewport={"width": 375, "height": 800}, bypass_csp=False)
    page, wrong = context.new_page(), []
    page.on("request", lambda one: one.url.startswith(folder.as_uri()) or wrong.append(one.url))
    page.on("console", lambda one: wrong.append(one.text))
    page.on("pageerror", lambda one: wrong.append(str(one)))
    page.goto((folder / "index.html").as_uri())
    yield page
    context.close()
    assert wrong == []


def follow(page, link):
    """Click on a link, and wait until its page has loaded."""
    with page.expect_navigation():
        link.click()


def test_one_gets_from_the_list_to_the_sentence_and_back(opened):
    headline = opened.locator("ol.events a").first.inner_text()
    follow(opened, opened.locator("ol.events a").first)
    assert opened.locator("h1").inner_text() == headline
    follow(opened, opened.locator("cite a").first)
    assert opened.locator("main mark").count() > 0
    for name in ("Agreements", "Red lines", "Incidents", "Statements", "Help", "Timeline"):
        follow(opened, opened.get_by_role("link", name=name, exact=True).first)
        assert opened.locator("h1").count() == 1
    assert opened.url.endswith("/index.html")


def test_it_is_styled_and_fits_a_narrow_screen(opened):
    for link in ("ol.events a", "cite a"):
        # The browser's own is Times.
        assert "sans-serif" in opened.evaluate("getComputedStyle(document.body).fontFamily")
        assert opened.evaluate("document.documentElement.scrollWidth") <= 375
        follow(opened, opened.locator(link).first)


def test_a_screen_reader_finds_nothing_amiss(browser, folder, axe):
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    event = next((folder / "event").iterdir())
    for path in ("index.html", f"event/{event.name}", "statements.html", "help.html"):
        page.goto((folder / path).as_uri())
        page.evaluate(axe)
        found = page.evaluate("axe.run()")["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], path
    context.close()

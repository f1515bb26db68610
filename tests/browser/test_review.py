"""The review: each key acts, shows it, and moves on; a name and keys are kept."""

import json
import urllib.request

import pytest


@pytest.fixture
def queue(look, own_site):
    page = look(f"{own_site}/review")
    page.wait_for_selector(".rule-keys button")
    return page


def current(page):
    return page.locator("[data-item][data-at]").get_attribute("data-item")


def items(page):
    return page.locator("[data-item]").evaluate_all("nodes => nodes.map(n => n.dataset.item)")


def press(page, key):
    """Press a key that decides, and wait for the server's word."""
    with page.expect_response("**/decisions") as got:
        page.keyboard.press(key)
    assert got.value.ok, got.value.text()
    return got.value.json()


def decided(page, event):
    """Return what the record now says of an event, from its own page."""
    site = "/".join(page.url.split("/")[:3])
    with urllib.request.urlopen(f"{site}/event/{event}") as answer:  # noqa: S310 - loopback
        text = answer.read().decode()
    return [word for word in ("accepted", "rejected") if f"{word} by hand" in text]


def test_next_and_previous_go_through_the_queue(queue):
    one, two = items(queue)[:2]
    assert current(queue) == one
    queue.keyboard.press("j")
    assert current(queue) == two
    queue.keyboard.press("k")
    assert current(queue) == one


@pytest.mark.parametrize(("key", "word"), [("a", "accepted"), ("r", "rejected")])
def test_a_key_rules_and_moves_on_and_undo_takes_it_back(queue, key, word):
    one, two = items(queue)[:2]
    press(queue, key)
    queue.wait_for_selector(f"[data-item='{one}'][data-ruled]")
    assert decided(queue, one) == [word]
    assert current(queue) == two
    press(queue, "u")
    queue.wait_for_selector(f"[data-item='{one}']:not([data-ruled])")
    assert decided(queue, one) == []
    assert current(queue) == one


def test_edit_by_key(queue):
    one = items(queue)[0]
    queue.keyboard.press("e")
    queue.keyboard.type("place")
    queue.keyboard.press("Tab")
    queue.keyboard.type("Vienna jar")  # letters that are keys are only letters here
    press(queue, "Enter")
    queue.wait_for_selector(f"[data-item='{one}'][data-ruled='edit']")
    queue.goto(queue.url.replace("/review", f"/event/{one}"))
    assert "Vienna jar" in queue.inner_text(".facts")


def test_merge_by_key(queue):
    near = queue.locator("[data-item]:has([data-does=merge] input[type=checkbox])").first
    event = near.get_attribute("data-item")
    other = near.locator("input[type=checkbox][name=event]").first.get_attribute("value")
    while current(queue) != event:
        queue.keyboard.press("j")
    queue.keyboard.press("m")
    queue.keyboard.press("Space")
    said = press(queue, "Enter")
    assert len(said["events"]) == 1
    queue.wait_for_selector(f"[data-item='{event}'][data-ruled='merge']")
    press(queue, "u")
    assert decided(queue, other) == []


def test_split_by_key(queue):
    several = queue.locator("[data-item]:has([data-does=split])").first
    event = several.get_attribute("data-item")
    while current(queue) != event:
        queue.keyboard.press("j")
    queue.keyboard.press("s")
    queue.keyboard.press("Space")
    press(queue, "Enter")
    queue.wait_for_selector(f"[data-item='{event}'][data-ruled='split']")


def test_escape_closes_and_open_opens(queue):
    one = current(queue)
    queue.keyboard.press("e")
    assert queue.locator("details[data-does=edit][open]").count() == 1
    queue.keyboard.press("Escape")
    assert queue.locator("details[data-does=edit][open]").count() == 0
    queue.keyboard.press("o")
    queue.wait_for_url(f"**/event/{one}")


def test_what_is_refused_is_said(queue):
    queue.keyboard.press("e")
    queue.keyboard.press("Tab")
    queue.keyboard.type("in spring")
    queue.evaluate("addEventListener('unhandledrejection', e => document.title = 'lost')")
    with queue.expect_response("**/decisions") as got:
        queue.keyboard.press("Enter")
    assert got.value.status == 400
    queue.get_by_text("Not done:").wait_for()
    assert queue.title() != "lost"


def test_a_ruling_that_the_server_could_not_take_is_said_and_stays_open(queue):
    one = items(queue)[0]
    busy = {"code": "D405", "what": "record is in use by another build", "detail": ""}
    queue.route("**/decisions", lambda route: route.fulfill(status=503, json=busy))
    queue.keyboard.press("a")
    queue.get_by_text("Not done: record is in use").wait_for()
    assert current(queue) == one
    assert queue.locator("[data-ruled]").count() == 0


def test_rulings_in_a_row_are_all_kept(queue, call, changing):
    first = items(queue)[:3]
    for key in "ara":
        queue.keyboard.press(key)
    press(queue, "u")
    queue.wait_for_selector(f"[data-item='{first[2]}']:not([data-ruled])")
    kinds = [json.loads(line)["kind"] for line in call("decisions", "export", changing[0]).lines]
    assert kinds == ["accept", "reject", "accept", "undo"]


def test_keys_are_shown_and_remapped_for_good(queue):
    shown = queue.inner_text(".rule-keys")
    for word in ("next", "accept", "reject", "edit", "merge", "split", "undo"):
        assert word in shown
    queue.get_by_role("button", name="a accept").click()
    queue.keyboard.press("x")
    queue.reload()
    queue.wait_for_selector(".rule-keys button")
    assert "x" in queue.locator("button[data-does=accept]").first.inner_text()
    one = items(queue)[0]
    queue.keyboard.press("a")  # the old key does nothing
    press(queue, "x")
    assert decided(queue, one) == ["accepted"]


def test_the_name_is_asked_once_and_goes_along(queue):
    queue.fill(".rule-keys input", "Bea")
    queue.keyboard.press("Tab")
    assert press(queue, "a")["who"] == "Bea"
    queue.reload()
    queue.wait_for_selector(".rule-keys button")
    assert queue.input_value(".rule-keys input") == "Bea"
    assert "Bea" in queue.inner_text(".latest")


def test_forms_do_without_a_script(look, own_site):
    page = look(f"{own_site}/review", java_script_enabled=False)
    one = items_without_script(page)[0]
    page.locator(f"#{one} button[value=reject]").click()
    page.wait_for_selector(".latest")
    assert decided(page, one) == ["rejected"]
    assert one not in items_without_script(page)
    page.locator(".latest button").first.click()
    page.wait_for_selector(".gone-back")
    assert decided(page, one) == []


def items_without_script(page):
    return [node.get_attribute("data-item") for node in page.query_selector_all("[data-item]")]


@pytest.mark.parametrize(("key", "word"), [("a", "accepted"), ("r", "rejected")])
def test_the_same_keys_on_an_events_page(look, own_site, key, word):
    page = look(f"{own_site}/review")
    event = items(page)[0]
    page.goto(f"{own_site}/event/{event}")
    page.wait_for_selector(".rule-keys button")
    with page.expect_navigation():
        page.keyboard.press(key)
    assert word in page.inner_text(".facts")
    page.wait_for_selector(".rule-keys button")
    with page.expect_navigation():
        page.keyboard.press("u")
    assert "by hand" not in page.inner_text(".facts")


def test_rulings_are_in_the_exported_log(queue, call, changing):
    press(queue, "r")
    lines = call("decisions", "export", changing[0]).lines
    assert any('"reject"' in line and '"ana"' in line for line in lines)
    assert all(json.loads(line) for line in lines)

"""The drawing by key, wheel and pointer, always in step with address and list."""

import re
from urllib.parse import parse_qs, urlparse

import pytest

PAIR = "/timeline?between=JPN&between=KOR"
FOCUSED = "document.activeElement.getAttribute('aria-label')"


@pytest.fixture
def few(look, site):
    page = look(site + PAIR)
    page.wait_for_selector("#drawing .point")
    return page


@pytest.fixture
def bars(look, many):
    page = look(many + PAIR)
    page.wait_for_selector("#drawing .bin")
    return page


def into(page):
    page.locator("#drawing [tabindex='0']").focus()


@pytest.fixture
def settle(until):
    """Act, and wait until drawing, address and list are in step."""

    def settle(page, act):
        answered = []
        # A request that a later one overtakes is given up, and has no answer.
        page.on("requestfinished", lambda request: answered.append(request.url))
        act()

        def within():
            asked = [url for url in answered if "drawing.json" in url]
            return page.request.get(asked[-1]).json()["within"] if asked else None

        until(page, lambda: drawn(page) == listed(page) == within())

    return settle


def days(page):
    """Return first and last day of the address."""
    asked = parse_qs(urlparse(page.url).query)
    return asked.get("start", [""])[0], asked.get("end", [""])[0]


def listed(page):
    return int(re.match(r"[\d,]+", page.inner_text(".count"))[0].replace(",", ""))


def drawn(page):
    said = re.match(r"\d+", page.inner_text(".drawing-live"))
    return int(said[0]) if said else None


def test_every_event_of_the_list_has_a_mark(few):
    links = "nodes => nodes.map(node => node.getAttribute('href')).sort()"
    drawn_ = few.eval_on_selector_all("#drawing .point", links)
    dated = few.eval_on_selector_all("li.row:has(time) .headline a", links)
    assert drawn_ == dated


def test_the_drawing_is_one_tab_stop(few):
    stops = few.locator("#drawing :is(a, button, svg)[tabindex='0']")
    assert stops.count() == 1
    into(few)
    few.keyboard.press("ArrowRight")
    assert stops.count() == 1
    few.keyboard.press("Tab")
    assert few.evaluate("!document.querySelector('#drawing').contains(document.activeElement)")


def test_arrows_move_and_say_date_and_headline(few):
    into(few)
    few.keyboard.press("Home")
    first = few.evaluate(FOCUSED)
    assert re.search(r"\b20\d\d\b.*: .+", first)
    assert few.inner_text(".drawing-detail b") in first
    few.keyboard.press("ArrowRight")
    second = few.evaluate(FOCUSED)
    assert second != first
    few.keyboard.press("ArrowLeft")
    assert few.evaluate(FOCUSED) == first
    few.keyboard.press("End")
    assert few.evaluate(FOCUSED) not in {first, second}


def test_up_and_down_change_the_lane(bars):
    into(bars)
    assert "Japan → South Korea" in bars.evaluate(FOCUSED)
    bars.keyboard.press("ArrowDown")
    assert "South Korea → Japan" in bars.evaluate(FOCUSED)
    bars.keyboard.press("ArrowUp")
    assert "Japan → South Korea" in bars.evaluate(FOCUSED)


def test_enter_opens_the_event(few):
    into(few)
    href = few.evaluate("document.activeElement.getAttribute('href')")
    few.keyboard.press("Enter")
    few.wait_for_url(f"**{href}")


def test_hovering_tells_what_a_mark_is(few):
    mark = few.locator("#drawing .point").first
    mark.hover()
    assert few.inner_text(".drawing-detail b") in mark.get_attribute("aria-label")


def test_enter_on_a_bar_zooms_into_it_and_the_list_keeps_step(bars, settle):
    into(bars)
    label = bars.evaluate(FOCUSED)
    settle(bars, lambda: bars.keyboard.press("Enter"))
    first, last = days(bars)
    assert first[:4] in label
    assert last >= first
    assert listed(bars) == drawn(bars) < 3000


def test_keys_zoom_and_pan(bars, settle):
    into(bars)
    bars.keyboard.press("End")
    settle(bars, lambda: bars.keyboard.press("+"))
    one = days(bars)
    assert one[0] > "2010-01-01"
    settle(bars, lambda: bars.keyboard.press("PageUp"))
    assert days(bars)[0] < one[0]
    settle(bars, lambda: bars.keyboard.press("PageDown"))
    assert days(bars)[0] > "2010-01-01"
    settle(bars, lambda: bars.keyboard.press("-"))
    settle(bars, lambda: bars.keyboard.press("0"))
    assert days(bars) == ("", "")
    assert listed(bars) == drawn(bars) == 3000


def test_wheel_zooms_where_the_pointer_is(bars, settle):
    box = bars.locator("#drawing > svg").bounding_box()
    bars.mouse.move(box["x"] + 10, box["y"] + 100)
    settle(bars, lambda: bars.mouse.wheel(0, -200))
    first, last = days(bars)
    assert first < "2010-03-01"
    assert last < "2019-12-01"
    assert listed(bars) == drawn(bars)


def test_the_brush_chooses_a_part_of_the_whole(bars, settle):
    box = bars.locator("#drawing > svg").bounding_box()
    y = box["y"] + box["height"] - 40
    bars.mouse.move(box["x"] + box["width"] * 0.5, y)
    bars.mouse.down()
    bars.mouse.move(box["x"] + box["width"] * 0.6, y, steps=4)
    settle(bars, bars.mouse.up)
    first, last = days(bars)
    assert ("2014-10", "2015-10") < (first, last) < ("2015-02", "2016-02")


def test_dragging_pans(bars, settle):
    settle(bars, lambda: bars.locator("#drawing button[aria-label^='Zoom in']").click())
    before = days(bars)
    box = bars.locator("#drawing > svg").bounding_box()
    bars.mouse.move(box["x"] + 300, box["y"] + 30)
    bars.mouse.down()
    bars.mouse.move(box["x"] + 500, box["y"] + 30, steps=4)
    settle(bars, bars.mouse.up)
    assert days(bars) < before


def test_decades_to_hours_and_back_by_the_browsers_button(bars, until):
    zoom = bars.locator("#drawing button[aria-label^='Zoom in']")
    for _ in range(16):
        zoom.click()
    labels = bars.locator("#drawing .lanes .tick")
    until(bars, lambda: "#at=" in bars.url)
    assert any(re.fullmatch(r"\d\d:\d\d", label) for label in labels.all_text_contents())
    bars.go_back()
    until(bars, lambda: "2015" in labels.all_text_contents())
    assert "#" not in bars.url


def test_an_address_opens_on_its_days(look, many):
    page = look(f"{many}{PAIR}&start=2015-03&end=2015-04")
    page.wait_for_selector("#drawing .point")
    labels = page.locator("#drawing .point").evaluate_all(
        "nodes => nodes.map(node => node.getAttribute('aria-label'))"
    )
    assert len(labels) == listed(page)
    assert all(re.match(r"\d+ (Mar|Apr) 2015", label) for label in labels)


def test_cooperation_and_conflict_differ_by_more_than_colour(bars):
    fill = "node => getComputedStyle(node).fill"
    assert "#hatch" in bars.locator("#drawing .bar.conflict").first.evaluate(fill)
    assert "#hatch" not in bars.locator("#drawing .bar.cooperation").first.evaluate(fill)
    bars.goto(bars.url + "&start=2015-03&end=2015-04")
    bars.wait_for_selector("#drawing .point")
    assert bars.locator("#drawing circle.glyph.conflict").count() == 0
    assert bars.locator("#drawing polygon.glyph.conflict").count() > 0


def test_it_fits_a_narrow_screen_and_follows_its_width(look, many, until):
    page = look(many + PAIR, width=375)
    page.wait_for_selector("#drawing .bin")
    assert page.locator("#drawing > svg").bounding_box()["width"] <= 375
    page.set_viewport_size({"width": 800, "height": 900})
    until(page, lambda: page.locator("#drawing > svg").bounding_box()["width"] > 400)


def test_two_fingers_zoom(look, many, settle):
    page = look(many + PAIR, width=800, has_touch=True)
    page.wait_for_selector("#drawing .bin")
    box = page.locator("#drawing > svg").bounding_box()
    fingers = page.context.new_cdp_session(page)

    def touch(kind, *places):
        points = [{"x": box["x"] + x, "y": box["y"] + 100, "id": n} for n, x in enumerate(places)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 350, 450)
    touch("touchMove", 300, 500)
    touch("touchMove", 200, 600)
    settle(page, lambda: touch("touchEnd"))
    first, last = days(page)
    assert ("2013", "2016") < (first, last) < ("2014", "2017")


def test_keys_of_the_guide_are_those_of_the_drawing(bars):
    hints = bars.locator(".drawing-keys kbd").all_inner_texts()
    assert {"←", "→", "↑", "↓", "Enter", "+", "−", "PgUp", "PgDn", "0"} == set(hints)

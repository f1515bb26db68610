"""A reader without a mouse finds an event, reads it, and rejects it."""

LIMIT = 120  # presses of Tab after which something is out of reach


def tab_to(page, test):
    """Press Tab until the focused element meets a test (of `node`, in JavaScript)."""
    for _ in range(LIMIT):
        page.keyboard.press("Tab")
        if page.evaluate(f"(node => {test})(document.activeElement)"):
            return
    raise AssertionError(f"not reached by Tab: {test}")


def test_find_read_reject(look, own_site):
    page = look(f"{own_site}/")
    tab_to(page, "node.name === 'text'")
    page.keyboard.type("hacking")
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline?*text=hacking*")
    before = page.inner_text(".count")
    tab_to(page, "node.matches('.headline a')")
    headline = page.evaluate("document.activeElement.textContent.trim()")
    page.keyboard.press("Enter")
    page.wait_for_url("**/event/*")
    assert page.inner_text("h1") == headline
    assert page.locator("mark.sentence").count() > 0
    page.wait_for_selector(".rule-keys button")
    tab_to(page, "node.value === 'reject'")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "rejected" in page.inner_text(".facts")
    page.goto(f"{own_site}/timeline?text=hacking")
    assert page.inner_text(".count") != before


def test_what_is_focused_is_seen(look, site):
    page = look(f"{site}/timeline?between=JPN&between=KOR")
    page.wait_for_selector("#drawing .point")
    seen = """(() => {
      const node = document.activeElement, style = getComputedStyle(node);
      if (node.matches('#drawing a')) {
        return getComputedStyle(node.querySelector('.hit')).strokeWidth !== '1px';
      }
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    })()"""
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate(seen), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_the_first_stop_skips_to_the_content(look, site):
    page = look(f"{site}/timeline")
    page.keyboard.press("Tab")
    assert "Skip" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_second_stop_skips_to_the_filters(look, site):
    page = look(f"{site}/timeline")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "filters"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "text"

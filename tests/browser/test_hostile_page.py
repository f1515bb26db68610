"""Articles of strangers, shown: no script runs, no request leaves, nothing opens.

`look` fails a test whose page asks another server, opens a dialog or breaks the policy.
"""

STRANGE = """[
  ...document.querySelectorAll("main script:not([src^='/static/']), iframe, object, [style]"),
  ...document.querySelectorAll("[onclick], [onerror], [onload], base, meta[http-equiv]"),
  ...[...document.querySelectorAll("main :is(a, form)")].filter(
    (node) => !/^(https?:|#|\\/)/.test(node.getAttribute("href") ?? node.getAttribute("action"))),
].map((node) => node.outerHTML)"""
VIEWS = ("/", "/agreements", "/red-lines", "/incidents", "/statements", "/sources", "/review")


def test_no_page_does_what_an_article_says(look, hostile):
    site, events, texts = hostile
    page = look(f"{site}/timeline?status=all")
    assert events
    things = [f"/event/{event}" for event in events[::4]] + [f"/report/{text}" for text in texts]
    for path in (*VIEWS, *things):
        page.goto(site + path)
        assert page.evaluate(STRANGE) == []


def test_the_drawing_writes_headlines_as_text(look, hostile):
    site, *_ = hostile
    page = look(f"{site}/timeline?status=all")
    page.wait_for_selector("#drawing .point")
    page.locator("#drawing [tabindex='0']").focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
        assert page.locator(".drawing-detail *:not(b, bdi, span)").count() == 0


def test_what_a_reader_types_is_shown_as_text(look, own_site):
    page = look(f"{own_site}/review")
    page.wait_for_selector(".rule-keys button")
    page.fill(".rule-keys input", "<img src=x onerror=alert(1)>")
    page.keyboard.press("Tab")
    page.keyboard.press("e")
    page.locator("select[name=field]:visible").select_option("headline")
    page.locator("input[name=value]:visible").fill("<script>alert(2)</script>")
    with page.expect_response("**/decisions"):
        page.keyboard.press("Enter")
    page.reload()
    assert "<script>alert(2)</script>" in page.inner_text(".latest")
    assert "<img src=x" in page.inner_text(".latest")

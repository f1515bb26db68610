"""No address is answered with a fault: what cannot be is a coded error."""

import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import MESSAGES
from dateline.query import Query
from dateline.web.app import PATHS, VIEWS

NAMES = [
    *Query.__struct_fields__, "page", "theme", "from", "to", "bins", "token", "x", "__class__",
]  # fmt: skip
VALUES = [
    "USA", "JPN", "kor", "Atlantis", "IGO NATO", "2021", "2021-02-30", "9999-12-31", "0001", "0",
    "-1", "1e9", "999999999", "1" * 40, "all", "happened", "CONSULT", "consult", "cyber", "1", "6",
    "dark", '"', "'", "*", "%", "NEAR(", "\x00", "\ud800", "\u202e", "٣", "é" * 50, "../..",
    "a b c",
]  # fmt: skip
text = st.text(max_size=30) | st.sampled_from(VALUES) | st.text(string.printable, max_size=12)
asked = st.lists(st.tuples(st.sampled_from(NAMES) | st.text(max_size=8), text), max_size=6)
paths = st.sampled_from([
    *(PATHS.get(name, f"/{name}") for name in VIEWS),
    "/timeline", "/drawing.json", "/timeline.csv", "/incidents.jsonl", "/statements.csv",
    "/timeline.ics", "/timeline.atom", "/timeline.stix", "/event/e", "/decisions", "/nothing",
])  # fmt: skip
quiet = settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def escaped(value):
    return "".join(f"%{byte:02X}" for byte in value.encode("utf-8", "surrogatepass"))


def fits(answer):
    """Tell whether an answer is a good one, or a coded error."""
    if answer.status_code == 200:
        return True
    assert answer.status_code in {400, 404, 405, 413}, answer.text
    return answer.status_code == 405 or any(code in answer.text for code in MESSAGES)


@quiet
@given(path=paths, fields=asked)
def test_any_query_of_any_page(many, path, fields):
    query = "&".join(f"{escaped(name)}={escaped(value)}" for name, value in fields)
    assert fits(many.get(f"{path}?{query}"))


@quiet
@given(
    path=paths, query=st.text(st.characters(max_codepoint=0x7E, min_codepoint=0x21), max_size=80)
)
def test_any_query_string(many, path, query):
    assert fits(many.get(f"{path}?{query.replace('#', '')}"))


@quiet
@given(kind=st.sampled_from(["event", "report", "static", "timeline."]), name=text)
def test_any_name(many, kind, name):
    slash = "" if kind.endswith(".") else "/"
    assert fits(many.get(f"/{kind}{slash}{escaped(name)}")) or kind == "static"


@quiet
@given(
    fields=st.dictionaries(
        st.sampled_from(["kind", "event", "mention", "field", "value", "who", "back"]), text
    )
)
def test_any_ruling(many, fields):
    form = "&".join(f"{name}={escaped(value)}" for name, value in fields.items())
    headers = {"origin": "http://localhost", "content-type": "application/x-www-form-urlencoded"}
    answer = many.client.post("/decisions", content=form, headers=headers)
    assert answer.status_code in {400, 404}

"""No address is answered with a fault: what cannot be is a coded error."""

import string
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import MESSAGES
from dateline.publish import SUFFIXES
from dateline.query import Query, Record
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
LISTS = [PATHS.get(name, f"/{name}") for name in VIEWS]
TAKEN = [f"/{kind}.{name}" for name, form in SUFFIXES.items() for kind in form.views]
paths = st.sampled_from([
    *LISTS, *TAKEN, "/drawing.json", "/event/e", "/report/0", "/decisions", "/nothing",
])  # fmt: skip
# Conditions that can be, so that what is behind them is asked too.
FIT = {
    "actor": ["IND", "CHN", "IGO NATO", "USA"],
    "start": ["0001", "1985-06", "2023-05", "9999-12-31"],
    "end": ["0001", "2020-12-31", "2023-05-10", "9999"],
    "as_of": ["0001-01-01", "2023-05-09", "9999-12-31"],
    "about": ["cyber", "military", "nuclear"],
    "type": ["CONSULT", "ACCUSE", "AGREE", "REQUEST"],
    "status": ["all", "happened", "planned", "denied", "hypothetical"],
    "grade": ["1", "3", "6"],
    "quad": ["1", "4"],
    "min_voices": ["0", "1", "2", "999999999"],
    "limit": ["0", "1", "999999999"],
    "text": ["talks", "attack India", '"', "NEAR(", "a*", "\x00"],
    "dated": ["0", "1"],
    "open": ["0", "1"],
    "rejected": ["0", "1"],
    "page": ["1", "2", "999999"],
    "theme": ["light", "dark"],
}
AFTER = {"from": FIT["start"], "to": FIT["end"], "bins": ["0", "1", "120", "999999999"]}
fit = st.tuples(
    st.lists(st.sampled_from([(n, v) for n, vs in FIT.items() for v in vs]), max_size=5),
    st.sampled_from([[], ["IND", "CHN"], ["CHN", "IND"], ["USA", "USA"]]),
)
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


@cache
def told_on(path):
    """The addresses of the events and reports of a record, and of all its lists and files."""
    with Record(path, read_only=True) as record:
        events = [f"/event/{one.id}" for one in record.timeline(Query(status=("all",)))]
        rows = record.db.execute("SELECT id FROM text ORDER BY id")
        return [*LISTS, *TAKEN, *events, *(f"/report/{row['id']}" for row in rows)]


@quiet
@given(data=st.data(), asked=fit)
def test_any_conditions_that_can_be(site, hostile, data, asked):
    one = data.draw(st.sampled_from([site, hostile]))
    path = data.draw(st.sampled_from(told_on(one.path)))
    fields = [*asked[0], *(("between", party) for party in asked[1])]
    if path.endswith(tuple(TAKEN)):
        fields = [field for field in fields if field[0] not in {"page", "theme"}]
    query = "&".join(f"{name}={escaped(value)}" for name, value in fields)
    assert fits(one.get(f"{path}?{query}"))


@quiet
@given(data=st.data(), asked=fit)
def test_any_window_of_a_drawing(site, data, asked):
    window = data.draw(st.sampled_from([(n, v) for n, vs in AFTER.items() for v in vs]))
    fields = [*asked[0], *(("between", party) for party in asked[1]), window]
    query = "&".join(f"{name}={escaped(value)}" for name, value in fields)
    assert fits(site.get(f"/drawing.json?{query}"))


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

"""Rulings from the page: their effect, their trace in the log, and what is refused."""

import pytest
from starlette.testclient import TestClient

from dateline.query import Query, Record
from dateline.settings import Settings
from dateline.store import decisions
from dateline.web.app import application

SITE = "http://127.0.0.1"
ALL = Query(status=("all",), rejected=True)


@pytest.fixture
def client(own_record):
    app = application(own_record, user="ana")
    return TestClient(app, SITE, headers={"origin": SITE}, follow_redirects=False)


@pytest.fixture
def log(own_record):
    def log():
        with Record(own_record) as record:
            return decisions.log(record.db)

    return log


@pytest.fixture
def events(own_record):
    def events():
        with Record(own_record) as record:
            return {event.id: event for event in record.timeline(ALL)}

    return events


def json(client, **fields):
    return client.post("/decisions", json=fields, headers={"accept": "application/json"})


def test_a_form_rejects_and_leads_back(client, events, log):
    one = next(iter(events()))
    back = "/review?about=cyber"
    answer = client.post("/decisions", data={"kind": "reject", "event": one, "back": back})
    assert (answer.status_code, answer.headers["location"]) == (303, back)
    assert events()[one].decided == "rejected"
    (made,) = log()
    assert (made.kind, made.who) == ("reject", "ana")
    assert made.mentions
    assert made.when.endswith("Z")


def test_json_tells_the_number_that_undoes(client, events):
    before = events()
    one = next(iter(before))
    done = json(client, kind="edit", event=one, field="place", value="Vienna", who="bea").json()
    assert (done["kind"], done["who"], done["events"]) == ("edit", "bea", [one])
    assert events()[one].place == "Vienna"
    undone = json(client, kind="undo", value=str(done["seq"]))
    assert undone.json()["events"] == [one]
    assert events() == before


def test_merge_and_split_lead_to_the_events_that_are_now(client, events):
    before = events()
    one, other = list(before)[:2]
    merged = client.post(
        "/decisions", data={"kind": "merge", "event": [one, other], "back": f"/event/{other}"}
    )
    now = events()
    assert len(now) == len(before) - 1
    there = merged.headers["location"].removeprefix("/event/")
    assert set(before[one].mentions + before[other].mentions) <= set(now[there].mentions)
    parted = json(client, kind="split", event=there, mention=list(before[other].mentions))
    assert len(parted.json()["events"]) == 1
    assert len(events()) == len(before)


@pytest.mark.parametrize(
    "back",
    ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "",
     "/a\r\nset-cookie: x=1", "evil"],
)  # fmt: skip
def test_the_way_back_is_a_path_of_ours(client, events, back):
    answer = client.post("/decisions", data={"kind": "accept", "event": next(iter(events())),
                                             "back": back})  # fmt: skip
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "destroy"},
        {"kind": "accept"},
        {"kind": "accept", "event": "e00000000000"},
        {"kind": "edit", "field": "date", "value": "soon"},
        {"kind": "edit", "field": "id", "value": "e1"},
        {"kind": "undo", "value": "99"},
        {"kind": "undo", "value": "x"},
        {"kind": "split"},
        {"kind": "edit", "field": "headline", "value": "a" * 1001},
    ],
)
def test_what_cannot_be_decided_never_enters_the_log(client, events, log, fields):
    one = {} if fields.get("event") or fields["kind"] == "undo" else {"event": next(iter(events()))}
    given = fields if fields == {"kind": "accept"} else {**one, **fields}
    answer = json(client, **given)
    assert answer.status_code in {400, 404}
    assert answer.json()["code"] in {"D107", "D130"}
    assert log() == []


@pytest.mark.parametrize("body", [b"", b"[]", b'{"kind": 1}', b'{"kind": ["a", 2]}', b"\xff{"])
def test_a_broken_body_is_a_coded_error(client, body):
    answer = client.post(
        "/decisions",
        content=body,
        headers={"content-type": "application/json", "accept": "application/json"},
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "D130")


def test_reading_never_decides(client, events, log):
    assert client.get(f"/decisions?kind=reject&event={next(iter(events()))}").status_code in {
        404, 405,
    }  # fmt: skip
    assert log() == []


def test_nobody_rules_unnamed_where_no_user_is_set(own_record, events, log):
    client = TestClient(application(own_record), SITE, headers={"origin": SITE})
    assert json(client, kind="accept", event=next(iter(events()))).status_code == 400
    assert log() == []


def test_a_record_of_other_settings_is_not_made_anew_by_a_decision(own_record, events, log):
    other = Settings(publishers={"Example Wire": "B"})
    app = application(own_record, user="ana", settings=other)
    client = TestClient(app, SITE, headers={"origin": SITE})
    before = events()
    answer = json(client, kind="reject", event=next(iter(before)))
    assert (answer.status_code, answer.json()["code"]) == (503, "D408")
    assert (events(), log()) == (before, [])


def test_another_origin_does_not_rule(own_record, events, log):
    app = application(own_record, user="ana")
    for headers in ({}, {"origin": "http://evil.example"}, {"origin": "null"}):
        client = TestClient(app, SITE, headers=headers)
        assert json(client, kind="accept", event=next(iter(events()))).status_code == 403
    assert log() == []

"""The gold holds together: keys, ids, dates, substrings."""

import datetime as dt
import re
from itertools import chain

# fmt: off
ROOTS = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}
STATUSES = {
    "happened", "ongoing", "planned", "threatened", "conditional", "hypothetical", "denied",
    "negated",
}
KEYS = {
    "id", "what", "type", "contexts", "source", "target", "reciprocal", "status", "from", "to",
    "place", "reports",
}
# fmt: on
ACTOR = re.compile(r"[A-Z]{3}(?: [A-Z]+)*")


def test_ids_are_unique_and_sorted(gold, minor, events):
    for some in (gold["events"], minor):
        ids = [event["id"] for event in some]
        assert ids == sorted(ids)
    assert len({event["id"] for event in events}) == len(events)


def test_events_are_whole(events):
    for event in events:
        assert KEYS <= set(event) <= KEYS | {"types", "target_implied"}, event["id"]
        others = event.get("types", [])
        assert {event["type"], *others} <= ROOTS, event["id"]
        assert event["type"] not in others, event["id"]
        assert event["status"] in STATUSES, event["id"]
        assert event["what"].endswith("."), event["id"]
        codes = event["source"] + event["target"]
        assert codes, event["id"]
        assert all(ACTOR.fullmatch(code) for code in codes), event["id"]


def test_reciprocal_sides_stand_in_code_order(events):
    for event in events:
        if event["reciprocal"]:
            assert event["source"] + event["target"] == sorted(event["source"] + event["target"])


def test_windows_are_dates_in_order_and_not_after_the_reports(events, reports):
    for event in events:
        first, last = (dt.date.fromisoformat(event[name]) for name in ("from", "to"))
        assert first <= last, event["id"]
        if event["status"] == "happened":
            newest = max(reports[key].published for key in event["reports"])
            assert event["from"] <= newest, event["id"]


def test_report_keys_resolve(gold, events, reports):
    keys = chain(
        *gold["voices"],
        gold["off_topic"],
        gold["unsupported"],
        gold["statements_complete"],
        gold["times_complete"],
        *(pair.values() for pair in gold["spun"]),
        (entry["report"] for entry in gold["statements"] + gold["times"]),
        *(group for entry in gold["conflicts"] for group in entry["values"].values()),
        *(event["reports"] for event in events),
    )
    assert set(keys) <= set(reports)
    assert all(event["reports"] == sorted(set(event["reports"])) for event in events)


def test_event_ids_resolve(gold, events):
    ids = {event["id"] for event in events}
    for entry in gold["agreements"]:
        assert {entry["event"], *entry["follow_up"]} <= ids
        assert entry["state"] in {"kept", "open", "broken"}
    for entry in gold["red_lines"] + gold["conflicts"]:
        assert entry["event"] in ids
    for entry in gold["incidents"]:
        named = [*entry["accused_by"], *entry["denied_by"], *entry["responses"]]
        assert set(named) <= ids
        assert entry["event"] is None or entry["event"] in ids


def test_agreements_are_followed_up_later(gold, events):
    by_id = {event["id"]: event for event in events}
    for entry in gold["agreements"]:
        made = by_id[entry["event"]]["from"]
        assert all(by_id[event]["to"] >= made for event in entry["follow_up"]), entry["event"]


def test_conflicting_values_stand_in_their_reports(gold, reports):
    for entry in gold["conflicts"]:
        if entry["field"] == "number":
            for value, keys in entry["values"].items():
                number = value.split()[0]
                for key in keys:
                    assert re.search(rf"\b{number}\b", reports[key].text), (value, key)


def test_each_report_has_events_or_is_listed_as_silent(gold, events, reports):
    silent = set(gold["off_topic"]) | set(gold["unsupported"])
    assert {key for event in events for key in event["reports"]} == set(reports) - silent


def test_statements_stand_in_their_reports(gold, reports):
    for entry in gold["statements"]:
        text = reports[entry["report"]].text
        assert text.count(entry["content"]) == 1, entry
        assert entry["speaker"] in text, entry
        assert entry["cue"] in text, entry
        assert entry["code"] is None or re.fullmatch("[A-Z]{3}", entry["code"]), entry
        assert entry["kind"] == kind_of(entry["content"]), entry


def kind_of(content):
    """Return the kind of a content by its quotation marks."""
    unquoted = re.sub(r'"[^"]*"', "", content)
    if unquoted == content:
        return "indirect"
    return "mixed" if re.search(r"\w", unquoted) else "direct"


def test_times_stand_in_their_reports(gold, reports):
    for entry in gold["times"]:
        text = reports[entry["report"]].text
        count = text.count(entry["text"])
        assert count >= entry.get("nth", 1), entry
        assert ("nth" in entry) == (count > 1), entry
        assert entry["type"] in {"DATE", "TIME", "DURATION", "SET"}, entry
        if entry["earliest"] is None:
            assert entry["latest"] is None, entry
            assert entry["type"] in {"DURATION", "SET"}, entry
        else:
            first, last = (dt.date.fromisoformat(entry[name]) for name in ("earliest", "latest"))
            assert first <= last, entry


def test_complete_reports_are_those_with_entries(gold):
    assert {entry["report"] for entry in gold["statements"]} == set(gold["statements_complete"])
    assert {entry["report"] for entry in gold["times"]} == set(gold["times_complete"])

"""What each format asks of a file, and what each file says in it."""

import json
import re
import xml.etree.ElementTree as ET

import pytest

from dateline.query import Query
from readers import bibtex

ATOM = "{http://www.w3.org/2005/Atom}"
STIX_ID = re.compile(
    r"[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
)
STIX_FIELDS = {
    "type", "spec_version", "id", "created", "modified", "created_by_ref", "confidence", "name",
    "description", "external_references", "extensions", "published", "object_refs",
    "identity_class", "relationship_type", "source_ref", "target_ref", "schema", "version",
    "extension_types",
}  # fmt: skip


@pytest.fixture
def stix(dated, taken):
    return json.loads(taken(dated, "stix"))["objects"]


def test_stix_ids_are_unique_and_every_reference_is_in_the_bundle(stix):
    ids = [one["id"] for one in stix]
    assert len(set(ids)) == len(ids)
    assert all(STIX_ID.fullmatch(id_) for id_ in ids)
    for one in stix:
        refs = [one.get("created_by_ref"), one.get("source_ref"), one.get("target_ref")]
        refs += one.get("object_refs", [])
        assert set(filter(None, refs)) <= set(ids)
        assert one["id"].startswith(f"{one['type']}--")
        assert one["type"] != "report" or one["object_refs"]


def test_stix_holds_nothing_empty(dated, taken):
    # The standard allows no empty list (2.1, 2.9) and no null.
    assert not re.search(r"\[\]|\{\}|:null", taken(dated, "stix"))


def test_stix_has_no_field_of_ours_but_in_the_defined_extension(stix):
    (definition,) = [one for one in stix if one["type"] == "extension-definition"]
    for one in stix:
        assert set(one) <= STIX_FIELDS
        assert set(one.get("extensions", ())) <= {definition["id"]}
    (aid,) = [one for one in stix if "will aid" in one.get("name", "")]
    inside = aid["extensions"][definition["id"]]
    assert inside["extension_type"] == "property-extension"
    assert (inside["start"], inside["status"], inside["edtf"]) == (
        "2020-01-10", "planned", "2020-01-10/..",
    )  # fmt: skip


def relations(stix, word):
    (event,) = [one for one in stix if word in one.get("name", "")]
    names = {one["id"]: one["name"] for one in stix if one["type"] == "identity"}
    links = [one for one in stix if one.get("source_ref") == event["id"]]
    return event, {
        (link["relationship_type"], names[link["target_ref"]], link.get("confidence"))
        for link in links
    }


def test_stix_attributes_a_cyber_attack_with_the_confidence_of_its_grade(stix):
    event, links = relations(stix, "Hackers")
    assert event["type"] == "incident"
    # Credibility 3, possibly true: 50 in the standard's table.
    assert event["confidence"] == 50
    assert links == {("attributed-to", "India", 50), ("targets", "Nepal", 50)}


def test_stix_attributes_nothing_that_was_not_done(stix):
    for word in ("attacked India", "will aid"):
        event, links = relations(stix, word)
        assert event["type"] == "report"
        assert {name for name, _, _ in links} == {"related-to"}


def test_stix_links_no_address_that_is_not_of_the_web(stix):
    urls = {r["url"] for one in stix for r in one.get("external_references", ()) if "url" in r}
    assert urls == {"https://wire.example/a"}


def test_atom_has_what_the_standard_requires(dated, taken):
    feed = ET.fromstring(taken(dated, "atom").encode())  # noqa: S314 - of our own making
    assert [feed.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated")] == [
        True, True, True,
    ]  # fmt: skip
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.find(f"{ATOM}id").text for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert entry.find(f"{ATOM}title").text
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", entry.find(f"{ATOM}updated").text)
    assert feed.find(f"{ATOM}updated").text == "2020-01-09T00:00:00Z"


def test_an_atom_entry_keeps_its_id_and_is_updated_when_the_last_report_came(dated, taken):
    def entries(query):
        feed = ET.fromstring(taken(dated, "atom", query).encode())  # noqa: S314
        return {
            entry.find(f"{ATOM}id").text: entry.find(f"{ATOM}updated").text
            for entry in feed.iter(f"{ATOM}entry")
        }

    every = entries(Query(status=("all",)))
    some = entries(Query(type=("CONSULT",)))
    assert set(some.items()) < set(every.items())
    # The one report with a date that tells of the meeting is of 2 July.
    assert set(some.values()) == {"2019-07-02T00:00:00Z"}


def test_bibtex_has_an_entry_for_each_report(dated, taken):
    entries = bibtex(taken(dated, "bibtex"))
    assert sorted(one["note"] for one in entries.values()) == [
        "dateline report wire-a", "dateline report wire-b", "dateline report wire-c",
    ]  # fmt: skip
    (first,) = [one for one in entries.values() if one["note"].endswith("wire-a")]
    assert first["title"] == "{On the day}"
    assert (first["howpublished"], first["url"]) == ("Harbour Wire", "https://wire.example/a")
    assert (first["year"], first["month"], first["date"]) == ("2019", "7", "2019-07-02")


def test_only_the_sources_of_the_view_are_cited(dated, taken):
    entries = bibtex(taken(dated, "bibtex", Query(actor="NPL", type=("ASSAULT",))))
    assert [one["note"] for one in entries.values()] == ["dateline report wire-b"]
    (item,) = json.loads(taken(dated, "csl", Query(actor="NPL", type=("ASSAULT",))))
    assert item["note"] == "dateline report wire-b"
    assert item["issued"] == {"date-parts": [[2020, 1, 9]]}
    assert "URL" not in item

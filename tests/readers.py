"""Exports read back by what others read them with: each event's id with all that is said of it."""

import csv
import html
import io
import json
import re
import xml.etree.ElementTree as ET

import icalendar

ATOM = "{http://www.w3.org/2005/Atom}"


def of_csv(text):
    csv.field_size_limit(2**27)
    for row in csv.DictReader(io.StringIO(text, newline="")):
        grade = row["reliability"] + row["credibility"]
        yield row["id"], f"{row['headline']} {row['evidence']} {grade}"


def of_jsonl(text):
    for line in text.split("\n")[:-1]:
        row = json.loads(line)
        told = " ".join(f"{e['text']} {e['report']}" for e in row["evidence"])
        yield row["id"], f"{told} {row['grade']['reliability']}{row['grade']['credibility']}"


def of_plover(text):
    for line in text.split("\n")[:-1]:
        row = json.loads(line)
        keys = " ".join(c["identifier"] for c in row["cite_info"])
        yield row["id"], f"{' '.join(row['event_text'])} {keys} {row['comment']}"


def of_timelinejs(text):
    whole = json.loads(text)
    for slide in whole["events"] + whole["undated"]:
        plain = re.sub("</?p>", " ", slide["text"]["text"])
        assert "<" not in plain
        yield slide["unique_id"], html.unescape(plain)


def of_stix(text):
    for one in json.loads(text)["objects"]:
        for reference in one.get("external_references", ()):
            if reference["source_name"] == "dateline event":
                yield reference["external_id"], one["description"]


def of_ics(text):
    for part in icalendar.Calendar.from_ical(text).walk():
        if part.name in {"VEVENT", "VJOURNAL"}:
            yield part["UID"].removesuffix("@dateline"), str(part["DESCRIPTION"])


def of_atom(text):
    feed = ET.fromstring(text.encode())  # noqa: S314 - of our own making
    for entry in feed.iter(f"{ATOM}entry"):
        content = entry.find(f"{ATOM}content").text
        yield content.split(".", 1)[0], content


def of_bibtex(text):
    for entry in bibtex(text).values():
        for event in entry["keywords"].split(", "):
            yield event, f"{entry['annote']} {entry['note']}"


def of_csl(text):
    for item in json.loads(text):
        for told in item["custom"]["events"]:
            yield told["event"], f"{told['text']} {item['note']} {told['grade']}"


READERS = {
    "csv": of_csv, "jsonl": of_jsonl, "plover": of_plover, "timelinejs": of_timelinejs,
    "stix": of_stix, "ics": of_ics, "atom": of_atom, "bibtex": of_bibtex, "csl": of_csl,
}  # fmt: skip
TEX = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
}  # fmt: skip


def bibtex(text):
    """Return the entries by their names; braces are counted as BibTeX does."""
    entries, at = {}, 0
    while (begin := text.find("@", at)) >= 0:
        head = re.compile(r"@misc\{([a-z0-9-]+),\n").match(text, begin)
        assert head, text[begin : begin + 80]
        fields, at = {}, head.end()
        while text[at] != "}":
            name = re.compile(r"  ([a-z]+) = (?=\{)").match(text, at)
            assert name, text[at : at + 80]
            at, depth, start = name.end(), 0, name.end() + 1
            while True:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
                if not depth:
                    break
            fields[name[1]] = untex(text[start : at - 1])
            assert text[at : at + 2] == ",\n"
            at += 2
        assert head[1] not in entries
        entries[head[1]] = fields
    return entries


def untex(value):
    """Return what a reader of the printed page sees."""
    parts = re.split(r"(\\text[a-z]+\{\}|\\.)", value)
    return "".join(TEX.get(part, part.removeprefix("\\")) for part in parts)


def read(form, text):
    """Return each event of an export with all that is said of it, white space made one."""
    found = {}
    for event, said in READERS[form](text):
        found[event] = " ".join(f"{found.get(event, '')} {said}".split())
    return found

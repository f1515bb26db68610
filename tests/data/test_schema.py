"""What every table under data/ keeps, whoever wrote it."""

import datetime as dt
import re
from importlib import resources
from pathlib import Path

import pytest
from babel.core import get_global

from dateline.data import head, lines, table, values

ROOT = Path(str(resources.files("dateline.data")))
# The examples that a wheel carries below data/ are reports, not tables.
TABLES = sorted(
    path.relative_to(ROOT).with_suffix("").as_posix()
    for path in ROOT.rglob("*.tsv")
    if "examples" not in path.relative_to(ROOT).parts
)
# Columns that must differ from row to row; a table not named here must have no row twice.
KEYS = {
    "states": ["code"],
    "organisations": ["name"],
    "agencies": ["country", "name"],
    "groups": ["code"],
    "cities": ["name", "country"],
    "sectors": ["code"],
    "cyber_incidents": ["name"],
    "ambiguous": ["word"],
    "titles": ["words"],
    "offices": ["office"],
}
DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def first_day(text):
    year, month, day = DAY.fullmatch(text).groups()
    return dt.date(int(year), int(month or 1), int(day or 1))


def last_day(text):
    year, month, day = DAY.fullmatch(text).groups()
    if day:
        return first_day(text)
    following = int(year) * 12 + int(month or 12)
    return dt.date(following // 12, following % 12 + 1, 1) - dt.timedelta(days=1)


def test_the_tables_are_found():
    assert {"states", "titles", "holders", "plover/types"} <= set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_head_names_source_licence_date_and_columns(name):
    found = head(name)
    assert all(found.get(key) for key in ("source", "licence", "date", "columns")), found
    assert dt.date.fromisoformat(found["date"]) <= dt.date(2100, 1, 1)
    assert lines(name)[0].startswith("# ")


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_rectangular_and_cells_are_trim(name):
    rows = [line.split("\t") for line in lines(name) if line and not line.startswith("#")]
    assert len(rows) > 1
    assert len(set(rows[0])) == len(rows[0])
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", column) for column in rows[0])
    for row in rows:
        assert len(row) == len(rows[0]), row
        assert all(cell == cell.strip() for cell in row), row


@pytest.mark.parametrize("name", TABLES)
def test_no_key_stands_twice(name):
    rows = table(name)
    columns = KEYS.get(name, list(rows[0]))
    seen = [tuple(row[column] for column in columns) for row in rows]
    assert [key for key in seen if seen.count(key) > 1] == []


@pytest.mark.parametrize("name", [name for name in TABLES if "country" in table(name)[0]])
def test_countries_are_codes_of_the_states_or_bodies(name):
    known = {row["code"] for kind in ("states", "organisations", "groups") for row in table(kind)}
    assert {row["country"] for row in table(name)} - known - {""} == set()


@pytest.mark.parametrize("name", [name for name in TABLES if "since" in table(name)[0]])
def test_dates_are_iso_and_in_order(name):
    for row in table(name):
        since, until = row["since"], row["until"]
        assert all(not text or DAY.fullmatch(text) for text in (since, until)), row
        if since and until:
            assert first_day(since) <= last_day(until), row
        for text in filter(None, (since, until)):
            assert dt.date(1800, 1, 1) < last_day(text) < dt.date(2100, 1, 1), row


def test_codes_of_states_are_iso_3166():
    # CLDR maps each alpha-3 code, also withdrawn ones, to the territory it is an alias of.
    iso = {code for code in get_global("territory_aliases") if re.fullmatch("[A-Z]{3}", code)}
    user_assigned_or_withdrawn = {"XKX", "CSK"}
    codes = {row["code"] for row in table("states")}
    assert codes - iso - user_assigned_or_withdrawn == set()


@pytest.mark.parametrize("name", ["states", "organisations", "agencies", "groups", "cities"])
def test_no_alias_belongs_to_two_rows(name):
    columns = {"name", "aliases", "adjectives", "demonyms", "metonyms"}
    if name == "states":
        columns.add("capital")
    listed = {row["word"] for row in table("ambiguous")}
    owners = {}
    for row in table(name):
        if name == "states" and row["until"]:
            continue  # a former state shares its capital with its successor
        key = tuple(row[column] for column in KEYS[name])
        for column in sorted(columns & set(row)):
            for form in values(row[column]):
                owners.setdefault(form, set()).add(key)
    shared = {form for form, keys in owners.items() if len(keys) > 1}
    assert shared - listed == set()


@pytest.mark.parametrize("name", ["states", "organisations", "agencies", "groups", "cities"])
def test_cells_of_several_values_repeat_none(name):
    for row in table(name):
        forms = [form for cell in (row["name"], row["aliases"]) for form in values(cell)]
        assert len(set(forms)) == len(forms), row
        assert "" not in (form.strip() for form in row["aliases"].split("|") if row["aliases"])

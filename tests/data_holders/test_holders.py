"""The table of office holders: form, and no contradictions in it."""

import datetime as dt
import re
from collections import defaultdict

from dateline.data import head, table, values

STATE = re.compile(r"[A-Z]{3}")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
LONGEST_HANDOVER = dt.timedelta(days=60)
FAR = dt.date(9999, 12, 31)

# Father and son, of one name in the news of their time.
NAMESAKES = {"George Bush", "Ferdinand Marcos"}
NICKNAMES = {"FDR", "JFK", "LBJ", "AMLO"}


def first(text: str) -> dt.date:
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return dt.date(year, month, day)


def last(text: str) -> dt.date:
    if not text:
        return FAR
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return dt.date(*parts)
    year, month = (*parts, 12)[:2]
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def test_head_names_source_licence_and_date() -> None:
    assert {"source", "licence", "date", "columns"} <= head("holders").keys()


def test_dates_are_iso_and_in_order() -> None:
    for row in table("holders"):
        assert DATE.fullmatch(row["since"]), row
        assert not row["until"] or DATE.fullmatch(row["until"]), row
        assert first(row["since"]) <= last(row["until"]), row


def test_every_office_is_in_the_table_of_offices() -> None:
    offices = {row["office"] for row in table("offices")}
    assert {row["office"] for row in table("holders")} <= offices


def test_countries_are_states_organisations_or_groups() -> None:
    states = {row["code"] for row in table("states")}
    bodies = {row["code"] for name in ("organisations", "groups") for row in table(name)}
    for row in table("holders"):
        if STATE.fullmatch(row["country"]):
            assert row["country"] in states, row
        else:
            assert row["country"] in bodies, row


def test_names_titles_and_marks_are_filled() -> None:
    for row in table("holders"):
        assert row["name"], row
        assert row["title"], row
        assert row["leads"] in {"y", "n"}, row
        assert row["name"] not in values(row["aliases"]), row


def test_a_surname_is_part_of_a_name_form() -> None:
    for row in table("holders"):
        forms = " | ".join((row["name"], *values(row["aliases"])))
        for surname in values(row["surname"]):
            assert surname in forms, row


def test_a_name_form_belongs_to_one_person_of_a_country() -> None:
    owners = defaultdict(set)
    for row in table("holders"):
        for form in (row["name"], *values(row["aliases"])):
            owners[row["country"], form].add(row["name"])
    shared = {form for (_, form), names in owners.items() if len(names) > 1}
    assert shared == NAMESAKES


def test_a_name_of_one_word_is_a_surname_form_too() -> None:
    for row in table("holders"):
        for form in (row["name"], *values(row["aliases"])):
            if " " not in form:
                assert form in values(row["surname"]) or form in NICKNAMES, row


def test_rows_are_in_order_and_not_repeated() -> None:
    keys = [
        (row["country"], row["office"], row["since"], row["name"], row["title"])
        for row in table("holders")
    ]
    assert len(keys) == len(set(keys))
    assert [key[:4] for key in keys] == sorted(key[:4] for key in keys)


def test_an_office_has_one_leader_at_a_time() -> None:
    terms = defaultdict(list)
    for row in table("holders"):
        if row["leads"] == "y":
            terms[row["country"], row["office"]].append(
                (last(row["since"]), first(row["until"]) if row["until"] else FAR, row["name"])
            )
    overlaps = {
        (key, before[2], after[2])
        for key, held in terms.items()
        for before, after in zip(sorted(held), sorted(held)[1:], strict=False)
        if before[1] - after[0] > LONGEST_HANDOVER
    }
    assert not overlaps


def test_a_state_has_at_most_two_leaders_on_any_new_year() -> None:
    for year in range(1990, 2027):
        day = dt.date(year, 1, 1)
        leaders = defaultdict(set)
        for row in table("holders"):
            if row["leads"] == "y" and last(row["since"]) <= day < last(row["until"]):
                leaders[row["country"]].add(row["name"])
        assert not {code: names for code, names in leaders.items() if len(names) > 2}


def test_all_member_states_have_a_leader_since_2000() -> None:
    members = {row["code"] for row in table("states") if row["un"] == "member" and not row["until"]}
    led = {
        row["country"]
        for row in table("holders")
        if row["leads"] == "y" and last(row["until"]) >= dt.date(2000, 1, 1)
    }
    assert len(members) == 193
    assert members <= led


def test_there_are_enough_holders_since_2000() -> None:
    recent = [row for row in table("holders") if last(row["until"]) >= dt.date(2000, 1, 1)]
    assert len(recent) >= 2500

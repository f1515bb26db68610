"""Sectors, cyber incidents and hacker groups; expectations are facts of their sources."""

import re

import pytest

from dateline.data import table, values


def test_the_sixteen_sectors_of_the_directive():
    names = [row["name"].split(" (")[0] for row in table("sectors") if row["list"] == "US16"]
    assert sorted(names) == sorted(
        [
            "Chemical",
            "Commercial Facilities",
            "Communications",
            "Critical Manufacturing",
            "Dams",
            "Defense Industrial Base",
            "Emergency Services",
            "Energy",
            "Financial Services",
            "Food and Agriculture",
            "Government Facilities",
            "Healthcare and Public Health",
            "Information Technology",
            "Nuclear Reactors, Materials, and Waste",
            "Transportation Systems",
            "Water and Wastewater Systems",
        ]
    )


def test_the_annexes_of_the_european_directive():
    names = [row["name"] for row in table("sectors") if row["list"] == "NIS2"]
    assert sum(name.startswith("Annex I:") for name in names) == 11
    assert sum(name.startswith("Annex II:") for name in names) == 7


def test_words_of_sectors_are_lower_case():
    for row in table("sectors"):
        words = values(row["words"])
        assert words
        assert list(words) == [word.lower() for word in words], row
        assert len(set(words)) == len(words), row


def test_incidents_refer_to_known_victims_and_sectors():
    codes = {row["code"] for name in ("states", "organisations", "agencies")
             for row in table(name)}  # fmt: skip
    sectors = {row["code"] for row in table("sectors")}
    assert len(table("cyber_incidents")) >= 60
    for row in table("cyber_incidents"):
        assert set(values(row["victims"])) <= codes, row
        assert values(row["sector"]), row
        assert set(values(row["sector"])) <= sectors, row


@pytest.mark.parametrize(
    ("phrase", "name", "day", "victim", "sector"),
    [
        ("Colonial Pipeline hack", "Colonial Pipeline", "2021-05-07", "USA", "US16_ENERGY"),
        ("NotPetya attack", "NotPetya", "2017-06-27", "UKR", "US16_TRANSPORT"),
        ("SolarWinds hack", "SolarWinds", "2020-12-13", "USA", "US16_IT"),
        ("KA-SAT", "Viasat KA-SAT", "2022-02-24", "UKR", "US16_COMMUNICATIONS"),
        ("Sony hack", "Sony Pictures 2014", "2014-11-24", "USA", "US16_COMMERCIAL"),
        ("JBS cyberattack", "JBS", "2021-05-30", "USA", "US16_FOOD"),
        ("WannaCry ransomware", "WannaCry", "2017-05-12", "GBR", "US16_HEALTH"),
        ("Bundestag hack", "Bundestag 2015", "2015-05", "DEU", "US16_GOVERNMENT"),
    ],
)
def test_incidents_by_the_phrases_of_news(phrase, name, day, victim, sector):
    rows = [row for row in table("cyber_incidents") if phrase in values(row["aliases"])]
    assert [row["name"] for row in rows] == [name]
    row = rows[0]
    assert row["since"][: len(day)] <= day
    assert row["until"][: len(day)] >= day[: len(row["until"])]
    assert victim in values(row["victims"])
    assert sector in values(row["sector"])


def test_no_phrase_names_two_incidents():
    phrases = [form for row in table("cyber_incidents")
               for form in {row["name"], *values(row["aliases"])}]  # fmt: skip
    assert [form for form in set(phrases) if phrases.count(form) > 1] == []


def test_groups_have_no_country_and_a_role_of_non_state_actors():
    for row in table("groups"):
        assert "country" not in row
        assert re.fullmatch(r"(CRM|REB|PRM|OPP) \S.*", row["code"]), row
    assert len(table("groups")) >= 130


@pytest.mark.parametrize(
    ("form", "code"),
    [("APT29", "CRM COZY BEAR"), ("Sofacy", "CRM FANCY BEAR"), ("Sodinokibi", "CRM REVIL"),
     ("Hidden Cobra", "CRM LAZARUS"), ("Daesh", "REB ISLAMIC STATE"), ("BlackCat", "CRM ALPHV")],
)  # fmt: skip
def test_groups_by_their_aliases(form, code):
    assert [row["code"] for row in table("groups") if form in values(row["aliases"])] == [code]

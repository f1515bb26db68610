"""The tables of names hold what their users rely on; expectations are facts, not outputs."""

import pytest

from dateline.data import table, values

# The sector codes of the PLOVER manual, with the two kinds of international bodies.
ROLES = {
    *("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS"),
    *("CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"),
    *("IGO", "NGO"),
}


def rows_with(name, form, *columns):
    return [row for row in table(name) if any(form in values(row[column]) for column in columns)]


def test_all_members_of_the_united_nations():
    states = table("states")
    assert sum(row["un"] == "member" and not row["until"] for row in states) == 193
    assert {row["code"] for row in states if row["un"] == "observer"} == {"PSE", "VAT"}
    assert {row["un"] for row in states} == {"member", "observer", "none"}


def test_every_state_has_an_adjective_and_a_capital_or_is_a_city():
    for row in table("states"):
        # The union of Serbia and Montenegro had no adjective of its own.
        assert row["adjectives"] or row["code"] == "SCG", row
        if not row["capital"]:
            assert row["code"] in {"MCO", "SGP", "HKG", "MAC", "STP", "SYC"}, row


@pytest.mark.parametrize(
    ("form", "column", "code"),
    [
        ("U.S.", "aliases", "USA"),
        ("Britain", "aliases", "GBR"),
        ("DPRK", "aliases", "PRK"),
        ("Ivory Coast", "aliases", "CIV"),
        ("Burma", "aliases", "MMR"),
        ("PRC", "aliases", "CHN"),
        ("Republic of China", "aliases", "TWN"),
        ("UAE", "aliases", "ARE"),
        ("USSR", "aliases", "SUN"),
        ("Kiev", "capital", "UKR"),
        ("Peking", "capital", "CHN"),
        ("Frenchman", "demonyms", "FRA"),
        ("Britons", "demonyms", "GBR"),
        ("Dutch", "adjectives", "NLD"),
        ("Elysee Palace", "metonyms", "FRA"),
        ("Downing Street", "metonyms", "GBR"),
        ("Rashtrapati Bhavan", "metonyms", "IND"),
    ],
)
def test_forms_of_states(form, column, code):
    rows = [row["code"] for row in rows_with("states", form, column) if not row["until"]]
    former = [row["code"] for row in rows_with("states", form, column)]
    assert (rows or former) == [code]


def test_former_states_name_their_successor():
    former = {row["code"]: row for row in table("states") if row["until"]}
    assert {"SUN", "YUG", "CSK", "DDR"} <= set(former)
    assert former["SUN"]["until"] == "1991-12-26"
    assert former["SUN"]["predecessor_of"] == "RUS"
    codes = {row["code"] for row in table("states") if not row["until"]}
    assert {row["predecessor_of"] for row in former.values()} <= codes


def test_every_capital_is_a_city():
    capitals = {(row["country"], row["name"]) for row in table("cities") if row["capital"] == "y"}
    for row in table("states"):
        if row["capital"] and not row["until"]:
            assert (row["code"], values(row["capital"])[0]) in capitals, row
    assert {row["kind"] for row in table("cities")} == {"city", "region", "water", "site"}
    assert len(table("cities")) - len(capitals) >= 500


@pytest.mark.parametrize(
    ("form", "country"),
    [("Geneva", "CHE"), ("Panmunjom", "KOR"), ("Sharm el-Sheikh", "EGY"), ("Crimea", "UKR"),
     ("Kashmir", ""), ("South China Sea", ""), ("West Bank", "PSE"), ("Camp David", "USA")],
)  # fmt: skip
def test_places(form, country):
    assert [row["country"] for row in rows_with("cities", form, "name", "aliases")] == [country]


@pytest.mark.parametrize(
    ("form", "code"),
    [("Pentagon", "USA MIL"), ("GRU", "RUS SPY"), ("GCHQ", "GBR SPY"), ("Knesset", "ISR LEG"),
     ("Revolutionary Guards", "IRN MIL"), ("PLA", "CHN MIL"), ("Bundestag", "DEU LEG"),
     ("State Department", "USA GOV"), ("FBI", "USA COP"), ("Rada", "UKR LEG")],
)  # fmt: skip
def test_agencies(form, code):
    assert [row["code"] for row in rows_with("agencies", form, "name", "aliases")] == [code]


def test_agencies_cover_many_countries():
    rows = table("agencies")
    assert len(rows) >= 300
    assert len({row["country"] for row in rows}) >= 60
    assert {row["role"] for row in rows} <= ROLES
    assert all(row["code"] == f"{row['country']} {row['role']}" for row in rows)


def test_organisations_have_a_role_and_no_article():
    rows = table("organisations")
    assert len(rows) >= 250
    assert {row["code"].split()[0] for row in rows} <= ROLES
    assert all(not form.startswith("the ") for row in rows for form in values(row["aliases"]))


def test_titles_are_lower_case_and_unique():
    words = [word for row in table("titles") for word in values(row["words"])]
    assert words == [word.lower() for word in words]
    assert len(set(words)) == len(words)
    for row in table("titles"):
        assert row["role"] in ROLES
        assert row["official"] in {"y", "n"}
        assert row["scope"] in {"state", "person"}


def test_experts_do_not_speak_for_a_state_and_officials_do():
    official = {word: row["official"] for row in table("titles") for word in values(row["words"])}
    assert {official[word] for word in ("expert", "analyst", "professor", "journalist")} == {"n"}
    assert {official[word] for word in ("official", "ambassador", "spokesman", "army")} == {"y"}


def test_ambiguous_codes_are_known():
    states = {row["code"] for row in table("states")}
    bodies = {row["code"] for name in ("organisations", "groups") for row in table(name)}
    offices = {f"{state} {role}" for state in states for role in ROLES}
    for row in table("ambiguous"):
        assert set(values(row["codes"])) <= states | bodies | offices, row
        assert row["note"], row

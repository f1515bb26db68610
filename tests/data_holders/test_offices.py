"""The table of offices: keys, roles, title words."""

from dateline.data import head, table, values

ROLES = {"GOV", "MIL", "SPY", "LEG", "IGO", "OPP", "PTY", "REB", "PRM", "CVL", "BUS"}


def test_head_names_source_licence_and_date() -> None:
    assert {"source", "licence", "date", "columns"} <= head("offices").keys()


def test_office_keys_are_unique() -> None:
    keys = [row["office"] for row in table("offices")]
    assert len(keys) == len(set(keys))


def test_roles_are_known() -> None:
    assert {row["role"] for row in table("offices")} <= ROLES


def test_words_are_lower_case_and_not_repeated_within_an_office() -> None:
    for row in table("offices"):
        words = values(row["words"])
        assert words, row["office"]
        assert list(words) == [word.lower() for word in words]
        assert len(words) == len(set(words)), row["office"]


def test_the_news_words_of_the_main_offices_are_there() -> None:
    words = {row["office"]: values(row["words"]) for row in table("offices")}
    assert {"president", "king", "emir", "supreme leader"} <= set(words["head_of_state"])
    assert {"prime minister", "chancellor", "premier"} <= set(words["head_of_government"])
    assert {"foreign minister", "secretary of state", "top diplomat"} <= set(
        words["foreign_minister"]
    )
    assert {"defence minister", "defense secretary"} <= set(words["defence_minister"])

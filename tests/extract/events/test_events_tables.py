"""The tables of data/plover/ agree with one another."""

import pytest

from dateline.data import head, table, values
from dateline.extract.events import lexicon

ROOTS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4,
    "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
TABLES = (
    "types", "modes", "contexts", "cameo", "verbs", "nouns", "light", "classes", "combine",
    "opmodes", "governors", "blockers", "topics",
)  # fmt: skip


def test_types_and_quads():
    assert lexicon.quads() == ROOTS


@pytest.mark.parametrize("name", TABLES)
def test_heads_name_source_and_licence(name):
    assert {"source", "licence", "date", "columns"} <= set(head(f"plover/{name}"))


def test_the_codebook_is_credited():
    for name in ("types", "modes", "cameo"):
        assert head(f"plover/{name}")["licence"] == "CC BY-SA 4.0"
        assert "PLOVER" in head(f"plover/{name}")["source"]


@pytest.mark.parametrize("name", ["verbs", "nouns"])
def test_rules_name_known_roots_modes_and_classes(name):
    modes = {(row["root"], row["mode"]) for row in table("plover/modes")}
    for row in table(f"plover/{name}"):
        assert row["root"] in {*ROOTS, "-"}
        assert not row["mode"] or (row["root"], row["mode"]) in modes, row
        for cell in row.values():
            for value in values(cell):
                assert not value.startswith("@") or value[1:] in lexicon.classes(), value


def test_rule_contexts_are_known():
    known = {row["code"] for row in table("plover/contexts")}
    for name in ("verbs", "nouns"):
        for row in table(f"plover/{name}"):
            assert set(values(row["contexts"])) <= known


def test_cameo_crosswalk():
    modes = {(row["root"], row["mode"]) for row in table("plover/modes")}
    rows = {row["code"]: row for row in table("plover/cameo")}
    assert {f"{code:02}" for code in range(1, 21)} <= set(rows)
    for row in rows.values():
        assert row["root"] in {*ROOTS, ""}
        assert not row["mode"] or (row["root"], row["mode"]) in modes
    assert rows["084"]["root"] == "RETREAT"
    assert rows["081"]["root"] == "CONCEDE"
    assert rows["112"]["root"] == "ACCUSE"


@pytest.mark.parametrize(
    ("op", "inner", "root", "mode"),
    [
        ("refuse", "CONSULT", "REJECT", "meet"),
        ("offer", "AID", "AGREE", ""),
        ("threaten", "ASSAULT", "THREATEN", "violence"),
        ("ask", "RETREAT", "REQUEST", "yield"),
        ("stop", "AID", "SANCTION", "discontinue"),
        ("plan", "RETREAT", "CONCEDE", ""),
    ],
)
def test_governing_words(op, inner, root, mode):
    assert lexicon.combine(op, inner, "") == (root, mode)


def test_intensity_is_on_the_goldstein_range():
    for value in lexicon.intensities().values():
        assert -10 <= value <= 10
    assert lexicon.intensity("ASSAULT", "unconventional") == -10
    assert lexicon.intensity("AID", "") == 10

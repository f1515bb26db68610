"""Mentions of which only words are known, across reports on any topic."""

import random

import pytest

from dateline.link.coreference import Told, cluster, tell
from dateline.link.coreference.chains import linked
from dateline.link.coreference.documents import Documents, dot
from dateline.parse import parser

QUAKE = ["quake", "lima", "callao", "tent", "convoy", "harbour"]
OTHER = ["quake", "osaka", "tremor", "shrine", "harbour", "ferry"]
VOTE = ["ballot", "turnout", "ballot", "senate", "recount", "poll"]
WORDS = {
    "q1": [*QUAKE, "crane"], "q2": [*QUAKE, "nurse"], "o1": [*OTHER, "crane"],
    "o2": [*OTHER, "monk"], "v1": [*VOTE, "nurse"], "v2": [*VOTE, "judge"],
}  # fmt: skip


def told(number, report, head, about=""):
    return Told(
        id=number, report=report, head=head, pos="VERB", words=frozenset({head}),
        sentence=f"{report} {number}", about=frozenset(about.split()),
    )  # fmt: skip


MENTIONS = [
    told("1", "q1", "kill", "lima callao"),
    told("2", "q2", "kill", "lima callao"),
    told("3", "v1", "kill", "senate bill"),
    told("4", "q2", "die", "lima callao"),
    told("5", "q1", "begin", "convoy"),
]


def test_the_same_act_in_reports_of_one_story_is_one_chain():
    chains = cluster(MENTIONS, WORDS)
    assert [one for one in chains[0] if one in "12"] == ["1", "2"]
    assert ["3"] in chains
    assert ["5"] in chains


def test_the_order_of_mentions_and_reports_changes_nothing():
    expected = cluster(MENTIONS, WORDS)
    for seed in range(5):
        chance = random.Random(seed)
        mixed = chance.sample(MENTIONS, len(MENTIONS))
        words = dict(chance.sample(sorted(WORDS.items()), len(WORDS)))
        assert cluster(mixed, words) == expected


def test_reports_of_one_story_are_nearer_than_those_of_another():
    documents = Documents(WORDS)
    around = documents.around
    assert dot(around["q1"], around["q2"]) > dot(around["q1"], around["o1"])
    assert next(name for _, name in documents.near["v1"]) == "v2"


def test_a_chain_grows_by_the_mean_of_its_pairs():
    # 3 is likely to be 1 (0.8) and surely not 2 (0): together 0.4.
    pairs = {("1", "2"): 0.9, ("1", "3"): 0.8, ("2", "3"): 0.02}
    assert linked(["1", "2", "3"], pairs) == [["1", "2", "3"]]
    pairs["1", "3"] = 0.7
    assert linked(["1", "2", "3"], pairs) == [["1", "2"], ["3"]]


@pytest.mark.parametrize(("first", "arguments"), [(2, {"troop", "village", "tuesday"})])
def test_a_mention_holds_its_head_and_what_depends_on_it(first, arguments):
    doc = parser("en").parse("The troops left the village on Tuesday.")
    found = tell("m", "r", doc, [doc[first]])
    assert (found.head, found.pos) == ("leave", "VERB")
    assert found.arguments == arguments
    assert found.dates == {"tuesday"}

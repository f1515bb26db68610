"""The classifier: views of a sentence, features, the choice of a type."""

import math
from collections import defaultdict

import numpy as np
import pytest

from dateline.extract.events import code
from dateline.extract.events.classify import Weights, features, view, weights
from dateline.extract.events.classify.features import GROUPS, key
from dateline.extract.events.given import positions, rank
from dateline.parse import parser
from dateline.parse.words import Parsed

TEXT = "Peru said on Monday that it had rejected calls for talks with Chile."


@pytest.fixture(scope="module")
def doc():
    english = parser("en")
    assert english is not None
    return Parsed(english.parse(TEXT))


def test_view_takes_the_places_nearest_to_one_another():
    english = parser("en")
    assert english is not None
    doc = Parsed(english.parse("Peru has met Chile, and Bolivia told Peru of it."))
    seen = view(doc, positions(doc, "Peru"), positions(doc, "Bolivia"))
    assert seen.doc[seen.source[0]].i > seen.doc[seen.target[0]].i


def test_view_masks_actors_and_names(doc):
    seen = view(doc, positions(doc, "Peru"), positions(doc, "Chile"))
    names = [seen.name(token) for token in doc]
    assert names[0] == "<S>"
    assert "<T>" in names
    assert "#DATE" in names


def test_view_joins_actors_through_the_parse(doc):
    seen = view(doc, positions(doc, "Peru"), positions(doc, "Chile"))
    up, down = seen.path()
    assert [token.text for token in up] == ["Peru", "said"]
    assert down[0].text == "Chile"


def test_an_actor_that_is_not_there_has_no_place(doc):
    seen = view(doc, positions(doc, "Peru"), positions(doc, "Bolivia"))
    assert seen.target is None
    assert seen.path() is None


def test_each_group_of_features_has_the_length_of_its_weight(doc):
    sources, targets = positions(doc, "Peru"), positions(doc, "Chile")
    found = features(view(doc, sources, targets), rank(doc, sources, targets))
    lengths = defaultdict(float)
    for name, value in found.items():
        lengths[name.partition(": ")[0]] += value * value
    assert set(lengths) == set(GROUPS)
    for group, square in lengths.items():
        assert math.isclose(math.sqrt(square), GROUPS[group], rel_tol=1e-9)


def test_choice_is_the_greatest_sum_and_names_what_decided():
    keys = np.array(sorted([key("a"), key("b")]), dtype=np.uint32)
    table = np.zeros((2, 2), dtype=np.int8)
    table[keys.tolist().index(key("a"))] = [10, 0]
    table[keys.tolist().index(key("b"))] = [0, 30]
    made = Weights(("AID", "REJECT"), keys, table, np.array([0.1, 0.1]), np.zeros(2))
    choice = made.choose({"a": 1.0, "b": 1.0, "unknown": 5.0})
    assert choice.root == "REJECT"
    assert choice.score == pytest.approx(3.0)
    assert choice.margin == pytest.approx(2.0)
    assert choice.features[0] == ("b", pytest.approx(3.0))
    assert made.choose({"a": 1.0}).root == "AID"


def test_weights_know_all_types():
    assert len(weights().types) == 16
    assert weights().table.dtype == np.int8


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("The city lies on the coast of Peru.", "The city", "Peru"),
        ("Peru is larger than Chile.", "Peru", "Chile"),
        ("Both Peru and Chile have a long coast.", "Peru", "Chile"),
        ("Rice is grown there.", "Peru", "Chile"),
        ("", "Peru", "Chile"),
    ],
)
def test_no_type_where_nothing_joins_the_actors(sentence, source, target):
    coding = code(sentence, source, target)
    assert coding.event_type == ""
    assert coding.quad is None or coding.quad == 0


@pytest.mark.parametrize(
    ("sentence", "source", "target", "event_type"),
    [
        ("Kenyan and Ugandan troops held joint military exercises near the lake.",
         "Kenyan", "Ugandan troops", "COOPERATE"),
        ("Ghana sent a battalion of peacekeepers to Liberia.", "Ghana", "Liberia", "AID"),
        ("Gunmen were using villagers as human shields.", "Gunmen", "villagers", "ASSAULT"),
    ],
)  # fmt: skip
def test_what_the_rules_alone_take_for_something_else(sentence, source, target, event_type):
    assert code(sentence, source, target).event_type == event_type


def test_reasons_name_the_features_that_decided():
    coding = code("Kenya accused Somalia of crossing the border.", "Kenya", "Somalia")
    reasons = {reason.feature: reason for reason in coding.reasons}
    assert "ACCUSE" in reasons["classifier"].detail
    assert reasons["classifier"].weight > 0

"""The training script: the shipped weights come from the committed sentences."""

import numpy as np
import pytest

from dateline.data import head, table
from dateline.extract.events.classify import weights
from train import plover, sentences


def test_marks_are_taken_out():
    text, actors = sentences.unmarked("[t:Lima] was told off by [s:Quito].")
    assert text == "Lima was told off by Quito."
    assert actors == {"t": "Lima", "s": "Quito"}


def test_every_sentence_has_its_source_and_a_known_type():
    read = plover.examples()
    assert len(read) >= 3500
    assert {each.root for each in read} <= set(weights().types)
    assert all(each.source in each.text and each.target in each.text for each in read)


def test_a_separable_problem_is_learnt():
    given = [{"a": 1.0}, {"a": 0.9, "c": 0.1}, {"b": 1.0}, {"b": 0.8, "c": 0.1}]
    made = plover.fit(given, ["AID", "AID", "REJECT", "REJECT"], cost=10)
    assert [made.choose(each).root for each in given] == ["AID", "AID", "REJECT", "REJECT"]
    again = plover.fit(given, ["AID", "AID", "REJECT", "REJECT"], cost=10)
    assert np.array_equal(made.table, again.table)


def test_shipped_weights_come_from_these_sentences():
    made = {row["what"]: row["value"] for row in table("plover/weights")}
    for file in plover.files():
        assert made[str(file.relative_to(plover.HERE.parents[1]))] == sentences.digest(file)
    assert made["weights.npz"] == sentences.digest(plover.DATA / "weights.npz")
    assert head("plover/weights")["licence"] == "Apache-2.0"


@pytest.mark.slow
def test_training_again_gives_the_shipped_weights():
    # The features hold what the rules say, so a changed rule may move a few weights a little until
    # the weights are trained anew; what they decide must stay.
    read = plover.examples()
    given = plover.read(read)
    made, shipped = plover.train(read, given), weights()
    same = [made.choose(each).root == shipped.choose(each).root for each in given]
    assert sum(same) >= 0.98 * len(same)

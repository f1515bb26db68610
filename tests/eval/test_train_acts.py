"""The training of the proposer: reading, which rows tell an act, the softmax, provenance."""

import numpy as np

from dateline.data import head, table
from dateline.extract.events.propose.weights import proposer
from train import acts, acts_read, sentences, softmax
from train.acts_labels import labels


def site(**changed):
    """Return a sentence with two words and two parties, rows both ways round."""
    rows = [(0, 0, 1), (0, 1, 0), (1, 0, 1), (1, 1, 0)]
    known = {
        "words": [1, 4], "near": [set(), set()], "states": [frozenset({"PER"}), frozenset({"CHL"})],
        "places": [0, 2], "parts": [], "rows": rows, "row_parts": [], "acts": [], "ruled": {},
        "partly": False,
    }  # fmt: skip
    return acts.Site(**(known | changed))


def test_a_cell_of_acts_is_read():
    found = list(
        acts_read.acts_of("PER+CHL AID BOL happened sent;PER ACCUSE IGO_UN happened blamed#2")
    )
    assert found == [
        acts_read.Act("PER", "AID", "BOL", "sent"), acts_read.Act("CHL", "AID", "BOL", "sent"),
        acts_read.Act("PER", "ACCUSE", "IGO UN", "blamed#2"),
    ]  # fmt: skip
    assert list(acts_read.acts_of("PER SUPPORT CHL")) == [acts_read.Act("PER", "SUPPORT", "CHL")]


def test_every_sentence_has_known_types():
    types = acts.types_of()
    read = [each for file in acts.files() for each in acts_read.examples(file)]
    assert {act.root for each in read for act in each.acts} <= set(types)
    assert all(each.marks or act.source for each in read for act in each.acts)


def test_the_word_of_an_act_is_its_row_and_other_words_tell_nothing():
    given = site(acts=[(acts_read.Act("PER", "AID", "CHL", "sent"), 1)])
    found, worth = labels(given, ("NONE", "AID"), None)
    assert found.tolist() == [0, 0, 1, 0]
    assert worth.tolist() == [1, 1, 1, 1]


def test_without_a_word_the_rules_word_is_taken_then_the_likeliest():
    given = site(
        acts=[(acts_read.Act("PER", "AID", "CHL"), None)], ruled={("PER", "AID", "CHL"): {0}}
    )
    assert labels(given, ("NONE", "AID"), None)[0].tolist() == [1, 0, 0, 0]
    scores = np.array([[0.0, 0.1], [0.0, 0.0], [0.0, 0.9], [0.0, 2.0]])
    assert labels(given, ("NONE", "AID"), scores)[0].tolist() == [0, 0, 1, 0]


def test_the_softmax_learns_what_two_parts_of_a_row_say():
    groups = [([[0], [1], [2]], [[0, 1], [0, 2]])] * 4
    rows = softmax.flat(groups)
    told = np.array([1, 0] * 4)
    model = softmax.fit(rows, told, np.ones(8), 3, 2)
    scores = model.of_rows(rows, 0, rows.groups())
    assert scores.argmax(axis=1).tolist() == told.tolist()
    assert np.array_equal(model.table, softmax.fit(rows, told, np.ones(8), 3, 2).table)


def test_shipped_weights_come_from_these_sentences():
    made = {row["what"]: row["value"] for row in table("plover/proposer")}
    for file in acts.files():
        assert made[str(file.relative_to(acts.HERE.parents[1]))] == sentences.digest(file)
    assert made["proposer.npz"] == sentences.digest(acts.DATA / "proposer.npz")
    assert head("plover/proposer")["licence"] == "Apache-2.0"
    assert proposer().types == acts.types_of()

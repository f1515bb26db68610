"""How certain an act is: the words above and around it bound its value."""

import pytest

from dateline.data import table, values
from dateline.extract.events.certainty import bounded, factuality
from dateline.extract.statements import StatementIndex, statements_of
from dateline.model import Report
from dateline.parse import parser
from dateline.parse.words import Parsed

# Sentence, word, and the range that its value must lie in.
CASES = [
    ("Peru shelled the town.", "shelled", 3, 3),
    ("Peru did not shell the town.", "shell", -3, -1.5),
    ("No ship entered the port.", "entered", -3, -1.5),
    ("Peru may shell the town.", "shell", 0.5, 2),
    ("Peru will shell the town.", "shell", 2, 2.9),
    ("Peru would have shelled the town.", "shelled", -1, 1),
    ("If Peru shells the town, Chile will answer.", "shells", 0, 1),
    ("If Peru shells the town, Chile will answer.", "answer", 1, 2),
    ("Did Peru shell the town?", "shell", 0.5, 1.5),
    ("Peru managed to shell the town.", "shell", 2.9, 3),
    ("Peru failed to shell the town.", "shell", -3, -1.5),
    ("Peru did not fail to shell the town.", "shell", 1, 3),
    ("Peru refused to leave the town.", "leave", -3, -1.5),
    ("Peru tried to shell the town.", "shell", 0.5, 1.5),
    ("Peru wants to shell the town.", "shell", 0.5, 2),
    ("Peru tried to stop Chile from shelling the town.", "shelling", 0, 1),
    ("Peru left without signing the pact.", "signing", -1, 1),
    ("Peru fears an attack.", "attack", 0.5, 1.5),
    ("Peru denied that it had shelled the town.", "shelled", 0, 1.5),
    ("Peru regretted that it had shelled the town.", "shelled", 2.5, 3),
    ("Peru did not sign a treaty.", "treaty", -3, 0),
    ("Peru did not condemn the attack.", "attack", 2, 3),
    ("Peru sees no end to the war.", "sees", 0.5, 3),
    ("Peru sees no end to the war.", "end", -3, -1.5),
    ("Peru did not retreat because of the attack.", "attack", 2, 3),
    ("Peru did not retreat despite the attack.", "attack", 2, 3),
    ("Peru did not pay for a ship.", "ship", -1, 1),
]


@pytest.mark.parametrize(("text", "word", "low", "high"), CASES)
def test_value(text, word, low, high):
    doc = parser("en").parse(text)
    said = StatementIndex(doc, statements_of(doc, Report.from_text(text)))
    (token,) = [token for token in Parsed(doc) if token.text == word]
    assert low <= factuality(token, said) <= high


def test_a_negative_bound_turns_a_value_round():
    assert bounded(3.0, -1.5) == -1.5
    assert bounded(-3.0, -3.0) == 3.0
    assert bounded(2.0, 1.0) == 1.0


def test_each_word_has_one_class_and_values_on_the_scale():
    rows = table("statements/certainty")
    for row in rows:
        assert -3 <= float(row["holds"]) <= 3
        assert -3 <= float(row["fails"]) <= 3
        assert set(values(row["bears"])) <= {"inf", "finite", "noun", "mod"}
        assert len(set(values(row["words"]))) == len(values(row["words"]))

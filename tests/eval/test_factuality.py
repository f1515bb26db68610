import msgspec
import pytest

from dateline.extract.events.status import Modality
from dateline.parse import parser
from factuality import VALUES, Sentence, Target, placed, predict, reading


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Modality(), "happened"),
        (Modality(negated=True, future=True), "negated"),
        (Modality(negated=True, question=True), "supposed"),
        (Modality(governor="planned", would=True), "planned"),
        (Modality(governor="alleged", modal="may"), "may"),
        (Modality(governor="alleged"), "alleged"),
        (Modality(modal="could"), "may"),
        (Modality(modal="must", ongoing=True), "must"),
        (Modality(ongoing=True), "ongoing"),
    ],
)
def test_reading_takes_the_strongest(found, expected):
    assert reading(found) == expected


def test_each_governing_effect_has_a_value():
    from dateline.extract.events import lexicon

    assert set(lexicon.governors().values()) <= set(VALUES)


def test_tokens_become_offsets():
    from factuality import _Row

    line = b'{"text": "He said `` no \'\' .", "targets": [{"span1": [1, 2], "label": 3.0}, '
    line += b'{"span1": [3, 4], "label": -3.0}], "idx": 0}'
    found = placed(msgspec.json.decode(line, type=_Row))
    # The marks of two characters become one each, and the offsets follow.
    assert found.text == 'He said " no " .'
    assert [found.text[t.start : t.end] for t in found.targets] == ["said", "no"]


def test_predicts_from_the_words_around():
    text = "Peru did not attack Chile , and Chile may visit Lima ."
    found = Sentence(text, tuple(Target(text.index(w), text.index(w) + len(w), 0.0)
                                 for w in ("attack", "visit")))  # fmt: skip
    assert list(predict(parser("en").parse(text), found)) == [VALUES["negated"], VALUES["may"]]

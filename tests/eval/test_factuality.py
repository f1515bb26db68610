import msgspec

from dateline.parse import parser
from factuality import Sentence, Target, placed, predict


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
    attack, visit = predict(parser("en").parse(text), found)
    assert attack < -1
    assert 0 < visit < 2

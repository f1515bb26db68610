import pytest

from porter import stem


# The examples of Porter's paper (1980), each whole word with its stem after all steps.
@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("caresses", "caress"), ("ponies", "poni"), ("ties", "ti"), ("cats", "cat"),
        ("agreed", "agre"), ("plastered", "plaster"), ("motoring", "motor"), ("sing", "sing"),
        ("hopping", "hop"), ("falling", "fall"), ("hissing", "hiss"), ("fizzed", "fizz"),
        ("failing", "fail"), ("filing", "file"), ("happy", "happi"), ("relational", "relat"),
        ("conditional", "condit"), ("digitizer", "digit"), ("vietnamization", "vietnam"),
        ("operator", "oper"), ("hopefulness", "hope"), ("electrical", "electr"),
        ("adoption", "adopt"), ("probate", "probat"), ("controll", "control"), ("roll", "roll"),
        ("sky", "sky"), ("was", "was"),
    ],
)  # fmt: skip
def test_stems(word, stemmed):
    assert stem(word) == stemmed

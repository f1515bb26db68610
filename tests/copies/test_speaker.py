"""Which text speaks for a voice."""

from dateline.copies import fingerprint
from dateline.copies.speaker import speaker


def spoken(texts, days=None, garbled=None):
    """Return the key that speaks for texts, all of one day unless `days` says other."""
    prints = {key: fingerprint(text) for key, text in texts.items()}
    order = {key: ((days or {}).get(key, "2019-05-14"), -len(texts[key]), key) for key in texts}
    keys = sorted(texts, key=order.get)
    return speaker(keys, prints, order, garbled or {}, texts.get)


def paragraphs(text, count):
    return "\n\n".join(text.split("\n\n")[:count])


def test_of_a_report_and_its_cut_copies_the_longest_speaks(story):
    texts = {f"a{n}": paragraphs(story, n) for n in (2, 3, 4)}
    assert spoken({**texts, "z": story}) == "z"


def test_of_a_report_and_spun_copies_of_one_day_the_report_speaks(story, spin):
    for count in (1, 2, 7):
        spun = {f"a{n}": spin(story, n) for n in range(count)}
        assert max(map(len, spun.values())) > len(story)
        assert spoken({**spun, "z": story}) == "z"


def test_of_texts_as_garbled_as_one_another_the_one_the_others_are_liker_to_speaks(story):
    def other(n):
        # The shortest text is no criterion here: these are shorter.
        words = story.split(" ")
        return " ".join("so" if k % 4 == n and len(word) > 2 else word
                        for k, word in enumerate(words))  # fmt: skip

    texts = {f"a{n}": other(n) for n in range(4)}
    assert max(map(len, texts.values())) < len(story)
    assert spoken({**texts, "z": story}) == "z"


def test_an_earlier_text_speaks_before_a_longer_one(story):
    assert spoken({"a": story, "b": paragraphs(story, 4)}, {"b": "2019-05-13"}) == "b"


def test_a_garbled_text_speaks_for_none_that_is_sound(story, spin):
    texts = {"a": spin(story, 3), "z": story}
    days = {"a": "2019-05-13"}
    assert spoken(texts, days) == "a"
    assert spoken(texts, days, {"a": 1}) == "z"
    assert spoken(texts, days, {"a": 2, "z": 1}) == "z"

import pytest

from dateline.copies.garbled import LEVELS, level, spans, tells, warning

HONEST = (
    "The prime minister of Norway met the foreign minister of Finland in Tromso. The United "
    "States and the United Kingdom sent observers, and the White House called the talks useful. "
    "The secretary-general of the United Nations, whose Security Council meets on Friday, asked "
    "for a ceasefire agreement. Human rights groups said a suspended sentence was no sentence."
)
SPUN = (
    "The excellent minister of Norway met the overseas minister of Finland in Tromso. The Bright "
    "White House called the tranquility talks useful."
)


def shown(text):
    return [text[start:end] for start, end, _ in tells(text)]


def test_an_honest_text_tells_nothing():
    assert shown(HONEST) == []
    assert warning(HONEST) is None


@pytest.mark.parametrize(
    "odd",
    [
        "It was an excellent minister who spoke.",
        "The nerve broker was never found.",
        "They waited for two several hours.",
        "Talks with the United states were held.",
    ],
)
def test_one_odd_phrase_raises_no_warning_however_often_it_comes(odd):
    assert len(shown(odd)) == 1
    assert warning(f"{HONEST} {odd}") is None
    assert warning(f"{HONEST} {odd} {odd} {odd}") is None


def test_two_tells_make_a_text_possibly_and_three_likely_garbled():
    phrases = ["excellent minister", "frosty war", "learning ability agency"]
    texts = ["", *(f"{HONEST} There was an " + " and a ".join(phrases[:n]) for n in (1, 2, 3))]
    texts = [text + "." for text in texts]
    assert [level(text, tells(text)) for text in texts] == [0, 0, 1, 2]
    assert [w and w.feature for w in map(warning, texts)] == [None, None, *LEVELS[1:]]


def test_a_warning_shows_the_phrases():
    found = warning(SPUN)
    assert found.feature == "likely garbled"
    for phrase in ("excellent minister", "overseas minister", "Bright White House"):
        assert f"“{phrase}”" in found.detail


def test_spans_are_the_places_of_the_phrases():
    found = spans(SPUN, "r1")
    assert {one.report_id for one in found} == {"r1"}
    assert [SPUN[one.start : one.end] for one in found] == shown(SPUN)
    assert "excellent minister" in shown(SPUN)


def test_a_phrase_within_a_word_tells_nothing():
    assert shown("The overseas ministerial of unexcellent ministerials met.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The best minister in the cabinet, and the leading minister of the group, resigned.",
        "Several hundred people and a few thousand others waited for two or more days.",
        "He spoke of the People's Republic of China, and of the republic of letters.",
        "United states of mind are rare, wrote the columnist about united nations of ants.",
        "An individual's rights and the protection of ministers were discussed.",
        "The Saudi Arabian envoy visited the army base, a vital infrastructure of the region.",
        "The resistance leader asked for essential infrastructure and individual rights.",
        "A team of seven northern Korean doctors joined the security authority.",
        "",
        "İstanbul ve Ankara",
    ],
)
def test_plain_uses_of_the_words_raise_no_warning(text):
    assert warning(text) is None

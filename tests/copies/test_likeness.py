import pytest

from dateline.copies import fingerprint
from dateline.copies.align import Source, align
from dateline.copies.likeness import reworded, shared
from dateline.copies.sentences import Prepared


def like(copy, source):
    return reworded(Prepared(copy), Source(Prepared(source)))


@pytest.mark.parametrize("number", range(5))
def test_a_spun_copy_is_made_from_its_source_sentence_by_sentence(story, spin, number):
    found = like(spin(story, number), story)
    assert found.kind == "spun"
    assert found.share > 0.9


def test_most_words_of_a_spun_copy_are_not_enough_to_tell_it_by_its_3_grams(story, spin):
    assert shared(fingerprint(spin(story, 1)), fingerprint(story)).kind == ""


def test_an_independent_report_that_quotes_the_same_words_is_none(story, independent):
    assert like(independent, story).kind == ""
    assert like(story, independent).kind == ""
    assert like(independent, story).share < 0.4


def test_a_speech_that_two_newsrooms_print_in_full_makes_no_copy(story):
    speech = " ".join(f'"{part.strip()}."' for part in story.split(".") if len(part) > 30)
    one = f"The speech was read to the house of deputies in the morning. {speech}"
    assert like(one, speech).kind == ""


def test_a_text_with_a_part_of_another_is_a_piece_of_it(story, independent):
    parts = story.split("\n\n"), independent.split("\n\n")
    both = "\n\n".join([*parts[0][:3], *parts[1][2:]])
    assert like(both, story).kind == "piece"
    assert like(both, independent).kind == "piece"


def test_near_and_cut_copies_are_told_by_their_length(story):
    paragraphs = story.split("\n\n")
    near, cut = "\n\n".join(paragraphs[:-1]), "\n\n".join(paragraphs[:3])
    near += "\n\n" + paragraphs[-1].replace("The road there is narrow", "It is a narrow road")
    assert shared(fingerprint(near), fingerprint(story)).kind == "near"
    assert shared(fingerprint(cut), fingerprint(story)).kind == "cut"
    assert shared(fingerprint(cut), fingerprint(story)).share > 0.95


def test_sentences_are_aligned_with_those_they_are_made_from(story, spin):
    source = Prepared(story)
    pairs = align(Prepared(spin(story, 2)), Source(source))
    assert [(pair.copy, pair.source) for pair in pairs] == [(n, n) for n in range(len(pairs))]
    assert len(pairs) == len(source.sentences)


def test_sentences_in_another_order_are_aligned_all_the_same(story):
    sentences = [part for part in story.replace("\n\n", " ").split(". ") if part]
    turned = Prepared(". ".join(reversed(sentences)))
    source = Prepared(". ".join(sentences))
    assert len(source.sentences) > 10
    last = len(source.sentences) - 1
    for pair in align(turned, Source(source)):
        assert pair.source == last - pair.copy

"""Spun and stitched copies among voices."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.copies import fingerprint, voices


@pytest.fixture(scope="module")
def texts(story, independent, spin):
    """A report, an independent one, and copies, by their place in time."""
    parts = story.split("\n\n"), independent.split("\n\n")
    stitched = "\n\n".join([parts[0][1], *parts[0][3:5], *parts[1][2:]])
    copies = {f"c spun {n}": spin(story, n) for n in range(4)}
    copies["d spun again"] = spin(copies["c spun 0"], 7)
    copies["e stitched"] = stitched
    return {"a story": story, "b independent": independent, **copies}


def grouped(texts, keys, damage=None):
    order = {key: (key[0], -len(texts[key]), key) for key in keys}
    prints = [(key, fingerprint(texts[key])) for key in keys]
    return voices(prints, order, texts.get, damage)


def test_spun_copies_join_their_source_and_the_independent_report_stays_apart(texts):
    found = {group.source: group for group in grouped(texts, texts)}
    assert set(found) == {"a story", "b independent"}
    assert {key for key in texts if "spun" in key} < set(found["a story"].texts)
    kinds = {link.b: link.kind for link in found["a story"].links if link.a == "a story"}
    assert {kinds[f"c spun {n}"] for n in range(4)} == {"spun"}


def test_a_stitched_copy_joins_one_of_its_sources_and_does_not_make_them_one(texts):
    found = grouped(texts, ["a story", "b independent", "e stitched"])
    assert sorted(len(group.texts) for group in found) == [1, 2]
    links = [link for group in found for link in group.links if link.b == "e stitched"]
    assert {link.kind for link in links} == {"stitched"}
    assert {link.a for link in links} == {"a story", "b independent"}


def test_copies_without_their_source_are_one_voice(texts):
    (group,) = grouped(texts, [key for key in texts if "spun" in key])
    assert group.source.startswith("c spun")


def test_of_garbled_and_plain_texts_a_plain_one_speaks(texts):
    late = {"0 early": texts["c spun 1"], **texts}
    (group,) = grouped(late, ["0 early", "a story"], {"0 early": 2})
    assert group.source == "a story"
    assert grouped(late, ["0 early", "a story"])[0].source == "0 early"


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_voices_do_not_depend_on_order(texts, data):
    keys = data.draw(st.permutations(list(texts)))
    assert grouped(texts, keys) == grouped(texts, list(texts))

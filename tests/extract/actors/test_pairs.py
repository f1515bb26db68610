"""Phrases for two: the report's own pair, unless two others are joined right before."""

import pytest


def found(read, text: str, words: str, published: str = "2021-06-17", title: str = "") -> list:
    return [tuple(sorted(codes)) for said, codes, _ in read(text, published, title)
            if said.lower() == words]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("the two presidents", ("RUS GOV", "USA GOV")),
        ("the two sides", ("RUS", "USA")),
    ],
)
def test_a_host_is_none_of_the_two(read, words, codes):
    text = (
        "Who: U.S. President Joe Biden and Russian President Vladimir Putin. Where: a villa in "
        "Geneva. Swiss President Guy Parmelin greeted the two guests at the door. How long: the "
        "two presidents talked for four hours. What they agreed: the two sides will return their "
        "ambassadors."
    )
    assert found(read, text, words) == [codes]
    assert found(read, text, "they") == [("RUS GOV", "USA GOV")]


def test_a_third_state_named_in_passing_is_none_of_the_two(read):
    text = (
        "Greece and Turkey sent ships to the same bay. Greece and Turkey are members of one "
        "alliance. Germany offered its help. Berlin has offered it before. Both sides declined."
    )
    assert found(read, text, "both sides", "2020-08-20") == [("GRC", "TUR")]


def test_two_others_joined_right_before_are_the_two(read):
    text = (
        "India and Pakistan met in Agra. India and Pakistan have fought three wars. "
        "Japan and China met in Osaka the same day. The two countries signed an accord."
    )
    assert found(read, text, "the two countries", "2001-07-16") == [("CHN", "JPN")]


def test_nobody_named_later_is_meant(read):
    text = (
        "Biden and Putin came to Geneva. The two leaders met in a villa, 36 years after Ronald "
        "Reagan and Mikhail Gorbachev met in the same city. The two leaders left at five."
    )
    (first, _) = [names for words, _, names in read(text) if words.lower() == "the two leaders"]
    assert set(first) == {"Joe Biden", "Vladimir Putin"}
    assert found(read, "The two leaders met. Then Macron met Merkel.", "the two leaders") == []


def test_the_title_tells_the_pair(read):
    title = "Algeria and Morocco reopen their border"
    text = "Algeria said it was ready. Morocco said so too. France was glad. Both sides gave way."
    assert found(read, text, "both sides", title=title) == [("DZA", "MAR")]


def test_two_persons_of_one_state_are_no_pair_of_states(read):
    text = (
        "Cuba and the United States reopened embassies. Ted Cruz attacked Donald Trump over it. "
        "Trump answered Cruz. The two men have been at odds for a year."
    )
    assert found(read, text, "the two men", "2016-03-25") == []


def test_the_two_are_of_like_office(read):
    text = (
        "Donald Trump and Vladimir Putin met in Helsinki. Dan Coats, the director of national "
        "intelligence, was not there. Putin said the two had agreed on Syria."
    )
    (names,) = [names for words, _, names in read(text, "2018-07-16") if words == "the two"]
    assert set(names) == {"Donald Trump", "Vladimir Putin"}


@pytest.mark.parametrize(
    "text",
    [
        "Chile met Peru. It was a tale of two different countries.",
        "Peru wants Bolivia to stay outside Mercosur. Chile wants it too. Both sides were glad.",
    ],
)
def test_what_is_only_named_together_is_no_pair(read, text):
    pairs = [codes for _, codes, _ in read(text) if len(codes) > 1]
    assert pairs == []

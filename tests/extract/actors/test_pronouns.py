"""Pronouns where the text decides them, and where it does not."""

import pytest


def named(read, text: str, words: str, published: str = "2021-06-17") -> list[tuple]:
    return [names for said, _, names in read(text, published) if said == words]


def coded(read, text: str, words: str, published: str = "2021-06-17") -> list[tuple]:
    return [tuple(sorted(codes)) for said, codes, _ in read(text, published) if said == words]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Macron met Merkel and his staff in Paris.", "his", "Emmanuel Macron"),
        ("Merkel spoke to Macron and his advisers in Paris.", "his", "Emmanuel Macron"),
        ("Biden asked Putin how he would feel.", "he", "Vladimir Putin"),
        ("Although Trump admitted it to Macron, he did not regret it.", "he", "Donald Trump"),
        ("LIMA, July 16 (AFP) - Macron praised the work of his own agencies to Trump.", "his",
         "Emmanuel Macron"),
        ("Sergei Lavrov spoke on Friday. Then the Russian president overruled him.", "him",
         "Sergei Lavrov"),
        ("Lavrov recommended to Antony Blinken that he go home.", "he", "Antony Blinken"),
        ("Putin's account was different in temper. He denied all of it.", "He", "Vladimir Putin"),
        ('Biden gave Putin a list. "I told him so. I meant it," Biden said.', "him",
         "Vladimir Putin"),
    ],
)  # fmt: skip
def test_he_is_who_the_clause_gives(read, text, words, name):
    assert named(read, text, words) == [(name,)]


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Chile spoke up for Ukraine and its frontiers.", "its", ("UKR",)),
        ("Chile called the Peruvian plan a threat and said it would object.", "it", ("CHL",)),
        ("Macron said the GRU had broken the law. Among its targets were two ports.", "its",
         ("RUS SPY",)),
        ("Chile answered all letters from Peru, while its own remained unread.", "its", ("CHL",)),
        ("Chile warned Peru. It said it was ready.", "It", ("CHL",)),
    ],
)  # fmt: skip
def test_it_is_the_state_or_body_that_stands_free(read, text, words, codes):
    assert coded(read, text, words) == [codes]


def test_it_stays_open_between_two(read):
    assert coded(read, "Peru warned Chile that it would lose.", "it") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Senate met in Lima, Peru said. It is assumed that Chile has won.", "It"),
        ("Peru has spoken. After Chile left, it was said that ships had sailed.", "it"),
    ],
)
def test_it_points_at_nothing_before_that(read, text, words):
    assert coded(read, text, words) == []


def test_who_has_a_team_is_who_the_team_thinks_of(read):
    text = "Macron's team was glad. Donald Trump's team thinks his ideas are better."
    assert named(read, text, "his", "2019-06-01") == [("Donald Trump",)]


def test_they_are_the_two_named_last(read):
    text = "Biden met Putin. Both men were tired. There was no anger. They spoke of arms."
    assert coded(read, text, "They") == [("RUS GOV", "USA GOV")]


def test_they_may_be_other_people(read):
    text = "Biden met Putin. Both men were tired. The guards left. They had waited for hours."
    assert coded(read, text, "They") == []


def test_x_y_and_their_staffs(read):
    text = "The doors closed behind Joe Biden, Vladimir Putin and their foreign ministers."
    assert coded(read, text, "their") == [("RUS GOV", "USA GOV")]
    assert coded(read, text, "foreign ministers") == [("RUS GOV", "USA GOV")]


def test_what_is_theirs_may_tell_that_they_are_the_two(read):
    text = (
        "Sergei Lavrov met Hillary Clinton. The two ministers held talks. "
        "The results go to their presidents."
    )
    assert coded(read, text, "their", "2009-03-06") == [("RUS GOV", "USA GOV")]

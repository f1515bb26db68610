"""Names of states and capitals that persons, towns, things and players bear."""

import pytest


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tom Holland swings from rooftop to rooftop in the new film.", "Holland"),
        ("Isaiah Berlin wrote the essay in a week.", "Berlin"),
        ("Cuba Gooding signed autographs outside the theatre.", "Cuba"),
        ("The mill in Lebanon, New Hampshire, burned down on Friday.", "Lebanon"),
        ("Jordan scored 45 points in the second half.", "Jordan"),
        ("They bought a Georgian terrace near the river.", "Georgian"),
        ("A Persian rug lay beside the two cats.", "Persian"),
        ("Her son is learning the French horn.", "French"),
        ("He eats one Brazil nut a day.", "Brazil"),
        ("The cake was shaped like the Pentagon.", "Pentagon"),
        ("Hackers calling themselves Anonymous Greece attacked a Turkish website.", "Greece"),
    ],
)
def test_a_borne_name_is_no_state(read, text, word):
    assert [words for words, codes, _ in read(text) if word in words and any(codes)] == []


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Lebanon, Syria and Iraq signed the accord.", "Lebanon", "LBN"),
        ("Jordan won the support of Egypt.", "Jordan", "JOR"),
        ("Tom met the Dutch minister. Berlin protested.", "Berlin", "DEU"),
        ("Georgian troops fired on the village.", "Georgian troops", "GEO MIL"),
    ],
)
def test_other_names_of_states_stay(read, text, word, code):
    assert (word, (code,)) in [(words, codes) for words, codes, _ in read(text)]


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("The governor of Texas signed the bill.", "governor", "USA GOV"),
        ("Downing Street denied that it would wait.", "Downing Street", "GBR GOV"),
        ("Brussels warned London that it was ready.", "Brussels", "IGO EU"),
        ("Belgium arrested two men, and Brussels warned Paris.", "Brussels", "BEL"),
    ],
)
def test_seats_and_regions(read, text, word, code):
    found = [(words, codes) for words, codes, _ in read(text)]
    assert any(words.endswith(word) and codes == (code,) for words, codes in found), found


@pytest.mark.parametrize(
    ("day", "text", "code"),
    [
        ("1967-06-26", "Johnson met Kosygin for a second day.", "USA GOV"),
        ("2020-06-26", "Johnson met Macron for a second day.", "GBR GOV"),
        ("2006-08-05", "Rice urged the Security Council to vote.", "USA GOV"),
        ("1956-07-27", "Nasser seized the canal company.", "EGY GOV"),
        ("2018-07-06", "May won the backing of her cabinet.", "GBR GOV"),
        ("2006-08-05", "Nasrallah threatened Israel.", "REB HEZBOLLAH"),
    ],
)
def test_a_surname_is_who_held_high_office_that_day(read, day, text, code):
    assert (text.split()[0], (code,)) in [
        (words, codes) for words, codes, _ in read(text, published=day)
    ]

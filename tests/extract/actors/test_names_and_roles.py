import itertools

import pytest


def test_hyphened_states_are_one_reference_to_both(read):
    ((words, codes, _),) = read("U.S.-China relations improved.")
    assert words == "U.S.-China"
    assert codes == ("USA", "CHN")
    found = read("Australia-China relations improved.")
    assert [codes for _, codes, _ in found] == [("AUS",), ("CHN",)]


def test_possessives_are_not_part_of_a_name(read):
    found = read("Morocco's answer reached Algeria.")
    assert [words for words, _, _ in found] == ["Morocco", "Algeria"]


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Kenyan police arrested four men.", "Kenyan police", ("KEN COP",)),
        ("Kenya's foreign ministry protested.", "Kenya's foreign ministry", ("KEN GOV",)),
        ("The Kenyan side protested.", "Kenyan side", ("KEN GOV",)),
        ("Brazilian troops left Haiti.", "Brazilian troops", ("BRA MIL",)),
        ("Hackers from nowhere met Thai hackers.", "Thai hackers", ("THA CRM",)),
        ("The army of Chad moved north.", "army of Chad", ("TCD MIL",)),
        ("Polish and Lithuanian diplomats met.", "Polish and Lithuanian diplomats",
         ("POL GOV", "LTU GOV")),
        ("The presidents of Egypt and Sudan met.", "presidents of Egypt and Sudan",
         ("EGY GOV", "SDN GOV")),
        ("Norway's intelligence service warned of it.", "Norway's intelligence service",
         ("NOR SPY",)),
    ],
)  # fmt: skip
def test_adjective_and_role_noun_are_one_reference(read, text, words, codes):
    found = {one: code for one, code, _ in read(text)}
    assert found[words] == codes


def test_a_nationality_before_another_noun_is_the_state(read):
    assert read("Spanish wine is cheap.") == [("Spanish", ("ESP",), ("Spain",))]


def test_several_actors_are_several_references(read):
    found = read("The United States, Britain and NATO condemned it.")
    assert [codes for _, codes, _ in found] == [("USA",), ("GBR",), ("IGO NATO",)]


@pytest.mark.parametrize(
    "text",
    [
        "A pro-Iranian militia held the road.",
        "Saudi-backed fighters held the road.",
        "The French-speaking half stayed home.",
        "Anti-Japanese marches filled the streets.",
        "He played in New Mexico and sailed the Indian Ocean.",
    ],
)
def test_words_that_only_hold_a_name_are_no_actor(read, text):
    assert [codes for _, codes, _ in read(text) if codes != ("",)] == []


def test_a_group_keeps_to_itself(read):
    text = "Sandworm and Lazarus Group hit banks."
    found = {words: codes for words, codes, _ in read(text)}
    assert found["Sandworm"] == ("CRM SANDWORM",)
    assert all(not code.startswith(("RUS", "PRK")) for codes in found.values() for code in codes)


def test_a_body_of_another_state_is_that_states(read):
    found = read("Kenya's Senate and the Congress of the Philippines voted.")
    assert [codes for _, codes, _ in found] == [("KEN LEG",), ("PHL LEG",)]


def test_references_are_in_order_and_apart(english):
    import datetime as dt

    from dateline.extract import actors
    from dateline.model import Report

    text = (
        "Indian Prime Minister Narendra Modi met Nepal's prime minister in New Delhi. The two "
        "leaders agreed that Indian and Nepali officials would meet. Modi said his country and "
        "Nepal, its neighbour, were friends. They signed."
    )
    doc = english.parse(text)
    found = actors.find(doc, Report.from_text(text, published=dt.date(2018, 4, 7)))
    assert found
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    for ref in found:
        assert ref.start <= ref.head < ref.end
        assert ref.actors
        for actor in ref.actors:
            (span,) = actor.spans
            assert doc[ref.start].idx <= span.start < span.end


def test_a_congress_is_that_of_no_other_state_named_before_it(read):
    found = read("The president of Peru dissolved the Congress on Monday.")
    assert ("USA LEG",) not in [codes for _, codes, _ in found]
    found = read("Congress voted for sanctions against Peru.")
    assert ("USA LEG",) in [codes for _, codes, _ in found]

"""What a copy says otherwise than its source is found, and an honest edit is not."""

import pytest

from dateline.copies import altered

SOURCE = (
    "Norwegian Foreign Minister Ine Solberg met her Finnish counterpart in Tromso on Tuesday. "
    "The talks on the border fence lasted three hours, Solberg told reporters. "
    "Norway will not close the crossing at Storskog before March 2024, she said. "
    "Finland has sent 140 guards to the river and will spend 35 million euros on cameras. "
    "Both governments welcomed the plan, which the army of Norway had proposed in 2021. "
    '"We share one river and we will watch it together," Solberg said after the meeting. '
    "The ministers agreed to meet weekly until the ice on the river breaks."
)

ALTERED = {
    # kind: words of the source, what the copy puts in their place, the words that tell
    "number": ("140 guards", "240 guards", "240", "140"),
    "date": ("on Tuesday", "on Thursday", "Thursday", "Tuesday"),
    "unit": ("three hours", "three weeks", "weeks", "hours"),
    "name": ("crossing at Storskog", "crossing at Svanvik", "Svanvik", "Storskog"),
    "role": ("Foreign Minister Ine", "Foreign Clergyman Ine", "Clergyman", "Minister"),
    "actor": ("army of Norway", "army of Denmark", "Denmark", "Norway"),
    "negation": ("will not close", "will close", "close", "not"),
    "polarity": ("welcomed the plan", "rejected the plan", "rejected", "welcomed"),
    "quotation": ("we will watch it together", "we will watch it alone", "alone", "together"),
    "attribution": ("Solberg told reporters", "Niinisto told reporters", "Niinisto", "Solberg"),
}


@pytest.mark.parametrize("kind", ALTERED)
def test_an_altered_value_is_found_where_it_stands(kind):
    was, put, here, there = ALTERED[kind]
    assert SOURCE.count(was) == 1
    copy = SOURCE.replace(was, put)
    (found,) = altered(copy, SOURCE, "wire.txt")
    assert found.kind == kind
    assert found.text == copy[found.start : found.end]
    assert here in found.text
    original = found.original
    assert original.report == "wire.txt"
    assert original.text == SOURCE[original.start : original.end]
    assert there in original.text
    # Not the whole text: the words, or the sentence that they stand in at most.
    assert copy.find(put) - 60 <= found.start <= copy.find(put) + len(put)
    assert found.end <= copy.find(put) + len(put) + 20


@pytest.mark.parametrize(
    ("was", "put", "kind"),
    [
        ("three hours", "several hours", "number"),
        ("before March 2024", "before May 2024", "date"),
        ("before March 2024", "before March 2025", "date"),
        ("meet weekly", "meet daily", "date"),
        ("35 million euros", "35 billion euros", "number"),
        ("35 million euros", "35 million dollars", "unit"),
        ("Finland has sent", "Sweden has sent", "actor"),
        ("Both governments welcomed", "Both governments never welcomed", "negation"),
    ],
)
def test_other_ways_to_alter_a_value_are_found(was, put, kind):
    assert SOURCE.count(was) == 1
    assert kind in {one.kind for one in altered(SOURCE.replace(was, put), SOURCE)}


def test_alterations_of_several_sentences_are_all_found_in_the_copys_order():
    copy = SOURCE
    for kind in ("number", "date", "name"):
        was, put, *_ = ALTERED[kind]
        copy = copy.replace(was, put)
    found = altered(copy, SOURCE)
    assert [one.kind for one in found] == ["date", "name", "number"]
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_altered_values_are_found_in_sentences_put_in_another_order_and_other_words():
    copy = (
        "The ministers consented to gather weekly until the ice upon the river breaks. "
        "Finland has dispatched 410 guards to the river and is going to spend 35 million euros "
        "on cameras."
    )
    (found,) = altered(copy, SOURCE)
    assert (found.kind, found.text, found.original.text) == ("number", "410", "140")


# What an honest copy may write in another way.
HONEST = [
    (
        "The United States will send aid to Peru on Monday.",
        "The U.S. will send aid to Peru Monday.",
    ),
    (
        "The US will send aid to Peru in January 2020.",
        "The United States will send aid to Peru in Jan. 2020.",
    ),
    ("Peru expelled twenty-two envoys of Chile.", "Peru expelled 22 envoys of Chile."),
    (
        "Peru expelled three envoys of Chile on July 4.",
        "Peru expelled 3 envoys of Chile on Jul. 4.",
    ),
    (
        "The colour of the honour guard's programme changed.",
        "The color of the honor guard's program changed.",
    ),
    ("Exports to Chile rose 7 per cent in a year.", "Exports to Chile rose 7% in a year."),
    (
        "Exports to Chile rose seven percent in a year.",
        "Exports to Chile rose 7 percent in a year.",
    ),
    (
        "Peru will lend Chile $40 million this year.",
        "Peru will lend Chile 40 million dollars this year.",
    ),
    ("Peru will not open the pass to Chile.", "Peru won't open the pass to Chile."),
    ("Peru did not open the pass to Chile.", "Peru didn't open the pass to Chile."),
    (
        "Chile said on Friday it had 35,000 tonnes of grain.",
        "On Friday, Chile said it had 35000 tons of grain.",
    ),
    (
        "The president of Peru, José Muñoz, wrote to Chile.",
        "The president of Peru, Jose Munoz, wrote to Chile.",
    ),
    (
        "General Ana Rojas of Peru wrote to the United Nations.",
        "Gen. Ana Rojas of Peru wrote to the U.N.",
    ),
    (
        "Peru denied that its ships had entered the waters of Chile.",
        "Peru said its ships had not entered the waters of Chile.",
    ),
]


@pytest.mark.parametrize(("source", "copy"), HONEST)
def test_another_way_to_write_the_same_raises_nothing(source, copy):
    assert altered(copy, source) == []
    assert altered(source, copy) == []


def test_a_copy_that_is_the_same_or_cut_raises_nothing():
    assert altered(SOURCE, SOURCE) == []
    sentences = SOURCE.split(". ")
    assert altered(". ".join(sentences[:3]), SOURCE) == []
    assert altered(". ".join(sentences[2:5]), SOURCE) == []
    assert altered("", SOURCE) == []
    assert altered(SOURCE, "") == []


def test_an_abridged_sentence_raises_nothing():
    copy = "Norway will not close the crossing at Storskog, Solberg said. Finland has sent guards."
    assert altered(copy, SOURCE) == []


def test_sentences_in_another_order_raise_nothing():
    sentences = SOURCE.rstrip(".").split(". ")
    assert altered(". ".join(reversed(sentences)) + ".", SOURCE) == []


def test_a_quotation_cut_short_raises_nothing():
    assert altered(SOURCE.replace("one river and we will", "one river ... we will"), SOURCE) == []
    assert altered(SOURCE.replace(" and we will watch it together", ""), SOURCE) == []


def test_what_a_copy_adds_of_its_own_raises_nothing():
    more = SOURCE + " Russia, which borders both, did not comment on 5 May. Oil cost 80 dollars."
    assert altered(more, SOURCE) == []

"""The numbers that a treaty sets."""

import datetime as dt

import dateline


def numbers(text: str) -> list[str]:
    report = dateline.Report.from_text(text, published=dt.date(2022, 6, 10))
    found = dateline.extract(report).mentions
    return [d.value for mention in found for d in mention.details if d.field == "number"]


def test_the_next_sentence_says_what_a_pact_sets() -> None:
    assert numbers(
        "Kenya and Somalia signed an agreement on fishing in Nairobi on Thursday. "
        "The agreement allows each country 40 trawlers and 3 patrol boats in the strip."
    ) == ["40 trawlers", "3 boats"]


def test_what_is_cut_to_a_number_is_counted_by_the_noun_before() -> None:
    assert numbers(
        "Chile and Peru signed a treaty on missiles on Thursday. "
        "Under the document the parties will cut launchers to 120 each."
    ) == ["120 launchers"]


def test_a_number_of_something_else_is_no_term() -> None:
    assert not numbers(
        "Kenya and Somalia signed an agreement on fishing in Nairobi on Thursday. "
        "The ministers allowed 40 reporters into the hall."
    )


def lengths(text: str) -> list[str]:
    report = dateline.Report.from_text(text, published=dt.date(2024, 6, 13))
    found = dateline.extract(report).mentions
    return [d.value for mention in found for d in mention.details if d.field == "duration"]


def test_the_next_sentence_says_how_long_talks_took() -> None:
    assert lengths(
        "Kenya and Somalia held talks in Nairobi on Tuesday. They took three hours and ten minutes."
    ) == ["PT3H10M"]


def test_a_length_that_was_foreseen_or_lies_between_is_none() -> None:
    assert lengths(
        "Planned for half an hour, the meeting of Kenya and Somalia on Friday lasted two hours."
    ) == ["PT2H"]
    assert not lengths("Two hours after the blast Kenya and Somalia held talks.")

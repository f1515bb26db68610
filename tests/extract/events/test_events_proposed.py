"""Acts that no rule tells: the classifier proposes them, with their sides and its reason."""

import datetime as dt

import pytest

from dateline.extract import actors
from dateline.extract.events.propose.features import steps
from dateline.extract.events.propose.sites import heads, pairs, parties
from dateline.extract.events.resolve import Resolver
from dateline.model import Report
from dateline.parse import parser
from dateline.parse.words import Parsed
from dateline.pipeline import extract, extract_batch

PUBLISHED = dt.date(2021, 6, 16)
SENTENCES = {
    "Uganda is feeding and housing 200,000 South Sudanese who fled the fighting in Juba.": {
        "UGA", "SSD",
    },
    "Envoys from Sudan and South Sudan spent a second day closeted with Ethiopian mediators.": {
        "ETH", "SDN", "SSD",
    },
}  # fmt: skip


def report(text: str) -> Report:
    return Report.from_text(text, published=PUBLISHED)


def proposed(text: str) -> list[set[str]]:
    """Return the sides of the mentions of a text that the classifier proposed."""
    return [
        {actor.country or actor.code for actor in (*mention.source, *mention.target)}
        for mention in extract(report(text)).mentions
        if any(reason.detail.startswith("classifier") for reason in mention.reasons)
    ]


def test_words_and_pairs_of_a_sentence():
    english = parser("en")
    assert english is not None
    text = "Peru and Chile sent ten ships to Bolivia on Monday."
    parsed = english.parse(text)
    doc = Parsed(parsed)
    resolver = Resolver(actors.find(parsed, report(text)))
    sent = doc.sents[0]
    named = parties(sent, resolver, [])
    assert [sorted(each.states) for each in named] == [["PER"], ["CHL"], ["BOL"]]
    assert {token.text for token in heads(sent, named)} == {"sent", "ships"}
    assert len(pairs(named)) == 6


def test_the_way_to_a_party_leaves_lists_out():
    english = parser("en")
    assert english is not None
    doc = Parsed(english.parse("Peru and Chile sent ten ships."))
    sent, peru, chile = doc[3], doc[0], doc[2]
    assert steps([], [peru]) == ("nsubj", "nsubj")
    assert steps([], [chile, peru]) == ("nsubj conj", "nsubj")
    assert sent.text == "sent"


@pytest.mark.parametrize("text", SENTENCES)
def test_acts_that_no_rule_tells_are_proposed(text):
    assert set().union(*proposed(text)) == SENTENCES[text]


@pytest.mark.parametrize(
    "text",
    [
        "Peru sheltered thousands of its own farmers and fed them for a year.",
        "Will Estonia ever shelter Ukrainians?",
        "Estonia beat Ukraine in the final of the ice hockey cup.",
    ],
)
def test_nothing_is_proposed_within_a_state_in_a_question_or_of_sport(text):
    assert proposed(text) == []


def test_one_report_and_a_batch_give_the_same():
    reports = [report(text) for text in SENTENCES] * 6
    assert extract_batch(reports) == [extract(each) for each in reports]

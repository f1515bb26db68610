from xml.etree import ElementTree as ET

import pytest

from dateline.parse import parser
from ecbplus import Item, head, link, near, read, validated

REPORT = """<Document><token t_id="1" sentence="0">http</token>
<token t_id="2" sentence="1">Peru</token><token t_id="3" sentence="1">called</token>
<token t_id="4" sentence="1">it</token><token t_id="5" sentence="1">off</token>
<token t_id="6" sentence="2">Talks</token><token t_id="7" sentence="2">failed</token>
<Markables><ACTION_OCCURRENCE m_id="1"><token_anchor t_id="3"/><token_anchor t_id="5"/>
</ACTION_OCCURRENCE><NEG_ACTION_STATE m_id="2"><token_anchor t_id="7"/></NEG_ACTION_STATE>
<HUMAN_PART_ORG m_id="3"><token_anchor t_id="2"/></HUMAN_PART_ORG>
<ACTION_STATE m_id="5"><token_anchor t_id="6"/></ACTION_STATE>
<ACTION_OCCURRENCE m_id="9" TAG_DESCRIPTOR="x" instance_id="ACT1"/></Markables>
<Relations><CROSS_DOC_COREF r_id="7" note="ACT1"><source m_id="1"/><target m_id="9"/>
</CROSS_DOC_COREF><INTRA_DOC_COREF r_id="2"><source m_id="5"/></INTRA_DOC_COREF></Relations>
</Document>"""
TREE = ET.fromstring(REPORT)  # noqa: S314  written above


def test_validated_sentences_by_report(tmp_path):
    path = tmp_path / "sentences.csv"
    path.write_text("Topic,File,Sentence Number\n1,2ecb,0 \n1,2ecb,11\n10,2ecb,3\n")
    assert validated(path) == {"1_2ecb": {"0", "11"}, "10_2ecb": {"3"}}


def test_reads_mentions_of_validated_sentences():
    found = read("1_1ecbplus", TREE, {"1"})
    assert found.text == "Peru called it off\nTalks failed"
    assert [m[2:] for m in found.mentions] == [("Peru called it off", (1, 3), "ACT1")]


def test_chains_within_a_report_and_mentions_alone_have_names_of_their_own():
    found = read("1_1ecb", TREE, {"1", "2"})
    chains = {m.id: m.chain for m in found.mentions}
    assert len(set(chains.values())) == 3
    assert chains["1_1ecb#1"] == "ACT1"


@pytest.mark.parametrize(
    ("sentence", "tokens", "lemma"),
    [
        ("Peru called it off .", (1, 3), "call"),
        ("The peace talks failed .", (1, 2), "talk"),
        ("It can n't pay .", (3,), "pay"),
    ],
)
def test_head(sentence, tokens, lemma):
    assert head(parser("en").parse(sentence), tokens) == lemma


TEXTS = {
    "a": "quake Lima Callao tents",
    "b": "quake Lima Callao convoy",
    "c": "quake Osaka harbour tremor",
    "d": "election ballot Osaka",
}


def test_near_reports_come_by_likeness_and_share_rare_stems():
    nearest = near(TEXTS)
    assert [name for _, name in nearest["a"]] == ["b", "c"]
    assert [name for _, name in nearest["c"]] == ["d", "a", "b"]
    likeness = {name: value for value, name in nearest["a"]}
    assert 0 < likeness["c"] < likeness["b"] < 1


def item(number, report, lemma, about=""):
    return Item(number, report, lemma, frozenset(about.split()))


def test_links_the_same_word_in_near_reports_only():
    found = [
        item("1", "a", "strike"),
        item("2", "b", "strike"),
        item("3", "c", "strike"),
        item("4", "b", "collapse"),
    ]
    chains = link(found, {"a": [(0.5, "b"), (0.1, "c")], "b": [], "c": []})
    assert chains == {"1": "1", "2": "1", "3": "3", "4": "4"}


def test_a_sentence_in_common_makes_up_for_reports_less_alike():
    alike = [item("1", "a", "strike", "lima port"), item("2", "b", "strike", "lima port")]
    apart = [item("1", "a", "strike", "lima port"), item("2", "b", "strike", "osaka port")]
    nearest = {"a": [(0.05, "b")]}
    # 0.05 + 0.5 * 1 reaches 0.35; 0.05 + 0.5 * 0.5 does not.
    assert link(alike, nearest) == {"1": "1", "2": "1"}
    assert link(apart, nearest) == {"1": "1", "2": "2"}


def test_links_within_a_report_by_the_stem():
    found = [item("1", "a", "bombing"), item("2", "a", "bombings"), item("3", "a", "bomb")]
    # "bomb" has fewer letters than a stem, and is another one.
    assert link(found, {}) == {"1": "1", "2": "1", "3": "3"}

from xml.etree import ElementTree as ET

import pytest

from dateline.link.coreference import tell
from dateline.parse import parser
from ecbplus import own, read, validated

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
    doc = parser("en").parse(sentence)
    assert tell("m", "r", doc, own(doc, tokens)).head == lemma

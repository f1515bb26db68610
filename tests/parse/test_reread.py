"""A verb in the present tense that the model takes for a noun is read as the verb it is."""

import pytest

from dateline.parse import parser
from dateline.parse.reread import past, verb_of


def verbs(text):
    return [sent.root for sent in parser("en").parse(text).sents]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Pakistan sentences former Indian officer Kulbhushan Yadav to death.", "sentence",
         "Pakistan"),
        ("Togolese President Faure Gnassingbe meets with Ghanaian leader John Mahama in Lome.",
         "meet", "Gnassingbe"),
        ("The Colombian Navy fires warning shots at a Venezuelan patrol boat.", "fire", "Navy"),
        ("Sudanese soldiers fire warning shots at Ethiopian farmers.", "fire", "soldiers"),
    ],
)  # fmt: skip
def test_a_sentence_without_a_verb_gets_the_one_it_has(text, verb, subject):
    [root] = verbs(text)
    assert (root.lemma_, root.pos_) == (verb, "VERB")
    assert subject in {child.text for child in root.children if child.dep_ == "nsubj"}
    assert root.doc.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Talks between the two sides on fishing rights.",
        "Chile accused Bolivia of sending its visits and meets to Lima.",
        "",
        "s s s s s s",
        "Border fires, protests, talks, deals and threats.",
    ],
)
def test_what_has_a_verb_or_none_at_all_stays_as_it_was(text):
    from dateline.parse import en

    before = [(w.head.i, w.dep_, w.tag_, w.lemma_) for w in en.model()(en.prepare(text))]
    after = [(w.head.i, w.dep_, w.tag_, w.lemma_) for w in parser("en").parse(text)]
    assert before == after


def test_one_by_one_and_in_a_batch_read_the_same():
    texts = ["Pakistan sentences former Indian officer Kulbhushan Yadav to death.", "Rain fell."]
    alone = [[(w.head.i, w.dep_) for w in parser("en").parse(text)] for text in texts]
    together = [[(w.head.i, w.dep_) for w in doc] for doc in parser("en").parse_many(texts, 2)]
    assert alone == together


def test_forms_of_verbs():
    assert past(verb_of("meets", "NNP")) == "met"
    assert past(verb_of("denies", "NNP")) == "denied"
    assert past(verb_of("accuses", "NNP")) == "accused"
    assert past(verb_of("fire", "NNS")) == "fired"
    assert not verb_of("fire", "NN")
    assert not past(verb_of("carrots", "NNS"))

from dateline.extract.statements import StatementIndex, asserts, cue_class, find, stance
from dateline.model import Report
from dateline.parse import parser


def index(text: str):
    doc = parser("en").parse(text)
    found = find(doc, [], Report.from_text(text))
    return doc, StatementIndex(doc, found)


def word(doc, text: str) -> int:
    return next(token.i for token in doc if token.text == text)


def test_the_innermost_statement_holds_a_word():
    doc, lookup = index("Lavrov said that Iran had denied firing the missile.")
    assert lookup.class_at(word(doc, "missile")) == "deny"
    assert lookup.class_at(word(doc, "Iran")) == "say"
    assert lookup.at(word(doc, "Lavrov")) is None


def test_a_cue_gives_its_statement():
    doc, lookup = index("Peru accused Chile of spying.")
    assert lookup.cued_by(word(doc, "accused")).cue == "accuse"
    assert lookup.cued_by(word(doc, "Chile")) is None


def test_classes_and_stances():
    assert cue_class("say") == "say"
    assert cue_class("vow") == "promise"
    assert cue_class("urge") == "demand"
    assert cue_class("xylophone") == ""
    assert stance("allege") == "hedged"
    assert stance("acknowledge") == "factive"


def test_what_asserts_its_content():
    assert asserts("say")
    assert asserts("according")
    assert not asserts("support")
    assert not asserts("urge")
    assert not asserts("deny")

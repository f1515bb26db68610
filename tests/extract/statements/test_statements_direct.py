import pytest

MARKS = [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("‘", "’"), ("'", "'"), ("``", "''")]


@pytest.mark.parametrize(("left", "right"), MARKS)
def test_marks_of_every_style(told, left, right):
    quote = f"{left}We will leave the treaty in May,{right}"
    assert ("the minister", "say", quote) in told(f"{quote} the minister said.")


@pytest.mark.parametrize(("left", "right"), MARKS[:4])
def test_a_tag_breaks_the_quotation(told, left, right):
    first, second = f"{left}We will answer,{right}", f"{left}and we will answer firmly.{right}"
    found = told(f"{first} Lavrov said, {second}")
    assert ("Lavrov", "say", f"{first} ... {second}") in found


def test_the_verb_before_its_subject(told):
    text = "“The border is closed,” said Juan Ruiz, the foreign minister of Chile."
    assert (
        "Juan Ruiz, the foreign minister of Chile",
        "say",
        "“The border is closed,”",
    ) in told(text)


def test_the_tag_before_the_quotation(told):
    text = "The Greek premier said: “Turkey must withdraw its ships.”"
    assert ("The Greek premier", "say", "“Turkey must withdraw its ships.”") in told(text)


def test_a_second_quotation_goes_on_with_the_first_tag(told):
    text = "“We do not want war,” the king said. “We want the island.”"
    assert ("the king", "say", "“We do not want war,” ... “We want the island.”") in told(text)


def test_a_quotation_over_paragraphs_without_closing_mark(told):
    text = (
        "“Our envoys will return to Cairo,” the president of Ghana said. “They leave in May.\n\n"
        "“They will stay for a year.”"
    )
    (found,) = [one for one in told(text) if one[1] == "say"]
    assert found[0] == "the president of Ghana"
    assert found[2].endswith("“They will stay for a year.”")


def test_mixed_speech_keeps_its_clause(told, statements):
    text = "Modi told Putin that “today is not an era of war.”"
    assert ("Modi", "tell", "that “today is not an era of war.”") in told(text)
    assert [one.kind for one in statements(text)] == ["mixed"]


def test_words_in_marks_within_a_clause(told):
    text = "China has called the sanctions “a grave mistake” and vowed to retaliate."
    found = told(text)
    assert ("China", "call", "the sanctions “a grave mistake”") in found
    assert ("China", "vow", "to retaliate") in found


def test_signed_quotations(told):
    text = "“The vote was fair.” — Maria Silva, observer"
    assert ("Maria Silva, observer", "—", "“The vote was fair.”") in told(text)


def test_turns_of_a_transcript(told):
    text = "LAVROV: The talks were useful.\n\nBLINKEN: We disagree on much."
    assert {(who, what) for who, _, what in told(text)} >= {
        ("LAVROV", "The talks were useful."),
        ("BLINKEN", "We disagree on much."),
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will stay,” the envoy said.", "direct"),
        ("The envoy said they would stay.", "indirect"),
        ("The envoy said they would “stay for good”.", "mixed"),
    ],
)
def test_kinds(statements, text, kind):
    assert [one.kind for one in statements(text)] == [kind]


def test_a_name_and_a_colon(told):
    text = "The sides differ. Cairo: “The dam must wait.” Addis Ababa: “The dam is ours.”"
    assert {(who, what) for who, cue, what in told(text) if cue == ":"} == {
        ("Cairo", "“The dam must wait.”"),
        ("Addis Ababa", "“The dam is ours.”"),
    }


def test_words_that_lead_into_a_quotation(told):
    text = "In 2009, “states were losing money,” the Greek minister said."
    assert ("the Greek minister", "say", "In 2009, “states were losing money,”") in told(text)


def test_an_aside_is_not_the_tag(told):
    text = "“We need peace,” said Ana Diaz, who says the war was a mistake. “The people are tired.”"
    assert any(
        who.startswith("Ana Diaz") and what == "“We need peace,” ... “The people are tired.”"
        for who, _, what in told(text)
    )


def test_two_acts_of_one_speaker_are_two_statements(told):
    found = told("Rwanda said the raid was a crime and warned that it would answer.")
    assert ("Rwanda", "say", "the raid was a crime") in found
    assert ("Rwanda", "warn", "that it would answer") in found

"""The five reference sentences, and what the discourse adds."""


def test_red_line(mentions):
    text = (
        "Biden gave Putin a list of 16 critical infrastructure sectors that should be off limits "
        "to attack."
    )
    [demand] = mentions(text)
    assert demand.event_type == "REQUEST"
    assert [actor.country for actor in demand.source] == ["USA"]
    assert [actor.country for actor in demand.target] == ["RUS"]
    assert "cyber" in demand.contexts
    assert {"red line", "16 sectors"} <= {detail.value for detail in demand.details}


def test_denial(mentions):
    denial, hack = mentions("Putin denied that Russia was behind the SolarWinds hack.")
    assert (hack.event_type, hack.status) == ("COERCE", "denied")
    assert denial.event_type == "REJECT"
    assert [actor.country for actor in denial.source] == ["RUS"]
    assert "cyber" in denial.contexts
    assert ("incident", "SolarWinds") in [(each.field, each.value) for each in denial.details]


def test_denial_answers_the_accuser(told):
    found = told("Estonia accused Russia of hacking. Putin denied it.")
    assert found[-1][:3] == ({"RUS"}, "REJECT", {"EST"})


def test_the_two_presidents_agreed(mentions):
    text = (
        "Joe Biden and Vladimir Putin met in Geneva on Wednesday. "
        "The two presidents agreed to return their ambassadors to Washington and Moscow."
    )
    meeting, agreement = mentions(text)
    assert meeting.event_type == "CONSULT"
    assert agreement.event_type == "AGREE"
    assert {actor.country for actor in agreement.source} == {"USA", "RUS"}
    assert agreement.reciprocal
    assert agreement.status == "happened"


def test_agreed_to_consult(mentions):
    [agreement] = mentions("Biden and Putin agreed to begin consultations on cybersecurity.")
    assert agreement.event_type == "AGREE"
    assert {actor.country for actor in agreement.source} == {"USA", "RUS"}
    assert "cyber" in agreement.contexts


def test_reagan_and_gorbachev(mentions):
    [meeting] = mentions("Reagan and Gorbachev met in Geneva in 1985.")
    assert meeting.event_type == "CONSULT"
    assert {actor.country for actor in meeting.source} == {"USA", "SUN"}
    assert meeting.place is not None
    assert meeting.place.name == "Geneva"
    assert meeting.historical


def test_two_things_agreed_on_are_two_agreements(told):
    found = told("Peru and Chile agreed to reopen the border and to begin talks on trade.")
    assert [each.event_type for each in found] == ["AGREE", "AGREE"]


def test_evidence_is_the_sentence_and_reasons_name_the_words(mentions):
    text = "It rained. Canada imposed sanctions on Venezuela. People stayed in."
    [mention] = mentions(text)
    shown = text[mention.evidence.start : mention.evidence.end]
    assert shown == "Canada imposed sanctions on Venezuela."
    action = [text[span.start : span.end] for span in mention.action_spans]
    assert action == ["imposed", "sanctions"]
    assert [text[span.start : span.end] for span in mention.source_spans] == ["Canada"]
    assert any("imposed sanctions" in reason.detail for reason in mention.reasons)

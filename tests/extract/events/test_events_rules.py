"""Words that mean one thing in one setting and another, or nothing, in the next."""

import pytest

# (sentence, what it tells)
TELL = [
    ("Chile warns that Peru is massing troops near its border.", ("CHL", "ACCUSE", "PER")),
    ("China says its navy made a Japanese destroyer turn back after threatening to ram it.",
     ("CHN", "THREATEN", "JPN")),
    ("The Kenyan president leaves for Kampala for talks.", ("KEN", "CONSULT", "UGA")),
    ("The Kenyan president was worried about the Somali soldiers massing on the border.",
     ("KEN", "ACCUSE", "SOM")),
    ("With 100,000 Indian soldiers standing near Pakistan, the world held its breath.",
     ("IND", "MOBILIZE", "PAK")),
    ("Egypt called Ethiopia a threat.", ("EGY", "ACCUSE", "ETH")),
    ("Singapore said the Thai raid violated the sovereignty of Laos.", ("SGP", "ACCUSE", "THA")),
    ("Chile accused Peru of spying. Peru disputed that.", ("PER", "REJECT", "CHL")),
    ("Sudan accused Chad. Chad said there was no proof that it had taken part.",
     ("TCD", "REJECT", "SDN")),
    ("Norway said it would stand by Finland.", ("NOR", "SUPPORT", "FIN")),
    ("A Spanish citizen was arrested in Poland.", ("POL", "COERCE", "ESP")),
    ("Peru announced that ten Chilean diplomats must leave the country by Friday.",
     ("PER", "SANCTION", "CHL")),
    ("The Chilean ministry said Peru's step was provocative and would have consequences.",
     ("CHL", "THREATEN", "PER")),
    ("Japan's premier met the president of South Korea. He raised the attack on fishermen.",
     ("JPN", "ACCUSE", "KOR")),
    ("The Iranian president said Iran had never attacked Kuwait.", ("IRN", "REJECT", "KWT")),
    ("Iran cancelled talks with Iraq.", ("IRN", "REJECT", "IRQ")),
    ("Chile wanted Peruvian police to arrest the smugglers of Bolivia.", ("CHL", "REQUEST", "PER")),
    ("Kenyan troops left Somalia.", ("KEN", "RETREAT", "SOM")),
    ("A Chilean dissident received asylum in Peru.", ("PER", "AID", "CHL")),
    ("Iranian hackers switched off the power to parts of Iraq.", ("IRN", "COERCE", "IRQ")),
    ("Estonia published a statement of support for Georgia.", ("EST", "SUPPORT", "GEO")),
    ("Peru denied the Chilean accusation of theft. Norway joined the accusation.",
     ("NOR", "ACCUSE", "PER")),
    ("Iran ignored the demand of Iraq.", ("IRN", "REJECT", "IRQ")),
    ("Peru signed a law banning Chilean citizens from adopting children.",
     ("PER", "COERCE", "CHL")),
    ("Denmark suggested that Iceland withdraw its troops.", ("DNK", "REQUEST", "ISL")),
    ("Iran said it was ready to take any necessary steps against Iraq.",
     ("IRN", "THREATEN", "IRQ")),
    ("The Kenyan government said Sudan had shelled it and that this would have consequences.",
     ("KEN", "THREATEN", "SDN")),
]  # fmt: skip
# (sentence, type that it does not tell)
NOT = [
    ("Chile warns that Peru is massing troops near its border.", "THREATEN"),
    ("Documents confirm that Britain ignored the Indian famine.", "REJECT"),
    ("Mexico widened sanctions against Cuba, targeting major banks.", "ASSAULT"),
    ("Iran and Iraq failed to agree on a ceasefire.", "REJECT"),
    ("A member of the Chilean parliament suggested that Peru was preparing new sanctions.",
     "REQUEST"),
    ("The Greek president said there was no proof that Malta had attacked Cyprus.", "REJECT"),
    ("The Danish minister declined to discuss the subject.", "REJECT"),
    ("Iran and Iraq set up a group on threats.", "THREATEN"),
    ("The Canadian ministry brought the number of cases to 475,674.", "ACCUSE"),
    ("North Korea warned of possible floods from China.", "THREATEN"),
    ("Britain said it would respond to an Israeli attack on Iran.", "ASSAULT"),
    ("The French president approved the plan at a conference with Germany.", "CONSULT"),
    ("Chile claimed that Chile and Peru had reached an agreement.", "ACCUSE"),
    ("Norway warned Sweden that a sailor was planning attacks.", "ACCUSE"),
    ("Iran will respond officially to the Iraqi proposal in May.", "THREATEN"),
    ("The Kenyan president called the Somali shootings an act of terror.", "REQUEST"),
    ("Kenya and Somalia insist the drills are for defence.", "REQUEST"),
    ("The island disputed by China and Vietnam is small.", "REJECT"),
    ("The Dutch court approved an extradition request from Peru.", "REQUEST"),
    ("The Greek president agreed with a reporter that the Turkish king was a liar.", "AGREE"),
    ("Iran asked Iraq whether it had shelled the port.", "REQUEST"),
    ("The Kenyan president leaves for Kampala for talks.", "REJECT"),
    ("The French senate heard of a report on Iranian interference in the Israeli vote.", "COERCE"),
    ("Peru signed a law banning Chilean citizens from adopting children.", "SUPPORT"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TELL)
def test_told(told, sentence, expected):
    source, event_type, target = expected
    assert ({source}, event_type, {target}) in [each[:3] for each in told(sentence)]


@pytest.mark.parametrize(("sentence", "event_type"), NOT)
def test_not_told(told, sentence, event_type):
    assert event_type not in [each.event_type for each in told(sentence)]


def test_what_is_discussed_is_no_party(told):
    [found] = told("The foreign ministers of Spain and France discussed the Georgian situation.")
    assert found.source == {"ESP", "FRA"}


def test_whose_claim(mentions):
    denial, denied = mentions("Chile denied that its army had shelled Peru.")
    assert denial.event_type == "REJECT"
    assert (denied.event_type, denied.status) == ("ASSAULT", "denied")
    assert denied.according_to is not None
    assert denied.according_to.country == "CHL"
    [asked] = mentions("Iran urged Iraq to withdraw its troops from Syria.")
    assert asked.according_to is None
    agreed = mentions("Chile and Peru agreed to open the border and to hold talks on water.")
    assert [mention.according_to for mention in agreed] == [None, None]
    _, denial, denied = mentions(
        "The Chilean president accused Peru of hacking, which Lima denied."
    )
    assert (denial.event_type, denial.according_to) == ("REJECT", None)
    assert (denied.event_type, denied.status) == ("COERCE", "denied")
    [said] = mentions("The Chilean president said Peru and Chile had agreed to open the border.")
    assert said.according_to is not None
    assert said.according_to.country == "CHL"


def test_almost_is_not_done(told):
    [found] = told("Britain and Spain had almost reached an agreement.")
    assert found.status == "hypothetical"


@pytest.mark.parametrize(
    "sentence",
    [
        "The French president told the Turkish president by telephone that the raid was illegal.",
        "The security advisers of France and Turkey sat together for hours in a hotel.",
    ],
)
def test_they_talked(told, sentence):
    pair = {"FRA", "TUR"}
    assert (pair, "CONSULT", pair) in [each[:3] for each in told(sentence)]


def test_a_hoped_for_meeting_is_none(told):
    found = told("Mali thanked the Polish president, whom the Malian president hopes to meet.")
    assert "CONSULT" not in [each.event_type for each in found if each.status == "happened"]

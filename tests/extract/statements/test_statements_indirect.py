import pytest

CASES = [
    # that-clauses, with and without "that"
    (
        "The Kenyan foreign ministry said Somalia had closed the crossing.",
        "The Kenyan foreign ministry", "say", "Somalia had closed the crossing",
    ),
    (
        "Putin denied that Russia was behind the hack.",
        "Putin", "deny", "that Russia was behind the hack",
    ),
    (
        "Seoul's envoy told reporters that the talks had failed.",
        "Seoul's envoy", "tell", "that the talks had failed",
    ),
    (
        "Peru's president argued that Chile should pay for the damage.",
        "Peru's president", "argue", "that Chile should pay for the damage",
    ),
    # objects
    (
        "Iranian officials denied any involvement in the raid.",
        "Iranian officials", "deny", "any involvement in the raid",
    ),
    (
        "Sudan rejected the proposal of the African Union.",
        "Sudan", "reject", "the proposal of the African Union",
    ),
    (
        "Israel accused Hezbollah of firing rockets.",
        "Israel", "accuse", "Hezbollah of firing rockets",
    ),
    (
        "Japan warned Moscow against further patrols.",
        "Japan", "warn", "Moscow against further patrols",
    ),
    ("Cyprus called for new talks.", "Cyprus", "call", "new talks"),
    # infinitives
    (
        "Bolivia's president promised to return the envoys.",
        "Bolivia's president", "promise", "to return the envoys",
    ),
    (
        "Pyongyang threatened to close the border.",
        "Pyongyang", "threaten", "to close the border",
    ),
    (
        "France urged Beijing to withdraw its ships.",
        "France", "urge", "Beijing to withdraw its ships",
    ),
    (
        "The minister refused to sign the treaty.",
        "The minister", "refuse", "to sign the treaty",
    ),
    (
        "Egypt and Sudan agreed to reopen the crossing.",
        "Egypt and Sudan", "agree", "to reopen the crossing",
    ),
    # tags after and within the sentence
    (
        "Poland will host the talks, the Polish foreign ministry said on Friday.",
        "the Polish foreign ministry", "say", "Poland will host the talks",
    ),
    (
        "The strike, Ankara said, was a mistake.",
        "Ankara", "say", "The strike ... was a mistake",
    ),
    # according to
    (
        "According to the Indian foreign ministry, talks will resume in May.",
        "the Indian foreign ministry", "according", "talks will resume in May",
    ),
    (
        "Two soldiers were killed, according to the Armenian army.",
        "the Armenian army", "according", "Two soldiers were killed",
    ),
    # cue nouns
    (
        "His claim that Poland had fired first was false.",
        "His", "claim", "that Poland had fired first",
    ),
    (
        "Pakistan's promise to release the pilot came late.",
        "Pakistan's", "promise", "to release the pilot",
    ),
    # passives
    (
        "The general was quoted as saying that the war was over.",
        "The general", "say", "that the war was over",
    ),
    (
        "The raid was condemned by Jordan.",
        "Jordan", "condemn", "The raid",
    ),
    # participles and second verbs take the speaker of the first
    (
        "Oslo recalled its envoy, saying that the order was illegal.",
        "Oslo", "say", "that the order was illegal",
    ),
    (
        "Mali expelled the envoy and demanded that France leave.",
        "Mali", "demand", "that France leave",
    ),
    # one within another
    (
        "Lavrov said the Pentagon had promised not to deploy missiles.",
        "the Pentagon", "promise", "not to deploy missiles",
    ),
    # headlines
    (
        "Lavrov: we will answer new sanctions\n\nMOSCOW. The talks went on.",
        "Lavrov", ":", "we will answer new sanctions",
    ),
    (
        "Poland to expel three envoys, minister says\n\nWARSAW. The talks went on.",
        "minister", "say", "Poland to expel three envoys",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "cue", "content"), CASES)
def test_who_said_what(told, text, speaker, cue, content):
    assert (speaker, cue, content) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked the town at dawn.",
        "Rain fell on the capital for three days.",
        "The law requires that ships carry a permit.",
        "The new road will help farmers reach the port.",
    ],
)
def test_no_one_says_anything(told, text):
    assert told(text) == set()


def test_what_nobody_has_said_is_left_out(told):
    assert not told("Spain might say that the border is closed.")


def test_the_passive_without_agent_has_no_speaker(told):
    found = told("Iran was accused of the attack.")
    assert [speaker for speaker, cue, _ in found if cue == "accuse"] == [""]


def test_who_denies_a_report_does_not_make_it(told):
    found = told("The Syrian army denied reports that it had shelled the town.")
    assert found == {
        ("The Syrian army", "deny", "reports that it had shelled the town"),
    }


def test_when_it_was_said_is_no_content(told):
    found = told("Georgia accused Russia on Thursday of the attack.")
    assert all("Thursday" not in content for _, _, content in found)


def test_the_place_line_is_no_part_of_the_speaker(told):
    found = told("NAIROBI - The Kenyan army said the raid had failed.")
    assert ("The Kenyan army", "say", "the raid had failed") in found


def test_a_condition_belongs_to_what_is_said(told):
    found = told("Turkey will block the bid, Erdogan has said, unless Sweden extradites the men.")
    assert (
        "Erdogan",
        "say",
        "Turkey will block the bid ... unless Sweden extradites the men",
    ) in found

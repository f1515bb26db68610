import dataclasses
import datetime as dt

import msgspec
import pytest

from dateline.grade import grade
from dateline.grade.features import feature
from dateline.link.candidate import Candidate
from dateline.model import Actor, Reason
from dateline.settings import Settings


@pytest.fixture
def told(make_mention):
    """A mention as told by one outlet; `voice` and `publisher` name it."""

    def make(outlet, *, voice=None, speaks=True, by=None, **fields):
        speaker = by and Actor(code=f"{by} GOV", country=by, name=f"minister of {by}")
        return Candidate(
            mention=make_mention(report=outlet, according_to=speaker, **fields),
            sentence="Ministers met in Seoul.",
            voice=voice or outlet,
            speaks=speaks,
            publishers=(outlet,),
        )

    return make


def credibility(members, settings=Settings()):  # noqa: B008 - frozen
    return grade(members, "happened", settings).credibility


def test_one_plain_report_is_possibly_true(told):
    assert credibility([told("Harbour Post")]) == 3


def test_two_independent_voices_make_it_probable_and_three_confirm_it(told):
    assert credibility([told("Harbour Post"), told("Delta News")]) == 2
    assert credibility([told("Harbour Post"), told("Delta News"), told("Fjord Wire")]) == 1


def test_two_reports_of_one_publisher_are_one_voice(told):
    again = told("Harbour Post", voice="another text")
    assert credibility([told("Harbour Post"), again]) == 3


def test_copies_raise_nothing(told):
    alone = grade([told("Harbour Post")], "happened", Settings())
    copies = [told(f"Copy {n}", voice="Harbour Post", speaks=False) for n in range(20)]
    assert grade([told("Harbour Post"), *copies], "happened", Settings()) == alone


def test_both_sides_saying_so_counts_for_it(told):
    members = [told("Harbour Post", by="JPN"), told("Harbour Post", by="KOR")]
    assert credibility(members) == 2


def test_reports_that_differ_on_the_day_count_against_it(told):
    members = [told("Harbour Post"), told("Delta News", day=dt.date(2019, 7, 2))]
    found = grade(members, "happened", Settings())
    assert found.credibility == 3
    assert any("2019-07-01, 2019-07-02" in reason.detail for reason in found.reasons)


def test_every_weight_has_its_reason_and_reliability_is_the_users(told):
    settings = Settings(publishers={"Harbour Post": "B"})
    found = grade([told("Harbour Post")], "happened", settings)
    assert found.reliability == "B"
    assert {"independent_voices", "publisher"} <= {reason.feature for reason in found.reasons}
    assert grade([told("Delta News")], "happened", settings).reliability == "F"


def test_a_feature_without_a_docstring_does_not_register():
    with pytest.raises(ValueError, match="no docstring"):
        feature(lambda _members: None)


def reasons(members):
    return {r.feature: r for r in grade(members, "happened", Settings()).reasons}


def owned(candidate, state):
    return dataclasses.replace(candidate, owner=state)


def test_outlets_that_a_party_owns_are_one_voice_and_its_own(told):
    members = [owned(told("State Radio"), "KOR"), owned(told("State Paper"), "KOR")]
    found = reasons(members)
    assert found["independent_voices"].detail == "1 independent voice"
    assert found["one_side_only"].detail == "only on the word of KOR"
    # Those of a state that is no party to it are outlets like others.
    members = [owned(told("State Radio"), "PER"), owned(told("State Paper"), "PER")]
    found = reasons(members)
    assert found["independent_voices"].detail == "2 independent voices"
    assert "one_side_only" not in found


def test_an_outlet_that_the_other_side_owns_confirms(told):
    members = [told("Harbour Post", by="JPN"), owned(told("State Radio"), "KOR")]
    assert reasons(members)["both_sides"].detail == "said by JPN and KOR"


def test_who_does_it_and_says_so_makes_up_for_being_alone(told):
    assert credibility([told("Harbour Post", by="JPN")]) == 3
    found = reasons([told("Harbour Post", by="JPN")])
    assert found["official_readout"].weight == -found["one_side_only"].weight
    assert "official_readout" not in reasons([told("Harbour Post", by="KOR")])


def saying(candidate, sentence):
    return dataclasses.replace(candidate, sentence=sentence)


def test_words_quoted_alike_speak_for_it_and_words_quoted_otherwise_against(told):
    one, two = told("Harbour Post"), told("Delta News")
    said = saying(one, "“We will not lift the ban on chips,” the minister said in Seoul.")
    alike = saying(two, "The minister told us: “We will not lift the ban on chips.”")
    other = saying(two, "The minister told us: “We will surely lift the ban on chips.”")
    assert reasons([said, alike])["quotation_integrity"].weight > 0
    assert reasons([said, other])["quotation_integrity"].weight < 0
    same_voice = dataclasses.replace(other, voice=said.voice)
    assert "quotation_integrity" not in reasons([said, same_voice])


def test_numbers_of_one_thing_that_differ_count_against_it(told):
    one = told("Harbour Post", details={"number": "35 diplomats"})
    two = told("Delta News", details={"number": "33 diplomats"})
    assert reasons([one, two])["other_numbers"].detail == (
        "reports differ on the number: 33 diplomats; 35 diplomats"
    )
    families = told("Delta News", details={"number": "20 families"})
    assert "other_numbers" not in reasons([one, families])
    hours = [told(n, details={"duration": v}) for n, v in (("Post", "PT3H"), ("News", "PT4H"))]
    assert reasons(hours)["other_numbers"].detail.endswith("PT3H; PT4H")


def test_a_hedge_in_every_report_counts_against_it(told):
    hedged = saying(told("Harbour Post"), "Ministers reportedly met in Seoul.")
    assert reasons([hedged])["hedged_wording"].detail == "told with reportedly"
    assert "hedged_wording" not in reasons([hedged, told("Delta News")])


def read_by(candidate, rules):
    reasons = (Reason(feature="rules", detail=rules),)
    mention = msgspec.structs.replace(candidate.mention, reasons=reasons)
    return dataclasses.replace(candidate, mention=mention)


def test_what_only_the_classifier_reads_is_doubtful_until_a_rule_tells_it_too(told):
    guess = read_by(told("Harbour Post"), "classifier 0.46; rule head AGREE")
    typed = read_by(told("Harbour Post"), "no rule; denied: denies; classifier -0.40")
    rule = read_by(told("Delta News"), "verb meet prep=with")
    assert credibility([guess]) == credibility([typed]) == 4
    assert credibility([rule]) == 3
    assert credibility([guess, rule]) == 2
    [reason] = [
        r for r in grade([typed], "happened", Settings()).reasons
        if r.feature == "classifier_alone"
    ]  # fmt: skip
    assert reason.detail == "no rule tells it: classifier -0.40"

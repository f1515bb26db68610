import datetime as dt

import pytest

from dateline.grade import grade
from dateline.grade.features import feature
from dateline.link.candidate import Candidate
from dateline.model import Actor
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

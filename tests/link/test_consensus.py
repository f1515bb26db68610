"""Each field keeps every value seen: by how many voices, of which side, and why one is shown."""

import dataclasses
import datetime as dt

import pytest

from dateline.link.candidate import Candidate
from dateline.link.event import event
from dateline.model import Actor
from dateline.settings import Settings


@pytest.fixture
def told(make_mention):
    def make(voice, *, by="", owner="", **fields):
        speaker = Actor(code=f"{by} GOV", country=by, name=by, role="GOV") if by else None
        return Candidate(
            mention=make_mention(report=voice, according_to=speaker, **fields),
            sentence="Ministers met in Seoul.",
            voice=voice,
            publishers=(voice,),
            keys=(voice,),
            owner=owner,
        )

    return make


def values(members, field):
    return [v for v in event(members, Settings()).values if v.field == field]


def test_three_hours_and_four_hours_are_both_shown_each_with_its_side(told):
    members = [
        told("Post", by="JPN", details={"duration": "PT3H"}),
        told("Wire", details={"duration": "PT3H"}),
        told("Radio", owner="KOR", details={"duration": "PT4H"}),
    ]
    three, four = values(members, "duration")
    assert (three.value, three.voices, three.by) == ("PT3H", 2, (("", 1), ("JPN", 1)))
    assert (four.value, four.voices, four.by) == ("PT4H", 1, (("KOR", 1),))
    assert (three.shown, three.why) == (True, "most voices give it")
    assert (four.shown, four.why) == (False, "")


def test_a_state_that_is_no_party_is_among_the_others(told):
    (place,) = values([told("Radio", owner="PER", place="Seoul")], "place")
    assert place.by == (("", 1),)
    assert place.why == ""


def test_of_as_many_voices_the_first_in_order_is_shown_and_says_so(told):
    seen = values([told("Post", place="Seoul"), told("Wire", place="Busan")], "place")
    assert [(v.value, v.why[:22]) for v in seen] == [
        ("Busan", "as many voices give an"),
        ("Seoul", ""),
    ]


def test_the_finest_day_told_is_shown_beside_the_month(told):
    month = told("Post", until=dt.date(2019, 7, 31))
    seen = values([month, told("Wire", day=dt.date(2019, 7, 4))], "date")
    assert [v.value for v in seen] == ["2019-07-04", "2019-07-01/2019-07-31"]
    assert seen[0].why.startswith("the finest")


def test_two_voices_of_one_publisher_outvote_nobody_and_a_partys_own_word_comes_first(told):
    def of_wire(voice):
        made = told(voice, details={"number": "12 sectors"})
        return dataclasses.replace(made, publishers=("Wire",))

    own = told("Post", by="JPN", details={"number": "16 sectors"})
    first, second = values([of_wire("one"), of_wire("two"), own], "number")
    assert (first.value, first.voices, first.shown) == ("16 sectors", 1, True)
    assert first.why == "as many voices give another; a party to it says so itself"
    assert (second.value, second.voices) == ("12 sectors", 2)
    more = [of_wire("one"), told("Radio", details={"number": "12 sectors"}), own]
    assert values(more, "number")[0].why == "most voices give it"

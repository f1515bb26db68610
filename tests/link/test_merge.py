import datetime as dt
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.link import merge
from dateline.link.candidate import Candidate
from dateline.link.merge import groups

MEET = "Ministers of Japan and South Korea met in Seoul to discuss export controls."
AGAIN = "The South Korean and Japanese ministers held talks on export controls in Seoul."
DAY = dt.date(2019, 7, 1)
WORDS = ["export", "fishing", "hotline", "island", "chips", "court", "labour", "visas"]


@pytest.fixture
def group():
    def run(*given):
        made = [Candidate(mention=mention, sentence=text, voice=text) for mention, text in given]
        return [[c.mention.evidence.report_id for c in g.members] for g in groups(made)]

    return run


def test_two_reports_of_one_meeting_are_one_event(group, make_mention):
    one = make_mention("JPN+KOR", "JPN+KOR", report="a", reciprocal=True)
    two = make_mention("JPN+KOR", "JPN+KOR", report="b", reciprocal=True)
    assert group((one, MEET), (two, AGAIN)) == [["a", "b"]]


def test_a_date_by_publication_a_day_later_still_joins(group, make_mention):
    one = make_mention(report="a")
    two = make_mention(report="b", day=DAY + dt.timedelta(1), basis="publication")
    assert group((one, MEET), (two, AGAIN)) == [["a", "b"]]


def test_weeks_apart_are_two_events(group, make_mention):
    one = make_mention(report="a")
    two = make_mention(report="b", day=DAY + dt.timedelta(21))
    assert group((one, MEET), (two, AGAIN)) == [["a"], ["b"]]


def test_the_other_direction_is_another_event(group, make_mention):
    one = make_mention("JPN", "KOR", report="a", type="ACCUSE")
    two = make_mention("KOR", "JPN", report="b", type="ACCUSE")
    text = "accused of breaking export rules"
    assert group((one, text), (two, text)) == [["a"], ["b"]]


def test_accusations_about_different_incidents_stay_apart(group, make_mention):
    one = make_mention(report="a", type="ACCUSE", details={"incident": "Port breach"})
    two = make_mention(report="b", type="ACCUSE", details={"incident": "Bank theft"})
    texts = "Japan blamed it for the breach", "Japan blamed it for the theft"
    assert group((one, texts[0]), (two, texts[1])) == [["a"], ["b"]]


def test_a_month_finds_the_day_within_it(group, make_mention):
    one = make_mention(report="a")
    two = make_mention(report="b", day=dt.date(2019, 7, 1), until=dt.date(2019, 7, 31))
    assert group((two, AGAIN), (one, MEET)) == [["a", "b"]]


def test_a_month_finds_its_only_meeting_in_other_words(group, make_mention):
    july = {"day": dt.date(2019, 7, 1), "until": dt.date(2019, 7, 31)}
    one = make_mention("JPN+KOR", "JPN+KOR", report="a", reciprocal=True, place="Seoul")
    two = make_mention("JPN+KOR", "JPN+KOR", report="b", reciprocal=True, **july)
    told = "Both spoke of visas at their meeting in Seoul in July."
    assert group((two, told), (one, MEET)) == [["a", "b"]]


def test_a_month_of_two_meetings_finds_neither_without_a_place(group, make_mention):
    july = {"day": dt.date(2019, 7, 1), "until": dt.date(2019, 7, 31)}
    made = [
        (make_mention("JPN+KOR", "JPN+KOR", report=name, day=day, reciprocal=True), MEET)
        for name, day in (("a", dt.date(2019, 7, 2)), ("b", dt.date(2019, 7, 20)))
    ]
    late = make_mention("JPN+KOR", "JPN+KOR", report="c", reciprocal=True, **july)
    assert len(group(*made, (late, "They talked of visas in July."))) == 3


def test_another_meeting_place_is_another_meeting(group, make_mention):
    one = make_mention(report="a", place="Seoul")
    two = make_mention(report="b", place="Osaka", day=DAY + dt.timedelta(2))
    assert group((one, MEET), (two, "The ministers met in Osaka over fishing rights.")) == [
        ["a"],
        ["b"],
    ]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 9999))
def test_grouping_does_not_depend_on_order(make_mention, seed):
    chance = random.Random(seed)
    made = [
        Candidate(
            mention=make_mention(
                report=f"r{n}",
                type=chance.choice(["CONSULT", "ACCUSE"]),
                day=DAY + dt.timedelta(chance.randint(0, 9)),
                until=chance.choice([None, dt.date(2019, 8, 1)]),
            ),
            sentence=" ".join(chance.sample(WORDS, 4)),
        )
        for n in range(12)
    ]
    expected = [[c.mention.id for c in g.members] for g in groups(made)]
    chance.shuffle(made)
    assert [[c.mention.id for c in g.members] for g in groups(made)] == expected


def test_a_burst_of_thousands_of_acts_costs_no_more_for_each(make_mention):
    """Time is taken by counting comparisons: a pair's acts of one week, each told twice."""

    def compared(count):
        chance = random.Random(1)
        stems = [f"{chance.randrange(10**8):08}" for _ in range(3 * count)]
        made = [
            Candidate(
                mention=make_mention(report=f"{n}-{copy}", type="ACCUSE"),
                sentence=f"They blamed {stems[n]} on {stems[~n]} {stems[~n - count]}.",
                voice=f"{n}-{copy}",
            )
            for n in range(count)
            for copy in range(2)
        ]
        calls = 0
        likeness = merge.Group.likeness

        def counted(self, candidate):
            nonlocal calls
            calls += 1
            return likeness(self, candidate)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(merge.Group, "likeness", counted)
            assert len(groups(made)) == count
        return calls / count

    assert compared(800) < 1.5 * compared(200)


def test_one_pledge_of_two_numbers_is_one_event(group, make_mention):
    told = "promised to release {} fishermen"
    made = [
        (make_mention("KEN", "SOM", report=n, type="AGREE", details={"number": count}), text)
        for n, count in (("a", "14 fishermen"), ("b", "17 fishermen"))
        for text in [told.format(count.split()[0])]
    ]
    assert group(*made) == [["a", "b"]]


def test_what_a_report_tells_as_past_is_no_event_after_it(make_mention):
    told = make_mention("KEN", "SOM", report="a", type="SANCTION", day=None)
    later = make_mention("KEN", "SOM", report="b", type="SANCTION", day=dt.date(2020, 3, 1))
    early = Candidate(mention=told, sentence="new sanctions", published=dt.date(2019, 7, 1))
    late = Candidate(mention=later, sentence="new sanctions", published=dt.date(2020, 3, 2))
    assert len(groups([early, late])) == 2

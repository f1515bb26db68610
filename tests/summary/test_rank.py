import datetime as dt

import pytest

from dateline import Report
from dateline.summary.length import first_day, how_many, shared_out
from dateline.summary.pieces import pieces
from dateline.summary.rank import rank
from dateline.summary.topic import Topic

DAY = dt.timedelta(days=1)
SPILL = dt.date(2010, 4, 20)


def report(text, published):
    return Report.from_text(text, published=published)


def ranked(*reports):
    read = [one for one in pieces(reports) if one]
    return rank(read, Topic(read))


def best(weighed):
    return max(weighed, key=lambda day: weighed[day].score)


def test_a_day_that_reports_name_later_outweighs_one_named_at_once():
    weighed = ranked(
        report("Oil leaked from the tanker on Tuesday.", SPILL + 2 * DAY),
        report("Oil from the leaking tanker came ashore on Friday.", SPILL + 4 * DAY),
        report("The tanker has leaked oil since 20 April 2010, a court heard.", SPILL + 90 * DAY),
    )
    assert best(weighed) == SPILL
    assert weighed[SPILL][1:4] == (2, 1, 1)
    assert weighed[SPILL].published == 0
    assert weighed[SPILL + 4 * DAY].published == 1


def test_a_day_named_in_a_sentence_on_the_topic_outweighs_one_named_aside():
    told = [
        report(f"The tanker leaks oil, {who} said. Rain fell on Monday in town. ", SPILL + DAY)
        for who in ("owners", "divers", "sailors")
    ]
    about = report("The leaking tanker had loaded oil on Sunday. ", SPILL + DAY)
    weighed = ranked(*told[:1], about)
    assert weighed[SPILL - 2 * DAY].score > weighed[SPILL - DAY].score


def test_a_day_to_come_counts_least():
    weighed = ranked(
        report("The tanker sank on Monday. The court will hear its owner on Friday.", SPILL)
    )
    assert weighed[SPILL + 3 * DAY].score < weighed[SPILL - DAY].score


def test_the_first_and_the_last_day_of_the_calendar_can_be_dates():
    for day in (dt.date.min, dt.date.max):
        assert day in ranked(report("The tanker sank off the coast.", day))


def test_background_is_left_out_unless_the_reports_are_histories():
    news = [
        report(f"The tanker sank on Monday near {n} rocks.", SPILL + n * DAY) for n in (0, 1, 2)
    ]
    old = report("The tanker was built on 3 March 1998 in Oslo.", SPILL + 3 * DAY)
    assert first_day(list(pieces([*news, old]))) == SPILL - 7 * DAY
    assert first_day(list(pieces([old]))) is None
    assert first_day(list(pieces([Report.from_text("No date is given here.")]))) is None


def test_the_number_of_days_grows_with_how_far_the_weight_is_spread():
    assert how_many([], 0) == how_many([0.0], 3) == 0
    assert how_many([1.0], 1) == 1
    assert how_many([1.0] * 16, 16) == 8
    assert how_many([100.0] + [0.01] * 15, 16) == 2


@pytest.mark.parametrize(
    ("count", "average", "shares"),
    [(3, 2, [2, 2, 2]), (4, 1.5, [2, 2, 1, 1]), (3, 2.34, [3, 2, 2]), (0, 2, [])],
)
def test_sentences_are_shared_out_to_their_average(count, average, shares):
    assert shared_out(count, average) == shares

import datetime as dt

from dateline import Report
from dateline.summary.candidates import candidates
from dateline.summary.choose import choose
from dateline.summary.pieces import pieces
from dateline.summary.topic import Topic

QUAKE = dt.date(2015, 4, 25)
DAY = dt.timedelta(days=1)
TOLD = "A strong earthquake destroyed temples and houses across the Kathmandu valley on Saturday."
LIKE = "A strong earthquake wrecked temples and houses in the Kathmandu valley on Saturday."
NEW = "Climbers at the base camp below Everest died when the earthquake of Saturday set off snow."


def chosen(count, *told):
    read = list(pieces(Report.from_text(text, published=day) for text, day in told))
    found = candidates(read, [QUAKE])[QUAKE]
    return [one.candidate.piece.text for one in choose(found, count, Topic(read))]


def test_what_all_tell_comes_first_and_is_not_repeated():
    after = QUAKE + 4 * DAY
    told = [(TOLD, after), (LIKE, after), (NEW, after)]
    first, second = chosen(2, *told)
    assert first in {TOLD, LIKE}
    assert second == NEW


def test_there_are_as_many_as_wanted_where_there_are_so_many():
    after = QUAKE + 4 * DAY
    assert len(chosen(9, (TOLD, after), (LIKE, after), (NEW, after))) == 3


def test_a_sentence_that_expects_the_day_gives_way_to_one_that_tells_it():
    ahead = "Temples and houses across the Kathmandu valley will be closed for Saturday's festival."
    assert chosen(1, (ahead, QUAKE - 2 * DAY), (TOLD, QUAKE + DAY)) == [TOLD]


def test_reports_of_the_day_and_the_day_after_tell_it_without_naming_it():
    today = "Rescuers dig in the rubble of temples and houses in the Kathmandu valley."
    found = chosen(3, (today, QUAKE), (today.replace("Rescuers", "Soldiers"), QUAKE + DAY))
    assert len(found) == 2
    late = today.replace("Rescuers", "Neighbours")
    assert late not in chosen(3, (today, QUAKE), (late, QUAKE + 2 * DAY))


def test_a_caption_stands_for_a_day_only_where_there_is_nothing_else():
    caption = "Kathmandu on Saturday: rubble."
    assert chosen(2, (caption, QUAKE + DAY), (TOLD, QUAKE + DAY)) == [TOLD]
    assert chosen(2, (caption, QUAKE + 4 * DAY)) == [caption]

import datetime as dt
from collections import Counter

from t17 import Article, Counts, Topic, choose, count, judge, left_out


def day(number, month=3):
    return dt.date(2011, month, number)


def test_counts_namings_reports_and_publications():
    text = "Ministers met on 3 March 2011. On 3 March 2011 and on 5 March 2011 they spoke. In 2010 "
    text += "they did not."
    counts = count([Article(day(6), text), Article(day(6), "They met on 3 March 2011.")])
    assert counts.namings == {day(3): 3, day(5): 1}
    assert counts.reports == {day(3): 2, day(5): 1}
    assert counts.published == {day(6): 2}


def test_chooses_as_many_days_as_the_gold_has_within_its_ends():
    named = {day(1): 9, day(2): 1, day(3): 4, day(4): 3, day(5): 2, day(9): 9}
    want = frozenset({day(2), day(4), day(5)})
    assert choose(Counter(named), Counter(), 0.0, want) == {day(3), day(4), day(5)}


def test_publication_counts_by_its_weight_and_ties_go_to_the_earlier():
    named, published = Counter({day(2): 2}), Counter({day(3): 2, day(4): 2})
    want = frozenset({day(2), day(4)})
    assert choose(named, published, 0.5, want) == {day(2), day(3)}
    assert choose(named, published, 0.0, want) == {day(2)}


def topic(named, published, want):
    counts = Counts(Counter(named), Counter(named), Counter(published))
    return Topic(counts, {"one": frozenset(want)})


def test_a_topic_takes_the_weight_of_the_others():
    # One is right by what the texts name, the other only by the days of publication.
    texts = topic({day(2): 2, day(4): 1}, {day(3): 9}, {day(2), day(4)})
    print_ = topic({day(3): 2}, {day(2): 9, day(4): 9}, {day(2), day(4)})
    found = left_out({"texts": texts, "print": print_})
    weights = {name: weight for name, (weight, _) in found.items()}
    assert weights["print"] == 0.0
    assert weights["texts"] == 0.3
    assert judge(print_, 0.0)[0].f1 == 0.0
    assert judge(print_, 0.3)[0].f1 == 100.0

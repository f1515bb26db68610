"""The example corpus is what its README promises: counts, lengths, copies that are copies."""

import re
from collections import Counter
from itertools import combinations


def test_counts(gold, reports):
    assert len(reports) >= 64
    assert len({report.publisher for report in reports.values()}) >= 8
    assert sum(len(group) - 1 for group in gold["voices"]) >= 6
    assert len(gold["spun"]) >= 3
    assert len(gold["off_topic"]) >= 10
    assert len(gold["unsupported"]) >= 6
    assert len(gold["statements"]) >= 80
    assert len(gold["statements_complete"]) >= 25
    assert len(gold["times"]) >= 80
    assert len(gold["times_complete"]) >= 20


def test_four_reports_contradict_others(gold):
    groups = [min(entry["values"].values(), key=len) for entry in gold["conflicts"]]
    assert len({key for group in groups for key in group}) >= 4


def test_main_events_come_from_several_newsrooms(gold):
    first = {key: group[0] for group in gold["voices"] for key in group}
    spun = {entry["report"] for entry in gold["spun"]}
    voices = Counter(
        {
            event["id"]: len({first.get(key, key) for key in event["reports"] if key not in spun})
            for event in gold["events"]
        }
    )
    for event in ("20100408-sign", "20161229-expel", "20180716-meet", "20210616-meet"):
        assert voices[event] >= 3, event
    assert sum(count >= 2 for count in voices.values()) >= 40


def test_lengths(reports):
    for key, report in reports.items():
        assert 120 <= len(report.text.split()) <= 500, key
        assert report.title, key
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", report.published), key


def runs(report):
    """Return the runs of five words of a report."""
    words = re.findall(r"\w+", report.text.lower())
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def test_copies_share_their_text_and_others_do_not(gold, reports):
    of = {key: runs(report) for key, report in reports.items()}
    group = {key: at for at, keys in enumerate(gold["voices"]) for key in keys}
    for one, other in combinations(sorted(of), 2):
        share = len(of[one] & of[other]) / min(len(of[one]), len(of[other]))
        if one in group and group[one] == group.get(other):
            assert share > 0.8, (one, other, share)
        elif {one, other} & {entry["report"] for entry in gold["spun"]}:
            assert share < 0.4, (one, other, share)
        else:
            assert share < 0.2, (one, other, share)


def test_spun_copies_keep_little_more_than_names(gold, reports):
    for entry in gold["spun"]:
        spun, source = runs(reports[entry["report"]]), runs(reports[entry["of"]])
        assert 0.01 < len(spun & source) / len(spun) < 0.4, entry

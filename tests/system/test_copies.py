"""Copies of a report, whole or cut, add nothing to any grade."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.model import Report
from dateline.query import Query, Record
from dateline.settings import Settings

ALL = Query(status=("all",))
# The letters A, B and E for some of those who copy, none for the others.
LETTERS = Settings(publishers={"Copy 0": "A", "Copy 1": "B", "Copy 2": "E", "Pacific Ledger": "C"})
COPIES = ("whole", "first half", "first paragraphs")


def cut(text, how):
    paragraphs = text.split("\n\n")
    if how == "first half":
        paragraphs = paragraphs[: (len(paragraphs) + 1) // 2]
    if how == "first paragraphs":
        paragraphs = paragraphs[:-1]
    return "\n\n".join(paragraphs)


def variants(base):
    """Yield copies of a report: of the same day and later, undated, by several publishers."""
    for number, how in enumerate(COPIES):
        for days in (0, 1, None):
            text = cut(base["text"], how)
            if len(text.split()) >= 30:
                day = base["published"][:-2] + f"{int(base['published'][-2:]) + (days or 0):02}"
                yield {
                    **base,
                    "text": text,
                    "id": f"a {how} {days} {base['id']}",
                    "publisher": f"Copy {number}" if days is not None else "",
                    "published": day if days is not None else None,
                }


@pytest.fixture(scope="module")
def pool(tmp_path_factory, reports):
    """A record of four reports and all copies; `(database, keys of reports, keys of copies)`."""
    from dateline.read import read

    names = ("hanbit-summit.txt", "pacific-summit.txt", "pacific-intrusion.txt", "hanbit-water.txt")
    bases = [report for report in read(reports) if report.key in names]
    path = tmp_path_factory.mktemp("pool") / "rows.jsonl"
    rows = []
    for report in bases:
        base = {"id": report.key, "text": report.text, "publisher": report.publisher}
        base |= {"published": report.published.isoformat(), "language": "en"}
        rows += [base, *variants(base)]
    from msgspec import json

    path.write_bytes(b"\n".join(json.encode(row) for row in rows))
    record = path.with_name("r.dateline")
    dateline.build([path], record)
    copies = [row["id"] for row in rows if row["id"] not in names]
    return record, names, copies


@pytest.fixture(scope="module")
def grades(part_of):
    """A function that gives `{mention: (letter, credibility, voices)}` of a record of reports."""

    def run(record, keys, folder):
        path = folder / f"{abs(hash(keys))}.dateline"
        if not path.exists():
            part_of(record, path, keys, LETTERS)
        with Record(path) as opened:
            return {
                mention: (event.grade.reliability, event.grade.credibility, -event.voices)
                for event in opened.timeline(ALL)
                for mention in event.mentions
            }

    return run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("subsets")


def test_the_pool_is_what_it_says(pool):
    record, names, copies = pool
    assert len(copies) >= 18
    with Record(record) as opened:
        voices = list(opened.voices())
    assert len(voices) == len(names)
    assert all(len(set(names) & set(voice.reports)) == 1 for voice in voices)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_subset_of_copies_raises_a_grade(grades, pool, folder, data):
    record, names, copies = pool
    base = tuple(sorted(data.draw(st.sets(st.sampled_from(names), min_size=1))))
    of_these = [key for key in copies if key.endswith(base)]
    added = tuple(sorted(data.draw(st.sets(st.sampled_from(of_these)))))
    before, after = grades(record, base, folder), grades(record, (*base, *added), folder)
    assert set(before) <= set(after)
    for mention, there in before.items():
        # "A" is the best letter, 1 the best credibility.
        here = after[mention]
        assert all(now >= then for now, then in zip(here, there, strict=True)), (there, here)


def test_an_exact_copy_changes_nothing_but_the_list_of_reports(grades, pool, folder):
    record, names, copies = pool
    later = tuple(key for key in copies if key.startswith("a whole 1"))
    assert grades(record, names, folder) == grades(record, (*names, *later), folder)


def test_copies_have_the_id_of_their_text():
    assert Report.from_text("one text", key="a").id == Report.from_text("one text", key="b").id

"""The words by which a list of the most important events tells of each."""

import pytest

import dateline
from dateline.query import headline

MET = (
    "Japanese Foreign Minister Taro Kono met South Korean Foreign Minister Kang Kyung-wha in Seoul"
)
NEWS = f"{MET} on Monday."
REPORTS = {
    "a": (
        "2019-07-02",
        "Taro Kono was in good spirits. He met South Korea's Kang Kyung-wha on Monday.",
    ),
    "b": ("2019-07-02", f"At a glance: {NEWS}"),
    "c": ("2019-07-03", NEWS),
    "d": ("2019-12-03", f"It was the first talk since {MET} on July 1, 2019."),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("headline")
    for name, (day, text) in REPORTS.items():
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\npublished: {day}\n---\n{text}\n")
    dateline.build([folder], folder / "r.dateline")
    with dateline.open(folder / "r.dateline") as opened:
        yield opened


def test_the_sentence_names_both_sides_stands_alone_and_is_news(record):
    met = max(record.timeline(), key=lambda event: len(event.reports))
    assert set(met.reports) >= {"b.md", "c.md", "d.md"}
    assert headline.best(record.db, met) == NEWS
    (point,) = record.top(1)
    assert point.event.headline == NEWS

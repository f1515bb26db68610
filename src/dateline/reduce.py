"""The second half of the way: from stored texts and mentions to voices and events.

Works on keys only (shingles; pairs of parties within a window of days), and makes all of it anew
in one transaction, so that a build that is killed leaves the record as it was.
"""

import sqlite3
from collections.abc import Iterator

from dateline.forest import Forest
from dateline.hear import Heard, hear
from dateline.link import decide
from dateline.link.candidate import Candidate
from dateline.link.event import event
from dateline.link.merge import groups
from dateline.link.ties import resolve
from dateline.model import Mention
from dateline.settings import Settings
from dateline.store import decisions, derived
from dateline.store.sqlite import writing


def reduce(db: sqlite3.Connection, settings: Settings) -> None:
    """Make the voices and events of a record anew."""
    with writing(db):
        derived.clear(db)
        heard = hear(db)
        date(db, heard)
        standing = decisions.standing(decisions.log(db))
        for ids in decide.regroup(list(link(db, heard)), standing):
            members = [candidate(db, mention_id, heard) for mention_id in ids]
            made = decide.apply(event(members, settings), standing)
            derived.put_event(db, made, " ".join(sorted({c.sentence for c in members})))
        derived.put_rollup(db)


def link(db: sqlite3.Connection, heard: dict[str, Heard]) -> Iterator[list[str]]:
    """Group mention ids into events, block by block; groups that share a mention are one.

    A copy's mention joins the first group it fits, but never makes one event of two; that of a
    damaged copy, whose source is there, joins none.
    """
    forest = Forest()
    for ids in derived.blocks(db):
        block = (candidate(db, mention_id, heard) for mention_id in ids)
        for group in groups(c for c in block if not is_aside(c, heard)):
            told = sorted(c.mention.id for c in group.members if c.speaks)
            copied = sorted(c.mention.id for c in group.members if not c.speaks)
            joined = [*told, *(node for node in copied if node not in forest)]
            for node in joined:
                forest.join(joined[0], node)
    for _, nodes in forest.groups():
        yield nodes


def is_aside(candidate: Candidate, heard: dict[str, Heard]) -> bool:
    """Tell whether a mention is that of a damaged copy whose source is in the record."""
    return heard[candidate.mention.evidence.report_id].aside


def date(db: sqlite3.Connection, heard: dict[str, Heard]) -> None:
    """Date the mentions that hang on an event which only other reports date."""
    tied = [known(*one, heard) for one in derived.mentions(db, tied=True)]
    if tied:
        every = (known(*one, heard) for one in derived.mentions(db, tied=False))
        dated = (one for one in every if not is_aside(one, heard) and not one.garbled)
        for mention_id, time in resolve(tied, dated):
            derived.put_time(db, mention_id, time)


def candidate(db: sqlite3.Connection, mention_id: str, heard: dict[str, Heard]) -> Candidate:
    """Return a stored mention with what linking and grading need to know of it."""
    return known(*derived.mention(db, mention_id), heard)


def known(mention: Mention, sentence: str, heard: dict[str, Heard]) -> Candidate:
    """Return a mention with what linking and grading need to know of it."""
    text = heard[mention.evidence.report_id]
    prints = text.prints
    return Candidate(
        mention=mention,
        sentence=sentence,
        voice=text.voice,
        speaks=text.speaks,
        garbled=text.garbled,
        keys=tuple(report.key for report in prints),
        publishers=tuple(r.publisher for r in prints if r.published == prints[0].published),
        published=prints[0].published,
    )

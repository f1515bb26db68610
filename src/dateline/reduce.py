"""The second half of the way: from stored texts and mentions to voices and events.

Works on keys only (shingles; pairs of parties within a window of days), and makes all of it anew
in one transaction, so that a build that is killed leaves the record as it was.
"""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from dateline.copies import fingerprint, voices
from dateline.forest import Forest
from dateline.link import decide
from dateline.link.candidate import Candidate
from dateline.link.event import event
from dateline.link.merge import groups
from dateline.link.ties import resolve
from dateline.model import CopyLink, Mention, Report, Voice
from dateline.settings import Settings
from dateline.store import decisions, derived, reports
from dateline.store.sqlite import writing


class Heard(NamedTuple):
    """What grading must know of a text."""

    voice: str
    speaks: bool
    prints: tuple[Report, ...]


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


def hear(db: sqlite3.Connection) -> dict[str, Heard]:
    """Group the texts into voices, store them, and return what each text is heard as."""
    order: dict[str, tuple[str, int, str]] = {}
    prints = []
    for text_id, published, text in derived.texts(db):
        # Of texts of one day the longest is the source: a cut copy is shorter than what it is of.
        order[text_id] = (published or "9999", -len(text), text_id)
        prints.append((text_id, fingerprint(text)))
    heard = {}
    for source, text_ids, links in voices(prints, order):
        of = {text_id: tuple(first_print(db, text_id)) for text_id in text_ids}
        name = {text_id: of[text_id][0].key for text_id in text_ids}
        exact = [
            CopyLink(report=r.key, source=name[text_id], kind="exact", share=1.0)
            for text_id in text_ids
            for r in of[text_id][1:]
        ]
        other = [
            CopyLink(report=name[link.b], source=name[link.a], kind=link.kind, share=link.share)
            for link in links
        ]
        voice = Voice(
            id="v" + source[:11],
            source=name[source],
            reports=tuple(sorted(report.key for each in of.values() for report in each)),
            links=tuple(exact + other),
        )
        derived.put_voice(db, voice, text_ids)
        for text_id in text_ids:
            heard[text_id] = Heard(voice.id, text_id == source, of[text_id])
    return heard


def first_print(db: sqlite3.Connection, text_id: str) -> list[Report]:
    """Return the prints of a text, the first published first."""
    found = reports.of_text(db, text_id)
    return sorted(found, key=lambda r: (reports.day(r.published) or "9999", r.key))


def link(db: sqlite3.Connection, heard: dict[str, Heard]) -> Iterator[list[str]]:
    """Group mention ids into events, block by block; groups that share a mention are one.

    A copy's mention joins the first group it fits, but never makes one event of two.
    """
    forest = Forest()
    for ids in derived.blocks(db):
        for group in groups(candidate(db, mention_id, heard) for mention_id in ids):
            told = sorted(c.mention.id for c in group.members if c.speaks)
            copied = sorted(c.mention.id for c in group.members if not c.speaks)
            joined = [*told, *(node for node in copied if node not in forest)]
            for node in joined:
                forest.join(joined[0], node)
    for _, nodes in forest.groups():
        yield nodes


def date(db: sqlite3.Connection, heard: dict[str, Heard]) -> None:
    """Date the mentions that hang on an event which only other reports date."""
    tied = [known(*one, heard) for one in derived.mentions(db, tied=True)]
    if tied:
        dated = (known(*one, heard) for one in derived.mentions(db, tied=False))
        for mention_id, time in resolve(tied, dated):
            derived.put_time(db, mention_id, time)


def candidate(db: sqlite3.Connection, mention_id: str, heard: dict[str, Heard]) -> Candidate:
    """Return a stored mention with what linking and grading need to know of it."""
    return known(*derived.mention(db, mention_id), heard)


def known(mention: Mention, sentence: str, heard: dict[str, Heard]) -> Candidate:
    """Return a mention with what linking and grading need to know of it."""
    voice, speaks, prints = heard[mention.evidence.report_id]
    return Candidate(
        mention=mention,
        sentence=sentence,
        voice=voice,
        speaks=speaks,
        keys=tuple(report.key for report in prints),
        publishers=tuple(r.publisher for r in prints if r.published == prints[0].published),
        published=prints[0].published,
    )

"""Texts become voices: which are copies of one another, who speaks for them, what they altered."""

import sqlite3
from typing import NamedTuple

from dateline.copies import Group, Link, altered, voices
from dateline.copies.garbled import LEVELS
from dateline.model import CopyLink, Reason, Report, Voice
from dateline.store import derived, prints, reports

# Altered values from which a copy is taken to be put into other words by a machine, whatever it
# shares: on the tuning half of the copies gold no honest copy has more than two, a spun one has
# from three up.
DAMAGED = 3
REWORDED = frozenset({"spun", "stitched"})


class Heard(NamedTuple):
    """What linking and grading must know of a text.

    `speaks`: it is the one that speaks for its voice; `aside`: a damaged copy, from which nothing
    is taken, as its source is there; `garbled`: what tells that the text itself is damaged.
    """

    voice: str
    speaks: bool
    aside: bool
    prints: tuple[Report, ...]
    garbled: str = ""


def hear(db: sqlite3.Connection) -> dict[str, Heard]:
    """Group the texts into voices, store them, and return what each text is heard as."""
    prints.complete(db)
    # Of texts of one day the longest is the source: a cut copy is shorter than what it is of.
    order = {
        text_id: (published or "9999", -length, text_id)
        for text_id, published, length in derived.texts(db)
    }
    damage = prints.garbled(db)
    found = voices(
        prints.all_of(db),
        order,
        text_of=lambda text_id: reports.text(db, text_id),
        damage={text_id: LEVELS.index(reason.feature) for text_id, reason in damage.items()},
    )
    heard = {}
    for group in found:
        heard.update(one_voice(db, group, damage))
    return heard


def one_voice(db: sqlite3.Connection, group: Group, damage: dict[str, Reason]) -> dict[str, Heard]:
    """Store a voice, and return what each of its texts is heard as."""
    of = {text_id: first_print(db, text_id) for text_id in group.texts}
    sources = {link.a: of.get(link.a) or first_print(db, link.a) for link in group.links}
    links = {
        link: copy_link(db, link, of[link.b][0].key, sources[link.a][0].key) for link in group.links
    }
    name = of[group.source][0].key
    exact = [
        CopyLink(report=r.key, source=of[text_id][0].key, kind="exact", share=1.0)
        for text_id in group.texts
        for r in of[text_id][1:]
    ]
    voice = Voice(
        id="v" + group.source[:11],
        source=name,
        reports=tuple(sorted(report.key for each in of.values() for report in each)),
        links=(*exact, *links.values()),
    )
    derived.put_voice(db, voice, group.texts)
    aside = {link.b for link, made in links.items() if made.kind in REWORDED}
    return {
        text_id: Heard(
            voice=voice.id,
            speaks=text_id == group.source,
            aside=text_id in aside,
            prints=of[text_id],
            garbled=damage[text_id].detail if text_id in damage else "",
        )
        for text_id in group.texts
    }


def copy_link(db: sqlite3.Connection, link: Link, copy: str, source: str) -> CopyLink:
    """Return a link between texts as one between reports (by key), with what the copy altered."""
    found = altered(reports.text(db, link.b), reports.text(db, link.a), source)
    kind = link.kind
    if kind in {"near", "cut"} and len(found) >= DAMAGED:
        kind = "spun"
    return CopyLink(report=copy, source=source, kind=kind, share=link.share, altered=tuple(found))


def first_print(db: sqlite3.Connection, text_id: str) -> tuple[Report, ...]:
    """Return the prints of a text, the first published first."""
    found = reports.of_text(db, text_id)
    return tuple(sorted(found, key=lambda r: (reports.day(r.published) or "9999", r.key)))

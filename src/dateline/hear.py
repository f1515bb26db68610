"""Texts become voices: which are copies of one another, who speaks for them, what they altered."""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from dateline.copies import Group, Link, altered, voices
from dateline.copies.garbled import LEVELS
from dateline.model import Altered, CopyLink, Reason, Voice
from dateline.store import derived, heard, prints, reports
from dateline.store.alike import Alike
from dateline.store.database import Database

# Altered values from which a copy is taken to be put into other words by a machine, whatever it
# shares: on the tuning half of the copies gold no honest copy has more than two, a spun one has
# from three up.
DAMAGED = 3
REWORDED = frozenset({"spun", "stitched"})

Print = tuple[str, str, str]
"""Day (or "9999"), key and publisher of a report."""


def hear(db: Database) -> list[str]:
    """Group the texts into voices, store them, and return the texts that are heard otherwise."""
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
        alike=Alike(db),
    )
    changed = heard.put(db, (one for group in found for one in one_voice(db, group, damage)))
    derived.drop_empty_voices(db)
    return changed


def one_voice(
    db: Database, group: Group, damage: dict[str, Reason]
) -> Iterator[tuple[str, heard.Heard]]:
    """Store a voice, and yield what each of its texts is heard as."""
    voice, texts = voiced(
        group,
        lambda text_id: heard.prints(db, text_id),
        damage,
        lambda link, source: alterations(db, link, source),
    )
    derived.put_voice(db, voice)
    yield from texts


def voiced(
    group: Group,
    prints_of: Callable[[str], list[Print]],
    damage: Mapping[str, Reason],
    changes: Callable[[Link, str], tuple[Altered, ...]],
) -> tuple[Voice, list[tuple[str, heard.Heard]]]:
    """Return a voice, and what each of its texts is heard as.

    `prints_of`: gives the prints of a text by its id, the first published first; `changes`: what a
    link's copy says otherwise than its source, of which it is given the name.
    """
    of = {text_id: prints_of(text_id) for text_id in group.texts}
    keys = {text_id: [key for _, key, _ in each] for text_id, each in of.items()}
    sources = {link.a: (keys.get(link.a) or [prints_of(link.a)[0][1]])[0] for link in group.links}
    links = {
        link: copy_link(link, keys[link.b][0], sources[link.a], changes) for link in group.links
    }
    exact = [
        CopyLink(report=key, source=keys[text_id][0], kind="exact", share=1.0)
        for text_id in group.texts
        for key in keys[text_id][1:]
    ]
    voice = Voice(
        id="v" + group.source[:11],
        source=keys[group.source][0],
        reports=tuple(sorted(key for each in keys.values() for key in each)),
        links=(*exact, *links.values()),
    )
    aside = {link.b for link, made in links.items() if made.kind in REWORDED}
    otherwise = heard.altered_by(voice)
    return voice, [
        (
            text_id,
            heard.made(
                voice.id,
                of[text_id],
                otherwise.get(keys[text_id][0], ()),
                speaks=text_id == group.source,
                aside=text_id in aside,
                garbled=damage[text_id].detail if text_id in damage else "",
            ),
        )
        for text_id in group.texts
    ]


def copy_link(
    link: Link, copy: str, source: str, changes: Callable[[Link, str], tuple[Altered, ...]]
) -> CopyLink:
    """Return a link between texts as one between reports (by key), with what the copy altered."""
    found = changes(link, source)
    kind = link.kind
    if kind in {"near", "cut"} and len(found) >= DAMAGED:
        kind = "spun"
    return CopyLink(report=copy, source=source, kind=kind, share=link.share, altered=found)


def alterations(db: Database, link: Link, source: str) -> tuple[Altered, ...]:
    """Return what a copy says otherwise than its source; found once, then kept."""
    row = db.execute(
        "SELECT data FROM altered WHERE copy = ? AND source = ? AND name = ?",
        (link.b, link.a, source),
    ).fetchone()
    if row is not None:
        return msgspec.json.decode(row["data"], type=tuple[Altered, ...])
    found = tuple(altered(reports.text(db, link.b), reports.text(db, link.a), source))
    told = msgspec.json.encode(found).decode()
    derived.put_altered(db, [(link.b, link.a, source, told)])
    return found

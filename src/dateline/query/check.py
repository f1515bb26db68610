"""Compare one report with the record: is it a copy, what does it add, what is known."""

import sqlite3

from dateline.copies import Index, fingerprint
from dateline.link.candidate import Candidate
from dateline.link.merge import Group
from dateline.link.score import SAME
from dateline.model import CopyLink, Extraction, Mention, Noun, Report, Value
from dateline.store import derived, reports


class Check(Noun, frozen=True):
    """What a record knows of a report.

    `copy_of`: reports it copies; `known`: ids of events that its mentions tell of; `new`: the
    mentions between states that tell of none; `contradicts`: `(event id, value here)` where a known event's date
    differs.
    """

    copy_of: tuple[CopyLink, ...] = ()
    known: tuple[str, ...] = ()
    new: tuple[Mention, ...] = ()
    contradicts: tuple[tuple[str, Value], ...] = ()


def check(db: sqlite3.Connection, report: Report, extraction: Extraction | None = None) -> Check:
    """Return what the record knows of a report; `extraction` saves extracting it again."""
    if extraction is None:
        from dateline.pipeline import extract

        extraction = extract(report)
    known: dict[str, None] = {}
    new: list[Mention] = []
    clashes: list[tuple[str, Value]] = []
    for mention in extraction.mentions:
        if mention.scope != "between":
            continue
        sentence = report.text[mention.evidence.start : mention.evidence.end]
        here = Candidate(mention=mention, sentence=sentence)
        event_id, there = nearest(db, here)
        if event_id is None or there is None:
            new.append(mention)
            continue
        known[event_id] = None
        if here.window and there.window and not meets(here, there):
            value = f"{here.window[0]}/{here.window[1]}"
            clashes.append(
                (event_id, Value(field="date", value=value, mentions=(mention.id,), voices=1))
            )
    return Check(
        copy_of=copies_of(db, report),
        known=tuple(known),
        new=tuple(new),
        contradicts=tuple(clashes),
    )


def meets(one: Candidate, two: Candidate) -> bool:
    """Tell whether two dates can be the same."""
    if one.window is None or two.window is None:
        return True
    return one.window[0] <= two.window[1] and two.window[0] <= one.window[1]


def nearest(db: sqlite3.Connection, here: Candidate) -> tuple[str | None, Candidate | None]:
    """Return the event that a mention most likely tells of, and the mention it is nearest to."""
    from dateline.link import pairs

    best: tuple[float, str, Candidate] | None = None
    for pair in pairs(here.mention):
        rows = db.execute(
            "SELECT m.id, m.event_id FROM block b JOIN mention m ON m.id = b.mention_id "
            "WHERE b.pair = ? AND m.event_id IS NOT NULL ORDER BY m.id",
            (pair,),
        )
        for row in rows:
            mention, sentence = derived.mention(db, row["id"])
            there = Candidate(mention=mention, sentence=sentence)
            weight = Group(members=[there]).likeness(here)
            if weight >= SAME and (best is None or weight > best[0]):
                best = (weight, row["event_id"], there)
    return (best[1], best[2]) if best else (None, None)


def copies_of(db: sqlite3.Connection, report: Report) -> tuple[CopyLink, ...]:
    """Return the reports of the record that a report copies, best first."""
    index = Index()
    for text_id, _, text in derived.texts(db):
        index.add(text_id, fingerprint(text))
    found = index.links(report.id, fingerprint(report.text))
    links = [(link.kind, link.share, link.a) for link in found]
    if report.id in index.prints:
        links.append(("exact", 1.0, report.id))
    return tuple(
        CopyLink(report=report.key, source=print_.key, kind=kind, share=share)
        for kind, share, text_id in sorted(links, key=lambda x: (-x[1], x[2]))
        for print_ in reports.of_text(db, text_id)
        if print_.key != report.key
    )

"""Compare one report with the record: is it a copy, what does it add, what is known."""

import datetime as dt

from dateline.copies.garbled import warning
from dateline.link.candidate import Candidate
from dateline.link.merge import Group
from dateline.link.score import SAME
from dateline.model import Altered, Contradiction, CopyOf, Extraction, Mention, Noun, Reason, Report
from dateline.query.copied import copied
from dateline.store import derived
from dateline.store.database import Database

# Days around a mention's own among which its event is sought: a copy may have altered the date.
AROUND = dt.timedelta(days=370)


class Check(Noun, frozen=True):
    """What a record knows of a report.

    `copy_of`: reports it copies, best first; `altered`: what it says otherwise than the first of
    them; `garbled`: what tells that a machine put it into other words, or None; `known`: ids of
    events that its mentions tell of; `new`: the mentions between states that tell of none;
    `contradicts`: where it gives a known event another date, number or duration.
    """

    copy_of: tuple[CopyOf, ...] = ()
    altered: tuple[Altered, ...] = ()
    garbled: Reason | None = None
    known: tuple[str, ...] = ()
    new: tuple[Mention, ...] = ()
    contradicts: tuple[Contradiction, ...] = ()


def check(db: Database, report: Report, extraction: Extraction | None = None) -> Check:
    """Return what the record knows of a report; `extraction` saves extracting it again."""
    if extraction is None:
        from dateline.pipeline import extract

        extraction = extract(report)
    known: dict[str, None] = {}
    new: list[Mention] = []
    clashes: dict[Contradiction, None] = {}
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
        clashes.update(dict.fromkeys(against(event_id, here, there)))
    copies, changed = copied(db, report)
    return Check(
        copy_of=copies,
        altered=changed,
        garbled=warning(report.text),
        known=tuple(known),
        new=tuple(new),
        contradicts=tuple(clashes),
    )


def against(event_id: str, here: Candidate, there: Candidate) -> list[Contradiction]:
    """Return where a mention gives another value than one of the record's event."""
    found = []
    if here.window and there.window and not meets(here, there):
        found.append(("date", days(here), days(there)))
    for field in ("number", "duration"):
        mine, its = here.detail(field), there.detail(field)
        of_one_thing = {last(value) for value in mine} & {last(value) for value in its}
        if mine and its and not mine & its and (field == "duration" or of_one_thing):
            found.append((field, "; ".join(sorted(mine)), "; ".join(sorted(its))))
    return [
        Contradiction(event=event_id, field=field, here=mine, record=its)
        for field, mine, its in found
    ]


def last(value: str) -> str:
    """Return what a number counts: the last word of "35 Russian diplomats"."""
    return value.rsplit(" ", 1)[-1].lower()


def days(candidate: Candidate) -> str:
    """Return the days of a mention, as one day or as first and last."""
    first, last = candidate.window or (dt.date.min, dt.date.max)
    return first.isoformat() if first == last else f"{first}/{last}"


def meets(one: Candidate, two: Candidate) -> bool:
    """Tell whether two dates can be the same."""
    if one.window is None or two.window is None:
        return True
    return one.window[0] <= two.window[1] and two.window[0] <= one.window[1]


def nearest(db: Database, here: Candidate) -> tuple[str | None, Candidate | None]:
    """Return the event that a mention most likely tells of, and the mention it is nearest to."""
    from dateline.link import pairs

    first, last = here.window or (dt.date.min + AROUND, dt.date.max - AROUND)
    low = max(first, dt.date.min + AROUND) - AROUND
    high = min(last, dt.date.max - AROUND) + AROUND
    best: tuple[float, str, Candidate] | None = None
    for pair in pairs(here.mention):
        rows = db.execute(
            "SELECT m.id, m.event_id FROM block b JOIN mention m ON m.id = b.mention_id "
            "JOIN event e ON e.id = m.event_id "
            "WHERE b.pair = ? AND (e.start IS NULL OR e.start BETWEEN ? AND ?) ORDER BY m.id",
            (pair, low.isoformat(), high.isoformat()),
        )
        for row in rows:
            mention, sentence = derived.mention(db, row["id"])
            there = Candidate(mention=mention, sentence=sentence)
            weight = Group(members=[there]).likeness(here)
            if weight >= SAME and (best is None or weight > best[0]):
                best = (weight, row["event_id"], there)
    return (best[1], best[2]) if best else (None, None)

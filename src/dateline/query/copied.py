"""Is a report a copy of one in the record, and what does it say otherwise?"""

from dateline.copies import altered, fingerprint
from dateline.copies.candidates import LEAST, MOST
from dateline.copies.voices import RANK, WHOLE, Comparer, Link
from dateline.model import Altered, CopyOf, Report
from dateline.store import prints, reports
from dateline.store.database import Database


def copied(db: Database, report: Report) -> tuple[tuple[CopyOf, ...], tuple[Altered, ...]]:
    """Return the reports of the record that a report copies, best first, and what it altered.

    It is compared with the reports that speak for their voices, and with the reports of these
    voices only where none of them speaks for one. A report that speaks for a voice of the record
    altered nothing.
    """
    links = found(db, report)
    same = [
        CopyOf(report=one.key, kind="exact", share=1.0)
        for one in reports.of_text(db, report.id)
        if one.key != report.key
    ]
    near = [
        CopyOf(report=one.key, kind=link.kind, share=link.share)
        for link in links
        for one in reports.of_text(db, link.a)
        if one.key != report.key
    ]
    sources = links if links and links[0].kind == "stitched" else links[:1]
    if speaks(db, report.id):
        sources = []  # what its copies in the record say otherwise, they altered
    changed = [
        one
        for link in sources
        for one in altered(
            report.text, reports.text(db, link.a), reports.of_text(db, link.a)[0].key
        )
    ]
    return tuple(same + near), tuple(sorted(changed, key=lambda one: (one.start, one.end)))


def found(db: Database, report: Report) -> list[Link]:
    """Return the texts that a report is a copy of, best first; none that only copy it."""
    own = fingerprint(report.text)
    ids = [one for one in prints.sharing(db, own, LEAST, MOST) if one != report.id]
    known = {text_id: prints.one(db, text_id) for text_id in ids}
    texts = {report.id: report.text}
    comparer = Comparer(
        {**known, report.id: own}, lambda one: texts.get(one) or reports.text(db, one)
    )
    likes = {one: comparer.likeness(report.id, one) for one in ids}
    full = [Link(one, report.id, *like) for one, like in likes.items() if like.kind in RANK]
    if full:
        return ranked(db, full)
    pieces = best_of_each(db, [
        Link(one, report.id, "stitched", like.share)
        for one, like in likes.items()
        if like.kind == "piece"
    ])  # fmt: skip
    whole = len(pieces) > 1 and sum(link.share for link in pieces) >= WHOLE
    return pieces if whole else []


def ranked(db: Database, links: list[Link]) -> list[Link]:
    """Return links with those to a voice's source first, then by share."""
    sources = speaking(db, links)
    return sorted(links, key=lambda one: (one.a not in sources, -one.share, one.a))


def best_of_each(db: Database, links: list[Link]) -> list[Link]:
    """Return the best link to each voice."""
    best: dict[str, Link] = {}
    for link in ranked(db, links):
        best.setdefault(voice_of(db, link.a), link)
    return list(best.values())


def speaking(db: Database, links: list[Link]) -> frozenset[str]:
    """Return the texts copied from that speak for a voice."""
    return frozenset(link.a for link in links if speaks(db, link.a))


def speaks(db: Database, text_id: str) -> bool:
    """Tell whether a text speaks for a voice of the record: the voice's id begins the text's."""
    return text_id[:11] == voice_of(db, text_id)[1:]


def voice_of(db: Database, text_id: str) -> str:
    """Return the id of the voice that a text is of; of a text without one, its own id."""
    row = db.execute("SELECT voice_id FROM voice_text WHERE text_id = ?", (text_id,)).fetchone()
    return str(row["voice_id"]) if row else text_id

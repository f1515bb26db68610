"""The second half of the way: from stored texts and mentions to voices and events.

Works on keys only (shingles; pairs of parties within a window of days), and on those blocks only
that something was added to or changed in since the last time; what it makes is the same as if all
were made anew. One transaction, so that a build that is killed leaves the record as it was.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from dateline.forest import Forest
from dateline.hear import hear
from dateline.link import decide
from dateline.link.candidate import Candidate
from dateline.link.event import event
from dateline.link.merge import groups
from dateline.link.ties import asked, resolve
from dateline.model import Decision, Mention
from dateline.settings import Settings
from dateline.store import blocks, decisions, derived
from dateline.store.heard import Hearing
from dateline.store.sqlite import writing
from dateline.store.touched import basis, settle, touched

# Raise it when voices, linking or grading change: the next build makes all anew.
LINKERS = "1"
BASIS = "reduce"


def reduce(db: sqlite3.Connection, settings: Settings, *, anew: bool = False) -> None:
    """Make the voices and events of a record, those that may be other ones than before.

    All of them where `anew` says so, and where the settings or this version are other ones.
    """
    by = made_by(settings)
    with writing(db):
        anew = anew or basis(db, BASIS) != by
        if anew:
            derived.clear(db)
        voiced = set(hear(db)) if anew or touched(db, "text") else set()
        hearing = Hearing(db)
        fresh = touched(db, "block")
        redated = date(db, hearing) if anew or voiced or fresh else set()
        if anew:
            for pair in blocks.pairs(db):
                link(db, pair, hearing)
            remake(db, None, hearing, settings)
        else:
            seeds = redated | blocks.of_texts(db, voiced)
            for pair in sorted(fresh | blocks.of_mentions(db, seeds)):
                seeds |= link(db, pair, hearing)
            seeds |= {m for decision in decisions.log(db) for m in decision.mentions}
            seeds, gone = blocks.reached(db, seeds, touched(db, "event"))
            derived.drop_events(db, gone)
            remake(db, seeds, hearing, settings)
        derived.put_rollup(db)
        settle(db, BASIS, by)


def made_by(settings: Settings) -> str:
    """Return what events hang on beside the record: this version, and what the user set."""
    told = msgspec.json.encode((LINKERS, settings.publishers, settings.owners), order="sorted")
    return hashlib.sha256(told).hexdigest()[:16]


def link(db: sqlite3.Connection, pair: str, hearing: Hearing) -> set[str]:
    """Group the mentions of a block, and return those whose group is another than before.

    The mention of a damaged copy, whose source is there, is set aside.
    """
    grouped: blocks.Grouped = {}

    def counted() -> Iterator[Candidate]:
        for one in derived.of_block(db, pair):
            candidate = known(*one, hearing)
            if is_aside(candidate, hearing):
                grouped[candidate.mention.id] = ("", False)
            else:
                yield candidate

    for group in groups(counted()):
        name = min(c.mention.id for c in group.members)
        grouped.update((c.mention.id, (name, c.speaks)) for c in group.members)
    return blocks.put(db, pair, grouped)


def remake(
    db: sqlite3.Connection, ids: set[str] | None, hearing: Hearing, settings: Settings
) -> None:
    """Make the events of some mentions (None: of all) from the groups that they are in."""
    standing = decisions.standing(decisions.log(db))
    ruled = {mention for decision in standing for mention in decision.mentions}
    plain: list[list[str]] = []
    decided: list[list[str]] = []
    for nodes in joined(blocks.groups(db, ids)):
        (plain if ruled.isdisjoint(nodes) else decided).append(nodes)
    for nodes in (*plain, *decide.regroup(decided, standing)):
        members = [known(*derived.mention(db, one), hearing) for one in nodes]
        made = decide.apply(event(members, settings), on(standing, ruled, nodes))
        derived.put_event(db, made, " ".join(sorted({c.sentence for c in members})))


def on(standing: list[Decision], ruled: set[str], nodes: list[str]) -> list[Decision]:
    """Return the decisions that may be on some mentions: none where none of them is ruled on."""
    return [] if ruled.isdisjoint(nodes) else standing


def joined(found: Iterable[list[tuple[str, bool]]]) -> Iterator[list[str]]:
    """Join the groups that share a mention.

    A copy's mention joins the first group it fits, but never makes one event of two.
    """
    forest = Forest()
    for group in found:
        nodes = [node for node, counts in group if counts or node not in forest]
        for node in nodes:
            forest.join(nodes[0], node)
    for _, nodes in forest.groups():
        yield nodes


def is_aside(candidate: Candidate, hearing: Hearing) -> bool:
    """Tell whether a mention is that of a damaged copy whose source is in the record."""
    return hearing[candidate.mention.evidence.report_id].aside


def date(db: sqlite3.Connection, hearing: Hearing) -> set[str]:
    """Date the mentions that hang on an event which only other reports date.

    Returns those that are dated otherwise than before.
    """
    tied = [known(*one, hearing) for one in derived.tied(db)]
    before = derived.times(db)
    now: dict[str, str] = {}
    if tied:
        found = (known(*one, hearing) for one in derived.untied(db, asked(tied)))
        dated = (one for one in found if not is_aside(one, hearing) and not one.garbled)
        now = {one: msgspec.json.encode(time).decode() for one, time in resolve(tied, dated)}
    changed = {one for one in {*before, *now} if before.get(one) != now.get(one)}
    for one in sorted(changed):
        derived.put_time(db, one, now.get(one))
    return changed


def known(mention: Mention, sentence: str, hearing: Hearing) -> Candidate:
    """Return a mention with what linking and grading need to know of it."""
    text = hearing[mention.evidence.report_id]
    return Candidate(
        mention=mention,
        sentence=sentence,
        voice=text.voice,
        speaks=text.speaks,
        garbled=text.garbled,
        keys=text.keys,
        publishers=text.publishers,
        published=text.published,
    )

"""The second half of the way: from stored texts and mentions to voices and events.

Works on keys only (shingles; pairs of parties within a window of days), and on those blocks only
that something was added to or changed in since the last time; what it makes is the same as if all
were made anew. One transaction, so that a build that is killed leaves the record as it was.
"""

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from dateline.forest import Forest
from dateline.hear import hear
from dateline.link import decide
from dateline.link.candidate import Candidate
from dateline.link.event import event
from dateline.link.merge import groups
from dateline.link.ties import asked, resolve
from dateline.model import Mention
from dateline.settings import Settings
from dateline.store import blocks, decisions, derived, rollup
from dateline.store.database import Database, writing
from dateline.store.heard import Hearing
from dateline.store.touched import basis, settle, touched

# Raise it when voices, linking or grading change: the next build makes all anew.
LINKERS = "5"
BASIS = "reduce"
# The number of the last decision that the events follow.
DECIDED = "decided"
PAIR = 2


def reduce(db: Database, settings: Settings, *, anew: bool = False) -> None:
    """Make the voices and events of a record, those that may be other ones than before.

    All of them where `anew` says so, and where the settings or this version are other ones.
    """
    with writing(db):
        anew = anew or not current(db, settings)
        if anew:
            derived.clear(db)
        voiced = set(hear(db)) if anew or touched(db, "text") else set()
        relink(db, None if anew else voiced, settings)
        settle(db, BASIS, made_by(settings))


def current(db: Database, settings: Settings) -> bool:
    """Tell whether a record was made by this version, with these settings: a reduce is short then.

    Else it makes all anew, which takes minutes where there are very many mentions.
    """
    return basis(db, BASIS) == made_by(settings)


def relink(db: Database, voiced: set[str] | None, settings: Settings) -> None:
    """Make the events that may be other ones, where the voices of some texts are (None: all)."""
    run = Relinking(db, settings)
    run.run(voiced)
    settle(db, DECIDED, str(max((decision.seq for decision in run.log), default=0)))
    if voiced is None:
        rollup.put(db)
    else:
        rollup.add(db, run.made)


def made_by(settings: Settings) -> str:
    """Return what events hang on beside the record: this version, and what the user set."""
    told = msgspec.json.encode((LINKERS, settings.publishers, settings.owners), order="sorted")
    return hashlib.sha256(told).hexdigest()[:16]


class Relinking:
    """One run over the blocks of a record."""

    def __init__(self, db: Database, settings: Settings) -> None:
        self.db = db
        self.settings = settings
        self.hearing = Hearing(db)
        self.log = decisions.log(db)
        self.standing = decisions.standing(self.log)
        self.ruled = {mention for decision in self.log for mention in decision.mentions}
        self.made: list[str] = []

    def run(self, voiced: set[str] | None) -> None:
        """Make what may be other than before, where the voices of some texts are (None: all)."""
        if voiced is None:
            self.date()
            self.remake({one for pair in blocks.pairs(self.db) for one in self.make(pair)})
            return
        changed = touched(self.db, "block")
        seeds = blocks.of_texts(self.db, voiced)
        if changed or voiced:
            seeds |= self.date()
        for pair in sorted(changed | blocks.of_mentions(self.db, seeds)):
            seeds |= self.link(pair)[0]
        seeds |= decisions.since(self.log, int(basis(self.db, DECIDED) or 0))
        together = decisions.together(self.log)
        seeds, gone = blocks.reached(self.db, seeds, touched(self.db, "event"), together)
        rollup.take(self.db, sorted(gone))
        derived.drop_events(self.db, gone)
        self.remake(seeds)

    def link(self, pair: str) -> tuple[set[str], list[list[Candidate]]]:
        """Group the mentions of a block; return those whose group is a new one, and all groups.

        The mention of a damaged copy, whose source is there, is set aside.
        """
        known = (self.known(*one) for one in derived.of_block(self.db, pair))
        grouped, found = block((one, self.is_aside(one)) for one in known)
        return blocks.put(self.db, pair, grouped), found

    def make(self, pair: str) -> Iterator[str]:
        """Link a block and make its events; yield the mentions of those that may be in others too.

        Such as are between more than two, and such as humans have ruled on.
        """
        for members in self.link(pair)[1]:
            if stands(members) and self.ruled.isdisjoint(c.mention.id for c in members):
                self.put(members)
            else:
                yield from (c.mention.id for c in members)

    def remake(self, ids: set[str]) -> None:
        """Make the events of some mentions from the groups that they are in."""
        free: list[list[str]] = []
        ruled: list[list[str]] = []
        for nodes in joined(blocks.groups(self.db, ids)):
            (free if self.ruled.isdisjoint(nodes) else ruled).append(nodes)
        for nodes in (*free, *decide.regroup(ruled, self.standing)):
            self.put([self.known(*derived.mention(self.db, one)) for one in nodes])

    def put(self, members: list[Candidate]) -> None:
        """Make the event of some mentions and store it."""
        made = event(members, self.settings)
        if not self.ruled.isdisjoint(made.mentions):
            made = decide.apply(made, self.standing)
        derived.put_event(self.db, made, words(members))
        self.made.append(made.id)

    def is_aside(self, candidate: Candidate) -> bool:
        """Tell whether a mention is that of a damaged copy whose source is in the record."""
        return self.hearing[candidate.mention.evidence.report_id].aside

    def date(self) -> set[str]:
        """Date the mentions that hang on an event which only other reports date.

        Returns those that are dated otherwise than before.
        """
        tied = [self.known(*one) for one in derived.tied(self.db)]
        before = derived.times(self.db)
        now: dict[str, str] = {}
        if tied:
            found = (self.known(*one) for one in derived.untied(self.db, asked(tied)))
            dated = (one for one in found if not self.is_aside(one) and not one.garbled)
            now = {one: msgspec.json.encode(time).decode() for one, time in resolve(tied, dated)}
        changed = {one for one in {*before, *now} if before.get(one) != now.get(one)}
        for one in sorted(changed):
            derived.put_time(self.db, one, now.get(one))
        return changed

    def known(self, mention: Mention, sentence: str) -> Candidate:
        """Return a mention with what linking and grading need to know of it."""
        text = self.hearing[mention.evidence.report_id]
        return text.candidate(mention, sentence, owner(text.publishers, self.settings))


def owner(publishers: Iterable[str], settings: Settings) -> str:
    """Return the state that owns all of some publishers, or nothing."""
    owners = {settings.owners.get(publisher, "") for publisher in publishers}
    return owners.pop() if len(owners) == 1 else ""


def block(
    known: Iterable[tuple[Candidate, bool]],
) -> tuple[blocks.Grouped, list[list[Candidate]]]:
    """Return where each mention of a block stands, and its groups; `known` tells who is aside."""
    grouped: blocks.Grouped = {}
    counted = []
    for candidate, aside in known:
        grouped[candidate.mention.id] = ("", False)
        if not aside:
            counted.append(candidate)
    found = [group.members for group in groups(counted)]
    for members in found:
        name = min(c.mention.id for c in members)
        grouped.update((c.mention.id, (name, c.speaks)) for c in members)
    return grouped, found


def stands(members: list[Candidate]) -> bool:
    """Tell whether a group of a block is an event by itself: no other block has any of it."""
    return all(map(in_one_block, members))


def words(members: list[Candidate]) -> str:
    """Return what full-text search finds an event by."""
    return " ".join(sorted({c.sentence for c in members}))


def in_one_block(candidate: Candidate) -> bool:
    """Tell whether a mention is in one block only."""
    sources, targets = candidate.sides
    parties = {*sources, *targets}
    return len(parties) == 1 or (len(parties) == PAIR and bool(sources and targets))


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

"""Group the mentions of a block into events: sorted by date, compared within a window only."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.link.candidate import Candidate
from dateline.link.features import SLACK
from dateline.link.score import SAME, compare, possible

# Members of a group that a new mention is compared with: the first, and the latest few. A group of
# hundreds (a summit) says nothing more after these.
DEPTH = 6


@dataclass(slots=True)
class Group:
    """Mentions of one event within one block."""

    members: list[Candidate] = field(default_factory=list)
    latest: dt.date = dt.date.min

    def add(self, candidate: Candidate) -> None:
        """Add a member."""
        self.members.append(candidate)
        if candidate.window:
            self.latest = max(self.latest, candidate.window[1])

    def likeness(self, candidate: Candidate) -> float:
        """Return the best weight over a few members; -inf where any member rules it out."""
        if not all(possible(candidate, member) for member in self.members[:DEPTH]):
            return float("-inf")
        near = (*self.members[:2], *self.members[2:][-DEPTH:])
        return max(compare(candidate, member)[0] for member in near)


def order(candidate: Candidate) -> tuple[str, int, str, int, str]:
    """Sort key of candidates: by date, precise ones first, then by where they stand."""
    mention, window = candidate.mention, candidate.window
    start, width = (window[0].isoformat(), (window[1] - window[0]).days) if window else ("9999", 0)
    return start, width, mention.evidence.report_id, mention.evidence.start, mention.id


def groups(candidates: Iterable[Candidate]) -> list[Group]:
    """Group one block's mentions.

    Those with a precise date come first and found the events; coarse and undated ones then join
    the likeliest, and those of copies come last, so that they change no event of their sources.
    The result does not depend on the order of `candidates`.
    """
    everything = sorted(candidates, key=order)
    ordered = [c for c in everything if c.speaks]
    fine = [c for c in ordered if c.window and (c.window[1] - c.window[0]).days <= SLACK]
    rest = [c for c in ordered if not c.window or (c.window[1] - c.window[0]).days > SLACK]
    done: list[Group] = []
    open_: list[Group] = []
    for candidate in fine:
        start = candidate.window[0] if candidate.window else dt.date.min
        still = [g for g in open_ if (start - g.latest).days <= SLACK]
        open_ = still
        place(candidate, open_, done)
    coarse = Coarse(done)
    for candidate in rest:
        coarse.place(candidate)
    copies = Copies(coarse.groups)
    for candidate in everything:
        if not candidate.speaks:
            coarse.place(candidate, copies.of(candidate))
    return coarse.groups


def place(candidate: Candidate, open_: list[Group], done: list[Group]) -> None:
    """Put a mention into the likeliest open group, or into a new one."""
    best = likeliest(candidate, open_)
    if best is None:
        best = Group()
        open_.append(best)
        done.append(best)
    best.add(candidate)


def likeliest(candidate: Candidate, among: list[Group]) -> Group | None:
    """Return the group that a mention belongs to, the first of equals; None for none."""
    best, top = None, SAME
    for group in among:
        weight = group.likeness(candidate)
        if weight >= top and (best is None or weight > top):
            best, top = group, weight
    return best


# Groups that a coarse or undated mention is compared with: those that share most stems with it.
REACH = 24
# A stem in more groups than this tells nothing of which one is meant.
COMMON = 500


class Coarse:
    """Groups by type and by the stems of their first member, for mentions with a coarse date."""

    def __init__(self, found: list[Group]) -> None:
        self.groups: list[Group] = []
        self.by_stem: dict[tuple[str, str], list[int]] = {}
        for group in found:
            self.add(group)

    def add(self, group: Group) -> None:
        """Add a group under each stem of its first member."""
        first = group.members[0]
        for stem in sorted(first.about):
            self.by_stem.setdefault((first.mention.event_type, stem), []).append(len(self.groups))
        self.groups.append(group)

    def place(self, candidate: Candidate, best: Group | None = None) -> None:
        """Put a mention into the likeliest group whose date its own could be, or into `best`."""
        best = best or likeliest(candidate, self.near(candidate))
        if best is None:
            best = Group()
            best.add(candidate)
            self.add(best)
        else:
            best.add(candidate)

    def near(self, candidate: Candidate) -> list[Group]:
        """Return the groups of fitting date that share most stems with a mention."""
        kind = candidate.mention.event_type
        postings = (self.by_stem.get((kind, stem), []) for stem in sorted(candidate.about))
        shared = Counter(n for posting in postings if len(posting) <= COMMON for n in posting)
        fitting = (n for n in shared if reaches(candidate, self.groups[n]))
        ranked = sorted(fitting, key=lambda n: (-shared[n], n))
        return [self.groups[n] for n in ranked[:REACH]]


def reaches(candidate: Candidate, group: Group) -> bool:
    """Tell whether a mention's coarse date could be the group's."""
    if candidate.window is None:
        return True
    first = group.members[0].window
    if first is None:
        return True
    return first[0] <= candidate.window[1] and candidate.window[0] <= first[1]


class Copies:
    """Groups by the sentences of their members, for what a copy took over word by word."""

    def __init__(self, found: list[Group]) -> None:
        self.by_words = {
            (m.voice, m.mention.event_type, m.sides, m.sentence, m.detail("about")): group
            for group in reversed(found)
            for m in group.members
        }

    def of(self, copy: Candidate) -> Group | None:
        """Return the group that holds the mention which a copy's own repeats."""
        about = copy.detail("about")
        key = (copy.voice, copy.mention.event_type, copy.sides, copy.sentence, about)
        return self.by_words.get(key)

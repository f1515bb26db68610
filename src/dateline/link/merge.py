"""Group the mentions of a block into events: sorted by date, compared within a window only."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

from dateline.link.candidate import Candidate
from dateline.link.features import SLACK
from dateline.link.score import SAME, is_singular, meet, possible, weigh
from dateline.link.words import overlap

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
        return max(weigh(candidate, member) for member in near)


def order(candidate: Candidate) -> tuple[str, int, str, int, str]:
    """Sort key of candidates: by date, precise ones first, then by where they stand."""
    mention, window = candidate.mention, candidate.window
    start, width = (window[0].isoformat(), (window[1] - window[0]).days) if window else ("9999", 0)
    return start, width, mention.evidence.report_id, mention.evidence.start, mention.id


def groups(candidates: Iterable[Candidate]) -> list[Group]:
    """Group one block's mentions.

    Those with a precise date come first and found the events; coarse and undated ones then join
    the likeliest, and those of copies come last, so that they change no event of their sources:
    what a copy took over joins what its source tells of, whatever it altered. What its altered
    words alone tell is in no group.
    The result does not depend on the order of `candidates`.
    """
    everything = sorted(candidates, key=order)
    ordered = [c for c in everything if c.speaks]
    fine = [c for c in ordered if is_fine(c)]
    rest = [c for c in ordered if not is_fine(c)]
    done: list[Group] = []
    open_ = Open()
    for candidate in fine:
        best = likeliest(candidate, open_.near(candidate))
        if best is None:
            best = Group()
            best.add(candidate)
            open_.add(best)
            done.append(best)
        else:
            best.add(candidate)
    coarse = Coarse(done)
    for candidate in rest:
        coarse.place(candidate)
    copies = Copies(coarse.groups)
    for candidate in everything:
        if not candidate.speaks:
            told = copies.of(candidate)
            # What only the altered words of a copy tell, nobody told.
            if told or not candidate.altered:
                coarse.place(candidate, told)
    return coarse.groups


def is_fine(candidate: Candidate) -> bool:
    """Tell whether a mention has a date of a few days."""
    window = candidate.window
    return window is not None and (window[1] - window[0]).days <= SLACK


def likeliest(candidate: Candidate, among: list[Group]) -> Group | None:
    """Return the group that a mention belongs to, the first of equals; None for none."""
    best, top = None, SAME
    for group in among:
        weight = group.likeness(candidate)
        if weight >= top and (best is None or weight > top):
            best, top = group, weight
    return best


# A stem in more groups than this tells nothing of which one is meant.
COMMON = 500
# Open groups of one type that a mention is compared with, all of them where there are no more. In
# the daily world-event entries of five years there are never more than 3, in a made-up record of
# 100,000 mentions (bench/link.py) never more than 10.
MANY = 50


class Open:
    """Groups that a finely dated mention may still join; mentions come by date."""

    def __init__(self) -> None:
        self.kinds: dict[Kind, Listed] = {}
        self.stems: dict[tuple[Kind, str], Listed] = {}

    def add(self, group: Group) -> None:
        """Add a group of one mention."""
        first = group.members[0]
        kind = kind_of(first)
        for listed in (
            self.kinds.setdefault(kind, Listed()),
            *(self.stems.setdefault((kind, stem), Listed()) for stem in sorted(first.about)),
        ):
            listed.groups.append(group)

    def near(self, candidate: Candidate) -> list[Group]:
        """Return the open groups of a mention's type; of many, those that share most stems."""
        kind = kind_of(candidate)
        day = candidate.window[0] if candidate.window else dt.date.min
        found = self.kinds.get(kind, Listed()).open_on(day)
        if len(found) <= MANY:
            return found
        shared: Counter[int] = Counter()
        by_id: dict[int, Group] = {}
        for stem in sorted(candidate.about):
            posting = self.stems.get((kind, stem), Listed()).open_on(day)
            if len(posting) <= COMMON:
                for group in posting:
                    by_id[id(group)] = group
                    shared[id(group)] += 1
        return [by_id[one] for one, _ in shared.most_common(MANY)]


Kind = tuple[str, bool]


def kind_of(candidate: Candidate) -> Kind:
    """Return what two mentions of one event have in common in any case."""
    return candidate.mention.event_type, candidate.mention.reciprocal


@dataclass(slots=True)
class Listed:
    """Groups in the order in which they were founded; those long past drop out once a day."""

    groups: list[Group] = field(default_factory=list)
    day: dt.date = dt.date.min

    def open_on(self, day: dt.date) -> list[Group]:
        """Return those that a mention of this day may still join."""
        if day > self.day:
            self.day = day
            self.groups = [g for g in self.groups if (day - g.latest).days <= SLACK]
        return self.groups


# A mention of a month joins the only meeting of that month where nothing speaks against it: a
# meeting of another place, or a call, weighs less than this.
ONLY = 0.4
MARGIN = 0.25
MONTH = 31


# Groups that a coarse or undated mention is compared with: those that share most stems with it.
REACH = 24


class Coarse:
    """Groups by type and by the stems of their first member, for mentions with a coarse date."""

    def __init__(self, found: list[Group]) -> None:
        self.groups: list[Group] = []
        self.by_stem: dict[tuple[str, str], list[int]] = {}
        self.by_month: dict[tuple[Kind, str], list[Group]] = {}
        for group in found:
            self.add(group)

    def add(self, group: Group) -> None:
        """Add a group under each stem of its first member."""
        first = group.members[0]
        for stem in sorted(first.about):
            self.by_stem.setdefault((first.mention.event_type, stem), []).append(len(self.groups))
        self.groups.append(group)
        if first.window and is_singular(first.mention) and is_fine(first):
            for month in {f"{day:%Y-%m}" for day in first.window}:
                self.by_month.setdefault((kind_of(first), month), []).append(group)

    def place(self, candidate: Candidate, best: Group | None = None) -> None:
        """Put a mention into the likeliest group whose date its own could be, or into `best`."""
        best = best or likeliest(candidate, self.near(candidate)) or self.only(candidate)
        if best is None:
            best = Group()
            best.add(candidate)
            self.add(best)
        else:
            best.add(candidate)

    def only(self, candidate: Candidate) -> Group | None:
        """Return the one group of a mention's days that it may tell of, where there is but one.

        Of several the one of the same mode (a call is not meant where they "met in June"), or the
        likeliest by far.
        """
        window = days_meant(candidate)
        if window is None:
            return None
        months = sorted({f"{day:%Y-%m}" for day in window})
        near = [g for m in months for g in self.by_month.get((kind_of(candidate), m), ())]
        likes = [(g.likeness(candidate), g) for g in near[:MANY] if is_within(g, window)]
        fits = [(like, g) for like, g in likes if like >= ONLY]
        alike = [one for one in fits if one[1].members[0].mention.mode == candidate.mention.mode]
        ranked = sorted(alike or fits, key=lambda one: -one[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
            return None
        return ranked[0][1]

    def near(self, candidate: Candidate) -> list[Group]:
        """Return the groups of fitting date that share most stems with a mention."""
        kind = candidate.mention.event_type
        postings = (self.by_stem.get((kind, stem), []) for stem in sorted(candidate.about))
        shared = Counter(n for posting in postings if len(posting) <= COMMON for n in posting)
        fitting = (n for n in shared if reaches(candidate, self.groups[n]))
        ranked = sorted(fitting, key=lambda n: (-shared[n], n))
        return [self.groups[n] for n in ranked[:REACH]]


def days_meant(candidate: Candidate) -> tuple[dt.date, dt.date] | None:
    """Return the days of a month, or of the news where nothing dates a past act."""
    window, told = candidate.window, candidate.published
    if window is None:
        if told is None or candidate.mention.status != "happened":
            return None
        return told - dt.timedelta(SLACK), told
    return None if is_fine(candidate) or (window[1] - window[0]).days > MONTH else window


def is_within(group: Group, window: tuple[dt.date, dt.date]) -> bool:
    """Tell whether a group's first mention is dated in some days."""
    first = group.members[0].window
    return first is not None and window[0] <= first[1] and first[0] <= window[1]


def reaches(candidate: Candidate, group: Group) -> bool:
    """Tell whether a mention's coarse date could be the group's."""
    first = group.members[0].window
    if first is None:
        return True
    if candidate.window is None:
        # What a report tells as past is no event of the days after it.
        past = candidate.published if candidate.mention.status == "happened" else None
        return past is None or first[0] <= past
    return first[0] <= candidate.window[1] and candidate.window[0] <= first[1]


# Likeness of a copy's sentence to the source's that it was made from: on the tuning half of the
# copies gold, of sentences that tell of one act and are not the same, 9 in 10 have more.
MADE = 0.6
# Mentions of a source that one of its copy's is compared with where none has its very sentence; a
# report has fewer of one kind of act by one pair.
TRIED = 200


class Copies:
    """Groups by what the sources among their members tell, for what copies took over from them."""

    def __init__(self, found: list[Group]) -> None:
        self.told: dict[tuple[str, Kind, str], list[tuple[Candidate, Group]]] = {}
        for group in found:
            for member in group.members:
                for sentence in (member.sentence, ""):
                    key = member.voice, kind_of(member), sentence
                    self.told.setdefault(key, []).append((member, group))

    def of(self, copy: Candidate) -> Group | None:
        """Return the group of the mention that a copy's own was made from.

        That is one of the same act by the same parties, in the sentence that is likest; of several
        in one sentence the one that is about the same, in the same words.
        """
        best, top = None, (MADE, 0.0, 0.0)
        voice, kind = copy.voice, kind_of(copy)
        same = self.told.get((voice, kind, copy.sentence))
        for member, group in (same or self.told.get((voice, kind, ""), []))[:TRIED]:
            if all(meet(x, y) for x, y in zip(copy.sides, member.sides, strict=True)):
                like = (
                    likeness(copy.sentence, member.sentence),
                    overlap(acted(copy), acted(member)),
                    overlap(topic(copy), topic(member)),
                )
                if like > top:
                    best, top = group, like
        return best


def likeness(one: str, two: str) -> float:
    """Return how many words two sentences have in common, in order, of all that they have."""
    return 1.0 if one == two else LCSseq.normalized_similarity(one.split(), two.split())


def acted(candidate: Candidate) -> frozenset[str]:
    """Return the words that name the act."""
    start = candidate.mention.evidence.start
    spans = candidate.mention.action_spans
    return frozenset(candidate.sentence[s.start - start : s.end - start] for s in spans)


def topic(candidate: Candidate) -> frozenset[str]:
    """Return the words of what it is about."""
    return frozenset(word for one in candidate.detail("about") for word in one.split())

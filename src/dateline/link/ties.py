"""Date mentions by events that only other reports date: "two days after the summit".

One pass over the record's dated mentions answers all ties at once: each is looked up by the stem
of its act, then must hold every name of the tie, or, where it has none, be between the same
parties and recent. Where reports date the event differently, the days that most voices give count;
where as many give others, none do.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from dateline.extract.times import calendar
from dateline.extract.times.events import by_event
from dateline.extract.times.named import SIDES, STEM, alike, on_side
from dateline.link.block import parties
from dateline.link.candidate import Candidate
from dateline.link.consensus import best_time
from dateline.link.words import WORD
from dateline.model import Granularity, Mention, Tie, Time

# "The summit" without a name is one of the last weeks, or of the next; of another a report says
# which it means.
RECENT = 60
DATED = frozenset({"day", "weekend", "week", "month", "season", "quarter", "range", "year"})
TOLD = frozenset({"happened", "ongoing", "planned"})


@dataclass(slots=True)
class Question:
    """A mention with a tie, and the dated mentions that may be the event it is tied to."""

    asking: Candidate
    tie: Tie
    found: list[Candidate] = field(default_factory=list)


def resolve(tied: Iterable[Candidate], dated: Iterable[Candidate]) -> Iterator[tuple[str, Time]]:
    """Yield the id and the time of each mention of `tied` whose event is among `dated`.

    Neither the order of `tied` nor that of `dated` changes what is yielded, only its order.
    """
    asked = ask(tied)
    if not asked:
        return
    questions = by_stem(asked)
    for candidate in dated:
        for question in matching(questions, candidate):
            question.found.append(candidate)
    for question in asked:
        time = answer(question)
        if time is not None:
            yield question.asking.mention.id, time


def ask(tied: Iterable[Candidate]) -> list[Question]:
    """Return the questions of mentions that have a tie."""
    return [Question(c, c.mention.tie) for c in tied if c.mention.tie is not None]


def by_stem(asked: Iterable[Question]) -> dict[str, list[Question]]:
    """Return questions by the stems of the acts that may answer them."""
    questions: dict[str, list[Question]] = {}
    for question in asked:
        act = question.tie.words[0]
        for stem in {act, *alike().get(act, ())}:
            questions.setdefault(stem, []).append(question)
    return questions


def asked(tied: Iterable[Candidate]) -> Callable[[str], bool]:
    """Return what tells whether a sentence may name an act that a mention of `tied` hangs on."""
    acts = {c.mention.tie.words[0] for c in tied if c.mention.tie is not None}
    wanted = acts.union(*(alike().get(stem, ()) for stem in acts))
    return lambda sentence: not wanted.isdisjoint(stems(sentence))


def matching(questions: dict[str, list[Question]], candidate: Candidate) -> Iterator[Question]:
    """Yield the questions that a dated mention may answer, each once."""
    if not questions.keys() & act(candidate) or not is_dated(candidate.mention):
        return
    words = stems(candidate.sentence)
    seen: set[int] = set()
    for stem in sorted(act(candidate)):
        for question in questions.get(stem, ()):
            if id(question) not in seen and fits(question, candidate, words):
                seen.add(id(question))
                yield question


def is_dated(mention: Mention) -> bool:
    """Tell whether a mention happened at a time that it does not owe to another event."""
    time = mention.time
    return (
        mention.status in TOLD
        and mention.tie is None
        and time is not None
        and time.earliest is not None
        and time.latest is not None
        and time.granularity in DATED
    )


def act(candidate: Candidate) -> frozenset[str]:
    """Return the stems of the words that name what was done."""
    start = candidate.mention.evidence.start
    spans = candidate.mention.action_spans
    return stems(" ".join(candidate.sentence[s.start - start : s.end - start] for s in spans))


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words, as a tie has them."""
    return frozenset(word[:STEM].lower() for word in WORD.findall(text))


def fits(question: Question, candidate: Candidate, words: frozenset[str]) -> bool:
    """Tell whether a dated mention may be the event that a tie names."""
    asking, names = question.asking, question.tie.words[1:]
    window = candidate.window
    if window is None or candidate.mention.evidence.report_id == asking.mention.evidence.report_id:
        return False
    if names:
        place = candidate.mention.place
        return words.union(stems(place.name) if place else ()).issuperset(names)
    mine = parties((*asking.mention.source, *asking.mention.target))
    its = parties((*candidate.mention.source, *candidate.mention.target))
    return mine == its and is_recent(asking, window[1])


def is_recent(asking: Candidate, day: dt.date) -> bool:
    """Tell whether a day lies within the weeks before a mention's report, or after it."""
    return asking.published is not None and abs((asking.published - day).days) <= RECENT


def answer(question: Question) -> Time | None:
    """Return the time that the found mentions give, or None where they do not agree on one."""
    ranked = sorted(
        clusters(question.found), key=lambda one: (-len({c.voice for c in one}), when(one[0]))
    )
    voices = [len({c.voice for c in one}) for one in ranked]
    if not ranked or (len(ranked) > 1 and voices[0] == voices[1]):
        return None
    best = best_time(ranked[0])
    return None if best is None else dated_by(question, best)


def clusters(found: list[Candidate]) -> list[list[Candidate]]:
    """Group mentions by days that overlap, fine ones first, so that a year joins its day."""
    groups: list[list[Candidate]] = []
    for candidate in sorted(found, key=lambda c: (width(c), when(c))):
        first, last = when(candidate)[:2]
        near = (g for g in groups if when(g[0])[0] <= last and first <= when(g[0])[1])
        group = next(near, None)
        if group is None:
            groups.append([candidate])
        else:
            group.append(candidate)
    return groups


def when(candidate: Candidate) -> tuple[dt.date, dt.date, str]:
    """Return a mention's first and last day, and its id to tell equals apart."""
    first, last = candidate.window or (dt.date.max, dt.date.max)
    return first, last, candidate.mention.id


def width(candidate: Candidate) -> int:
    """Return how many days a mention's date leaves open."""
    first, last, _ = when(candidate)
    return (last - first).days


def dated_by(question: Question, event: Time) -> Time | None:
    """Return a mention's time by that of the event it is tied to."""
    tie, published = question.tie, question.asking.published
    first, last = event.earliest, event.latest
    if first is None or last is None:
        return None
    found: tuple[dt.date | None, dt.date | None, Granularity] | None
    if tie.unit:
        found = counted(tie, first, last)
        words = f"{abs(tie.steps)} {tie.unit} {tie.side} an event that other reports date"
    else:
        found = on_side(tie.side, first, last, published, event.granularity)
        words = f"{SIDES[tie.side]} an event that other reports date"
    if found is None or not says_more(question, found[0], found[1]):
        return None
    approximate = event.approximate or tie.side == "after"
    return by_event(
        tie.span, found, value="", approximate=approximate, anchor=event.span, reason=words
    )


def counted(tie: Tie, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date, Granularity] | None:
    """Return the days that lie a length of time from an event's."""
    ends = [
        calendar.bounds(calendar.value_of(calendar.step(day, tie.steps, tie.unit), tie.unit))
        for day in (first, last)
    ]
    if ends[0] is None or ends[1] is None:
        return None
    grain = ends[0][2] if ends[0] == ends[1] else "range"
    return ends[0][0], ends[1][1], grain


def says_more(question: Question, first: dt.date | None, last: dt.date | None) -> bool:
    """Tell whether days fit a mention's status and say more than its publication does.

    "After the summit" of last week does not; "since the annexation" of years ago does.
    """
    mention, published = question.asking.mention, question.asking.published
    if first is None or published is None:
        return first is not None
    if mention.status == "planned":
        return last is None or last >= published
    if mention.status in {"happened", "ongoing"} and first > published:
        return False
    loose = question.tie.side == "after" and not question.tie.unit
    return not loose or (published - first).days > STORY


STORY = 14  # days for which what follows an event is told as the news of that event

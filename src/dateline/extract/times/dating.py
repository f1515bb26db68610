"""When did a mentioned event happen: by syntax, else by the narrative, else by publication."""

import datetime as dt

import msgspec

from dateline.extract.times import attach, calendar, dateline, events, named, ranges
from dateline.extract.times.earlier import before, is_earlier
from dateline.extract.times.edtf import text_of
from dateline.extract.times.lead import news_day
from dateline.model import Span, Status, Time
from dateline.parse.words import Parsed, Word

AHEAD = frozenset({"planned"})
OPEN_STATUS = frozenset({"planned", "threatened", "conditional", "hypothetical"})
UNTIL = frozenset({"until", "till"})
BACK = 3  # sentences of the same paragraph that are searched for the narrative's time


def mention_time(
    doc: Parsed,
    action: int,
    times: list[Time],
    published: dt.date | None,
    status: Status = "happened",
    report_id: str = "",
) -> Time | None:
    """Return when the event of the token `action` happened, or is to happen.

    By syntax (a time attached to the action, to its clause, in its sentence), else by the
    narrative (a time of an earlier sentence of the paragraph, or the day that the report's first
    sentences tell of), else by the publication date: that day or the day before. A planned event
    gets no past time. None where nothing is known. `times` are those that `find_times`
    found; `report_id` is needed where it may have found none.
    """
    token = doc[action]
    relative = events.relative_time(doc, token, times, published)
    if relative is not None and _fits(relative, published, status):
        return relative
    found = _in_sentence(doc, token, times, published, status)
    found = found or _by_name(doc, token, times, published, status)
    if found is not None:
        return found
    if status not in OPEN_STATUS and _is_past(token):
        found = _narrative(doc, token, times, published) or news_day(token, times, published)
        if found is not None:
            return found
    return _by_publication(token, times, published, status, report_id)


def _in_sentence(
    doc: Parsed, token: Word, times: list[Time], published: dt.date | None, status: Status
) -> Time | None:
    sent = token.sent
    best: tuple[int, int, attach.Placed] | None = None
    for placed in attach.place(doc, times, sent.start, sent.end):
        if not _dated(placed.time) or not _fits(placed.time, published, status):
            continue
        if status == "happened" and placed.head.head.lower_ in UNTIL:
            continue  # "reopens the border until Monday" says when it ended
        far = attach.distance(token, placed)
        if far is None or _is_over(token, placed, published, far):
            continue
        if far == attach.ELSEWHERE and _is_aside(token, placed, published):
            continue
        rank = (far, abs(placed.head.i - token.i))
        if best is None or rank < best[:2]:
            best = (*rank, placed)
    if best is None:
        return None
    words = (
        "of the word itself",
        "of its clause",
        "of a clause it goes on from",
        "of one after it",
    )
    time = ranges.widen(doc.text, best[2].time, times)
    return msgspec.structs.replace(time, reason=f"{words[best[0]]}: {time.reason}")


def _by_name(
    doc: Parsed, token: Word, times: list[Time], published: dt.date | None, status: Status
) -> Time | None:
    """Return the time of an event that the clause names: "at the summit", "since the war".

    "After" a recent event says no more than the day of publication does.
    """
    sent = token.sent
    known = named.of_report(doc, times, published)
    for placed in attach.place(doc, known, sent.start, sent.end):
        far = attach.distance(token, placed)
        time = placed.time
        if far is None or far >= attach.ELSEWHERE or not _fits(time, published, status):
            continue
        if time.granularity != "range" or (time.earliest and _is_old(time.earliest, published)):
            return time
    return None


def _is_old(day: dt.date, published: dt.date | None) -> bool:
    return published is None or day < calendar.add_days(published, -STORY_DAYS)


def _dated(time: Time) -> bool:
    """Tell whether a time has days of its own, not those of an event it is tied to."""
    return time.earliest is not None and time.basis != "event"


def _fits(time: Time, published: dt.date | None, status: Status) -> bool:
    """A planned event has no time that was over at publication; one that happened none ahead."""
    if published is None or time.earliest is None or time.latest is None:
        return True
    if status in AHEAD:
        return time.latest >= published
    if status in {"happened", "ongoing"}:
        return time.earliest <= published
    return True


def _is_aside(token: Word, placed: attach.Placed, published: dt.date | None) -> bool:
    """Tell "ordered a tax, citing a measure in July": an old time of a clause that adds to it."""
    verb = attach.clause(placed.governor)
    adds = verb.dep_ in {"advcl", "acl", "xcomp"} and not attach.finite(verb) and verb.i > token.i
    if adds and placed.time.timex_type == "DURATION":
        return True  # "compensates it, promising money over the next 25 years"
    return adds and placed.time.latest is not None and _is_old(placed.time.latest, published)


def _is_over(token: Word, placed: attach.Placed, published: dt.date | None, far: int) -> bool:
    """Tell whether a day gone by stands beside an action told in the present tense.

    One that opens the sentence dates it all the same: "In 1985 the two meet in Geneva".
    """
    time = placed.time
    if published is None or time.latest is None or time.latest >= calendar.add_days(published, -1):
        return False
    if not far and (
        placed.head.i < token.i
        or placed.governor.i != token.i
        or not _is_old(time.latest, published)
    ):
        return False
    verb = attach.clause(token)
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if not helpers:
        return verb.tag_ in {"VBZ", "VBP"} and verb.pos_ == "VERB"
    # "Has blamed them for the massacre in 2006", "is sentenced for crimes in 2002": neither names
    # a day gone by as its own.
    present = any(child.lower_ in {"has", "have", "is", "are"} for child in helpers)
    return present and not any(child.tag_ == "MD" for child in helpers)


def _is_past(token: Word) -> bool:
    """Tell whether the clause of the token is told in the past tense."""
    verb = attach.clause(token)
    words = [verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"})]
    if any(word.tag_ == "MD" or word.tag_ in {"VBZ", "VBP"} for word in words):
        return False
    return any(word.tag_ in {"VBD", "VBN"} for word in words)


def _narrative(
    doc: Parsed, token: Word, times: list[Time], published: dt.date | None
) -> Time | None:
    """The time of an earlier sentence of the paragraph, where the story stands in the past."""
    sent = token.sent
    start = sent.start
    for _ in range(BACK):
        if start == 0:
            return None
        before = doc[start - 1].sent
        first = next((word for word in doc[start : sent.end] if not word.is_space), sent[0])
        if _parted(doc.text, first.idx):
            return None
        placed = attach.place(doc, times, before.start, before.end)
        told = [
            one
            for one in placed
            if one.kind == "adverb" and _dated(one.time) and attach.is_main(one.governor)
        ]
        story = [one for one in told if _is_story(one.time, published)]
        if story:
            time = story[0].time
            return msgspec.structs.replace(
                time,
                basis="narrative",
                reason="the time of an earlier sentence of the paragraph",
                anchor=time.span,
            )
        if told:
            return None
        start = before.start
    return None


def _parted(text: str, start: int) -> bool:
    """Tell whether a paragraph ends before offset `start` (line ends are spaces in a parse)."""
    gap = text[max(start - LONG_GAP, 0) : start]
    return len(gap) - len(gap.rstrip()) > 1


LONG_GAP = 80  # characters
STORY_DAYS = 7  # a time this many days before publication is background, not this report's news


def _is_story(time: Time, published: dt.date | None) -> bool:
    if time.timex_value in {"PAST_REF", "PRESENT_REF"} or time.latest is None:
        return False
    return _is_old(time.latest, published)


LEADING = 3  # times at the beginning of a report among which its dateline is sought


def _by_publication(
    token: Word, times: list[Time], published: dt.date | None, status: Status, report_id: str
) -> Time | None:
    if published is None:
        return None
    origin = times[0].span.report_id if times else report_id
    span = Span(report_id=origin, start=token.idx, end=token.idx + len(token.text))
    if status in OPEN_STATUS:
        return Time(
            span=span,
            timex_type="DATE",
            timex_value="FUTURE_REF",
            earliest=published,
            granularity="unknown",
            approximate=True,
            edtf=f"{published.isoformat()}/..",
            basis="publication",
            reason="not yet at publication; no time is given",
        )
    if is_earlier(token):
        return before(span, published)
    other = dateline.disputed(token.doc.text, published)
    if other is not None:
        return _between(span, min(other, published), max(other, published))
    line = next((one for one in times[:LEADING] if one.basis == "dateline"), None)
    if line is not None and line.latest is not None:
        published = line.latest
    ground = "the dateline" if line else "publication"
    earliest = calendar.add_days(published, -1)
    return Time(
        span=span,
        timex_type="DATE",
        timex_value=published.isoformat(),
        earliest=earliest,
        latest=published,
        granularity="day",
        approximate=True,
        edtf=text_of(earliest, published, "range", approximate=True),
        basis="dateline" if line else "publication",
        reason=f"no time is given: the day of {ground} or the day before",
    )


def _between(span: Span, first: dt.date, last: dt.date) -> Time | None:
    """Return the days between a dateline and a publication date that disagree, if they say much."""
    if (last - first).days > FAR_APART:
        return None
    return Time(
        span=span,
        timex_type="DATE",
        timex_value="",
        earliest=first,
        latest=last,
        granularity="range",
        approximate=True,
        edtf=text_of(first, last, "range", approximate=True),
        basis="publication",
        reason="no time is given, and the days of the dateline and of publication disagree",
    )


FAR_APART = 31  # days; a longer range says nothing of an event

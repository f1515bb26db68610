"""The features of linking; see `dateline.link.score`."""

from dateline.link.candidate import Candidate
from dateline.link.consensus import is_guess
from dateline.link.score import feature, is_singular
from dateline.link.words import overlap

# Days by which dates of one event may differ between reports, and still be compared.
SLACK = 3


@feature
def time(one: Candidate, two: Candidate) -> tuple[float, str] | None:
    """Do their dates agree? Same day, within a coarser date, days apart, or far apart.

    Days apart is a disagreement between reports more often than two events when all else agrees,
    so it weighs against, but not as much as weeks.
    """
    if one.window is None or two.window is None:
        return (0.3, "told within days of it") if is_news(one, two) else (-0.2, "no date")
    (a, b), (c, d) = one.window, two.window
    gap = max((c - b).days, (a - d).days, 0)
    span = max((b - a).days, (d - c).days)
    if gap == 0:
        return (0.6, "same day") if span <= 1 else (0.3, "one date within the other")
    loose = is_loose(one) or is_loose(two)
    if gap == 1 and loose:
        return (0.4, "a day apart, one date by its report")
    if gap <= SLACK:
        return (-0.3, f"{gap} days apart")
    return (-3.0, f"{gap} days apart")


def is_news(one: Candidate, two: Candidate) -> bool:
    """Tell whether a past act that nothing dates is told within days of one that is dated."""
    told, dated = (one, two) if one.window is None else (two, one)
    if dated.window is None or told.published is None or told.mention.status != "happened":
        return False
    return 0 <= (told.published - dated.window[1]).days <= SLACK


def is_loose(candidate: Candidate) -> bool:
    """Tell whether a mention's own words do not date it: its story or its publication does."""
    time = candidate.mention.time
    return time is None or is_guess(time) or time.basis == "narrative"


@feature
def kind(one: Candidate, two: Candidate) -> tuple[float, str] | None:
    """Is it an act that a pair does once in a day (a meeting, an expulsion), or words?"""
    if one.mention.event_type == two.mention.event_type and is_singular(one.mention):
        return (0.6, "one a day")
    return None


@feature
def mode(one: Candidate, two: Candidate) -> tuple[float, str] | None:
    """Do their PLOVER modes agree, where both have one?"""
    a, b = one.mention.mode, two.mention.mode
    if not a or not b:
        return None
    return (0.2, a) if a == b else (-0.4, f"{a} or {b}")


@feature
def place(one: Candidate, two: Candidate) -> tuple[float, str] | None:
    """Do they name the same place? Different places speak against one event.

    Where only one is placed, the other's sentence may name its place all the same.
    """
    a, b = one.mention.place, two.mention.place
    if a is None or b is None:
        known, other = (a, two) if a else (b, one)
        return (0.3, known.name) if known and known.name in other.sentence else None
    if a.name == b.name:
        return (0.3, a.name)
    if a.country == b.country and (not a.country or a.name != b.name):
        return None
    return (-0.7, f"{a.name} or {b.name}")


@feature
def incident(one: Candidate, two: Candidate) -> tuple[float, str] | None:
    """Do they name the same cyber incident?"""
    a, b = one.detail("incident"), two.detail("incident")
    if not a or not b:
        return None
    return (0.6, ", ".join(sorted(a & b))) if a & b else (-1.2, "different incidents")


@feature
def context(one: Candidate, two: Candidate) -> tuple[float, str] | None:
    """Do their PLOVER contexts meet?"""
    a, b = set(one.mention.contexts), set(two.mention.contexts)
    if not a or not b:
        return None
    return (0.15, ", ".join(sorted(a & b))) if a & b else (-0.3, "no context in common")


@feature
def topic(one: Candidate, two: Candidate) -> tuple[float, str] | None:
    """Are they about the same thing, by the stems that their topics or sentences share?"""
    share = overlap(one.about, two.about)
    common = ", ".join(sorted(one.about & two.about)[:6])
    if len(one.about & two.about) == 1 and share < 1:
        share /= 2
    # Reports of one meeting may share no word; two demands that share none are two.
    singular = is_singular(one.mention)
    least = 0.2 if singular else 0.35
    if not common and not singular and one.detail("about") and two.detail("about"):
        return (-1.0, "about other things")
    return (round(1.4 * share - least, 3), common or "no word in common")


@feature
def speaker(one: Candidate, two: Candidate) -> tuple[float, str] | None:
    """Is it the same person or office that acts? Two that deal with each other: both the same?"""
    if one.mention.reciprocal and one.persons and one.persons == two.persons:
        return (0.35, ", ".join(sorted(one.persons)))
    a = {actor.name for actor in one.mention.source if actor.role}
    b = {actor.name for actor in two.mention.source if actor.role}
    if not a or not b:
        return None
    return (0.15, ", ".join(sorted(a & b))) if a & b else (-0.15, "other persons")


@feature
def number(one: Candidate, two: Candidate) -> tuple[float, str] | None:
    """Do they give the same number of the same thing ("35 diplomats")?"""
    a, b = one.detail("number"), two.detail("number")
    if not a or not b:
        return None
    return (0.3, ", ".join(sorted(a & b))) if a & b else (-0.1, "other numbers")


@feature
def same_sentence(one: Candidate, two: Candidate) -> tuple[float, str] | None:
    """Do both stand in one sentence? A sentence that codes two acts means two acts.

    All the more where other words tell them and they are about other things.
    """
    a, b = one.mention, two.mention
    if a.evidence != b.evidence:
        return None
    if a.action_spans != b.action_spans and one.detail("about") != two.detail("about"):
        return (-2.0, "one sentence on two things")
    return (-0.5, "one sentence")

"""What became of an agreement: the later steps, and whether they keep or break it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dateline.extract.times import find_times
from dateline.link.words import stems
from dateline.model import Event
from dateline.query.ledgers.common import shifted
from dateline.query.ledgers.matters import found, matters
from dateline.query.ledgers.tellings import Telling
from dateline.query.ledgers.words import beginnings, stems_of

State = Literal["kept", "open", "broken", "unknown"]

# How long after an agreement a step is still looked for. Dialogues met within six weeks,
# ambassadors were back within ten days; a treaty was in force after ten months and extended after
# eleven years.
WITHIN, OF_TREATY = dt.timedelta(days=730), dt.timedelta(days=15 * 366)
# A meeting without a day that is promised comes within months; one with a day may slip by days.
MEETING, SLIP = dt.timedelta(days=366), dt.timedelta(days=3)
# A report that tells of both long after the agreement sees one as the outcome of the other.
NEWS = dt.timedelta(days=14)
# Stems that a step must share with what was agreed where no matter tells; one may be chance.
SHARED = 2
# What is only said is a step where it is about the same in the same words.
WORDS = frozenset({"AGREE", "REQUEST"})
# Promises of one thing: an ambassador's return is not any talk of ambassadors.
ONE_THING = frozenset({"return", "group"})
# Promises that talks keep.
TALKING = frozenset({"meeting", "talks", "group", "line", "exchange"})
# Deeds that keep an agreement; a further agreement or proposal is a step, but keeps nothing.
DEEDS = frozenset({"CONSULT", "COOPERATE", "CONCEDE", "RETREAT", "AID", "SUPPORT"})
STEPS = (*sorted(DEEDS), "AGREE")
BREACHES = ("REJECT", "ACCUSE", "SANCTION", "ASSAULT", "COERCE")
# Kinds of words by which an event is a breach.
BROKEN = ("breach", "end")


@dataclass(frozen=True)
class Promise:
    """The tellings of one agreement: the first speaks for it."""

    tellings: tuple[Telling, ...]

    @cached_property
    def sides(self) -> frozenset[str]:
        """The parties that made it."""
        return self.tellings[0].sides

    @cached_property
    def made(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day on which it was made, by the telling that speaks for it."""
        return self.tellings[0].made

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of its events."""
        return frozenset(one.event.id for one in self.tellings)

    @cached_property
    def matters(self) -> frozenset[str]:
        """What it is about: of each telling what it tells first."""
        return frozenset(one.matters[0] for one in self.tellings if one.matters)

    @cached_property
    def forms(self) -> frozenset[str]:
        """What is to be done."""
        return frozenset(form for one in self.tellings for form in one.forms)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of what it is about."""
        return frozenset(stem for one in self.tellings for stem in one.stems)

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """The stems of all that is said of it."""
        return frozenset(stem for one in self.tellings for stem in one.all_stems)

    @cached_property
    def reports(self) -> frozenset[str]:
        """The keys of the reports that tell of it."""
        return frozenset(key for one in self.tellings for key in one.event.reports)

    @cached_property
    def asked(self) -> frozenset[str]:
        """What a step must be, where one thing was agreed; to resume talks is to hold them."""
        found = self.forms & ONE_THING
        return found - {"return"} if self.forms & TALKING else found

    @cached_property
    def prepares(self) -> bool:
        """Tell whether it is to prepare something: who does so, meets before."""
        return any(beginnings(one.said) & stems_of("prepare") for one in self.tellings)

    @cached_property
    def reach(self) -> dt.timedelta:
        """How long after it a step is looked for: of what is signed longer than of a plan."""
        return OF_TREATY if self.signed and "treaty" in self.forms else WITHIN

    @cached_property
    def signed(self) -> bool:
        """Tell whether it was signed, not only agreed on."""
        return any(one.event.event_type == "SUPPORT" for one in self.tellings)

    @cached_property
    def due(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day of what is promised, where the words or a plan's date tell."""
        for one in self.tellings:
            event = one.event
            if event.status == "planned" and event.start and event.start != one.published:
                return event.start, event.end or event.start
        if self.made is None:
            return None
        for one in self.tellings:
            for sentence in one.sentences:
                for time in find_times(sentence, one.published):
                    if time.earliest and time.latest and time.earliest > self.made[1]:
                        return time.earliest, time.latest
        return None


def is_step(promise: Promise, later: Telling) -> bool:
    """Tell whether a later event of the parties has to do with what was agreed."""
    made, since = promise.made, later.made
    if later.event.id in promise.ids or made is None or since is None or since[0] <= made[1]:
        return False
    if not later.sides or not later.sides <= promise.sides:
        return False
    if "meeting" in promise.forms and is_due(promise, later):
        return True
    asked = promise.asked
    late = since[0] - made[1] > promise.reach
    other = late or bool(asked and not asked & later.all_forms)
    return not (other or is_vague(later) or is_told_again(promise, later)) and about_it(
        promise, later
    )


def is_vague(later: Telling) -> bool:
    """Tell whether an event is no step of anything: one of some day of a year, a mere readiness."""
    if later.made and later.made[1] - later.made[0] > dt.timedelta(days=62):
        return True
    event = later.event
    one_sided = event.event_type in WORDS and not event.reciprocal
    return one_sided and bool(beginnings(event.headline) & stems_of("offer"))


def is_told_again(promise: Promise, later: Telling) -> bool:
    """Tell whether a plan, told soon after, is but what was agreed."""
    made, told = promise.made, later.made
    soon = bool(made and told and told[0] - made[1] <= NEWS)
    return later.event.status == "planned" and soon


def about_it(promise: Promise, later: Telling) -> bool:
    """Tell whether an event is about what was agreed: by its matter, its words, or its reports."""
    joint = later.event.reciprocal and later.sides == promise.sides
    told = later.of_matter if joint else frozenset(later.matters) or later.all_matters
    matter = bool(promise.matters & told)
    if "treaty" in promise.forms:
        same = matter or len(promise.all_stems & later.all_stems) > SHARED
        # Another treaty that both sign is no step of the one before it.
        other = promise.signed and later.event.event_type == "SUPPORT" and joint
        sealed = same and is_sealed(later) and "treaty" in later.all_forms and not other
        lost = later.event.event_type in BREACHES and matter
        return sealed or (lost and len(promise.stems & later.all_stems) >= SHARED)
    past = promise.due and "meeting" in promise.forms and later.event.event_type == "CONSULT"
    if not past and len(promise.stems & later.all_stems) >= SHARED:
        return True
    if matter:
        return later.event.event_type not in WORDS
    together = promise.reports & frozenset(later.event.reports)
    return bool(together) and not later.all_matters and later_told(promise, later)


def later_told(promise: Promise, later: Telling) -> bool:
    """Tell whether an event was first told long after the agreement was made."""
    return bool(promise.made and later.published and later.published - promise.made[1] > NEWS)


def is_due(promise: Promise, later: Telling) -> bool:
    """Tell whether the parties met as promised: on its day or in its month, or soon."""
    event = later.event
    if event.start is None or promise.made is None or later.sides != promise.sides:
        return False
    set_for = event.event_type == "AGREE" and event.status == "planned" and "meeting" in later.forms
    if not set_for and (event.event_type != "CONSULT" or event.mode == "phone"):
        return False
    if promise.due is None:
        other = promise.matters and later.all_matters and not promise.matters & later.all_matters
        return not other and event.start - promise.made[1] <= MEETING
    last = event.end or event.start
    if promise.prepares and event.start <= promise.due[1]:
        return True
    slip = SLIP if last - event.start <= SLIP else dt.timedelta(0)
    return event.start <= shifted(promise.due[1], slip) and last >= shifted(promise.due[0], -slip)


def is_deed(promise: Promise, later: Telling) -> bool:
    """Tell whether a step keeps what was agreed."""
    event = later.event
    if event.status == "planned":
        return False
    if "meeting" in promise.forms and is_due(promise, later):
        return True
    if event.event_type not in DEEDS:
        return event.event_type == "AGREE" and "treaty" in promise.forms and is_sealed(later)
    if event.event_type == "SUPPORT":
        return event.reciprocal or is_sealed(later)
    if event.event_type == "CONSULT" and event.mode != "visit":
        return bool(promise.forms & TALKING) and later.sides == promise.sides
    return True


def is_sealed(later: Telling) -> bool:
    """Tell whether an event puts a treaty in force, extends or approves it."""
    return bool(beginnings(" ".join(later.sentences)) & stems_of("sealed"))


def is_breach(promise: Promise, later: Telling) -> bool:
    """Tell whether an event says that an agreement was broken or given up, not merely criticised.

    One sentence must say both what was agreed and what became of it.
    """
    kinds = ("breach",) if later.event.event_type == "ACCUSE" else BROKEN
    return any(
        beginnings(sentence) & stems_of(*kinds)
        and (
            len(stems(sentence) & promise.stems) >= SHARED
            or promise.matters & set(matters(sentence))
        )
        for sentence in later.sentences
    )


def state(promise: Promise, deeds: list[Event], breaches: list[Event]) -> State:
    """Return what became of a promise: what was said or done last counts.

    "A ceasefire, which began on Sunday" is kept by its own words.
    """
    if promise.made is None:
        return "unknown"
    if not deeds and not breaches:
        told = " ".join(sentence for one in promise.tellings for sentence in one.sentences)
        return "kept" if found("begun", told) else "open"
    if breaches and (not deeds or began(breaches[-1]) > began(deeds[-1])):
        return "broken"
    return "kept"


def began(event: Event) -> dt.date:
    """Return the first possible day of an event that has one."""
    return event.start or dt.date.min

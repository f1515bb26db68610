"""Edits set what a reader says, and what follows from it; what cannot be set is refused."""

import datetime as dt

import pytest

from dateline.link.decide import apply, check_edit
from dateline.model import Decision, Event, Grade

EVENT = Event(
    id="e1", event_type="SANCTION", mode="expel", quad=4, intensity=-6.5, source=("USA GOV",),
    target=("RUS",), grade=Grade(reliability="F", credibility=3), mentions=("m1",),
)  # fmt: skip


def edited(field, value):
    check_edit(field, value)
    ruled = Decision(
        seq=1, kind="edit", mentions=("m1",), who="ana", when="2024", field=field, value=value
    )
    return apply(EVENT, [ruled])


@pytest.mark.parametrize(
    ("value", "first", "last", "grain"),
    [
        ("2021-06-16", (2021, 6, 16), (2021, 6, 16), "day"),
        ("2021-06", (2021, 6, 1), (2021, 6, 30), "month"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"),
        ("2021", (2021, 1, 1), (2021, 12, 31), "year"),
        ("2021-06-16/2021-06-17", (2021, 6, 16), (2021, 6, 17), "range"),
    ],
)
def test_a_date_is_as_fine_as_it_is_given(value, first, last, grain):
    event = edited("date", value)
    assert (event.start, event.end) == (dt.date(*first), dt.date(*last))
    assert (event.precision, event.edtf) == (grain, value)


def test_a_type_brings_its_tone_and_drops_the_mode_of_the_other():
    event = edited("type", "CONSULT")
    # PLOVER: meeting is verbal cooperation.
    assert (event.event_type, event.mode, event.quad) == ("CONSULT", "", 1)
    assert event.intensity > 0
    assert edited("type", "SANCTION").mode == "expel"


def test_actors_are_codes():
    assert edited("source", "FRA, DEU GOV,IGO NATO").source == ("FRA", "DEU GOV", "IGO NATO")


def test_a_log_from_before_is_replayed_though_it_would_be_refused_now():
    for field, value in (("type", "MEETING"), ("source", "us"), ("date", "20210616")):
        ruled = Decision(
            seq=1, kind="edit", mentions=("m1",), who="ana", when="2024", field=field, value=value
        )
        assert apply(EVENT, [ruled]) != EVENT


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", ""),
        ("date", "June 2021"),
        ("date", "2021-13"),
        ("date", "2021-06-16T10:00"),
        ("date", "2021-06/2021-07"),
        ("date", "2021-06-17/2021-06-16"),
        ("type", "MEETING"),
        ("type", ""),
        ("status", "maybe"),
        ("source", ""),
        ("target", "Russia"),
        ("target", "RUS,,USA"),
        ("colour", "red"),
    ],
)
def test_what_cannot_be_set_is_refused(field, value):
    with pytest.raises(ValueError, match=r".+"):
        check_edit(field, value)

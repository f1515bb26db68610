"""What denies a claim, which accusation it answers, and on what basis an author is named."""

import datetime as dt

import msgspec
import pytest

from dateline.model import Event, Grade, Value
from dateline.query.ledgers.attribution import basis_of
from dateline.query.ledgers.case import Case
from dateline.query.ledgers.denials import answers, is_denial
from gathered import gather

ACCUSED = "Oman accused Yemen of breaking into the networks of its ports."


def made(id_, type_, day, headline, source, target, *, mode="", report="a", **values):
    date = dt.date.fromisoformat(day)
    return Event(
        id=id_,
        event_type=type_,
        mode=mode,
        source=source and (source,),
        target=target and (target,),
        start=date,
        end=date,
        headline=headline,
        grade=Grade(reliability="F", credibility=3),
        reports=(report,),
        values=tuple(
            Value(field=field, value=value, mentions=(), voices=1, shown=True)
            for field, value in values.items()
        ),
    )


@pytest.mark.parametrize(
    ("type_", "mode", "said", "expected"),
    [
        ("REJECT", "", "Yemen denied that it had broken into the networks.", True),
        ("REJECT", "", "Yemen dismissed the charges.", True),
        ("REJECT", "", "Yemen had nothing to do with the attack.", True),
        ("REJECT", "", "Yemen turned down the offer of talks.", False),
        ("REJECT", "", "Yemen routinely denies such things.", False),
        ("ACCUSE", "disapprove", "Yemen called the reports baseless.", True),
        ("ACCUSE", "allege", "Yemen charged three men with running false accounts.", False),
        ("ACCUSE", "disapprove", "Yemen called the step a provocation.", False),
        ("SANCTION", "", "Yemen denied visas to the inspectors.", False),
    ],
)
def test_a_denial_denies_a_claim(type_, mode, said, expected):
    assert is_denial(made("e", type_, "2021-05-02", said, "YEM", "OMN", mode=mode)) is expected


@pytest.mark.parametrize(
    ("day", "by", "to", "report", "expected"),
    [
        ("2021-05-02", "YEM", "OMN", "a", True),
        ("2021-05-02", "YEM", "", "a", True),
        ("2021-05-02", "YEM", "OMN", "b", True),
        ("2021-04-30", "YEM", "OMN", "a", False),
        ("2021-05-02", "IRN", "OMN", "a", False),
        ("2021-05-02", "YEM", "QAT", "a", False),
        ("2021-08-02", "YEM", "OMN", "b", False),
    ],
)
def test_a_denial_answers_the_accuser_soon_and_of_the_same(day, by, to, report, expected):
    accusation = made("e1", "ACCUSE", "2021-05-01", ACCUSED, "OMN", "YEM", mode="allege")
    said = "Yemen denied breaking into any networks of ports."
    assert answers(made("e2", "REJECT", day, said, by, to, report=report), accusation) is expected


@pytest.mark.parametrize(
    ("speaker", "said", "expected"),
    [
        ("OMN GOV", "Oman named Yemen.", "receiver_state"),
        ("BUS MAERSK", "The company named Yemen.", "receiver"),
        ("GBR", "Britain named Yemen.", "third_party"),
        ("YEM", "Yemen said that it had done it.", "attacker"),
        ("USA BUS", "A security firm named Yemen.", "industry"),
        ("", "Yemen struck the ports.", "media"),
    ],
)
def test_an_attribution_has_the_basis_of_who_makes_it(speaker, said, expected):
    attack = made("e1", "COERCE", "2021-04-01", "Ports stood still.", "YEM", "OMN", mode="cyber")
    hit = msgspec.structs.replace(attack, target=("OMN", "BUS MAERSK"))
    assert basis_of(speaker, said, Case(attacks=[hit])) == expected


class Nothing:
    """Sources of a record without reports."""

    def __getattr__(self, name):
        return lambda *_, **__: "" if name == "said" else frozenset()


def test_an_incident_that_only_an_answer_names_is_kept():
    arrest = made(
        "e1", "COERCE", "2022-01-14", "Three men of the band were held.", "YEM", "OMN",
        mode="arrest", incident="NotPetya",
    )  # fmt: skip
    (case,) = gather([arrest], Nothing())
    assert (case.name, case.attacks, [e.id for e in case.responses]) == ("NotPetya", [], ["e1"])


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_is_break_nothing(day):
    attack = made("e1", "COERCE", day, ACCUSED, "YEM", "OMN", mode="cyber")
    blame = made("e2", "ACCUSE", day, ACCUSED, "OMN", "YEM", mode="allege")
    cases = gather([attack, blame], Nothing())
    assert [event.id for case in cases for event in case.main()] == ["e1"]

import datetime as dt

import msgspec
import pytest

from dateline.model import Event, Grade, Value
from dateline.query.ledgers.agreements import follow
from dateline.query.ledgers.red_lines import crosses, is_red_line
from dateline.query.ledgers.steps import Promise
from dateline.query.ledgers.tellings import Telling


@pytest.fixture
def make_event():
    def make(id_, type_, day, headline="", source="JPN", target="KOR", **values):
        date = dt.date.fromisoformat(day)
        return Event(
            id=id_,
            event_type=type_,
            source=(source,),
            target=(target,),
            start=date,
            end=date,
            headline=headline,
            grade=Grade(reliability="F", credibility=3),
            values=tuple(
                Value(field=name, value=value, mentions=(), voices=1, shown=True)
                for name, value in values.items()
            ),
        )

    return make


PROMISE = "Japan and South Korea agreed to open a hotline between their trade ministries."


def told(event):
    return Telling(event, (event.headline,), event.start)


def after(made, *later):
    return follow(Promise((told(made),)), [told(event) for event in later])


def test_an_agreement_without_a_later_step_is_open(make_event):
    made = make_event("e1", "AGREE", "2019-07-12", PROMISE)
    other = make_event("e2", "CONSULT", "2019-08-01", "Fishermen of both states met in Busan.")
    assert after(made, other).state == "open"


def test_a_deed_on_the_same_matter_keeps_it_and_a_new_promise_does_not(make_event):
    made = make_event("e1", "AGREE", "2019-07-12", PROMISE)
    deed = make_event("e2", "COOPERATE", "2019-08-01", "The trade hotline opened on Thursday.")
    word = make_event("e3", "AGREE", "2019-08-01", "They agreed to test the trade hotline.")
    assert after(made, deed).state == "kept"
    assert after(made, word).state == "open"
    assert after(made, word).steps == (word,)


def test_a_step_before_it_or_years_later_is_none(make_event):
    made = make_event("e1", "AGREE", "2019-07-12", PROMISE)
    before = make_event("e2", "CONSULT", "2019-07-01", "They discussed a trade hotline.")
    late = make_event("e3", "CONSULT", "2022-07-01", "They discussed the trade hotline.")
    assert after(made, before, late).steps == ()


def test_an_accusation_of_a_breach_breaks_it_until_a_later_deed(make_event):
    made = make_event("e1", "AGREE", "2019-07-12", PROMISE)
    breach = make_event(
        "e2", "ACCUSE", "2019-09-01", "Seoul accused Tokyo of violating the trade hotline pact."
    )
    deed = make_event("e3", "COOPERATE", "2019-10-01", "The trade hotline rang on Thursday.")
    blame = make_event("e4", "ACCUSE", "2019-09-01", "Seoul called the trade hotline useless.")
    assert after(made, breach).state == "broken"
    assert after(made, breach, deed).state == "kept"
    assert after(made, blame).state == "open"


def test_an_undated_agreement_is_of_unknown_state(make_event):
    made = msgspec.structs.replace(make_event("e1", "AGREE", "2019-07-12", PROMISE), start=None)
    assert after(made).state == "unknown"


def test_a_demand_that_protects_nothing_is_no_red_line(make_event):
    assert not is_red_line(make_event("e1", "REQUEST", "2020-01-01"))
    assert is_red_line(make_event("e1", "REQUEST", "2020-01-01", sector="US16_ENERGY"))


def test_a_list_of_what_is_off_limits_is_a_red_line_though_it_is_told_as_handed_over(make_event):
    given = "Tokyo gave Pyongyang a list of sectors that should be off limits."
    assert is_red_line(make_event("e1", "COOPERATE", "2020-01-01", given, sector="US16_ENERGY"))
    assert not is_red_line(make_event("e1", "COOPERATE", "2020-01-01", given))
    fuel = "Tokyo gave Pyongyang fuel for its power grid."
    assert not is_red_line(make_event("e1", "COOPERATE", "2020-01-01", fuel, sector="US16_ENERGY"))


@pytest.mark.parametrize(
    ("condition", "consequence", "expected"),
    [
        ("if it strikes our allies", "Tokyo would respond", True),
        ("if it strikes the Philippines", "Tokyo would respond", True),
        ("if it strikes", "Tokyo would close its ports", True),
        ("if it strikes", "Tokyo would come under pressure at home", False),
        ("if it strikes", "Seoul would face a boycott", True),
        ("if it strikes", "it would respond firmly", False),
        ("if KOR acts so again", "we will respond", False),
    ],
)
def test_a_threat_is_a_red_line_where_it_says_what_is_protected_or_what_follows(
    make_event, condition, consequence, expected
):
    threat = make_event(
        "e1", "THREATEN", "2020-01-01", condition=condition, consequence=consequence
    )
    assert is_red_line(threat) is expected


@pytest.mark.parametrize(
    ("day", "victim", "sector", "protected", "expected"),
    [
        ("2020-02-01", "JPN", "US16_ENERGY", ("US16_ENERGY",), True),
        ("2020-02-01", "JPN", "US16_FOOD", ("US16_ENERGY",), False),
        ("2020-02-01", "JPN", "US16_FOOD", ("CRITICAL_INFRASTRUCTURE",), True),
        ("2020-02-01", "CHN", "US16_ENERGY", ("US16_ENERGY",), False),
        ("2019-12-01", "JPN", "US16_ENERGY", ("US16_ENERGY",), False),
    ],
)
def test_a_later_attack_on_a_protected_sector_crosses(
    make_event, day, victim, sector, protected, expected
):
    line = make_event("e1", "REQUEST", "2020-01-01", source="JPN", target="PRK")
    attack = make_event("e2", "COERCE", day, source="PRK", target=victim, sector=sector)
    assert crosses(attack, line, ("JPN",), protected) is expected

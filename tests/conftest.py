import datetime as dt

import pytest

from dateline.model import Actor, Detail, Mention, Place, Span, Time, mention_id

FIRST = dt.date(2019, 7, 1)


def actor(code):
    return Actor(code=code, country=code[:3] if code[3:4] in {"", " "} else None, name=code)


@pytest.fixture
def make_mention():
    """A factory of mentions between invented sentences; every field can be set."""

    def make(source="JPN", target="KOR", *, report="r1", start=0, type="CONSULT", **fields):  # noqa: A002
        evidence = Span(report_id=report, start=start, end=start + 40)
        sides = {
            "source": tuple(actor(c) for c in source.split("+") if c),
            "target": tuple(actor(c) for c in target.split("+") if c),
        }
        day, until = fields.pop("day", FIRST), fields.pop("until", None)
        time = day and Time(
            span=evidence,
            timex_type="DATE",
            timex_value=day.isoformat(),
            earliest=day,
            latest=until or day,
            granularity="range" if until else "day",
            edtf=f"{day}/{until}" if until else day.isoformat(),
            basis=fields.pop("basis", "explicit"),
        )
        place = fields.pop("place", None)
        details = tuple(
            Detail(field=name, value=value, span=evidence)
            for name, value in fields.pop("details", {}).items()
        )
        return Mention(
            id=mention_id(evidence, start, type, (source, target)),
            event_type=type,
            evidence=evidence,
            time=time,
            place=place and Place(name=place, country=None, span=evidence),
            details=details,
            **{**sides, **fields},
        )

    return make

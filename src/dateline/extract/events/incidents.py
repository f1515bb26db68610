"""Named cyber incidents: whom they hit and when, from the table, where the text is silent."""

import calendar
import datetime as dt
from functools import cache

import msgspec

from dateline.data import table, values
from dateline.extract.events import lexicon
from dateline.extract.events.background import is_background
from dateline.extract.events.decide import CYBER
from dateline.extract.events.places import state_actor
from dateline.model import Mention, Reason, Span, Time, mention_id


@cache
def incidents() -> dict[str, dict[str, str]]:
    """Return the rows of the table of incidents by name."""
    return {row["name"]: row for row in table("cyber_incidents")}


def incident_of(mention: Mention) -> tuple[dict[str, str], Span] | None:
    """Return the incident that a mention names, if it is one only, and where."""
    found = [detail for detail in mention.details if detail.field == "incident"]
    if len({detail.value for detail in found}) != 1:
        return None
    return incidents()[found[0].value], found[0].span


def day(cell: str, *, last: bool) -> dt.date | None:
    """Return the first or last day of a date, month or year of the table."""
    if not cell:
        return None
    parts = [int(part) for part in cell.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    length = calendar.monthrange(year, month)[1]
    return dt.date(year, month, parts[2] if len(parts) > 2 else (length if last else 1))  # noqa: PLR2004 - year, month, day


def known_time(row: dict[str, str], span: Span) -> Time | None:
    """Return when an incident took place, as the table has it."""
    first = day(row["since"], last=False)
    final = day(row["until"] or row["since"], last=True)
    if first is None or final is None:
        return None
    edtf = row["since"] if row["until"] in {"", row["since"]} else f"{row['since']}/{row['until']}"
    return Time(
        span=span,
        timex_type="DATE",
        timex_value=row["since"],
        earliest=first,
        latest=final,
        granularity="day" if first == final else "range",
        edtf=edtf,
        basis="event",
        reason=f"known date of {row['name']}",
    )


def completed(mention: Mention, published: dt.date | None) -> Mention:
    """Give a break-in that names a known incident the incident's date, and its victims if none."""
    known = incident_of(mention) if (mention.event_type, mention.mode) == CYBER else None
    if known is None:
        return mention
    row, span = known
    target = mention.target or tuple(state_actor(code) for code in values(row["victims"]))
    when = known_time(row, span) or mention.time
    return msgspec.structs.replace(
        mention, target=target, time=when, historical=is_background(when, published)
    )


def claimed(mention: Mention, published: dt.date | None) -> list[Mention]:
    """Return the deed of which a mention accuses: "Lima blamed Quito for the ... hack"."""
    known = incident_of(mention)
    if known is None or mention.event_type != "ACCUSE" or mention.mode != "allege":
        return []
    if not mention.target or mention.status != "happened" or mention.according_to is not None:
        return []
    root, mode = CYBER
    codes = tuple(actor.code for actor in mention.target)
    claim = msgspec.structs.replace(
        mention,
        id=mention_id(mention.evidence, known[1].start, root, codes),
        event_type=root,
        mode=mode,
        contexts=tuple(dict.fromkeys(("cyber", *mention.contexts))),
        quad=lexicon.quads()[root],
        intensity=lexicon.intensity(root, mode),
        source=mention.target,
        source_spans=mention.target_spans,
        target=(),
        target_spans=(),
        action_spans=(known[1],),
        according_to=mention.source[0],
        reasons=(
            Reason(feature="words", detail=known[0]["name"]),
            Reason(feature="rules", detail="a known incident of which somebody is accused"),
        ),
    )
    done = completed(claim, published)
    return [done] if done.target else []

"""The days of a summary as rows, as cells of a CSV, and as lines for people."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dateline.cli.output import Row, counted, note, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.summary import Day

COLUMNS = ("date", "score", "sentence", "report_id", "start", "end", "sentence_score")


def show_days(days: "list[Day]", form: str, keys: Mapping[str, str] | None = None) -> None:
    """Write days in a form. `keys`: what users call the report of an id, shown where given."""
    if form == "csv":
        show(cells(days), form, line, COLUMNS)
        return
    show((row(day, keys or {}) for day in days), form, line, COLUMNS)
    if not form:
        note(f"{counted(len(days), 'day')}.")


def row(day: "Day", keys: Mapping[str, str]) -> Row:
    """Return a day as a row, by its field names."""
    import msgspec

    found: Row = msgspec.to_builtins(day)
    for one in found["sentences"]:
        if one["span"]["report_id"] in keys:
            one["report"] = keys[one["span"]["report_id"]]
    return found


def cells(days: "list[Day]") -> "Iterator[Row]":
    """Yield a row for each sentence."""
    for day in days:
        for one in day.sentences:
            yield {
                "date": day.date.isoformat(),
                "score": day.score,
                "sentence": one.text,
                "report_id": one.span.report_id,
                "start": one.span.start,
                "end": one.span.end,
                "sentence_score": one.score,
            }


def line(item: Row) -> str:
    """Return a day for people: its sentences below one another, and why it is there."""
    told = "\n".join(
        f"{item['date'] if number == 0 else '':<12} {' '.join(one['text'].split())}"
        + (f"  [{one['report']}]" if "report" in one else "")
        for number, one in enumerate(item["sentences"])
    )
    why = "; ".join(
        reason["detail"]
        if reason["weight"] is not None
        else f"{reason['feature']}: {reason['detail']}"
        for reason in item["reasons"]
    )
    return f"{told}\n{'':<12} why: {why}" if why else told

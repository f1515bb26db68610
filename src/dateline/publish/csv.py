"""CSV: one line an event, safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from dateline.publish.base import TIMELINE, Row, View

COLUMNS = (
    "id", "start", "end", "precision", "edtf", "type", "mode", "contexts", "quad", "intensity",
    "source", "target", "reciprocal", "status", "place", "headline", "credibility", "reliability",
    "reasons", "voices", "reports", "evidence", "decided",
)  # fmt: skip
# A spreadsheet takes a cell that begins with one of these for a formula; the wide ones too.
SIGNS = "=+\\-@＝＋－＠"
# A formula may begin where a cell does, and, where a spreadsheet parts cells by other characters
# than commas, after one of those. What stands before a sign is passed over by some.
FIRST = re.compile(f"[\\s'\"]*[{SIGNS}]|['\t\r\n]")
LATER = re.compile(f"([;\t\r\n])(?=[ '\"]*[{SIGNS}])")
QUOTED = re.compile(f"([;\t\r\n])'(?=[ '\"]*[{SIGNS}])")


def export(view: View) -> Iterator[str]:
    """Yield a line of column names, then a line per row; several values are joined by ` | `."""
    if view.kind == TIMELINE:
        yield from table(COLUMNS, (flat(item) for item in view.rows()))
    else:
        # Their columns begin with those of this module.
        from dateline.publish.ledgers import LEDGER, cells

        yield from table(LEDGER[view.kind].columns, (cells(item) for item in view.rows()))


def table(columns: Iterable[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield CSV lines of any rows."""
    columns = tuple(columns)
    yield line(columns)
    for item in rows:
        yield line([cell(item.get(name)) for name in columns])


def line(cells: Iterable[str]) -> str:
    """Return one CSV line."""
    out = io.StringIO()
    # Cells are quoted where they hold a character of the line's end, so that has to name both.
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def cell(value: object) -> str:
    """Return a value as a cell; an apostrophe stands before what a spreadsheet would run.

    So does one before an apostrophe that would be taken for it, which makes it reversible: see
    `plain`.
    """
    if value is None:
        return ""
    if isinstance(value, (bool, int, float)):
        return str(value)
    text = " | ".join(str(v) for v in value) if isinstance(value, (list, tuple)) else str(value)
    if ";" in text or not text.isprintable():
        text = LATER.sub(r"\1'", text)
    return f"'{text}" if FIRST.match(text) else text


def plain(text: str) -> str:
    """Return a cell's text as it was before `cell`."""
    return QUOTED.sub(r"\1", text.removeprefix("'"))


def flat(item: Row) -> Row:
    """Return a row with its grade and evidence as plain cells."""
    grade = item["grade"]
    return {
        **item,
        "credibility": grade["credibility"],
        "reliability": grade["reliability"],
        "reasons": [f"{r['feature']}: {r['detail']}" for r in grade["reasons"]],
        "evidence": [
            f"{e['report']} {e['start']}-{e['end']}: {' '.join(e['text'].split())}"
            for e in item["evidence"]
        ],
    }

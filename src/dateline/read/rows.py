"""What formats of one report a row share: from a row's fields to a report."""

from collections.abc import Mapping

from dateline.errors import InputError
from dateline.model import LeftOut, Report
from dateline.read.base import Source
from dateline.read.dates import given
from dateline.read.draft import Draft, finish
from dateline.read.fields import pick

WORDS = ("id", "title", "publisher", "url", "byline", "language")


def row_report(row: Mapping[str, object], number: int | None, source: Source) -> Report | LeftOut:
    """Make the report of a row, or say why there is none.

    `number` is None for a file's only one.
    """
    fields = pick(row, source.settings.read.columns)
    text = fields.get("text")
    if not isinstance(text, str):
        return left_out(InputError("D207"), number, source)
    draft = Draft(text)
    for name in WORDS:
        setattr(draft, name, word(fields.get(name)))
    if "published" in fields:
        draft.said.append(given("field", fields["published"]))
    try:
        return finish(draft, numbered(source.key, number), source.settings)
    except InputError as error:
        return left_out(error, number, source)


def left_out(error: InputError, number: int | None, source: Source) -> LeftOut:
    """Return the problem of one row."""
    where = numbered(source.item, number)
    return LeftOut(item=where, reason=type(error)(error.code, where, error.detail).line())


def numbered(name: str, number: int | None) -> str:
    """Return the name of a row: its file's, and its number if it has one."""
    return name if number is None else f"{name}:{number}"


def word(value: object) -> str:
    """Return a field's value as text: names are joined, `{"name": ...}` is its name."""
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(word, value)))
    if isinstance(value, dict):
        return word(value.get("name"))
    if value is None or isinstance(value, bool):
        return ""
    return str(value)

"""What can be taken away: one file per format, and the table of them."""

from dateline.errors import UsageError
from dateline.publish.base import LEDGERS, TIMELINE, Format, View, row
from dateline.publish.formats import FORMATS, SUFFIXES

__all__ = ["FORMATS", "LEDGERS", "SUFFIXES", "TIMELINE", "Format", "View", "format_of", "row"]


def format_of(name: str, kind: str = TIMELINE) -> Format:
    """Return the format of a name, which takes this kind of view.

    Raises:
        UsageError: D109 where there is none of that name, or it takes no such view.
    """
    takes = [form.name for form in FORMATS.values() if kind in form.views]
    if name not in takes:
        raise UsageError("D109", name, f"of {kind}: {', '.join(takes)}")
    return FORMATS[name]

r"""iCalendar (RFC 5545): a day-long entry for each event; an undated event is a journal entry.

Written here and not by a library: the one for it writes the letters `\N`, which TeX has, as a line
end, and takes twenty times as long.
"""

from collections.abc import Iterator
from datetime import timedelta

from dateline.publish import dates
from dateline.publish.base import Row, View
from dateline.publish.escape import line
from dateline.publish.names import sides
from dateline.publish.words import code_of, told
from dateline.web.pages.titles import heading

OCTETS = 75  # of a line, its end not counted (RFC 5545, 3.1)
# The two bits by which UTF-8 tells that an octet goes on with a character.
CONTINUES, CONTINUED = 0xC0, 0x80
# What a reader's calendar shows as not certain to take place.
TENTATIVE = frozenset({"planned", "threatened", "conditional", "hypothetical"})
ONE = timedelta(days=1)
# The last day that a calendar can name; the day after it is none.
LAST = "99991231"


def export(view: View) -> Iterator[str]:
    """Yield a calendar, entry by entry; lines end in CR LF."""
    yield lines(
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//dateline//dateline//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("X-WR-CALNAME", escaped(heading(view.query))),
    )
    for item in view.rows():
        yield entry(item)
    yield lines(("END", "VCALENDAR"))


def entry(item: Row) -> str:
    """Return an event's component. An uncertain day spans all the days that it may be."""
    first, last = dates.day(item["start"]), dates.day(item["end"])
    kind = "VEVENT" if first else "VJOURNAL"
    urls = [one["url"] for one in item["evidence"] if one["url"]]
    fields = [
        ("BEGIN", kind),
        ("UID", f"{item['id']}@dateline"),
        ("DTSTAMP", dates.updated(item).translate({ord("-"): None, ord(":"): None})),
        ("SUMMARY", escaped(f"{sides(item)}: {item['headline']}")),
        ("DESCRIPTION", escaped(f"{dates.words(item)}. {code_of(item)}", *told(item))),
        ("CATEGORIES", ",".join(map(escaped, (item["type"], *item["contexts"])))),
    ]
    if first:
        fields.append(("DTSTART;VALUE=DATE", first.isoformat().replace("-", "")))
        # Its end is the day after the last.
        if last and last.isoformat().replace("-", "") < LAST:
            fields.append(("DTEND;VALUE=DATE", (last + ONE).isoformat().replace("-", "")))
        fields.append(("TRANSP", "TRANSPARENT"))
        if item["place"]:
            fields.append(("LOCATION", escaped(item["place"])))
        if item["status"] in TENTATIVE:
            fields.append(("STATUS", "TENTATIVE"))
    if urls:
        fields.append(("URL", urls[0]))
    return lines(*fields, ("END", kind))


def escaped(*texts: str) -> str:
    """Return lines of text as a value; no character of them can end the line that it is on."""
    clean = (line(text).replace("\\", "\\\\") for text in texts)
    return "\\n".join(clean).replace(";", "\\;").replace(",", "\\,")


def lines(*fields: tuple[str, str]) -> str:
    """Return content lines, folded."""
    return "".join(folded(f"{name}:{value}") + "\r\n" for name, value in fields)


def folded(text: str) -> str:
    """Return a content line with a break and a space at every 75th octet, inside no character."""
    data, start, room = text.encode(), 0, OCTETS
    rows = []
    while len(data) - start > room:
        end = start + room
        while data[end] & CONTINUES == CONTINUED:
            end -= 1
        rows.append(data[start:end])
        # The space that a continued line begins with is one of its octets.
        start, room = end, OCTETS - 1
    return b"\r\n ".join([*rows, data[start:]]).decode()

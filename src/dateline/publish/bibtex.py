"""BibTeX: an entry for each report that a view rests on."""

from collections.abc import Iterator

from dateline.publish.base import View
from dateline.publish.escape import line, web_url
from dateline.publish.sources import Source, sources

# BibTeX counts braces whether or not a backslash stands before them, so that none may stand.
TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_",
}  # fmt: skip
ESCAPES = str.maketrans(TEX)
# In an address these have a meaning of their own to TeX; percent codes mean the same to a server.
PERCENT = str.maketrans({char: f"%{ord(char):02X}" for char in '\\{}^~$"'})


def export(view: View) -> Iterator[str]:
    """Yield the entries by the keys of their reports."""
    for source in sources(view):
        yield entry(source)


def entry(source: Source) -> str:
    """Return a report as an entry; `annote` holds what it tells of the view's events."""
    report = source.report
    day = report.published
    told = " ".join(
        f"{one.event} (grade {one.grade}): “{one.text}”" if one.event else f"“{one.text}”"
        for one in source.told
    )
    url = web_url(report.url).translate(PERCENT)
    fields = {
        "title": f"{{{escaped(report.title or report.key)}}}",
        "author": f"{{{escaped(report.byline)}}}" if report.byline else "",
        "howpublished": escaped(report.publisher),
        "year": f"{day.year:04}" if day else "",
        "month": str(day.month) if day else "",
        "date": day.isoformat() if day else "",
        "url": url,
        "keywords": ", ".join(dict.fromkeys(one.event for one in source.told if one.event)),
        "note": f"dateline report {escaped(report.key)}",
        "annote": escaped(told),
    }
    given = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{source.cite},\n{given}}}\n\n"


def escaped(text: str) -> str:
    """Return a text as TeX sets it: one line, no command, braces that match."""
    return line(text).translate(ESCAPES)

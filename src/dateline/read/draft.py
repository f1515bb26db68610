"""From what a format found to a Report: cleaning, language, date, limits; the same for all."""

from dataclasses import dataclass, field

from dateline import sift
from dateline.errors import InputError, LimitError
from dateline.extract.times.dateline import disagreement
from dateline.model import Reason, Report
from dateline.read.clean import clean, clean_line
from dateline.read.dates import Dated, dateline, named, settle
from dateline.read.language import code_of, identify, shown
from dateline.settings import Settings

# Code points of a title, a byline and the like; longer ones are cut.
MOST_LINE = 500


@dataclass(slots=True)
class Draft:
    """What a format found in one report, as it stands there.

    `said` holds what its parts say of the published day, most trustworthy first. `hint` is a
    language that the input names without being trustworthy about it (a page's template).
    `visited` is when a crawler found it there: the day of publication where nothing else tells.
    """

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    byline: str = ""
    id: str = ""
    language: str = ""
    hint: str = ""
    dateline: str = ""
    said: list[Dated] = field(default_factory=list)
    visited: Dated | None = None
    warnings: tuple[Reason, ...] = ()


def finish(draft: Draft, key: str, settings: Settings, *, file_name: str = "") -> Report:
    """Make the report. `key` is its name unless it has an id; `file_name` may hold a date.

    Raises:
        InputError: D202 without text, D208 where the language is not among those read, D221 where
            the settings leave it out as no two parties meet in it.
        LimitError: D304 where the text is too long.
    """
    most = settings.limits.text_chars
    if len(draft.text) > 2 * most:  # cleaning takes time, and rarely half of a text
        raise LimitError("D304", detail=f"{len(draft.text):,} characters")
    text = clean(draft.text)
    if not any(char.isalnum() for char in text):
        raise InputError("D202")
    if len(text) > most:
        raise LimitError("D304", detail=f"{len(text):,} characters")
    supported = settings.read.languages
    language = code_of(draft.language) or identify(text, supported, code_of(draft.hint))
    if language not in supported:
        raise InputError("D208", detail=shown(language))
    said = [*draft.said, *named("address", draft.url), *named("file name", file_name)]
    for line in (draft.dateline, text):
        said += dateline(clean_line(line[:200]), said)
    published, doubts = settle(order(said))
    if not any(one.where == "dateline" for one in said):
        doubt = disagreement(text, published)  # one further down: after a summary, a photo's line
        doubts += (doubt,) if doubt else ()
    if published is None and draft.visited is not None and draft.visited.day:
        published = draft.visited.day
        why = f"no day is given; {published}, on which the page was visited, is used"
        doubts += (Reason(feature="published", detail=why),)
    if settings.read.sift:
        sift.check(text, published)
    return Report.from_text(
        text,
        title=clean_line(draft.title)[:MOST_LINE],
        published=published,
        publisher=clean_line(draft.publisher)[:MOST_LINE],
        url=clean_line(draft.url)[: 4 * MOST_LINE],
        language=language,
        key=clean_line(draft.id)[:MOST_LINE] or key,
        byline=clean_line(draft.byline)[:MOST_LINE],
        warnings=(*draft.warnings, *doubts),
    )


def order(said: list[Dated]) -> list[Dated]:
    """Put what was only guessed from the whole page last; the rest keeps its order."""
    return sorted(said, key=lambda one: one.where == "page")

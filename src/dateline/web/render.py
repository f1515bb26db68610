"""From a page's values to HTML. Nothing here knows of requests or servers."""

import re
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from dateline.publish import SUFFIXES, Format
from dateline.web import dates, words
from dateline.web.ask import Ask
from dateline.web.links import Links
from dateline.web.safe import finish, visible, web


class Page(NamedTuple):
    """A page before it is HTML: its template, its title for people, and what the template reads.

    `name` is the view's, as `Links.view` takes it: the menu shows where one is by it.
    """

    template: str
    title: str
    values: dict[str, Any]
    name: str = ""


MENU = (
    ("pairs", "Pairs"), ("timeline", "Timeline"), ("agreements", "Agreements"),
    ("red-lines", "Red lines"), ("incidents", "Incidents"), ("accusations", "Accusations"),
    ("statements", "Statements"), ("sources", "Sources"), ("review", "Review"), ("help", "Help"),
)  # fmt: skip


IMPORT = re.compile(r'^import .* from "\./(.+?)";', re.MULTILINE)


@cache
def environment() -> Environment:
    """Return the templates, which escape all that they are given."""
    made = Environment(
        loader=PackageLoader("dateline.web"),
        autoescape=select_autoescape(default=True),
        finalize=finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        word=words.word, words=words.words, party=words.party, actor=words.actor,
        spoken=words.spoken, told=words.told, when=dates.when, day=dates.day, value_of=value,
        web=web, menu=MENU, formats=formats, imported=imported,
    )  # fmt: skip
    made.filters["visible"] = visible
    return made


def value(field: str, text: str) -> str:
    """Return one value of an event's field in words."""
    if field == "duration":
        return dates.duration(text)
    if field in {"source", "target"}:
        return ", ".join(words.actor(code) for code in text.split(", "))
    if field == "status":
        return words.word("status", text)
    return words.spoken(text) if field == "sector" else text


@cache
def imported(name: str) -> tuple[str, ...]:
    """Return the scripts that a script imports, and those that these do, so that none waits."""
    folder = resources.files("dateline.web").joinpath("static")
    found, left = {name}, [name]
    while left:
        text = folder.joinpath(left.pop()).read_text("utf-8")
        fresh = set(IMPORT.findall(text)) - found
        found |= fresh
        left += fresh
    return tuple(sorted(found - {name}))


def formats(name: str) -> list[Format]:
    """Return the ways in which the view of a page can be taken away."""
    return [form for form in SUFFIXES.values() if name in form.views]


def render(page: Page, ask: Ask, links: Links, record: str = "") -> str:
    """Return a page as HTML.

    Args:
        page: what to show.
        ask: what was asked, for the search box and the theme.
        links: where everything is.
        record: the record's name, for the head of the page.
    """
    template = environment().get_template(page.template)
    return template.render(
        **page.values, page=page, title=page.title, ask=ask, query=ask.query, links=links,
        record=record,
    )  # fmt: skip

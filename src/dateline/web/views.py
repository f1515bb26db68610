"""The pages that are the view of a query, by name."""

from collections.abc import Callable

from dateline.query import Record
from dateline.web.ask import Ask
from dateline.web.pages import ledgers, meanings, pairs, review, sources, timeline
from dateline.web.render import Page

View = Callable[[Record, Ask], Page]
VIEWS: dict[str, View] = {
    "pairs": pairs.overview,
    "timeline": timeline.timeline,
    "agreements": ledgers.agreements,
    "red-lines": ledgers.red_lines,
    "incidents": ledgers.incidents,
    "accusations": ledgers.accusations,
    "statements": ledgers.statements,
    "sources": sources.sources,
    "review": review.review,
    "help": meanings.meanings,
}

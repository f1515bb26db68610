"""Ledgers: views over events, not new nouns."""

from dateline.query.ledgers.accusations import Accusation, accusations, accusing, answered
from dateline.query.ledgers.agreements import Agreement, agreements, followed, outlines
from dateline.query.ledgers.attribution import Attribution
from dateline.query.ledgers.gathered import Gathered
from dateline.query.ledgers.incidents import Incident, incidents, told
from dateline.query.ledgers.incidents import answered as incidents_answered
from dateline.query.ledgers.red_lines import RedLine, red_lines
from dateline.query.ledgers.statements import Said, statements

__all__ = [
    "Accusation",
    "Agreement",
    "Attribution",
    "Gathered",
    "Incident",
    "RedLine",
    "Said",
    "accusations",
    "accusing",
    "agreements",
    "answered",
    "followed",
    "incidents",
    "incidents_answered",
    "outlines",
    "red_lines",
    "statements",
    "told",
]

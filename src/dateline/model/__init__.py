"""The nouns of a record: frozen, slotted, typed; one word each, used everywhere.

Offsets are code points into a report's text. Dates are `datetime.date`. Codes of states are
ISO 3166-1 alpha-3; event types are PLOVER's; time values are TIMEX3 and EDTF; grades follow the
Admiralty scale (NATO AJP-2.1: reliability A-F, credibility 1-6).
"""

from dateline.model.base import (
    Basis,
    DecisionKind,
    Granularity,
    Noun,
    Quad,
    Reason,
    Scope,
    Span,
    StatementKind,
    Status,
    TimexType,
)
from dateline.model.build import Decision, LeftOut, Summary, Warned
from dateline.model.copies import Altered, Contradiction, CopyLink, CopyOf, Voice, Words
from dateline.model.event import Event, Grade, Value
from dateline.model.mention import Coding, Detail, Extraction, Mention, Tie, mention_id
from dateline.model.report import Actor, Place, Report, Statement, Time, text_id

__all__ = [
    "Actor",
    "Altered",
    "Basis",
    "Coding",
    "Contradiction",
    "CopyLink",
    "CopyOf",
    "Decision",
    "DecisionKind",
    "Detail",
    "Event",
    "Extraction",
    "Grade",
    "Granularity",
    "LeftOut",
    "Mention",
    "Noun",
    "Place",
    "Quad",
    "Reason",
    "Report",
    "Scope",
    "Span",
    "Statement",
    "StatementKind",
    "Status",
    "Summary",
    "Tie",
    "Time",
    "TimexType",
    "Value",
    "Voice",
    "Warned",
    "Words",
    "mention_id",
    "text_id",
]

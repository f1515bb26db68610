"""Who said what: speaker, cue and content of direct, indirect and mixed speech."""

from spacy.tokens import Doc

from dateline.extract.statements.cues import asserts, cue_class, stance
from dateline.extract.statements.find import find
from dateline.extract.statements.index import StatementIndex
from dateline.model import Report, Statement

__all__ = [
    "StatementIndex",
    "asserts",
    "cue_class",
    "find",
    "find_statements",
    "stance",
    "statements_of",
]


def find_statements(text: str) -> list[Statement]:
    """Find the statements of an English text; offsets are code points into it.

    `speaker` is None where the text does not decide who it is; `speaker_spans` still say where it
    is named. Statements within the content of another one are left to `find`.
    """
    from dateline.parse import parser

    english = parser("en")
    if english is None:
        return []
    return statements_of(english.parse(text), Report.from_text(text, language="en"))


def statements_of(doc: Doc, report: Report) -> list[Statement]:
    """Find the actors and the outermost statements of a parsed report."""
    from dateline.extract import actors

    return find(doc, actors.find(doc, report), report, nested=False)

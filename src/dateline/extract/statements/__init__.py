"""Who said what: speaker, cue and content of direct, indirect and mixed speech."""

from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from dateline.extract.statements.cues import asserts, cue_class, stance
from dateline.extract.statements.find import find
from dateline.extract.statements.index import StatementIndex
from dateline.extract.statements.learned import Weights, load
from dateline.model import Report, Statement
from dateline.settings import Settings

__all__ = [
    "StatementIndex",
    "asserts",
    "cue_class",
    "find",
    "find_statements",
    "stance",
    "statements_of",
]


def find_statements(text: str, settings: Settings | None = None) -> list[Statement]:
    """Find the statements of an English text; offsets are code points into it.

    `speaker` is None where the text does not decide who it is; `speaker_spans` still say where it
    is named. Statements within the content of another one are left to `find`. Where the settings
    name `statement_weights`, those choose what is said without quotation marks, else rules do.

    Raises:
        UsageError: D101 where there is no such file of weights, D108 where it holds none.
    """
    from dateline.parse import parser

    english = parser("en")
    if english is None:
        return []
    path = settings.statement_weights if settings is not None else ""
    report = Report.from_text(text, language="en")
    return statements_of(english.parse(text), report, weights(path) if path else None)


@cache
def weights(path: str) -> Weights:
    """Read a file of weights, once per process."""
    return load(Path(path))


def statements_of(doc: Doc, report: Report, learned: Weights | None = None) -> list[Statement]:
    """Find the actors and the outermost statements of a parsed report."""
    from dateline.extract import actors

    return find(doc, actors.find(doc, report), report, nested=False, weights=learned)

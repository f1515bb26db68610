from collections.abc import Callable

import pytest

from dateline.extract.statements import find
from dateline.model import Report, Statement
from dateline.parse import parser

Told = tuple[str, str, str]


@pytest.fixture(scope="session")
def statements() -> Callable[[str], list[Statement]]:
    """Statements of a text, nested ones too, without actors."""

    def read(text: str) -> list[Statement]:
        return find(parser("en").parse(text), [], Report.from_text(text))

    return read


@pytest.fixture(scope="session")
def told(statements: Callable[[str], list[Statement]]) -> Callable[[str], set[Told]]:
    """Who said what: speaker's words, cue, content's words, several spans joined by " ... "."""

    def read(text: str) -> set[Told]:
        return {
            (words(text, one.speaker_spans), one.cue, words(text, one.content_spans))
            for one in statements(text)
        }

    return read


def words(text: str, spans: tuple) -> str:
    return " ... ".join(text[span.start : span.end] for span in spans)

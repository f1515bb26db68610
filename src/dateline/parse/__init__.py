"""Parsers, one file per language."""

from dateline.parse.base import Parser

__all__ = ["Parser", "parser"]


def parser(language: str) -> Parser | None:
    """Return the parser of a language (ISO 639-1), or None where there is none yet."""
    if language == "en":
        from dateline.parse.en import EnglishParser

        return EnglishParser()
    return None

"""PLOVER events from the parse: who did what to whom, when, where, and on whose word."""

from dateline.extract.events.coder import find
from dateline.extract.events.given import code, code_doc

__all__ = ["code", "code_doc", "find"]

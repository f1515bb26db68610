"""The fixed split of our own gold sets: one half to write rules by, one half only to report."""

import hashlib
from typing import Literal

Half = Literal["tune", "held"]


def half(text: str) -> Half:
    """Return the half that a text falls into: by the parity of its SHA-256's first byte."""
    return "held" if hashlib.sha256(text.encode()).digest()[0] % 2 else "tune"

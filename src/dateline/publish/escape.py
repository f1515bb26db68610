"""Strangers' words made harmless for the file that they go into."""

import re
import unicodedata
from typing import Any

import msgspec

# What XML 1.0 allows no document to hold (its section 2.2), whatever the escape.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Line ends for some readers; legal in JSON, but not in the scripts that it is pasted into.
JSON_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "\u2028": "\\u2028", "\u2029": "\\u2029"}
SCHEMES = ("http://", "https://")


def json_text(value: Any) -> str:
    """Return a value as JSON on one line that can stand in a page's script element.

    `<` and `>`, which JSON has in strings only, are written as escapes.
    """
    text = msgspec.json.encode(value).decode()
    for char, escape in JSON_ESCAPES.items():
        text = text.replace(char, escape)
    return text


def xml_text(text: str) -> str:
    """Return a text with U+FFFD for each character that XML forbids; markup is not escaped."""
    return NOT_XML.sub("\ufffd", text)


def line(text: str) -> str:
    """Return a text as one line, without control characters."""
    return " ".join("".join(" " if is_control(c) else c for c in text).split())


def is_control(char: str) -> bool:
    """Tell whether a character is a control, or steers the direction of the text around it."""
    return (
        unicodedata.category(char) in {"Cc", "Cs"}
        or char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def web_url(url: str) -> str:
    """Return an address if it is one of the web, else nothing: javascript: is none."""
    clean = "".join(url.split())
    return clean if clean.lower().startswith(SCHEMES) else ""

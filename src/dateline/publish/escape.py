"""Strangers' words made harmless for the file that they go into."""

import re
from typing import Any
from urllib.parse import quote

import msgspec

# What XML 1.0 allows no document to hold (its section 2.2), whatever the escape.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Controls, line ends of other kinds, and marks that turn the direction of the text around them.
CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# Line ends for some readers; legal in JSON, but not in the scripts that it is pasted into.
JSON_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "\u2028": "\\u2028", "\u2029": "\\u2029"}
SCHEMES = ("http://", "https://")
# What an address may hold as it is (RFC 3986, 2.2 and 2.3), and the percent codes it has already.
PLAIN = ":/?#[]@!$&'()*+,;=-._~%"


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
    return " ".join(CONTROL.sub(" ", text).split())


def web_url(url: str) -> str:
    """Return an address of the web, in the characters that one may hold; nothing for any other.

    `javascript:` is none of the web.
    """
    clean = "".join(CONTROL.sub("", url).split())
    return quote(clean, safe=PLAIN) if clean.lower().startswith(SCHEMES) else ""

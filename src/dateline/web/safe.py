"""Text of strangers, made fit to be shown: what cannot be seen is written out."""

import re

from markupsafe import Markup, escape

# Control characters but tab and line feed; marks that turn or hide text; lone surrogates, which
# no page can hold; tags; characters that are none.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
SCHEMES = ("http://", "https://")


def visible(text: str) -> str:
    """Return a text with each unseen character as its code: `⟦202E⟧`."""
    return UNSEEN.sub(lambda found: f"⟦{ord(found[0]):04X}⟧", text)


def finish(value: object) -> object:
    """Make a value of a template ready: whatever is text goes through `visible` and is escaped."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return ""
    return escape(visible(value)) if isinstance(value, str) else value


def web(url: str) -> str:
    """Return an address that may be followed; nothing where it is not of the web."""
    plain = url.strip()
    odd = UNSEEN.search(plain) or any(character.isspace() for character in plain)
    return plain if plain.lower().startswith(SCHEMES) and not odd else ""

"""By which characters a rule of the grammar can begin: where none stands, none is tried."""

import re

# What the rules are made of: groups, looks ahead and behind, characters, and how often each.
PART = re.compile(r"\(\?(?:[:=!]|<[=!])|\)|\||[?*+]|\{\d+(?:,\d*)?\}|.", re.DOTALL)
NONE = frozenset({"?", "*"})


def opening(pattern: str) -> frozenset[str]:
    """Return the characters with which what a pattern matches can begin.

    `pattern`: characters, `(?:...)`, looks ahead and behind, `|`, `?`, `*`, `+`, `{m,n}`, and
    nothing else.

    Raises:
        ValueError: where it matches nothing at all, and so anywhere.
    """
    parts = PART.findall(pattern)
    found, empty, end = _branches(parts, 0)
    if empty or end != len(parts):
        raise ValueError(pattern)
    return found


def _branches(parts: list[str], at: int) -> tuple[frozenset[str], bool, int]:
    """Read alternatives up to a closing bracket: what they begin with, if one may be empty."""
    found, empty, at = _row(parts, at)
    while at < len(parts) and parts[at] == "|":
        more, also, at = _row(parts, at + 1)
        found, empty = found | more, empty or also
    return found, empty, at


def _row(parts: list[str], at: int) -> tuple[frozenset[str], bool, int]:
    """Read one alternative."""
    found: frozenset[str] = frozenset()
    empty = True
    while at < len(parts) and parts[at] not in {"|", ")"}:
        part = parts[at]
        if part.startswith("(?"):
            own, nothing, at = _branches(parts, at + 1)
            own, nothing = (own, nothing) if part == "(?:" else (frozenset(), True)
        else:
            own, nothing = frozenset({part}), False
        at += 1
        if at < len(parts) and (parts[at] in NONE or parts[at][0] in "+{"):
            nothing = nothing or parts[at] in NONE or parts[at].startswith("{0")
            at += 1
        found = found | own if empty else found
        empty = empty and nothing
    return found, empty, at

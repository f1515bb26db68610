"""The grammar of time expressions: rules over word classes, compiled to one regex.

Each class becomes one private character, each rule one named group; the first rule that fits wins.
"""

import re
from functools import cache

from dateline.data import table
from dateline.extract.times.opening import opening

NAME = re.compile(r"[a-z]\w*")
MACRO = re.compile(r"\{(\w+)\}")
GROUP = re.compile(r"\((?!\?)")  # a plain group; "(?!...)" stays a lookahead
OTHER = "x"


class Grammar:
    """Rules of `data/times/grammar.tsv`. `char` maps a class to its character, `reader` a rule."""

    def __init__(self) -> None:
        self.char: dict[str, str] = {OTHER: OTHER}
        self.reader: dict[str, str] = {}
        macros: dict[str, str] = {}
        rules: list[str] = []
        bodies: list[str] = []
        for row in table("times/grammar"):
            pattern = MACRO.sub(lambda match: macros[match[1]], row["pattern"])
            if row["rule"].startswith("="):
                macros[row["rule"][1:]] = f"({pattern})"
                continue
            self.reader[row["rule"]] = row["reader"]
            bodies.append(self._compile(pattern))
            rules.append(f"(?P<{row['rule']}>{bodies[-1]})")
        first = "".join(sorted(frozenset[str]().union(*map(opening, bodies))))
        self.pattern = re.compile(f"(?=[{first}])(?:{'|'.join(rules)})")

    def _compile(self, pattern: str) -> str:
        plain = GROUP.sub("(?:", pattern)
        return NAME.sub(lambda match: self._char(match[0]), plain).replace(" ", "")

    def _char(self, cls: str) -> str:
        return self.char.setdefault(cls, chr(0x4E00 + len(self.char)))

    def encode(self, classes: list[str]) -> str:
        """Return one character a class; classes no rule names become `x`."""
        get = self.char.get
        return "".join([get(cls, OTHER) for cls in classes])


@cache
def grammar() -> Grammar:
    """Return the compiled grammar, once per process."""
    return Grammar()

"""Tell a text that a machine has put into other words, from the text alone.

Such texts break fixed expressions ("tortured phrases"; Cabanac, Labbé and Magazinov 2021), write
names of states half in capitals, and put determiners where none can stand. A false alarm on an
honest report is worse than a miss: one tell says nothing, and what honest texts are known to have
is none.
"""

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dateline.data import table, values
from dateline.model import Reason, Span

# Different tells from which a text may be garbled, and from which it is likely to be. Of 3,800
# honest articles of three collections none has two.
POSSIBLE = 2
LIKELY = 3
LEVELS = ("", "possibly garbled", "likely garbled")
# "two several", "both the both": what no newsroom prints.
BROKEN = (
    (re.compile(r"\b(?:[2-9]|\d{2,}|two|three|four|five|six|seven|eight|nine|ten|a few)"
                r" (?:several|various|many) (?!hundred|thousand|of\b)\w+"), "two counts"),
    (re.compile(r"\b(?:both the both|the both the)\b", re.IGNORECASE), "two determiners"),
    (re.compile(r"\b(?:their selves|his self)\b", re.IGNORECASE), "a broken pronoun"),
    (re.compile(r"\b[A-Z][a-z]+ [a-z]+tes's\b"), "a doubled possessive"),
)  # fmt: skip


def tells(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text that tell of garbling, as `(start, end, what)`, in order."""
    found = {(m.start(), m.end(), what) for pattern, what in BROKEN for m in pattern.finditer(text)}
    lower = text.lower()
    if len(lower) == len(text):
        found |= set(tortured(lower))
        found |= set(half_capital(text, lower))
    return sorted(found)


def level(text: str, found: list[tuple[int, int, str]]) -> int:
    """Return 0 for a text without a sign, 1 where it may be garbled, 2 where it is likely to be.

    Words that come again are one tell; what is broken in several ways weighs more.
    """
    words = {text[start:end].lower() for start, end, _ in found}
    return 2 if len(words) >= LIKELY else 1 if len(words) >= POSSIBLE else 0


def warning(text: str) -> Reason | None:
    """Return a warning that a text is garbled, with the words that tell so, or None."""
    found = tells(text)
    grade = level(text, found)
    if not grade:
        return None
    shown = list(dict.fromkeys(" ".join(text[s:e].split()) for s, e, _ in found))[:SHOWN]
    return Reason(feature=LEVELS[grade], detail="; ".join(f"“{words}”" for words in shown))


SHOWN = 8


def spans(text: str, report_id: str) -> tuple[Span, ...]:
    """Return where a text tells of garbling."""
    return tuple(Span(report_id=report_id, start=s, end=e) for s, e, _ in tells(text))


@cache
def expressions() -> AhoCorasick:
    """Return an automaton over fixed expressions with a word put for another."""
    broken: set[str] = set()
    for row in table("copies/expressions"):
        first, second = row["first"], row["second"]
        ones, twos = values(row["first_as"]), values(row["second_as"])
        broken |= {f"{one} {second}" for one in ones}
        broken |= {f"{first} {two}" for two in twos}
        broken |= {f"{one} {two}" for one in ones for two in twos}
    whole_ones = {f"{row['first']} {row['second']}" for row in table("copies/expressions")}
    return AhoCorasick(sorted(broken - whole_ones), matchkind=MatchKind.LeftmostLongest)


def tortured(lower: str) -> list[tuple[int, int, str]]:
    """Return the fixed expressions of a text that stand there broken."""
    return [
        (start, end, "a broken expression")
        for _, start, end in expressions().find_matches_as_indexes(lower)
        if whole(lower, start, end)
    ]


def whole(text: str, start: int, end: int) -> bool:
    """Tell whether words begin and end where words do; a plural ends with them."""
    if start and text[start - 1].isalnum():
        return False
    rest = text[end : end + 2]
    return not rest[:1].isalnum() or (rest[:1] == "s" and not rest[1:].isalnum())


@cache
def capitals() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Return an automaton over names of states of several words, and these."""
    names = {
        name
        for row in table("states")
        for column in ("name", "aliases")
        for name in values(row[column])
        if " " in name and all(word[0].isupper() for word in name.split())
    }
    found = tuple(sorted(names))
    return AhoCorasick([n.lower() for n in found], matchkind=MatchKind.LeftmostLongest), found


def half_capital(text: str, lower: str) -> list[tuple[int, int, str]]:
    """Return the names that begin with a capital and go on without: "the United states"."""
    automaton, names = capitals()
    out = []
    for n, start, end in automaton.find_matches_as_indexes(lower):
        words = text[start:end].split()
        if (
            whole(lower, start, end)
            and len(words) == len(names[n].split())
            and words[0][0].isupper()
            and any(word[0].islower() for word in words[1:])
        ):
            out.append((start, end, "a name half in capitals"))
    return out

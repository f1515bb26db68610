"""What an act is about: PLOVER contexts, from indicator words of its sentence."""

from functools import cache

import ahocorasick_rs

from dateline.data import table, values
from dateline.parse.words import Slice

# A bare "attack" is one on computers where one of so many sentences before it speaks of these.
BEFORE = 2
ARMED = "military"


@cache
def automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    """Return an automaton of all indicators between word bounds, and the context of each."""
    patterns: list[str] = []
    codes: list[str] = []
    for row in table("plover/contexts"):
        for word in values(row["words"]):
            patterns.append(f" {word} ")
            codes.append(row["code"])
    return ahocorasick_rs.AhoCorasick(patterns), tuple(codes)


def contexts_of(sent: Slice, given: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the contexts of a sentence in the table's order, those given by a rule first."""
    matcher, codes = automaton()
    # Doubled spaces let two indicators that stand side by side both be found.
    text = "  ".join(token.lower_ for token in sent if not token.is_space)
    joined = f" {text} "
    single = f" {' '.join(text.split())} "
    seen = {index for index, _, _ in matcher.find_matches_as_indexes(joined, overlapping=True)}
    seen |= {index for index, _, _ in matcher.find_matches_as_indexes(single, overlapping=True)}
    found = {codes[index] for index in seen}
    order = [row["code"] for row in table("plover/contexts")]
    return tuple(dict.fromkeys((*given, *(code for code in order if code in found))))


def online(sent: Slice) -> bool:
    """Tell whether a sentence that names an attack means one on computers.

    It says so itself, or one right before it does and it does not speak of arms.
    """
    own = contexts_of(sent)
    if "cyber" in own or ARMED in own:
        return "cyber" in own
    doc, start = sent.doc, sent.start
    for _ in range(BEFORE):
        if not start:
            return False
        before = doc[start - 1].sent
        if "cyber" in contexts_of(before):
            return True
        start = before.start
    return False

"""Role nouns and titles: which role each gives, which office it names, where a text has them."""

from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from dateline.data import table, values
from dateline.extract.actors.lexicon import fold
from dateline.extract.actors.page import Page

# The office key under which `people` files whoever leads a state.
LEADER = "leader"
LEADING = ("head_of_state", "head_of_government")
# Offices with several holders at a time: the words alone never name the person.
SHARED = frozenset({"adviser", "deputy_minister", "envoy", "legislator", "militia_leader",
                    "minister", "opposition_leader", "public_figure", "rebel_leader",
                    "spokesperson", "tycoon"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """A role noun. `offices`: keys of `offices.tsv` that it may name; empty for bodies."""

    words: str
    role: str
    official: bool
    person: bool
    offices: tuple[str, ...]
    plural: bool = False


@dataclass(frozen=True, slots=True)
class TitleAt:
    """A title at tokens `start` to `end` (exclusive)."""

    start: int
    end: int
    title: Title


@cache
def _titles() -> tuple[ahocorasick_rs.AhoCorasick, tuple[Title, ...]]:
    """Build the automaton of titles, in lower case, once per process."""
    offices: dict[str, list[str]] = {LEADER: [LEADER]}
    roles: dict[str, str] = {}
    for row in table("offices"):
        for words in values(row["words"]):
            offices.setdefault(words, []).append(row["office"])
            roles.setdefault(words, row["role"])
    found: dict[str, Title] = {}
    for row in table("titles"):
        forms = values(row["words"])
        named = [office for form in forms for office in offices.get(form, ())]
        held = tuple(dict.fromkeys(named))
        for form in forms:
            found.setdefault(
                fold(form).lower(),
                Title(
                    words=form,
                    role=row["role"],
                    official=row["official"] == "y",
                    person=row["scope"] == "person",
                    offices=held,
                    plural=_is_plural(form, forms),
                ),
            )
    for words, held_list in offices.items():
        key = fold(words).lower()
        if key not in found:
            found[key] = Title(
                words=words,
                role=roles.get(words, "GOV"),
                official=True,
                person=True,
                offices=tuple(held_list),
            )
    return ahocorasick_rs.AhoCorasick(list(found)), tuple(found.values())


@cache
def title_of(words: str) -> Title | None:
    """Return the title that these words are, as a whole."""
    automaton, titles = _titles()
    key = fold(words).lower()
    for which, start, end in automaton.find_matches_as_indexes(key, overlapping=True):
        if start == 0 and end == len(key):
            return titles[which]
    return None


def find_titles(page: Page, plain: str) -> list[TitleAt]:
    """Return the titles of a text (folded, in lower case), the longest at each place."""
    automaton, titles = _titles()
    matches = []
    for which, start, end in automaton.find_matches_as_indexes(plain, overlapping=True):
        before = plain[start - 1] if start else " "
        after = plain[end] if end < len(plain) else " "
        if not (before.isalnum() or after.isalnum()):
            matches.append((start, -end, which))
    found: list[TitleAt] = []
    reached = 0
    for start, minus_end, which in sorted(matches):
        if start < reached:
            continue
        first, last = page.token_at(start), page.token_at(-minus_end - 1)
        whole = page.starts[first] == start and -minus_end == page.starts[last] + len(
            page.words[last]
        )
        if whole and page.pos[last] in {"NOUN", "PROPN", "ADJ"}:
            found.append(TitleAt(first, last + 1, titles[which]))
            reached = -minus_end
    return found


def _is_plural(form: str, forms: tuple[str, ...]) -> bool:
    """Tell whether a form is the plural of another form of its row."""
    return any(
        form in {one + "s", one.replace("y", "ies"), one.replace("man", "men")} and form != one
        for one in forms
    ) or (
        form.split(maxsplit=1)[0].removesuffix("s") + form[len(form.split(maxsplit=1)[0]) :]
        in forms
        and (form.split(maxsplit=1)[0].endswith("s"))
    )


def plural(page: Page, at: TitleAt) -> bool:
    """Tell whether a title at a place is plural."""
    word = page.lower[at.end - 1]
    return (
        at.title.plural
        or word == "police"
        or (word.endswith(("s", "men")) and page.lemmas[at.end - 1] != word)
    )

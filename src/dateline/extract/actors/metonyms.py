"""When a capital or a seat of power acts for its state, and when it is only a place.

Read from the parse: "Moscow denied it", "talks with Moscow" and "Moscow's envoy" are the state;
"in Moscow", "flew to Moscow", "Moscow's streets" and datelines are the place.
"""

from functools import cache

from dateline.data import table, values
from dateline.extract.actors.datelines import dateline
from dateline.extract.actors.page import Page

COPULAS = frozenset({"be", "become", "remain"})
# A copula's complement stands within so many tokens.
COPULA_REACH = 8
# Tags of a verb that may have a subject right before it, and words that may stand between.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BETWEEN = frozenset(
    {"both", "also", "then", "later", "now", "duly", "promptly", "has", "had", "have"}
)
OWN = frozenset({"its", "their"})
# Words between a verb and "to", or "from", that say no more of whom it is done to.
PASSED = frozenset({"back", "over", "on", "out", "off", "up", "down", "away", "forward", "from"})


@cache
def _readings() -> dict[str, dict[str, str]]:
    """Return slot to lemma to reading (actor, place)."""
    slots: dict[str, dict[str, str]] = {}
    for row in table("actors/metonymy"):
        for word in values(row["words"]):
            slots.setdefault(row["slot"], {})[word] = row["reading"]
    return slots


def _reads(slot: str, *words: str) -> bool:
    """Tell whether a name in a slot reads as an actor, by the first of the words that decides."""
    known = _readings()[slot]
    reading = next((known[word] for word in words if word in known), known.get("*"))
    return reading == "actor"


def acts(page: Page, start: int, end: int, *, seat: bool) -> bool:
    """Tell whether the capital or seat at tokens `start` to `end` acts for its state.

    `seat`: a seat of power (the Kremlin), which is the state unless the words say otherwise.
    """
    if not seat and (
        dateline(page, start)
        or _city_named_with_land(page, start, end)
        or _in_capitals(page, start, end)
    ):
        return False
    if not seat and _before_verb(page, start, end):
        return True
    token = _first_conjunct(page, page.head_of(start, end))
    dep, head = page.deps[token], page.heads[token]
    lemma = page.lemmas[head]
    if dep in {"pobj", "pcomp"}:
        return _after_preposition(page, head, seat=seat)
    if dep in {"compound", "nmod", "amod", "npadvmod"}:
        return page.lower[end : end + 1] == ["-"] or _reads("compound", lemma)
    if dep in {"dobj", "obj"}:
        return _reads("object", lemma)
    return seat or _outright(page, dep, end, head)


def likened(page: Page, start: int, end: int) -> bool:
    """Tell whether a name is only what something looks like ("a cake shaped like the Pentagon")."""
    like = page.heads[page.head_of(start, end)]
    return page.lower[like] == "like" and page.lemmas[page.heads[like]] in _readings()["likened"]


def _in_capitals(page: Page, start: int, end: int) -> bool:
    """Tell whether a name in capitals stands out, as in "LONDON | Wed Jun 16"."""
    if not page.words[start].isupper() or page.words[start].isalpha() is False:
        return False
    after = page.words[end] if end < len(page.words) else ""
    return not (after.isupper() and after.isalpha())


def _before_verb(page: Page, start: int, end: int) -> bool:
    """Tell whether a name that the parse hung elsewhere stands right before a verb.

    "Failing to get it, Abidjan turned to Lomé": the parse takes it for an apposition.
    """
    dep = page.deps[page.head_of(start, end)]
    if dep in {"nsubj", "nsubjpass", "pobj", "compound"} or end >= len(page.words):
        return False
    if start and (page.pos[start - 1] in {"ADP", "DET", "ADJ"} or dep == "conj"):
        return False
    verb = end + 1 if page.lower[end] in BETWEEN and end + 1 < len(page.words) else end
    return page.tags[verb] in FINITE and page.pos[verb] == "VERB" and _subject(page, verb)


def _outright(page: Page, dep: str, end: int, head: int) -> bool:
    """Tell whether a capital acts as possessor, subject or the like."""
    lemma = page.lemmas[head]
    if dep == "poss":
        if page.pos[head] == "PROPN" and page.tags[head] != "NNPS":
            return False
        return _reads("owned", lemma, *page.lemmas[end:head])
    if dep == "nsubj":
        return _subject(page, head)
    if dep == "nsubjpass":
        return _reads("passive", lemma)
    return dep in {"dative", "agent", "ccomp", "appos"} and page.pos[head] == "VERB"


def _subject(page: Page, verb: int) -> bool:
    if page.lemmas[verb] not in COPULAS:
        done = page.lemmas[verb] in _readings()["subject of object"] and _has_object(page, verb)
        return done or _reads("subject", page.lemmas[verb]) or _has_own(page, verb)
    # "Moscow is ready to talk" acts; "Moscow is the capital", "is cold" does not.
    after = {
        page.lemmas[i]
        for i in range(verb + 1, min(verb + COPULA_REACH, len(page.words)))
        if page.heads[i] == verb and page.deps[i] in {"acomp", "attr", "prep"}
    }
    return not after & _readings()["is"].keys()


def _has_object(page: Page, verb: int) -> bool:
    """Tell whether a verb has an object: "froze the assets", not "froze in January"."""
    after = range(verb + 1, min(verb + COPULA_REACH, len(page.words)))
    return any(page.heads[i] == verb and page.deps[i] == "dobj" for i in after)


def _has_own(page: Page, verb: int) -> bool:
    """Tell whether a verb's object belongs to its subject: "shut its borders", "lost its envoy"."""
    after = range(verb + 1, min(verb + COPULA_REACH, len(page.words)))
    return any(
        page.lower[i] in OWN and page.deps[page.heads[i]] == "dobj"
        and page.heads[page.heads[i]] == verb
        for i in after
    )  # fmt: skip


def _after_preposition(page: Page, preposition: int, *, seat: bool) -> bool:
    word = page.lower[preposition]
    known = _readings()
    if word in known["in"]:
        return False
    governor = page.heads[preposition]
    while page.lower[governor] in PASSED and page.heads[governor] != governor:
        governor = page.heads[governor]
    words = [page.lemmas[governor]]
    if page.deps[preposition] == "prep" and page.deps[governor] in {"dobj", "pobj", "attr"}:
        words.append(page.lemmas[page.heads[governor]])
    if word in known and word != "with":
        if word in {"to", "from"} and seat and words[0] not in _travel():
            return True
        return _reads(word, *words)
    return word in known["with"]


@cache
def _travel() -> frozenset[str]:
    """Return the lemmas that make "to the Kremlin" a place."""
    return frozenset(_readings()["travel"])


def _first_conjunct(page: Page, token: int) -> int:
    """Return the first of a list of conjuncts: "Moscow and Washington" share one slot."""
    while page.deps[token] == "conj" and page.heads[token] < token:
        token = page.heads[token]
    return token


def _city_named_with_land(page: Page, start: int, end: int) -> bool:
    """Tell whether "the capital" stands beside: "Moscow, Russia", "the capital, Kabul,"."""
    words = page.lower[max(start - 3, 0) : start]
    if "capital" in words or "city" in words:
        return True
    after = page.lower[end : end + 4]
    return after[:1] == [","] and ("capital" in after or "city" in after)

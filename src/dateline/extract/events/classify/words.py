"""What the tables say of a word by itself: the types, effects and classes it may stand for."""

from functools import cache

from dateline.extract.events import lexicon

NO_EVENT = "-"


@cache
def meanings(lemma: str) -> tuple[str, ...]:
    """Return the types and effects of all rules of a lemma, whatever they require, sorted."""
    found: set[str] = set()
    for name in ("verbs", "nouns"):
        for rule in lexicon.rules(name).get(lemma, ()):
            if rule.root and rule.root != NO_EVENT:
                found.add(rule.root)
            if rule.op:
                found.add(f"op {rule.op}")
    for name, table in (("governs", lexicon.governors()), ("light", lexicon.light())):
        if lemma in table:
            found.add(f"{name} {table[lemma]}")
    return tuple(sorted(found))


@cache
def members() -> dict[str, tuple[str, ...]]:
    """Return the classes of nouns that each lemma belongs to."""
    found: dict[str, list[str]] = {}
    for name, words in lexicon.classes().items():
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(sorted(names)) for word, names in found.items()}


def classes(lemma: str) -> tuple[str, ...]:
    """Return the classes of nouns that a lemma belongs to."""
    return members().get(lemma, ())

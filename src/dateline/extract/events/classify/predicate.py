"""What is said of the actors: their verbs, and what those verbs govern, a few steps down."""

from dateline.extract.events import lexicon
from dateline.extract.events.args import CALENDAR
from dateline.extract.events.classify import words
from dateline.extract.events.classify.view import View
from dateline.parse.words import Word

Group = dict[str, float]
CLAUSES = frozenset({"xcomp", "ccomp", "pcomp"})
OBJECTS = frozenset({"dobj", "attr", "acomp", "acl", "oprd"})
PARTS = frozenset({"prt", "amod", "compound", "neg", "aux", "pobj"})
FAINT = frozenset({"amod", "compound", "aux"})
ASIDE = frozenset({
    "punct", "det", "nsubj", "nsubjpass", "relcl", "advcl", "mark", "cc", "poss", "appos",
})  # fmt: skip
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
NOUNS = frozenset({"NOUN", "VERB", "PROPN"})
MAX_DEPTH = 3


def describe(seen: View, predicate: Group, argument: Group, lexical: Group) -> None:
    """Add what is said of source and target to three groups: words, words with roles, meanings."""
    source, target = seen.root(seen.source), seen.root(seen.target)
    if source is None:
        return
    teller = Teller(seen, predicate, argument, lexical)
    verb, dep = seen.governing(source)
    predicate[f"source {dep}"] += 1
    predicate[f"tag {verb.tag_}"] += 0.5
    argument[f"source {dep} {lexicon.lemma(verb)}"] += 1
    teller.tell(verb, "v", 0, 1.0)
    if target is None:
        return
    other, dep = seen.governing(target)
    argument[f"target {dep} {lexicon.lemma(other)}"] += 1
    argument[f"target under {target.dep_} {seen.name(target.head)}"] += 1
    if not seen.holds(other):
        teller.tell(other, "w", 1, 0.8)


class Teller:
    """Walks down from a predicate; each step counts less than the one above."""

    def __init__(self, seen: View, predicate: Group, argument: Group, lexical: Group) -> None:
        self.seen = seen
        self.predicate = predicate
        self.argument = argument
        self.lexical = lexical

    def tell(self, head: Word, role: str, depth: int, weight: float) -> None:
        """Tell a word and what it governs. `role`: its place under the actor's verb."""
        lemma = lexicon.lemma(head)
        self.predicate[f"{role} {lemma}"] += weight
        self.predicate[lemma] += weight
        for meaning in words.meanings(lemma):
            self.lexical[f"{role} {meaning}"] += weight
        for name in words.classes(lemma):
            self.lexical[f"{role} class {name}"] += weight * 0.5
        for child in head.children:
            if child.dep_ == "nsubjpass":
                self.predicate["passive"] += weight
                self.argument[f"{lemma} passive"] += weight
            elif child.dep_ == "advcl" and depth < 1:
                self.tell(child, "aside", depth + 2, weight * 0.3)
            elif child.dep_ not in ASIDE:
                self.tell_child(lemma, child, role, depth, weight)

    def tell_child(self, lemma: str, child: Word, role: str, depth: int, weight: float) -> None:
        """Tell what a word governs in a role."""
        seen = self.seen
        self.argument[f"{lemma} {child.dep_} {seen.name(child)}"] += weight
        if child.dep_ in PREPOSITIONS:
            for noun in child.children:
                self.argument[f"{lemma} {child.lower_} {seen.name(noun)}"] += weight * 0.7
                plain = noun.pos_ in NOUNS and noun.ent_type_ not in CALENDAR
                if plain and not seen.holds(noun) and depth < MAX_DEPTH:
                    self.tell(noun, "o", depth + 1, weight * 0.6)
        elif child.dep_ == "conj":
            if depth < MAX_DEPTH - 1:
                self.tell(child, f"{role} and", depth + 1, weight * 0.4)
        elif not seen.holds(child) and depth < MAX_DEPTH:
            below = "x" if child.dep_ in CLAUSES else "o" if child.dep_ in OBJECTS else "m"
            if below != "m" or child.dep_ in PARTS:
                self.tell(child, below, depth + 1, weight * (0.4 if child.dep_ in FAINT else 0.8))

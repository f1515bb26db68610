"""From tokens of the parse to actors: which reference an argument is, or holds."""

from collections.abc import Iterable, Sequence

from dateline.extract.actors.titles import title_of
from dateline.extract.base import Ref
from dateline.extract.events import lexicon
from dateline.extract.events.args import conjuncts, governor_subject
from dateline.extract.events.frame import Frame, Slot
from dateline.extract.events.meant import itself, themselves
from dateline.extract.events.side import Side, belongs, side
from dateline.extract.events.slots import lies_in
from dateline.extract.statements import StatementIndex
from dateline.parse.words import Parsed, Slice, Word

__all__ = [
    "FACING", "SPEAKING", "Resolver", "Side", "acting", "belongs", "known_to_act", "side",
    "tokens_of", "usable",
]  # fmt: skip

BESIDE = ("poss", "appos", "compound", "amod", "nmod")
WITHIN = frozenset({"of", "from", "in", "at", "by"})
FIRST = frozenset({"we", "i", "us", "me"})
CALLED = frozenset({"call", "name", "dub", "know"})
OWNED, APPOSED = ("poss", "appos"), ("appos",)
# Classes of nouns that can act for whom they belong to.
ACTING = ("agents", "persons", "officials", "diplomats", "politicals", "forces", "ships", "media")
OF = frozenset({"of", "from"})
# What a border or a coast lies along: "the frontier with Peru".
ALONG = frozenset({"with", "to", "off", "near"})
# Ends of plural nouns that name people: "surgeons" is none, "importers" is.
PEOPLE = ("er", "or", "ist", "man", "ian", "eer", "ee", "ant")
FLAGGED = frozenset({
    "flagged", "registered", "owned", "operated", "built", "run", "held", "sponsored", "hosted",
    "brokered", "drafted", "proposed", "convened", "led", "backed", "made", "chartered", "crewed",
})  # fmt: skip
# The same for what acts: "Peruvian-led raids".
SAILING = frozenset({"flagged", "led", "operated", "crewed", "run"})
INCLUDING = frozenset({"including", "like", "as"})
DEPTH = 2
# Slots that name the other side of an event with two sides.
FACING = frozenset({
    "obj", "iobj", "with", "between", "to", "subj", "beside", "alongside", "into", "opposite",
})  # fmt: skip
# The same where the act is only spoken of ("agreed with Peru to ..."): its objects are not sides.
SPEAKING = frozenset({"with", "between"})
# Slots that decide that an act stays within one state.
OWN = frozenset({"obj", "iobj", "against", "on", "to", "with", "of", "into"})
# Slots that name a place or a topic; a target only where a rule says so, or for deeds in a place.
LOOSE = frozenset({"over", "about", "near", "for", "in", "at", "from", "of"})


def speaks(noun: Word) -> bool:
    """Tell whether what somebody owns can act for him: "Peru's navy", not "Peru's index"."""
    lemma, classes = noun.lemma_.lower(), lexicon.classes()
    return (
        noun.ent_type_ in {"PERSON", "ORG"}
        or title_of(noun.lower_) is not None
        or any(lemma in classes[name] for name in ACTING)
    )


class Resolver:
    """Looks up references by token."""

    def __init__(self, refs: Sequence[Ref], statements: StatementIndex | None = None) -> None:
        self._statements = statements
        self._at: dict[int, Ref] = {}
        # A person whom nothing places in a state has no code, and is no side of an event.
        known = [ref for ref in refs if any(actor.code for actor in ref.actors)]
        for ref in sorted(known, key=lambda ref: (ref.end - ref.start, ref.start), reverse=True):
            for i in range(ref.start, ref.end):
                self._at[i] = ref
        for ref in known:
            self._at[ref.head] = ref

    def at(self, token: Word) -> Ref | None:
        """Return the reference a token is part of; "we" is the speaker's side."""
        found = self._at.get(token.i)
        if found is None and token.lower_ in FIRST and self._statements is not None:
            said = self._statements.at(token.i)
            if said is not None and said.speaker is not None and said.speaker.code:
                return Ref(token.i, token.i + 1, token.i, (said.speaker,), "pronoun")
        if found is None and token.lower_ == "it":
            return itself(token, self._at)
        if found is None and token.lower_ == "they":
            return themselves(token, self._at)
        return found

    def named_by(self, token: Word, depth: int = DEPTH, *, doer: bool = False) -> list[Ref]:
        """Return the references an argument is, or else those that its noun phrase holds.

        `doer`: only what can act for a state ("Russian jets", not "a Russian novel" or "a shark in
        Australia").
        """
        own = self.at(token)
        if own is not None:
            return [own]
        if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ == "relcl":
            whose = any(child.lower_ == "whose" for child in token.children)
            if whose and depth:
                return self.named_by(token.head.head, 0, doer=doer)
        agent = not doer or acting(token)
        edge = [] if doer else self._beyond(token)
        if edge:
            return edge
        called = [
            ref
            for child in token.children
            if child.dep_ == "acl" and child.lemma_ in CALLED
            for name in child.children
            if name.dep_ in {"oprd", "dobj", "pobj", "attr"}
            for ref in [self.at(name)]
            if ref is not None
        ]
        beside = (
            called
            or titled(self, token)
            or [
                ref
                for dep in standing(token, doer=doer, agent=agent)
                for child in token.children
                if child.dep_ == dep
                for each in conjuncts(child)
                for ref in [self.at(each)]
                if ref is not None
            ]
        )
        if beside:
            return beside
        flagged = self._flagged(token, SAILING if doer else FLAGGED)
        if flagged or depth == 0:
            return flagged
        found = self._within(token, depth, WITHIN if agent else OF) or self._sent(token)
        return found or self._members(token)

    def _within(self, token: Word, depth: int, within: frozenset[str]) -> list[Ref]:
        """Return what stands in the "of" and the like of a noun: "the army of Peru"."""
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in within:
                found = [
                    ref
                    for noun in child.children
                    if noun.dep_ == "pobj"
                    for each in conjuncts(noun)
                    for ref in self.named_by(each, depth - 1)
                ]
                if found:
                    return found
        return []

    def _members(self, token: Word) -> list[Ref]:
        """Return whom "several states, including Peru and Chile," names."""
        if token.lemma_.lower() not in lexicon.classes()["lands"]:
            return []
        return [
            ref
            for child in token.children
            if child.dep_ == "prep" and child.lower_ in INCLUDING
            for noun in child.children
            for each in conjuncts(noun)
            for ref in [self.at(each)]
            if ref is not None
        ]

    def _beyond(self, token: Word) -> list[Ref]:
        """Return what a border or coast lies along: "its frontier with Peru"."""
        if token.lemma_.lower() not in lexicon.classes()["edges"]:
            return []
        return [
            ref
            for child in token.children
            if child.dep_ == "prep" and child.lower_ in ALONG
            for noun in child.children
            for ref in [self.at(noun)]
            if ref is not None
        ]

    def _sent(self, token: Word) -> list[Ref]:
        """Return whose a thing is by what was done with it: "missiles fired by Peru".

        Who backs a band of hackers or rebels is not they: that is a claim, with a source.
        """
        classes = lexicon.classes()
        band = token.lemma_.lower() in classes["bands"]
        acts = classes["sent"] - classes["backing"] if band else classes["sent"]
        return [
            ref
            for child in token.children
            if child.dep_ == "acl" and child.lemma_ in acts
            for by in child.children
            # "A missile fired from a Peruvian drone"; what is fired from Peru may be anybody's.
            for noun in by.children
            if by.dep_ == "agent" or (by.lower_ == "from" and noun.pos_ == "NOUN")
            for each in conjuncts(noun)
            for ref in self.named_by(each, 1)
        ]

    def _flagged(self, token: Word, words: frozenset[str]) -> list[Ref]:
        """Return whose a thing is by what describes it: "the Peruvian-flagged tanker Huascar"."""
        for child in token.children:
            if child.dep_ == "compound":
                found = self._flagged(child, words)
                if found:
                    return found
            elif child.lower_ in words and child.dep_ == "amod":
                refs = [
                    ref for each in child.children for ref in [self.at(each)] if ref is not None
                ]
                if refs:
                    return refs
        return []

    def named_beside(self, ref: Ref, doc: Parsed) -> list[Ref]:
        """Return a reference, with what a pronoun means and a name in apposition beside it."""
        codes = {actor.code for actor in ref.actors}
        sent = doc[ref.head].sent
        found = {id(ref): ref}
        for i in range(sent.start, sent.end):
            other = self._at.get(i)
            if other is None or other is ref or {actor.code for actor in other.actors} != codes:
                continue
            token = doc[i]
            meant = ref.kind == "pronoun" and other.kind != "pronoun" and other.start < ref.start
            if meant or (token.dep_ == "appos" and ref.start <= token.head.i < ref.end):
                found[id(other)] = other
        return list(found.values())

    def side(self, tokens: Iterable[Word], *, doer: bool = False) -> Side:
        """Return the side that some arguments name."""
        return side(ref for token in tokens for ref in self.named_by(token, doer=doer))

    def source(self, frame: Frame) -> Side:
        """Return the doer of an act; beside a noun only a state's adjective or name can be it."""
        if not frame.noun or frame.sourced:
            found = self.side(frame.source, doer=True)
            return found or self.side(makers(frame), doer=True)
        refs = [ref for token in frame.source for ref in self.named_by(token, 0)]
        return side(ref for ref in refs if acts_beside(ref))

    def target(self, frame: Frame, source: Side, *, deed: bool) -> Side:
        """Return the first slot's actors that are not the doer's own; else the doer's own state's.

        `deed`: the act is material, so that the place where it is done may name its target.
        """
        own = Side()
        for slot in frame.target:
            if not usable(slot, deed=deed):
                continue
            found = self.side(slot.tokens)
            other = [ref for ref in found.refs if ref not in source.refs]
            foreign = side(
                ref
                for ref in other
                if not {belongs(a) for a in ref.actors if a.code} <= source.states()
            )
            if foreign:
                return foreign
            if slot.name in OWN and frame.op != "deny":
                own = own or side(ref for token in slot.tokens for ref in self.named_by(token, 0))
        return own

    def is_state(self, tokens: Iterable[Word]) -> bool:
        """Tell whether all of some arguments are states or their governments, by name."""
        refs = [self.at(token) for token in tokens]
        return bool(refs) and all(
            ref is not None and all(actor.role in {"", "GOV"} for actor in ref.actors)
            for ref in refs
        )

    def spoken_of(self, clause: Word | None, source: Side) -> Side:
        """Return the first other state that a clause names: "if Peru attacked"."""
        if clause is None:
            return Side()
        for token in clause.subtree:
            ref = self.at(token)
            if (
                ref is not None
                and not {belongs(a) for a in ref.actors if a.code} <= source.states()
            ):
                return side([ref])
        return Side()

    def after(self, word: Word, source: Side) -> Side:
        """Return the first other state that is named after a word in what it governs."""
        for token in word.subtree:
            ref = self.at(token) if token.i > word.i else None
            if (
                ref is not None
                and not {belongs(a) for a in ref.actors if a.code} <= source.states()
            ):
                return side([ref])
        return Side()

    def other_in(self, sent: Slice, source: Side) -> Side:
        """Return the one other state that a sentence names, empty where it names more."""
        found: dict[str, Ref] = {}
        for token in sent:
            ref = self.at(token)
            for actor in ref.actors if ref is not None else ():
                if ref is not None and belongs(actor) not in source.states():
                    found.setdefault(belongs(actor), ref)
        return side(found.values()) if len(found) == 1 else Side()

    def both(self, frame: Frame, source: Side) -> Side:
        """Return all sides of an event that has no direction."""
        refs = list(source.refs)
        facing = SPEAKING if frame.op or "topic" in frame.flags else FACING
        for slot in frame.target:
            if slot.name in facing or (slot.sure and slot.name == "for"):
                found = [ref for ref in self.side(slot.tokens).refs if ref not in refs]
                # "Chile and Peru signed a pact in Bolivia": two are enough to sign it.
                if len(side(refs).states()) > 1:
                    found = [ref for ref in found if not lies_in(slot.tokens, ref.head)]
                refs += found
        return side(refs)


def standing(token: Word, *, doer: bool, agent: bool) -> tuple[str, ...]:
    """Return the dependencies of words that may say who an argument is.

    Peru's neighbours are not Peru.
    """
    if token.lemma_.lower() in lexicon.classes()["relations_of"]:
        return APPOSED
    if agent:
        return BESIDE
    return OWNED if not doer or speaks(token) else APPOSED


def titled(resolver: "Resolver", name: Word) -> list[Ref]:
    """Return the office before a name that goes on: "Foreign Minister Ana Paz (y Soler)"."""
    if name.pos_ != "PROPN":
        return []
    refs = (resolver.at(child) for child in name.children if child.dep_ == "compound")
    return [ref for ref in refs if ref is not None and ref.kind in {"title", "office"}][:1]


def known_to_act(noun: Word) -> bool:
    """Tell whether a noun is one that acts for a state, not only by its ending."""
    lemma, classes = noun.lemma_.lower(), lexicon.classes()
    names = (*ACTING, "organs", "lands", "soldiers", "quantities", "relations_of", "crowds")
    numbered = "-" in lemma and lemma[-1].isdigit()
    named = numbered or title_of(noun.lower_) is not None
    return named or any(lemma in classes[name] for name in names)


def acting(token: Word) -> bool:
    """Tell whether a noun names people or things that act for a state: "surgeons", "an F-16"."""
    lemma = token.lemma_.lower()
    if lemma in lexicon.classes()["agents"]:
        return True
    if token.tag_ == "NNS" and lemma.endswith(PEOPLE) and lemma not in lexicon.classes()["things"]:
        return True
    return "-" in lemma and lemma[-1].isdigit()


def acts_beside(ref: Ref) -> bool:
    """Tell whether a word beside a noun can name its doer: "the Peruvian attack".

    A company beside an attack is its victim.
    """
    if all(actor.role == "BUS" for actor in ref.actors):
        return False
    named = ref.kind in {"demonym", "metonym", "group"}
    return named or all(not actor.role for actor in ref.actors)


def makers(frame: Frame) -> list[Word]:
    """Return who made what acts: "a report accusing Peru", "a law that widens sanctions"."""
    made = lexicon.classes()["decrees"] | lexicon.classes()["documents"]
    if frame.head.dep_ not in {"acl", "relcl"} or frame.root == "REJECT":
        return []
    return [
        maker
        for token in frame.source
        if token.lemma_.lower() in made
        for maker in governor_subject(token, 0)
    ]


def usable(slot: Slot, *, deed: bool) -> bool:
    """Tell whether what stands in a slot can be the target."""
    if slot.name not in LOOSE or slot.sure:
        return True
    return deed and slot.name in {"in", "at", "of", "from", "near"}


def tokens_of(slots: Iterable[Slot]) -> list[Word]:
    """Return the tokens of some slots."""
    return [token for slot in slots for token in slot.tokens]

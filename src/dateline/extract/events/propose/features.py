"""What is said of a word that may carry an act, and of a party as its source or target."""

from collections.abc import Sequence
from itertools import islice

from dateline.extract.events import lexicon
from dateline.extract.events.classify import words
from dateline.extract.events.frame import Frame
from dateline.extract.events.propose.sites import Party, Told
from dateline.parse.words import Slice, Word

Features = list[str]
NOMINAL = frozenset({"compound", "amod", "poss", "nmod", "appos", "case"})
LINKS = frozenset({"prep", "agent", "dative", "pcomp"})
SILENT = frozenset({"punct", "det"})
SMALL = frozenset({"prt", "prep", "aux", "auxpass", "neg", "agent", "mark", "advmod", "dative"})
TOPICAL = frozenset({"VERB", "NOUN", "ADJ"})
# Letters of a word that akin words share.
ENDING, BEGINNING = 3, 4
# Distances, in words.
NEAR, FAR = 4, 12
# Steps of a way that are told, and the longest way that is looked at.
STEPS, LONGEST = 9, 36
# Counts above these are told as these.
MOST_STEPS, MANY = 5, 4
MOST_BETWEEN = 3
STRONGEST = 14
DOER = ("w is source", "w in source")


def of_frames(told: Sequence[Told]) -> Features:
    """Describe what the rules read at a word: the acts it heads, or is another word of."""
    found = []
    for each in told:
        frame, verdict = each.frame, each.verdict
        root = verdict.root or "none"
        place = "head" if each.heads else "word"
        found += [
            f"rule {place} {root}", f"rule {place} {verdict.status}",
            f"rule {place} {frame.op} over {root}", f"rule noun {frame.noun} {root}",
            f"rule strength {min(frame.strength, STRONGEST)}", f"rule from {frame.root} {root}",
        ]  # fmt: skip
        found += [f"rule flag {flag}" for flag in sorted(frame.flags)]
        if frame.inner is not None:
            found.append(f"rule of {frame.inner.root} {root}")
        if frame.recip:
            found.append(f"rule mutual {root}")
    return found or ["rule none"]


def of_head(token: Word) -> Features:
    """Describe a word that may carry an act: itself, what hangs on it, what it hangs on."""
    lemma = lexicon.lemma(token)
    found = [
        f"word {lemma}", f"tag {token.tag_}", f"as {token.dep_}", f"tag {token.tag_} {token.dep_}",
        f"ends {lemma[-ENDING:]}", f"begins {lemma[:BEGINNING]}",
    ]  # fmt: skip
    meanings = words.meanings(lemma)
    found += [f"may be {meaning}" for meaning in meanings or ("none",)]
    found += [f"{token.pos_} may be {meaning}" for meaning in meanings]
    found += [f"class {name}" for name in words.classes(lemma)]
    above = token.head
    if above is not token:
        name = lexicon.lemma(above)
        found += [f"under {token.dep_} {name}"]
        found += [f"under {token.dep_} {meaning}" for meaning in words.meanings(name)]
        if above.dep_ != "ROOT" and above.dep_ in LINKS:
            higher = lexicon.lemma(above.head)
            found.append(f"under {higher} {name}")
            found += [f"under {meaning}" for meaning in words.meanings(higher)]
    for child in token.children:
        if child.dep_ not in SILENT:
            found += of_child(lemma, child)
    return list(dict.fromkeys(found))


def of_child(lemma: str, child: Word) -> Features:
    """Describe what hangs on a word."""
    dep = child.dep_
    found = [f"has {dep}"]
    if dep in SMALL:
        found += [f"has {dep} {child.lower_}", f"has {lemma} {child.lower_}"]
        for noun in child.children if dep in LINKS else ():
            if noun.pos_ == "NOUN":
                name = lexicon.lemma(noun)
                found.append(f"has {child.lower_} {name}")
                found += [f"has prep {meaning}" for meaning in words.meanings(name)]
    elif child.pos_ in TOPICAL:
        name = lexicon.lemma(child)
        found.append(f"has {dep} {name}")
        found += [f"has {dep} {meaning}" for meaning in words.meanings(name)]
        if dep == "dobj":
            found.append(f"has {lemma} dobj {name}")
            found += [f"has dobj class {each}" for each in words.classes(name)]
    return found


def of_sentence(sent: Slice, named: Sequence[Party]) -> Features:
    """Describe what a sentence is about: its words, who is named in it."""
    found = {f"w {lexicon.lemma(token)}" for token in sent if token.pos_ in TOPICAL}
    found |= {f"c {name}" for token in sent if token.pos_ == "NOUN"
              for name in words.classes(lexicon.lemma(token))}  # fmt: skip
    found |= {f"r {party.role} {party.kind}" for party in named}
    found |= {f"e {token.ent_type_}" for token in sent if token.ent_type_}
    found.add(f"end {sent[-1].text}")
    return sorted(found)


def path(head: Word, token: Word) -> tuple[list[Word], list[Word], Word | None]:
    """Return the words from a head up to what joins it with another, and from that one up."""
    up = [head, *islice(head.ancestors, LONGEST)]
    places = {each.i: n for n, each in enumerate(up)}
    down: list[Word] = []
    while token.i not in places:
        down.append(token)
        if token.head is token or len(down) > LONGEST:
            return up, down, None
        token = token.head
    return up[: places[token.i]], down, token


def steps(up: Sequence[Word], down: Sequence[Word]) -> tuple[str, str]:
    """Return the way from a head to a party, word for word, and without lists and noun phrases."""
    full = [f"{each.dep_}^" for each in up]
    short = [f"{each.dep_}^" for each in up if each.dep_ != "conj" or each.pos_ == "VERB"]
    for n, each in enumerate(reversed(down)):
        last = n == len(down) - 1
        word = each.lower_ if each.dep_ in LINKS else ""
        full.append(f"{each.dep_}{word}")
        if each.dep_ in NOMINAL and not (last and n == 0):
            continue
        if each.dep_ == "conj" and each.pos_ not in {"VERB", "AUX"}:
            continue
        if each.dep_ == "pobj":
            continue
        short.append(f"{each.dep_}{word}")
    return " ".join(full[:STEPS]), " ".join(short[:STEPS])


def is_passive(head: Word) -> bool:
    """Tell whether a word is in the passive, roughly."""
    return head.tag_ == "VBN" and any(
        child.dep_ in {"auxpass", "agent", "nsubjpass"} for child in head.children
    )


def of_slots(told: Sequence[Told], party: Party) -> Features:
    """Describe where the rules' acts of a word have a party: as the doer, in a slot, or near."""
    found = []
    for each in told[:2]:
        frame, root = each.frame, each.verdict.root or "none"
        spots = [("source", token) for token in frame.source]
        spots += [(slot.name, token) for slot in frame.target for token in slot.tokens]
        for name, token in spots:
            if party.start <= token.i < party.end:
                where = "is"
            elif token.left_edge.i <= party.token.i <= token.right_edge.i:
                where = "in"
            else:
                continue
            found += [f"w {where} {name}", f"wr {where} {name} {root}"]
            if name == "source" or slot_sure(frame, name):
                found.append(f"ws {where} {name == 'source'}")
        if frame.source and not any(each.startswith(DOER) for each in found):
            found.append("sourced by others")
    return found or ["w none"]


def slot_sure(frame: Frame, name: str) -> bool:
    """Tell whether the rule of an act says that a slot holds its target."""
    return any(slot.sure for slot in frame.target if slot.name == name)


def of_party(head: Word, party: Party, *, many: int) -> Features:
    """Describe a party as seen from a head; the same for both roles, which the caller marks."""
    token = party.token
    up, down, joint = path(head, token)
    full, short = steps(up, down)
    lemma = lexicon.lemma(head)
    voice = "passive" if is_passive(head) else head.pos_
    gap = token.i - head.i
    side = "after" if gap > 0 else "before"
    size = abs(gap)
    far = "near" if size <= NEAR else "mid" if size <= FAR else "far"
    found = [
        f"f {full}", f"s {short}", f"sv {voice} {short}", f"o {side}", f"of {side} {far}",
        f"ov {voice} {side} {far}", f"k {party.kind}", f"r {party.role}",
        f"n {min(len(down), MOST_STEPS)}",
        f"u {min(len(up), MOST_STEPS)}", f"ls {lemma} {short}", f"many {min(many, MANY)} {far}",
        f"dep {token.dep_}",
    ]  # fmt: skip
    found += [f"ms {meaning} {short}" for meaning in words.meanings(lemma)]
    found += [f"mo {meaning} {side}" for meaning in words.meanings(lemma)]
    if joint is None:
        found.append("apart")
    elif down:
        # The word through which the party hangs on the way: the noun phrase that holds it.
        top = next((each for each in reversed(down) if each.dep_ not in LINKS), token)
        if top is not token:
            name = lexicon.lemma(top)
            found += [f"h {name}", f"hd {top.dep_} {token.dep_}"]
            found += [f"hc {each}" for each in words.classes(name)]
            found += [f"hm {each}" for each in words.meanings(name)]
        if up:
            found += [f"j {lexicon.lemma(joint)}", f"jd {up[-1].dep_}"]
            found += [f"jm {up[-1].dep_} {each}" for each in words.meanings(lexicon.lemma(joint))]
    return found


def of_pair(named: Sequence[Party], first: int, second: int) -> Features:
    """Describe how two parties of a sentence, by their places in its list, stand to each other."""
    if first == second:
        return ["both in one"]
    one, other = named[first].token, named[second].token
    low, high = sorted((one.i, other.i))
    between = sum(low < party.token.i < high for party in named)
    listed = (one.head == other and one.dep_ == "conj") or (
        other.head == one and other.dep_ == "conj"
    )
    return [
        f"listed {listed}", f"same {one.head == other.head} {one.dep_} {other.dep_}",
        f"order {one.i < other.i}", f"between {min(between, MOST_BETWEEN)}",
        f"kinds {named[first].kind} {named[second].kind}", f"inside {nested(one, other)}",
    ]  # fmt: skip


def nested(first: Word, second: Word) -> str:
    """Tell whether one of two words stands in the phrase of the other."""
    if second in islice(first.ancestors, LONGEST):
        return "down"
    return "up" if first in islice(second.ancestors, LONGEST) else "no"

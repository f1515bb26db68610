"""Acts within one state, and on those whom a text only describes: told, but not between states."""

from collections.abc import Iterator

from dateline.extract.actors.titles import title_of
from dateline.extract.base import Ref
from dateline.extract.events import lexicon
from dateline.extract.events.args import conjuncts, prepositions
from dateline.extract.events.clauses import tells
from dateline.extract.events.decide import Verdict
from dateline.extract.events.frame import Frame
from dateline.extract.events.page import Page
from dateline.extract.events.places import place_of
from dateline.extract.events.resolve import FACING, SPEAKING, Side, belongs, side, usable
from dateline.extract.events.sides import MATERIAL, NAMED, Sides
from dateline.model import Actor, Scope
from dateline.parse.words import Word

# Roles that hold or seek power: what they do is politics, whoever suffers it.
POWER = frozenset(
    {"", "GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY", "OPP", "REB", "SEP", "PRM", "ELI", "IGO"}
)
RULERS = frozenset({"", "GOV"})
# Roles of which most deeds are against crime, which is no politics.
COURTS = frozenset({"JUD", "COP"})
# Roles that stand against a state as such.
AGAINST = frozenset({"OPP", "REB", "SEP", "PTY"})
# What people without power do to those who have it.
CLAIMS = frozenset({"PROTEST", "REQUEST", "REJECT", "ACCUSE"})
# What a state says to its own people is advice, not a demand or a threat.
ADVICE = frozenset({"THREATEN", "REQUEST"})
MUTUAL = frozenset({"AGREE", "CONSULT"})
OWNER = frozenset({"its", "their", "his", "her", "our", "my"})
BESIDE = frozenset({"compound", "amod", "nmod"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
PERSONS = frozenset({"name", "title", "office"})
UNREAL = frozenset({"negated", "hypothetical"})
SITED = frozenset({"from"})
LONGEST = 3
PAIR = 2


def aside(frame: Frame, verdict: Verdict, page: Page) -> Sides | None:
    """Find the sides of an act that is not between states; None where they are not political.

    Within a state what was not done, or is only asked about, is no news.
    """
    if verdict.status in UNREAL:
        return None
    source = page.resolver.source(frame) or bare_side(frame.source, frame, page)
    if not source or len(source.states()) > 1:
        return None
    if all(actor.role == "JRN" for actor in source.actors):
        return None
    if frame.recip:
        faced = SPEAKING if frame.op or "topic" in frame.flags else FACING
        others = [ref for slot in frame.target if slot.name in faced for token in slot.tokens
                  for ref in others_at(token, source, verdict.root, frame, page)]  # fmt: skip
        both = side([*source.refs, *others])
        if len(both.actors) >= PAIR and powerful(both):
            return Sides(both, both, recip=True, scope=scope(both, both))
        if frame.root == "CONSULT" or (frame.clause is not None and tells(frame.clause)):
            return None
    return directed(frame, verdict, source, page)


def directed(frame: Frame, verdict: Verdict, source: Side, page: Page) -> Sides | None:
    """Find whom a side acts on within its own state, or whom or what the text describes."""
    deed = lexicon.quads()[verdict.root] in MATERIAL
    slots = [slot for slot in frame.target if usable(slot, deed=deed)]
    for slot in slots:
        for token in slot.tokens:
            if own_forces(token, frame, verdict):
                continue
            other = side(others_at(token, source, verdict.root, frame, page))
            if (
                other
                and not advised(verdict, other)
                and (powerful(source) or petition(verdict, other))
            ):
                return Sides(source, other, recip=False, scope=scope(source, other))
            if not powerful(source) or (slot.name not in NAMED | SITED and not slot.sure):
                continue
            if not other and described(token, frame, slot.name, verdict, source, page):
                return Sides(source, Side(), recip=False, scope="open", described=token)
    if powerful(source):
        for word in frame.words:
            if imposed(word, verdict):
                return Sides(source, Side(), recip=False, scope="open", described=word)
    return None


def own_forces(token: Word, frame: Frame, verdict: Verdict) -> bool:
    """Tell whether what is acted on are the doer's forces: "moved troops", "sent a team"."""
    against = verdict.root in {"ASSAULT", "COERCE"} or verdict.mode == "release"
    return (
        not against and token in frame.words and token.lemma_.lower() in lexicon.classes()["forces"]
    )


def powerful(one: Side) -> bool:
    """Tell whether a side holds or seeks power."""
    return any(actor.role in POWER for actor in one.actors)


def advised(verdict: Verdict, other: Side) -> bool:
    """Tell whether words go to the people that they are for: "warned its citizens that ..."."""
    return verdict.root in ADVICE and all(actor.role == "CVL" for actor in other.actors)


def petition(verdict: Verdict, other: Side) -> bool:
    """Tell whether people turn on those in power: what workers want of a ministry."""
    return verdict.root in CLAIMS and powerful(other)


def scope(one: Side, other: Side) -> Scope:
    """Tell whether both sides belong to one state, or one of them to none that is known."""
    lands = {actor.country for actor in (*one.actors, *other.actors)}
    return "within" if len(lands) == 1 and None not in lands else "open"


def others_at(token: Word, source: Side, verdict_root: str, frame: Frame, page: Page) -> list[Ref]:
    """Return the references of an argument to another side than the source, of the same state.

    A name that only says more of a noun ("the Acme hack") is no side; who agrees or meets does so
    with somebody, not with his view.
    """
    bare = all(actor.code == actor.role for actor in source.actors)
    found = [
        ref
        for ref in page.resolver.named_by(token)
        if ref not in source.refs
        and (bare or {belongs(actor) for actor in ref.actors if actor.code} <= source.states())
        and any(rivals(one, two, ref) for one in source.actors for two in ref.actors)
        and (ref.start <= token.i < ref.end
             or (verdict_root not in MUTUAL and page.doc[ref.head].dep_ not in BESIDE))
    ]  # fmt: skip
    return found or list(bare_refs(token, frame, page))


def rivals(one: Actor, two: Actor, ref: Ref) -> bool:
    """Tell whether two actors of a state are two, not it and those who speak for it."""
    if one.code == two.code:
        return ref.kind in PERSONS and one.name != two.name
    if one.role in RULERS and two.role in RULERS:
        return False
    return bool(two.role) or one.role in AGAINST


def bare_side(tokens: list[Word], frame: Frame, page: Page) -> Side:
    """Return the side that is named by its role alone: "police", "the rebels"."""
    return side(ref for token in tokens for ref in bare_refs(token, frame, page))


def bare_refs(token: Word, frame: Frame, page: Page) -> Iterator[Ref]:
    """Yield the actor that a role noun alone names, in the state where the act is placed."""
    if token.lemma_.lower() in lexicon.classes()["quantities"]:
        for prep, noun in prepositions(token):
            if prep == "of":
                yield from bare_refs(noun, frame, page)
        return
    if token.pos_ != "NOUN" or token.lemma_.lower() not in lexicon.classes()["bare"]:
        return
    if page.resolver.at(token) is not None:
        return
    for start in range(max(token.i - LONGEST + 1, token.left_edge.i), token.i + 1):
        words = page.doc[start : token.i + 1].text
        title = title_of(words)
        if title is None:
            continue
        place = place_of(frame, page.places)
        land = place.country if place is not None else None
        code = f"{land} {title.role}" if land else title.role
        actor = Actor(code=code, country=land, name=words, role=title.role)
        yield Ref(start, token.i + 1, token.i, (actor,), "group")
        return


def described(
    token: Word, frame: Frame, slot: str, verdict: Verdict, source: Side, page: Page
) -> bool:
    """Tell whether an argument describes people, a body or a place that politics can act on."""
    classes, lemma = lexicon.classes(), token.lemma_.lower()
    if lemma in classes["quantities"]:
        return any(
            described(each, frame, slot, verdict, source, page)
            for prep, noun in prepositions(token)
            if prep == "of"
            for each in conjuncts(noun)
        )
    owned = any(child.lower_ in OWNER for child in token.children)
    police = all(actor.role in COURTS for actor in source.actors)
    if owned or police or page.resolver.at(token) is not None or lemma in classes["audience"]:
        return False
    named = token.pos_ == "PROPN" and token.ent_type_ in NAMES
    if verdict.root in MUTUAL:
        offered = verdict.root == "AGREE" and frame.inner is not None
        return named and (offered or (token.ent_type_ == "PERSON" and slot in {"with", "to"}))
    if token.pos_ != "NOUN" or verdict.root in ADVICE:
        return named
    said = {child.lemma_.lower() for child in token.children if child.dep_ in BESIDE}
    known = classes["people"] | (classes["victims"] if verdict.root == "ASSAULT" else set())
    return lemma in known | classes["sites"] or bool(said & classes["people"])


def imposed(word: Word, verdict: Verdict) -> bool:
    """Tell whether a word is what a state imposes on its own land: a curfew, a truce."""
    classes = lexicon.classes()
    if verdict.root == "COERCE":
        return word.lemma_.lower() in classes["curfews"] | classes["emergencies"]
    return verdict.root == "CONCEDE" and word.lemma_.lower() in classes["truces"]

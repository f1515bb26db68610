"""The decision: what a frame and its modality come to, in one place."""

from dataclasses import dataclass, field

from dateline.extract.events import lexicon
from dateline.extract.events.contexts import online
from dateline.extract.events.frame import VIA, Frame
from dateline.extract.events.status import NOW, Modality
from dateline.model import Status
from dateline.parse.words import Word

# What, said to come on a condition, is a threat.
HARM = frozenset({"SANCTION", "COERCE", "ASSAULT"})
# What an attack on computers is coded as.
CYBER = ("COERCE", "cyber")
# "Talks on the line of control" are no call.
LINES = frozenset({"line", "link"})
COOPERATIVE = frozenset({1, 2})
# What is a sanction when it stops.
# Words by which somebody binds himself to an act that is told as that act.
BINDING = frozenset({"offer", "vow"})
OCCURS = frozenset({"follow", "happen", "occur", "come", "go", "ensue", "result", "be"})
DEALINGS = frozenset({"COOPERATE", "AID"})
PUT = frozenset({"ask", "offer"})
BELOW: dict[str, Status] = {
    "hypothetical": "hypothetical", "negated": "negated", "planned": "planned",
    "asked": "hypothetical", "threatened": "threatened", "denied": "denied",
}  # fmt: skip


@dataclass(slots=True)
class Verdict:
    """Root, mode and status of an act, with the rules that decided. An empty root: no event.

    `made`: a proposal or an offer, which whoever rejects it does not undo.
    """

    root: str
    mode: str
    status: Status
    rules: list[str] = field(default_factory=list)
    governed: bool = False
    made: bool = False

    def become(self, op: str, why: str) -> bool:
        """Take the outcome of a governing word with `op`; False where it has none."""
        outcome = lexicon.combine(op, self.root, self.mode)
        if outcome is None:
            return False
        if outcome[0] != self.root:
            self.rules.append(f"{why} {self.root}")
            self.root, self.mode = outcome
        return True

    def cooperative(self) -> bool:
        """Tell whether the act is cooperation, in words or deeds."""
        return lexicon.quads()[self.root] in COOPERATIVE


def decide(frame: Frame, modality: Modality) -> Verdict:
    """Decide root, mode and status of an act from its frame and what surrounds it."""
    verdict = Verdict(frame.root, frame.mode, "happened", list(frame.rules), bool(frame.op))
    # "Peru rejected Chile's proposal": it was made all the same.
    verdict.made = frame.noun and frame.op in PUT
    if "ahead" in frame.flags or ("now" in frame.flags and not modality.negated):
        # The words are the act: "would answer if Peru attacked" threatens now.
        return verdict
    if ended(frame.head) and verdict.cooperative():
        # "Coffee will no longer be bought".
        verdict.become("stop" if verdict.root in DEALINGS else "refuse", "no longer:")
        return verdict
    if effect_only(frame, modality) and modality.condition is None:
        verdict.status = "hypothetical"
        return verdict
    for step in (supposed, negated, governed, conditional, promised, coloured):
        if step(verdict, modality):
            break
    if "lasting" in frame.flags and verdict.status == "happened" and frame.head.tag_ in NOW:
        verdict.status = "ongoing"
    if "due" in frame.flags and verdict.status == "happened":
        verdict.status = "planned"
    ready = frame.op == "plan" or (frame.op == "offer" and frame.head.pos_ == "ADJ")
    inner = frame.inner
    bound = inner is not None and frame.op in BINDING and verdict.root == inner.root != "AGREE"
    if bound and verdict.status == "happened":
        # "Is prepared to expel ten": what is to come is the act itself.
        verdict.status = "planned" if modality.condition is None else "conditional"
    if (ready and verdict.status == "ongoing") or (
        frame.op == "plan" and verdict.status == "happened"
    ):
        # "Is preparing to send", "are getting ready to sign".
        verdict.status = "planned"
    if verdict.root == "CONSULT" and verdict.status == "happened" and arranged(frame.head):
        verdict.root, verdict.mode, verdict.status = "AGREE", "meet", "planned"
        verdict.rules.append("arranged for a day")
    return verdict


def arranged(verb: Word) -> bool:
    """Tell whether talks are only fixed for a day: "a summit is set for July"."""
    kids = list(verb.children)
    return (
        verb.tag_ == "VBN"
        and verb.lemma_.lower() in lexicon.classes()["arranged"]
        and any(kid.dep_ == "auxpass" and kid.tag_ in {"VBZ", "VBP"} for kid in kids)
        and any(kid.dep_ == "prep" and kid.lower_ in {"for", "on"} for kid in kids)
    )


def ended(verb: Word) -> bool:
    """Tell whether an act is done no longer."""
    return any(
        child.lower_ == "longer" and any(word.lower_ == "no" for word in child.children)
        for child in verb.children
    )


def diplomatic(verdict: Verdict, frame: Frame) -> Verdict:
    """Turn a protest that a state makes into the complaint it is; its rallies are no event."""
    if not any(word.lemma_.lower() == "protest" for word in frame.words):
        verdict.root = ""
        return verdict
    verdict.root, verdict.mode = "ACCUSE", "disapprove"
    verdict.rules.append("a state's protest is a complaint")
    return verdict


def together(verdict: Verdict, frame: Frame) -> Verdict:
    """Turn exercises that several hold into the cooperation they are."""
    drills = lexicon.classes()["drills"]
    if verdict.root == "MOBILIZE" and any(word.lemma_.lower() in drills for word in frame.words):
        verdict.root, verdict.mode = "COOPERATE", ""
        verdict.rules.append("held together")
        frame.recip = True
    return verdict


def on_computers(root: str, frame: Frame, *, hackers: bool = False) -> bool:
    """Tell whether an attack is one on computers: by what is said around it, or by `hackers`."""
    may_be = root == "ASSAULT" and "digital" in frame.flags
    return may_be and (hackers or online(frame.head.sent))


def digital(verdict: Verdict, frame: Frame, *, hackers: bool = False) -> Verdict:
    """Turn an attack on computers into COERCE, mode cyber."""
    if on_computers(verdict.root, frame, hackers=hackers):
        verdict.root, verdict.mode = CYBER
        verdict.rules.append("attack on computers")
    return verdict


def phoned(verdict: Verdict, frame: Frame) -> Verdict:
    """Give talks by telephone their mode: "spoke by phone", "a telephone conversation"."""
    if verdict.root != "CONSULT" or verdict.mode:
        return verdict
    phones = lexicon.classes()["phones"] - LINES
    beside = (
        child.lemma_.lower() for word in frame.words for child in word.children
        if child.dep_ == "compound"
    )  # fmt: skip
    by = (
        noun.lemma_.lower() for prep in frame.head.children for noun in prep.children
        if prep.dep_ == "prep" and prep.lower_ in VIA and noun.dep_ == "pobj"
    )  # fmt: skip
    if any(word in phones for word in (*beside, *by)):
        verdict.mode = "phone"
        verdict.rules.append("by telephone")
    return verdict


def supposed(verdict: Verdict, modality: Modality) -> bool:
    """An act that is asked about, or stands in an "if" clause, is hypothetical."""
    if not (modality.in_condition or modality.question):
        return False
    verdict.status = "hypothetical"
    verdict.rules.append("question" if modality.question else "in an if clause")
    return True


def negated(verdict: Verdict, modality: Modality) -> bool:
    """Cooperation that will not be is a refusal; what was not done is a negated act."""
    if not modality.negated:
        return False
    willed = modality.future or modality.would or modality.modal or verdict.root == "AGREE"
    if not (willed and verdict.cooperative() and verdict.become("refuse", "will not:")):
        verdict.status = "negated"
        verdict.rules.append("negation")
    return True


def governed(verdict: Verdict, modality: Modality) -> bool:
    """An act takes its status from the word that governs it; cooperation agreed on is AGREE."""
    if modality.governor not in BELOW or (modality.governor == "denied" and verdict.made):
        return False
    verdict.status = BELOW[modality.governor]
    verdict.rules.append(f"under {modality.governor_word}: {modality.governor}")
    if (
        modality.governor == "planned"
        and verdict.cooperative()
        and verdict.become("offer", "agreed:")
        and modality.governor_op == "offer"
    ):
        verdict.status = "happened"
    return True


def conditional(verdict: Verdict, modality: Modality) -> bool:
    """An act with an "if" clause is conditional; harm on a condition is a threat."""
    ahead = modality.future or modality.would or modality.modal
    if modality.condition is None or not ahead:
        return False
    verdict.status = "conditional"
    if verdict.root in HARM or (verdict.root == "REJECT" and not verdict.governed):
        verdict.become("threaten", "on a condition:")
    elif verdict.cooperative():
        verdict.become("plan", "on a condition:")
    return True


def effect_only(frame: Frame, modality: Modality) -> bool:
    """Tell whether a noun's act is only said what it would do: "a raid would set it alight"."""
    noun = frame.head
    if not frame.noun or noun.dep_ != "nsubj" or not (modality.would or modality.modal):
        return False
    verb = noun.head
    if any(kid.dep_ == "dobj" for kid in verb.children):
        return True
    return verb.lemma_ not in lexicon.light() and verb.lemma_ not in OCCURS


def promised(verdict: Verdict, modality: Modality) -> bool:
    """A future act is what saying so is: AGREE for cooperation, CONCEDE for a retreat."""
    if not (modality.future or modality.would):
        return False
    verdict.become("will", "future of")
    verdict.status = "planned"
    return True


def coloured(verdict: Verdict, modality: Modality) -> bool:
    """A modal makes an act hypothetical, a progressive ongoing."""
    if modality.modal:
        verdict.status = "hypothetical"
        verdict.rules.append(f"modal {modality.modal}")
    elif modality.ongoing:
        verdict.status = "ongoing"
    return True

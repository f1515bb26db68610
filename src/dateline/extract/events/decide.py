"""The decision: what a frame and its modality come to, in one place."""

from dataclasses import dataclass, field

from dateline.extract.events import lexicon
from dateline.extract.events.frames import Frame
from dateline.extract.events.status import COOPERATIVE, Modality
from dateline.model import Status

# What, said to come on a condition, is a threat.
HARM = frozenset({"SANCTION", "COERCE", "ASSAULT"})
BELOW: dict[str, Status] = {
    "hypothetical": "hypothetical", "negated": "negated", "planned": "planned",
    "asked": "hypothetical", "threatened": "threatened", "denied": "denied",
}  # fmt: skip


@dataclass(slots=True)
class Verdict:
    """Root, mode and status of an act, with the rules that decided. An empty root: no event."""

    root: str
    mode: str
    status: Status
    rules: list[str] = field(default_factory=list)


def promised(verdict: Verdict, op: str) -> Verdict:
    """Turn a future act into what saying so is: AGREE for cooperation, CONCEDE for a retreat."""
    outcome = lexicon.combine(op, verdict.root, verdict.mode)
    if outcome is not None and outcome[0] != verdict.root:
        verdict.rules.append(f"future of {verdict.root}")
        verdict.root, verdict.mode = outcome
    verdict.status = "planned"
    return verdict


def negate(verdict: Verdict, modality: Modality) -> Verdict:
    """Turn what will not be done into a refusal, what was not done into a negated act."""
    quad = lexicon.quads()[verdict.root]
    willed = modality.future or modality.would or modality.modal
    if willed and quad in COOPERATIVE:
        outcome = lexicon.combine("refuse", verdict.root, verdict.mode)
        if outcome is not None:
            verdict.root, verdict.mode = outcome
            verdict.rules.append("will not: refuse")
            return verdict
    verdict.status = "negated"
    verdict.rules.append("negation")
    return verdict


def digital(verdict: Verdict, frame: Frame, contexts: tuple[str, ...]) -> Verdict:
    """Turn an attack that its sentence shows to be on computers into COERCE, mode cyber."""
    if verdict.root == "ASSAULT" and "digital" in frame.flags and "cyber" in contexts:
        verdict.root, verdict.mode = "COERCE", "cyber"
        verdict.rules.append("attack on computers")
    return verdict


def decide(frame: Frame, modality: Modality) -> Verdict:
    """Decide root, mode and status of an act from its frame and what surrounds it."""
    verdict = Verdict(frame.root, frame.mode, "happened", list(frame.rules))
    if modality.in_condition or modality.question:
        verdict.status = "hypothetical"
        verdict.rules.append("question" if modality.question else "in an if clause")
        return verdict
    if modality.negated:
        return negate(verdict, modality)
    if modality.governor in BELOW:
        verdict.status = BELOW[modality.governor]
        verdict.rules.append(f"under {modality.governor_word}: {modality.governor}")
        return verdict
    if modality.condition is not None and (modality.future or modality.would or modality.modal):
        verdict.status = "conditional"
        if verdict.root in HARM:
            outcome = lexicon.combine("threaten", verdict.root, verdict.mode)
            if outcome is not None:
                verdict.root, verdict.mode = outcome
                verdict.rules.append("harm on a condition: threat")
        return verdict
    if modality.future or modality.would:
        return promised(verdict, "plan")
    if modality.modal:
        verdict.status = "hypothetical"
        verdict.rules.append(f"modal {modality.modal}")
    elif modality.ongoing:
        verdict.status = "ongoing"
    return verdict

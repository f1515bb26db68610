"""The grade of an event: Admiralty reliability A-F and credibility 1-6 (NATO AJP-2.1, annex).

Credibility: 1 confirmed by independent sources, 2 probably true, 3 possibly true, 4 doubtful,
5 improbable, 6 cannot be judged. Reliability is the best of the publishers' letters that the user
set; F (cannot be judged) where none is set.
"""

from collections.abc import Sequence

from dateline.grade import features, words
from dateline.grade.registry import FEATURES
from dateline.link.candidate import Candidate
from dateline.model import Grade, Reason, Status
from dateline.settings import Settings

# Sum of weights at or above which a credibility is given, best first. One plain report of one
# voice weighs 0 and is "possibly true"; two voices without a doubt are "probably true".
STEPS = ((2.0, 1), (1.0, 2), (-0.5, 3), (-1.5, 4))
LOWEST = 5
# The reliability of a source that nobody has judged; the last letter, so the least of all.
UNJUDGED = "F"

# Importing these registers their features.
ASKED = (features, words)


def grade(members: Sequence[Candidate], status: Status, settings: Settings) -> Grade:
    """Return the grade of the event that `members` tell of, with a reason for each weight.

    Copies add nothing: where a voice's own report tells of the event, only that one counts, and
    where several publishers printed it on its first day, the least reliable of them.
    """
    members = [c for c in members if c.speaks] or members
    reasons = []
    for name, function in FEATURES.items():
        seen = function(members)
        if seen is not None:
            reasons.append(Reason(feature=name, detail=seen[1], weight=seen[0]))
    if status == "hypothetical":
        reasons.append(Reason(feature="hypothetical", detail="no report says that it happened"))
        credibility = 6
    else:
        total = sum(r.weight or 0.0 for r in reasons)
        credibility = next((c for least, c in STEPS if total >= least), LOWEST)
    letter = min(letter_of(c, settings) for c in members)
    if letter != UNJUDGED:
        reasons.append(Reason(feature="publisher", detail=f"best set reliability {letter}"))
    return Grade(reliability=letter, credibility=credibility, reasons=tuple(reasons))


def letter_of(member: Candidate, settings: Settings) -> str:
    """Return the letter of the least reliable of those who printed a report first."""
    given = settings.publishers
    return max((given.get(p, UNJUDGED) for p in member.publishers), default=UNJUDGED)

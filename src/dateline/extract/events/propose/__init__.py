"""The trained proposer of acts: those between parties that no rule tells."""

from dateline.extract.events.propose.propose import proposed

__all__ = ["proposed"]

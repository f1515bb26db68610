"""The trained classifier of what one given actor did to another."""

from dateline.extract.events.classify.features import Candidate, features
from dateline.extract.events.classify.view import View, view
from dateline.extract.events.classify.weights import Choice, Weights, weights

__all__ = ["Candidate", "Choice", "View", "Weights", "features", "view", "weights"]

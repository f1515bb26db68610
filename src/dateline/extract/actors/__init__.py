"""The actors of a report: states, offices, bodies, persons and groups, each with its code."""

from dateline.extract.actors.find import find
from dateline.extract.actors.states import lineage, state

__all__ = ["find", "lineage", "state"]

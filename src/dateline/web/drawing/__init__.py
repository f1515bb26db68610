"""The drawing of a timeline: counts by calendar bin, or single marks where they are few."""

from dateline.web.drawing.drawing import drawing

__all__ = ["drawing"]

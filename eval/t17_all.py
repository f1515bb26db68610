"""All 12 timelines of T17, minutes: see `t17.py`."""

from t17 import pooled, results, topics


def measure() -> dict[str, float]:
    """Return date-F1, AR1 and AR2, with the length given and free."""
    rows = [row for topic in topics() for row in results(topic)]
    return pooled(rows, "t17") if rows else {}

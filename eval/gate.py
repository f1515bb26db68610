"""The evaluation gate: fails when a figure falls below its floor in baseline.json.

Where the gold data is absent (a user's machine) its part is skipped, and the gate says so; the
example corpus is always measured. A floor is raised with `--raise`, never lowered by it.
"""

import json
import os
import sys
from importlib import import_module
from typing import Any

from data import ROOT, fingerprint, folder

BASELINE = ROOT / "eval" / "baseline.json"
# Figures are deterministic; this forgives the last digit where a library's arithmetic differs.
TOLERANCE = 0.05
Baseline = dict[str, Any]


def measured(baseline: Baseline, part: str) -> dict[str, float] | None:
    """Return a part's figures, or None where its data is absent.

    Raises:
        SystemExit: where the data is there but is not the data the floors were measured on.
    """
    entry = baseline[part]
    if entry["data"]:
        data = folder()
        paths = [data / name for name in entry["data"]] if data else []
        if not paths or not all(path.exists() for path in paths):
            return None
        if fingerprint(*paths) != entry["fingerprint"]:
            sys.exit(f"gate: the data of {part} has changed: {fingerprint(*paths)}")
    figures: dict[str, float] = import_module(part).measure()
    return figures


def main() -> int:
    """Measure every part, print each figure beside its floor, return the number that fell."""
    baseline: Baseline = json.loads(BASELINE.read_text("utf-8"))
    fell = checked = 0
    for part, entry in baseline.items():
        figures = measured(baseline, part)
        if figures is None:
            print(f"{part}: data absent, skipped")
            if os.environ.get("CI") == "true" and folder():
                sys.exit(f"gate: {part} must be measured where the data folder is present")
            continue
        for name, floor in entry["floors"].items():
            value = figures.get(name, float("-inf"))
            low = value < floor - TOLERANCE
            fell += low
            checked += 1
            print(f"{name:<40} {value:7.2f}  floor {floor:7.2f}{'  FELL' if low else ''}")
            if "--raise" in sys.argv and value > floor:
                entry["floors"][name] = round(value, 2)
    if "--raise" in sys.argv:
        BASELINE.write_text(json.dumps(baseline, indent=2) + "\n", "utf-8")
    print(f"gate: {checked - fell} held, {fell} fell")
    return fell


if __name__ == "__main__":
    sys.exit(1 if main() else 0)

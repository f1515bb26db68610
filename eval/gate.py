"""The evaluation gate: fails when a figure breaks its bound in baseline.json.

A floor holds what is better high, a ceiling what is better low (errors). Where the gold data is
absent (a user's machine) its part is skipped, and the gate says so; the example corpus is always
measured. `--raise` tightens bounds to what is measured and never loosens one.
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
    """Measure every part, print each figure beside its bound, return how many broke it."""
    baseline: Baseline = json.loads(BASELINE.read_text("utf-8"))
    broke = checked = 0
    for part, entry in baseline.items():
        figures = measured(baseline, part)
        if figures is None:
            print(f"{part}: data absent, skipped")
            if os.environ.get("CI") == "true" and folder():
                sys.exit(f"gate: {part} must be measured where the data folder is present")
            continue
        for kind, sign in (("floors", 1), ("ceilings", -1)):
            for name, bound in entry.get(kind, {}).items():
                value = figures.get(name, sign * float("-inf"))
                bad = sign * (value - bound) < -TOLERANCE
                broke += bad
                checked += 1
                shown = f"{name:<40} {value:7.2f}  {kind[:-1]} {bound:7.2f}"
                print(f"{shown}{'  BROKEN' if bad else ''}")
                if "--raise" in sys.argv and sign * (value - bound) > 0:
                    entry[kind][name] = round(value, 2)
    if "--raise" in sys.argv:
        BASELINE.write_text(json.dumps(baseline, indent=2) + "\n", "utf-8")
    print(f"gate: {checked - broke} held, {broke} broken")
    return broke


if __name__ == "__main__":
    sys.exit(1 if main() else 0)

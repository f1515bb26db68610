"""Every figure: `python eval/run.py` the gate's parts, `--all` all that the data allows."""

import sys
from importlib import import_module

from data import folder

# Part, and whether it needs the gold data folder.
PARTS = {
    "example": False,
    "example_text": False,
    "ledgers": False,
    "mention_times": False,
    "copies": False,
    "triples": False,
    "no_event": False,
    "actor_phrases": False,
    "diplomatic_status": False,
    "times": True,
    "statements": True,
    "events": True,
    "factuality": True,
    "t17": True,
    "ecbplus": True,
}
# Slow or adjudicated by hand: only with --all.
SLOW: dict[str, bool] = {
    "events_trained": True,
    "t17_all": True,
    "current_events": False,
    "current_events_times": False,
}


def main() -> None:
    """Measure and print."""
    parts = {**PARTS, **(SLOW if "--all" in sys.argv else {})}
    for part, needs_data in parts.items():
        if needs_data and folder() is None:
            print(f"{part}: data absent, skipped")
            continue
        for name, value in import_module(part).measure().items():
            print(f"{name:<44} {value:7.2f}")


if __name__ == "__main__":
    main()

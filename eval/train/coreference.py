"""Fit the weights of `dateline.link.coreference` on ECB+ topics 1-35; write the table that ships.

`python eval/train/coreference.py`, where the gold data is. ECB+ (Cybulska and Vossen 2014) may be
used and shared with its name (CC BY 3.0); the table holds numbers alone.
"""

import datetime as dt
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline.link.coreference.agree import NAMES
from dateline.link.coreference.chains import compared
from ecbplus import collection, fit, reports

TABLE = Path(__file__).parents[2] / "src" / "dateline" / "data" / "link" / "coreference.tsv"
HEAD = """\
# source: fitted by eval/train/coreference.py on ECB+ topics 1-35 \
(Cybulska and Vossen 2014, CC BY 3.0)
# licence: Apache-2.0
# date: {date}
# columns: name = what speaks for two mentions being of one event \
(dateline.link.coreference.agree), or base; weight = of a logistic model
name\tweight
"""


def main() -> None:
    """Fit and write."""
    found = list(reports())
    if not found:
        sys.exit("the gold data is absent")
    given = collection(found)
    gold = {mention.id: mention.chain for report in found for mention in report.mentions}
    pairs = list(compared(given.told, given.words))
    numbers = np.array([found for _, _, found in pairs])
    weights = fit(numbers, np.array([float(gold[a.id] == gold[b.id]) for a, b, _ in pairs]))
    rows = [*zip(NAMES, weights.weights, strict=True), ("base", weights.base)]
    TABLE.write_text(
        HEAD.format(date=dt.date(2026, 11, 24))
        + "".join(f"{name}\t{weight:.4f}\n" for name, weight in rows),
        "utf-8",
    )


if __name__ == "__main__":
    main()

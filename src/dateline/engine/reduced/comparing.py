"""Compare the texts of a crowd ahead: where a year of one story hangs together by words in common.

Of such texts, few are copies of one another, but all would be grouped in one go. A pair that is
found not to be alike leads to nothing in the grouping; without such pairs the crowd falls apart.
"""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.copies.likeness import Likeness
from dateline.copies.voices import Comparer
from dateline.engine.reduced import tables
from dateline.engine.reduced.pairing import components
from dateline.engine.reduced.scratch import Scratch
from dateline.engine.work import end_with_parent, kept
from dateline.store.prints import of_row

if TYPE_CHECKING:
    from dateline.copies.fingerprint import Fingerprint

# Texts that hang together from which on they are compared ahead. Of 2,800 articles on six crises,
# 1,600 hang together before, and 160 after.
CROWD = 200
# Texts that are compared with earlier ones in one go: about a second.
BATCH = 500


def split_crowds(daft: Any, scratch: Scratch, compared: list[list[int]]) -> None:
    """Write the texts of crowds in batches, each with the earlier ones to compare its own with."""
    first = components(compared).tolist()
    sizes = Counter(first)
    later = [n for n, one in enumerate(first) if sizes[one] >= CROWD and compared[n]]
    rows = list[tuple[Any, ...]]()
    for number, start in enumerate(range(0, len(later), BATCH)):
        own = later[start : start + BATCH]
        asked = {n: compared[n] for n in own}
        others = {one for n in own for one in compared[n]} - asked.keys()
        rows += ((n, number, asked.get(n, [])) for n in sorted(asked.keys() | others))
    if rows:
        prints = daft.read_parquet(str(scratch.of("prints") / "*.parquet"))
        texts = prints.select("n", "text_id", "words", "grams", "keys", "text")
        given = daft.from_arrow(tables.table("crowds", rows))
        scratch.split("crowds", texts.join(given, on="n"), "batch")


@dataclass(frozen=True)
class Compare:
    """Compares the texts of a batch with earlier ones. A `Work`."""

    scratch: Scratch

    def begin(self) -> None:
        """See that the worker ends with its parent."""
        end_with_parent()

    def __call__(self, name: str) -> str:
        """Do a batch."""
        return kept(lambda: self.compare(name))

    def compare(self, name: str) -> int:
        """Write which texts of a batch are like which, unless that was done; return how many."""
        if self.scratch.has("likes", name):
            return 0
        rows = {row["n"]: row for row in self.scratch.of_split("crowds", "batch", name).to_pylist()}
        texts = {row["text_id"]: row["text"] for row in rows.values()}
        prints: dict[str, Fingerprint] = {row["text_id"]: of_row(row) for row in rows.values()}
        found: dict[tuple[str, str], Likeness] = {}
        comparer = Comparer(prints, texts.__getitem__, found)
        likes = []
        for n in sorted(rows):
            for one in rows[n]["compared"]:
                like = comparer.likeness(rows[n]["text_id"], rows[one]["text_id"])
                likes.append((n, one, *like))
        self.scratch.save("alike", f"crowd-{name}", sorted((*p, *one) for p, one in found.items()))
        self.scratch.save("likes", name, likes)
        return len(likes)


def thinned(
    scratch: Scratch, compared: list[list[int]]
) -> tuple[list[list[int]], dict[tuple[int, int], Likeness]]:
    """Return comparisons without those that were made ahead and came to nothing, and the others."""
    likes: dict[tuple[int, int], Likeness] = {}
    unlike = set()
    for row in scratch.rows("likes"):
        if row["kind"]:
            likes[row["n"], row["other"]] = Likeness(row["kind"], row["share"])
        else:
            unlike.add((row["n"], row["other"]))
    each = ([one for one in own if (n, one) not in unlike] for n, own in enumerate(compared))
    return list(each), likes

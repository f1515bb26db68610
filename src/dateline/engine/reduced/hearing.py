"""Texts become voices, in groups that no comparison leads out of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.copies import Link, altered
from dateline.copies.garbled import LEVELS
from dateline.copies.likeness import Likeness
from dateline.copies.voices import grouped
from dateline.engine.reduced import tables
from dateline.engine.reduced.pairing import components
from dateline.engine.reduced.scratch import Scratch
from dateline.engine.reduced.texts import Text
from dateline.engine.work import end_with_parent, kept
from dateline.hear import voiced
from dateline.model import Altered, Reason
from dateline.store.heard import Heard
from dateline.store.prints import of_row

if TYPE_CHECKING:
    from dateline.copies.fingerprint import Fingerprint

# Texts whose voices are made in one go: 1,000 of a day's news take about a second.
BLOCK = 1000
UNKNOWN = Likeness("", 0.0)


def split_texts(
    daft: Any,
    scratch: Scratch,
    each: list[Text],
    compared: list[list[int]],
    likes: Mapping[tuple[int, int], Likeness],
) -> None:
    """Write the texts and their fingerprints by homes, those that may be of one voice together.

    `likes`: what is known already of texts and earlier ones, by their numbers.
    """
    first = components(compared).tolist()
    voiced_with = {one for n, one in enumerate(first) if n != one}

    def row(n: int) -> tuple[Any, ...]:
        """Return the row of a text."""
        found = [likes.get((n, one), UNKNOWN) for one in compared[n]]
        kinds, shares = [like.kind for like in found], [like.share for like in found]
        single = first[n] == n and n not in voiced_with
        place = (n, first[n] // BLOCK, single, compared[n], kinds, shares)
        return *place, each[n].day, each[n].length, each[n].prints

    known = tables.table("known", map(row, range(len(each))))
    col, when, none = daft.col, daft.functions.when, daft.lit(None)
    prints = daft.read_parquet(str(scratch.of("prints") / "*.parquet"))
    columns = ("n", "text_id", "words", "grams", "keys", "garbled", "text")
    frame = prints.select(*columns).join(daft.from_arrow(known), on="n")
    frame = frame.with_column("text", when(col("single"), none).otherwise(col("text")))
    scratch.split("texts", frame, "home")


@dataclass(frozen=True)
class Hear:
    """Makes the voices of a home. A `Work`."""

    scratch: Scratch

    def begin(self) -> None:
        """See that the worker ends with its parent."""
        end_with_parent()

    def __call__(self, name: str) -> str:
        """Do a home."""
        return kept(lambda: self.hear(name))

    def hear(self, name: str) -> int:
        """Write the voices of a home, unless that was done; return how many."""
        if self.scratch.has("heard", name):
            return 0
        home = Home(self.scratch.of_split("texts", "home", name).to_pylist())
        found = home.voices()
        self.scratch.save("altered", name, home.altered)
        self.scratch.save("alike", name, home.found_alike())
        self.scratch.save("voices", name, [voice for voice, _ in found])
        heard = ((text_id, *one) for _, each in found for text_id, one in each)
        self.scratch.save("heard", name, heard)
        return len(found)


class Home:
    """Texts that no comparison leads out of."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = sorted(rows, key=lambda row: row["n"])
        self.by_id = {row["text_id"]: row for row in self.rows}
        self.altered: list[tuple[str, ...]] = []
        self.ids = {row["n"]: row["text_id"] for row in self.rows}
        self.alike: dict[tuple[str, str], Likeness] = {
            (row["text_id"], self.ids[one]): Likeness(kind, share)
            for row in self.rows
            for one, kind, share in zip(row["compared"], row["kinds"], row["shares"], strict=True)
            if kind
        }
        self.given = frozenset(self.alike)

    def voices(self) -> list[tuple[tuple[str, str], list[tuple[str, Heard]]]]:
        """Return the voices, each as it is stored, with what its texts are heard as."""
        place = {row["n"]: n for n, row in enumerate(self.rows)}
        known: dict[str, Fingerprint] = {row["text_id"]: of_row(row) for row in self.rows}
        damage = {
            row["text_id"]: msgspec.json.decode(row["garbled"], type=Reason)
            for row in self.rows
            if row["garbled"] is not None
        }
        groups = grouped(
            known,
            ([place[n] for n in row["compared"]] for row in self.rows),
            {row["text_id"]: (row["day"], row["length"], row["text_id"]) for row in self.rows},
            lambda text_id: self.by_id[text_id]["text"],
            {text_id: LEVELS.index(reason.feature) for text_id, reason in damage.items()},
            self.alike,
        )
        found = []
        for group in groups:
            voice, each = voiced(group, self.prints, damage, self.changes)
            found.append(((voice.id, msgspec.json.encode(voice).decode()), each))
        return found

    def found_alike(self) -> list[tuple[str, str, str, float]]:
        """Return what was found out of pairs of texts here."""
        found = (pair for pair in self.alike if pair not in self.given)
        return sorted((*pair, *self.alike[pair]) for pair in found)

    def prints(self, text_id: str) -> list[tuple[str, str, str]]:
        """Return the prints of a text."""
        return [(day, key, publisher) for day, key, publisher in self.by_id[text_id]["printed"]]

    def changes(self, link: Link, source: str) -> tuple[Altered, ...]:
        """Return what a copy says otherwise than its source, and keep it."""
        found = tuple(altered(self.by_id[link.b]["text"], self.by_id[link.a]["text"], source))
        self.altered.append((link.b, link.a, source, msgspec.json.encode(found).decode()))
        return found

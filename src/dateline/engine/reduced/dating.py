"""Dates that mentions owe to other reports: questions go to every bucket, answers come together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.engine.reduced.known import Texts
from dateline.engine.reduced.scratch import Scratch
from dateline.engine.reduced.tables import KNOWN
from dateline.engine.work import end_with_parent, kept
from dateline.link.ties import answer, ask, asked, by_stem, matching
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.link.candidate import Candidate

NAME = "all"


def write_tied(daft: Any, scratch: Scratch) -> int:
    """Write the mentions that have a tie; return how many there are."""
    if not scratch.has("tied", NAME):
        col = daft.col
        rows = daft.read_parquet(str(scratch.of("mentions") / "*" / "*.parquet"))
        tied = rows.where(col("tied") & col("first")).select(*KNOWN).to_arrow()
        each = sorted(tied.to_pylist(), key=itemgetter("id"))
        scratch.save("tied", NAME, (tuple(map(row.get, KNOWN)) for row in each))
    return len(scratch.read("tied", NAME))


@dataclass(frozen=True)
class Match:
    """Finds the dated mentions of a bucket that may answer a tie. A `Work`."""

    scratch: Scratch
    settings: Settings

    def begin(self) -> None:
        """See that the worker ends with its parent."""
        end_with_parent()

    def __call__(self, name: str) -> str:
        """Do a bucket."""
        return kept(lambda: self.match(name))

    def match(self, name: str) -> int:
        """Write what answers a bucket has, unless that was done; return how many."""
        if self.scratch.has("answers", name):
            return 0
        rows = self.scratch.of_split("mentions", "bucket", name).to_pylist()
        found = list(self.answers(rows))
        self.scratch.save("answers", name, found)
        return len(found)

    def answers(self, rows: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of mentions that may answer a tie, each with who asks."""
        texts = Texts(self.settings)
        tied = [texts.candidate(row, {}) for row in self.scratch.rows("tied")]
        questions, may = by_stem(ask(tied)), asked(tied)
        for row in rows:
            if row["tied"] or not row["first"] or row["aside"] or row["garbled"]:
                continue
            if may(row["sentence"]):
                for question in matching(questions, texts.candidate(row, {})):
                    yield (*map(row.get, KNOWN), question.asking.mention.id)


def answered(scratch: Scratch, settings: Settings) -> None:
    """Write the times that answers give, unless that was done."""
    if scratch.has("times", NAME):
        return
    texts = Texts(settings)
    found: dict[str, list[Candidate]] = {}
    for row in scratch.rows("answers"):
        found.setdefault(row["asking"], []).append(texts.candidate(row, {}))
    rows = []
    for question in ask(texts.candidate(row, {}) for row in scratch.rows("tied")):
        question.found.extend(found.get(question.asking.mention.id, ()))
        time = answer(question)
        if time is not None:
            told = msgspec.json.encode(time).decode()
            rows.append((question.asking.mention.id, told))
    scratch.save("times", NAME, rows)


def times(scratch: Scratch) -> dict[str, str]:
    """Return the times that other reports give mentions."""
    return {row["id"]: row["time"] for row in scratch.rows("times")}

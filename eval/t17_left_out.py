"""The constants that rank days: drawn at random, the best of five topics tried on the sixth.

`python eval/t17_left_out.py [DRAWS]` prints date-F1 (length given) of the constants as they are,
the mean and the spread over the draws, and what each topic gets with the draw that is best on the
five others: by its mean over timelines from 0.6 to 1.5 times as long as the gold ones, since at one
length a day more or less decides. The nearer the three, the less the choice of constants was a
matter of these topics.
"""

import datetime as dt
import random
import sys
from statistics import mean, pstdev

from dateline.summary import rank as ranking
from dateline.summary.pieces import Piece, pieces
from dateline.summary.topic import Topic
from scores import set_score
from t17 import topics

# What each constant is drawn from: half of what it is to twice, about.
EXPLICIT, NARRATIVE = (1.5, 2.0, 3.0, 4.0), (0.3, 0.5, 0.7, 1.0)
PLAIN = {
    "LOOKING_BACK": (0.1, 0.2, 0.3, 0.4, 0.5),
    "AHEAD": (0.0, 0.1, 0.2, 0.4),
    "PUBLISHED": (0.1, 0.2, 0.3, 0.5),
    "EVEN": (0.0, 0.1, 0.2, 0.3, 0.4),
    "AROUND": (7, 15, 30, 60),
}
LENGTHS = (0.6, 0.8, 1.0, 1.25, 1.5)
DRAWS = 60
SEED = 17


class Known(Topic):
    """A topic that works out the relevance of each sentence once."""

    def __init__(self, reports: list[list[Piece]]) -> None:
        """Count words, then weigh sentences."""
        super().__init__(reports)
        self.known = {id(p): super(Known, self).relevance(p) for r in reports for p in r}

    def relevance(self, piece: Piece) -> float:
        """Return what was worked out."""
        return self.known[id(piece)]


class Case:
    """A topic as read: its sentences, and the days of its gold timelines."""

    def __init__(self, reports: list[list[Piece]], gold: list[frozenset[dt.date]]) -> None:
        """Weigh its sentences."""
        self.reports, self.gold = reports, gold
        self.topic = Known(reports)

    def scores(self) -> list[tuple[float, float]]:
        """Return date-F1 of each timeline with the constants as they are now, and over lengths."""
        weighed = ranking.rank(self.reports, self.topic)
        best = sorted(weighed, key=lambda day: (-weighed[day].score, day))
        found = []
        for want in self.gold:
            within = [day for day in best if min(want) <= day <= max(want)]
            cuts = (within[: round(len(want) * length)] for length in LENGTHS)
            over = mean(set_score(want, cut).f1 for cut in cuts)
            found.append((set_score(want, within[: len(want)]).f1, over))
        return found


def draw(choice: random.Random) -> dict[str, object]:
    """Return constants drawn at random."""
    found: dict[str, object] = {name: choice.choice(values) for name, values in PLAIN.items()}
    found["BASIS"] = {
        "explicit": choice.choice(EXPLICIT),
        "narrative": choice.choice(NARRATIVE),
    }
    return found


def main() -> None:
    """Draw and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DRAWS
    cases = {
        topic.name: Case(
            [report for report in pieces(topic.reports) if report],
            [frozenset(days) for days in topic.gold.values()],
        )
        for topic in topics()
    }
    as_is = [score for case in cases.values() for score, _ in case.scores()]
    choice = random.Random(SEED)  # noqa: S311 - draws of an experiment, no secrets
    tried = []
    for _ in range(count):
        for name, value in draw(choice).items():
            setattr(ranking, name, value)
        tried.append({name: case.scores() for name, case in cases.items()})
    means = [mean(score for scores in one.values() for score, _ in scores) for one in tried]
    print(f"as they are {mean(as_is):6.2f}")
    print(f"mean of {count} draws {mean(means):6.2f}, spread {pstdev(means):.2f}")
    held: list[float] = []
    for name in cases:
        best = max(
            tried, key=lambda one: mean(s for n, ss in one.items() if n != name for _, s in ss)
        )
        print(f"{name:<6} {' '.join(f'{score:6.2f}' for score, _ in best[name])}")
        held += [score for score, _ in best[name]]
    print(f"left out {mean(held):6.2f}")


if __name__ == "__main__":
    main()

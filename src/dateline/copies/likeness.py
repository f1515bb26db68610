"""Tell whether a text is a copy of another, and of which kind.

Two measures, of the smaller text in the larger. The share of its word 3-grams finds exact, near and
cut copies. Copies put into other words, by a machine or by way of another language, share few of
them; they are found by their sentences, each of which is made from one of the source.
"""

from typing import NamedTuple

import numpy as np

from dateline.copies.align import LIKE, Source, best
from dateline.copies.fingerprint import SHORT, Fingerprint
from dateline.copies.sentences import Prepared, Sentence

# Share of the smaller text's 3-grams that the larger holds. Measured on the example corpus:
# independent reports of one event stay below 0.12, one that quotes the same press conference at
# length below 0.35; wire-edited and cut copies lie above 0.68.
COPY = 0.55
# Below this ratio of lengths a contained text is a cut copy, above it a near copy.
CUT = 0.8
# Share of 3-grams below which two texts are not compared sentence by sentence. On the tuning half
# of the copies gold, copies put into other words share 0.12 or more with their source, two of them
# with each other 0.05; of reports of other events 95 in 100 share less than 0.01.
FAR = 0.04
# Share of its words in sentences made from the other's. On the tuning half of the copies gold:
# copies put into other words 0.90 to 1, independent reports of one event up to 0.23.
SPUN = 0.6
# Outside quotation marks, since newsrooms quote the same speech; and of at least so many words.
UNQUOTED = 0.5
LEAST_WORDS = 40
# Share of a text that a source of a stitched copy gives at least.
PIECE = 0.2
MARKS = '"“”„«»'


class Likeness(NamedTuple):
    """`kind`: near, cut, spun, piece (a part is taken over), or empty; `share` of the smaller."""

    kind: str
    share: float


def shared(one: Fingerprint, two: Fingerprint) -> Likeness:
    """Return how like two texts are by their 3-grams alone."""
    small, large = sorted((one, two), key=lambda p: (len(p.grams), p.words))
    if small.words < SHORT:
        return Likeness("", 0.0)
    both = np.intersect1d(small.grams, large.grams, assume_unique=True)
    share = round(len(both) / max(1, len(small.grams)), 4)
    if share < COPY:
        return Likeness("", share)
    return Likeness("near" if small.words >= CUT * large.words else "cut", share)


def reworded(copy: Prepared, source: Source) -> Likeness:
    """Return how much of a text is made, sentence by sentence, from another."""
    sentences = copy.sentences
    made = {pair.copy for pair in best(copy, source) if pair.likeness >= LIKE}
    whole = sum(len(s.words) for s in sentences)
    share = round(sum(len(sentences[n].words) for n in made) / max(1, whole), 4)
    plain = [unquoted(copy.text, s) for s in sentences]
    own = sum(plain[n] for n in made)
    if share >= SPUN and own >= LEAST_WORDS and own >= UNQUOTED * sum(plain):
        return Likeness("spun", share)
    if share >= PIECE and own >= LEAST_WORDS:
        return Likeness("piece", share)
    return Likeness("", share)


def unquoted(text: str, sentence: Sentence) -> int:
    """Return how many of a sentence's words stand outside quotation marks."""
    whole = text[sentence.start : sentence.end]
    if not any(mark in whole for mark in MARKS):
        return len(sentence.words)
    inside = False
    count = at = 0
    for word in sentence.words:
        gap = text[at : word.start] if at else text[sentence.start : word.start]
        inside ^= sum(gap.count(mark) for mark in MARKS) % 2 == 1
        count += not inside
        at = word.end
    return count

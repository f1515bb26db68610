"""A text's fingerprint: the hashes of its word 3-grams, and the keys that copies share.

Word shingles after Broder (1997), sampled by value ("0 mod p", Manber 1994), so that two texts
sharing a passage share keys whatever lies around it. A copy put into other words shares few of
them; it shares the order of the names and numbers, whose 3-grams are keys too.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.link.words import stopwords

MARK = re.compile("[\u0300-\u036f]")
WORD = re.compile(r"\w+")
NAME = re.compile(r"\b[A-Z]\w{2,}|\d+")
SHINGLE = 3
# One 3-gram in 8 is a key: a cut copy of 60 words still shares about 7 keys with its source,
# and the index of 100,000 reports stays near 6 million entries.
SAMPLE = 8
# Texts shorter than this are grouped only when equal: three words in common say nothing there.
SHORT = 25


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """`grams`: sorted hashes of all word 3-grams, 4 bytes each; `keys`: what copies are found by.

    `words` is the text's length in words.
    """

    grams: NDArray[np.uint32]
    keys: NDArray[np.uint32]
    words: int


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text; case, accents and punctuation do not count."""
    plain = text if text.isascii() else MARK.sub("", unicodedata.normalize("NFKD", text))
    words = WORD.findall(plain.casefold())
    grams = hashes(words)
    # A second mixing, since crc32 of like strings is not spread evenly over its low bits.
    mixed = (grams * np.uint32(2654435761)) >> np.uint32(13)
    sampled = grams[mixed % SAMPLE == 0]
    names = [name for name in map(str.casefold, NAME.findall(plain)) if name not in stopwords()]
    return Fingerprint(grams=grams, keys=np.union1d(sampled, ~hashes(names)), words=len(words))


def hashes(words: Iterable[str]) -> NDArray[np.uint32]:
    """Return the sorted hashes of all runs of three words, each once."""
    coded = [word.encode("utf-8", "ignore") for word in words]
    runs = zip(coded, coded[1:], coded[2:], strict=False)
    return np.unique(np.fromiter((crc32(b" ".join(run)) for run in runs), np.uint32))

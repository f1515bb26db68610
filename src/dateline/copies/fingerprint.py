"""A text's fingerprint: the hashes of its word 3-grams, and the few that serve as join keys.

Word shingles after Broder (1997), sampled by value ("0 mod p", Manber 1994), so that two texts
sharing a passage share keys whatever lies around it.
"""

import re
import unicodedata
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

MARK = re.compile("[\u0300-\u036f]")
WORD = re.compile(r"\w+")
SHINGLE = 3
# One 3-gram in 8 is a key: a cut copy of 60 words still shares about 7 keys with its source,
# and the index of 100,000 reports stays near 6 million entries.
SAMPLE = 8
# Texts shorter than this are grouped only when equal: three words in common say nothing there.
SHORT = 25


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """`grams`: sorted hashes of all word 3-grams, 4 bytes each; `keys`: the sampled ones.

    `words` is the text's length in words.
    """

    grams: NDArray[np.uint32]
    keys: NDArray[np.uint32]
    words: int


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text; case, accents and punctuation do not count."""
    plain = MARK.sub("", unicodedata.normalize("NFKD", text)).casefold()
    words = [word.encode("utf-8", "ignore") for word in WORD.findall(plain)]
    count = max(0, len(words) - SHINGLE + 1)
    hashes = (crc32(b" ".join(words[i : i + SHINGLE])) for i in range(count))
    grams = np.unique(np.fromiter(hashes, np.uint32, count))
    # A second mixing, since crc32 of like strings is not spread evenly over its low bits.
    mixed = (grams * np.uint32(2654435761)) >> np.uint32(13)
    return Fingerprint(grams=grams, keys=grams[mixed % SAMPLE == 0], words=len(words))

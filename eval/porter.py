"""Stems of English words by Porter's algorithm (1980), which ROUGE compares words by."""

from functools import lru_cache

# Endings that give way to another where what stands before them is long enough (step 2, step 3).
SECOND = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "abli": "able", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize",
    "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
THIRD = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
}  # fmt: skip
# Endings that fall where what stands before them is longer (step 4).
FOURTH = dict.fromkeys((
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion",
    "tion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
), "")  # fmt: skip
LEAST = 3  # letters of a word that is stemmed; ROUGE leaves those of three as they are, too


@lru_cache(2**16)
def stem(word: str) -> str:
    """Return the stem of a word in lower case."""
    if len(word) <= LEAST:
        return word
    word = participles(plural(word))
    if word.endswith("y") and "v" in shape(word[:-1]):
        word = word[:-1] + "i"
    word = replaced(word, SECOND, 0)
    word = replaced(word, THIRD, 0)
    return tail(replaced(word, FOURTH, 1))


def shape(word: str) -> str:
    """Return a word as vowels, v, and consonants, c; y is a vowel after a consonant."""
    found = ""
    for letter in word:
        vowel = letter in "aeiou" or (letter == "y" and found[-1:] == "c")
        found += "v" if vowel else "c"
    return found


def measure(word: str) -> int:
    """Return how often a vowel is followed by a consonant."""
    return shape(word).count("vc")


def short(word: str) -> bool:
    """Tell whether a word ends consonant, vowel, consonant, the last of them not w, x or y."""
    return shape(word)[-3:] == "cvc" and word[-1] not in "wxy"


def plural(word: str) -> str:
    """Return a word without the ending of the plural (step 1a)."""
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def participles(word: str) -> str:
    """Return a word without -ed and -ing (step 1b)."""
    if word.endswith("eed"):
        return word[:-1] if measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        rest = word.removesuffix(ending)
        if rest != word:
            return mended(rest) if "v" in shape(rest) else word
    return word


def mended(word: str) -> str:
    """Return what -ed or -ing was taken from with what it had lost or gained before them."""
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if word[-1] == word[-2:-1] and shape(word)[-1] == "c" and word[-1] not in "lsz":
        return word[:-1]
    return word + "e" if measure(word) == 1 and short(word) else word


def replaced(word: str, endings: dict[str, str], least: int) -> str:
    """Return a word with its longest known ending replaced, if the measure before it allows."""
    ending = max((e for e in endings if word.endswith(e)), key=len, default=None)
    if ending is None:
        return word
    rest = word.removesuffix(ending)
    if endings is FOURTH and ending in {"sion", "tion"}:
        rest += ending[0]  # of these only -ion falls
    return rest + endings[ending] if measure(rest) > least else word


def tail(word: str) -> str:
    """Return a word without a last e and without the second of two l's (step 5)."""
    if word.endswith("e"):
        rest = word[:-1]
        if measure(rest) > 1 or (measure(rest) == 1 and not short(rest)):
            word = rest
    return word[:-1] if word.endswith("ll") and measure(word) > 1 else word

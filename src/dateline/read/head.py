"""Plain text's layout: a title, head lines (`Published: 2021-06-16`), then the body."""

import re

from dateline.read.dates import given, is_date_line
from dateline.read.draft import Draft
from dateline.read.fields import field_of

PAIR = re.compile(r"[*_]{0,2}([^\W\d_][\w -]{0,24}?)[*_]{0,2}\s{0,2}:[*_]{0,2}(?:\s+(\S.*))?$")
NAME = r"[^\W\d_][\w.'’-]*"
BY = re.compile(rf"(?:By|BY) ({NAME}(?:(?:,? (?:and|&) |, ?| ){NAME}){{0,9}})")
# Words of a byline that need no capital: "and", "de", "van", "von", "bin".
LONGEST_SMALL_WORD = 3
# `GENEVA, June 16 (Wire) -` and `GENEVA (Wire) -`: the body begins here, however short it is.
DATELINE = re.compile(r"[^\W\d_][^()\n]{0,60} \([^()\n]{2,40}\) {0,2}(?:[-–—]|--) ?\S")
CHANGED = re.compile(r"\W{0,2}(?:last )?(?:updated|modified|revised|corrected)\b", re.IGNORECASE)
# Code points. The longest of 840 headlines has 141.
LONGEST_TITLE = 160
MOST_HEAD_VALUE = 200
# Lines of a head at most, blank ones between its parts included.
MOST_HEAD = 40


def parse(text: str) -> Draft:
    """Take a text apart into title, head lines and body. Line ends are plain already."""
    lines = text.strip("\n").split("\n")
    draft = Draft(text="")
    at = front_matter(lines, draft)
    at = head(lines, at, draft)
    if not draft.title:
        size = title_lines(lines, at)
        if size:
            draft.title = " ".join(line.strip() for line in lines[at : at + size]).lstrip("# ")
            at = head(lines, at + size, draft)
    draft.text = "\n".join(lines[at:])
    if not draft.text.strip() and draft.title:
        draft.text, draft.title = draft.title, ""
    return draft


def front_matter(lines: list[str], draft: Draft) -> int:
    """Read a block between `---` lines at the very start; return where the rest begins."""
    if not lines or lines[0].strip() != "---":
        return 0
    for at, line in enumerate(lines[1:MOST_HEAD], 1):
        if line.strip() == "---":
            for inner in lines[1:at]:
                take(inner, draft)
            return at + 1
    return 0


def head(lines: list[str], at: int, draft: Draft) -> int:
    """Read the head lines at `at`; return where the rest begins.

    Blank lines may stand between them. A line of an unknown name (`Edition: late`) belongs to
    the head when a known one follows it at once.
    """
    done = at
    pending = blank = False
    for here in range(at, min(at + MOST_HEAD, len(lines))):
        line = lines[here].strip()
        if not line:
            if pending:
                break
            blank = True
        elif take(line, draft):
            done, pending, blank = here + 1, False, False
        elif done > at and not blank and PAIR.match(line) and len(line) < MOST_HEAD_VALUE:
            pending = True
        else:
            break
    return done


def take(line: str, draft: Draft) -> bool:
    """Read one head line into `draft`; tell whether it was one."""
    line = line.strip()
    match = PAIR.match(line)
    if match and len(line) < MOST_HEAD_VALUE:
        name, value = field_of(match[1]), (match[2] or "").strip().strip("\"'")
        if not name or name == "text":
            return False
        if name == "published" and value:
            draft.said.append(given("head line", value))
        elif name in {"title", "publisher", "url", "byline", "id", "language", "dateline"}:
            setattr(draft, name, getattr(draft, name) or value)
        return True
    if is_date_line(line):
        if not CHANGED.match(line):  # "Updated June 20, 2021" is not the day of publication
            draft.said.append(given("date line", line))
        return True
    byline = byline_of(line)
    if byline and not draft.byline:
        draft.byline = byline
        return True
    return False


def byline_of(line: str) -> str:
    """Return the names of `By Ann Lee and Bo de Ek`; nothing for `By Friday all was over.`."""
    match = BY.fullmatch(line) if len(line) < MOST_HEAD_VALUE else None
    if not match or line.endswith("."):
        return ""
    words = match[1].split()
    names = all(word[0].isupper() or len(word) <= LONGEST_SMALL_WORD for word in words)
    return match[1] if names and words[0][0].isupper() else ""


def title_lines(lines: list[str], at: int) -> int:
    """Return how many lines at `at` are the title: 0 where the body begins at once."""
    end = at
    while end < len(lines) and lines[end].strip():
        end += 1
    block = [line.strip() for line in lines[at:end]]
    if not block or len(block[0]) > 2 * LONGEST_TITLE or DATELINE.match(block[0]):
        return 0
    if block[0].startswith("# "):
        return 1
    if len(block[0]) > LONGEST_TITLE and block[0].rstrip("\"'”’)").endswith((".", "?", "!")):
        return 0
    # The second line goes on in small letters: a title on two lines, or a wrapped paragraph.
    if len(block) > 1 and block[1][0].islower():
        whole = " ".join(block)
        return 0 if len(whole) > LONGEST_TITLE or whole.endswith(".") else len(block)
    return 1

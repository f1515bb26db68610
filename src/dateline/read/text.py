"""Plain text and Markdown."""

import re
from collections.abc import Iterator

from dateline.model import LeftOut, Report
from dateline.read import head
from dateline.read.base import Source
from dateline.read.clean import clean
from dateline.read.draft import finish
from dateline.read.encoding import decode
from dateline.read.limits import read_whole

IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,2000}(?: [^()\n]{0,300})?\)")
LINK = re.compile(r"\[([^\[\]\n]{1,1000})\]\([^()\s]{0,2000}(?: [^()\n]{0,300})?\)")
MARK = re.compile(r"^(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)", re.MULTILINE)
STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000})(?<=\S)\1")
STRESS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,1000})(?<=\S)\1(?![\w*])")


class TextReader:
    """Title, head lines, body; see `dateline.read.head`."""

    suffixes: tuple[str, ...] = (".txt", ".text", ".md", ".markdown")
    rows = False
    unzips = False

    def read(self, source: Source) -> Iterator[Report | LeftOut]:
        """Yield the one report of a text."""
        text, warnings = decode(read_whole(source.chunks, source.most_bytes))
        draft = head.parse(clean(text))
        if source.suffix in {".md", ".markdown"}:
            draft.text, draft.title = plain(draft.text), plain(draft.title)
        draft.warnings += warnings
        yield finish(draft, source.key, source.settings, file_name=source.key.rpartition("/")[2])


def plain(text: str) -> str:
    """Take the marks off Markdown; the words stay as they are."""
    text = MARK.sub("", LINK.sub(r"\1", IMAGE.sub("", text)))
    return STRESS.sub(r"\2", STRONG.sub(r"\2", text))


READER = TextReader()

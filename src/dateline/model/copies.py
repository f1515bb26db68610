"""Voices, copies, and what copies altered."""

from dateline.model.base import Noun


class Voice(Noun, frozen=True):
    """A set of reports (by key) that are copies of one another; `source` speaks for them."""

    id: str
    source: str
    reports: tuple[str, ...]
    links: tuple["CopyLink", ...] = ()


class Words(Noun, frozen=True):
    """Code points `start` to `end` of the text of the report whose key is `report`: `text`."""

    report: str
    start: int
    end: int
    text: str


class Altered(Noun, frozen=True):
    """Words `start` to `end` of a copy, `text`, that say something else than its source.

    `kind`: number, date, unit, name, role, actor, attribution, quotation, negation or polarity.
    `original`: what the source says there.
    """

    kind: str
    start: int
    end: int
    text: str
    original: Words

    def swap(self) -> str:
        """Return in words, on one line, what stands for what."""
        here, there = (" ".join(text.split()) for text in (self.text, self.original.text))
        return f"“{here}” for “{there}”"


class CopyLink(Noun, frozen=True):
    """`report` copies `source`; `share` of its text is taken from it.

    `kind`: exact, near, cut (a part of it), spun (put into other words), stitched (one of several
    that it is made of). `altered`: what the copy says otherwise.
    """

    report: str
    source: str
    kind: str
    share: float
    altered: tuple[Altered, ...] = ()


class CopyOf(Noun, frozen=True):
    """A report of the record that a report copies; `kind` and `share` as in `CopyLink`."""

    report: str
    kind: str
    share: float


class Contradiction(Noun, frozen=True):
    """A report gives an event another value of `field` (`here`) than the record has."""

    event: str
    field: str
    here: str
    record: str

"""Statements of a headline: "X: we will respond", "X to Y: leave now", "We will respond: X"."""

from collections.abc import Iterator, Sequence

from dateline.extract.base import Ref
from dateline.extract.statements.draft import Draft
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.official import words
from dateline.extract.statements.spans import merge, segments
from dateline.parse.words import Word

# A headline's speaker is at most so many words beside the colon, its content at least so many.
NAME_WORDS = 6
# So short, a capital is enough, whatever the tagger makes of a name that it does not know.
SHORT_NAME = 2
SAID_WORDS = 3
# What leads from the speaker to whom he speaks to, or of what: "Lima to Quito:", "Lima on talks:".
LEADS = frozenset({"to", "on", "after", "over"})
VERBAL = frozenset({"VERB", "AUX"})


def headline(layout: Layout, refs: Sequence[Ref]) -> Iterator[Draft]:
    """Give a draft for the first line where its colon parts what is said from who says it."""
    first = len(layout.text) - len(layout.text.lstrip())
    line_end = layout.text.find("\n", first)
    start = layout.token_at(first)
    end = layout.token_at(len(layout.text) if line_end < 0 else line_end)
    colons = [i for i in range(start, end) if layout.doc[i].text == ":"]
    found = leading(layout, refs, range(start, end), colons[0]) if colons else None
    if found is None and colons and line_end >= 0:
        found = trailing(layout, refs, range(start, end), colons[-1])
    if found is not None:
        yield found


def leading(layout: Layout, refs: Sequence[Ref], line: range, colon: int) -> Draft | None:
    """Return the draft of "X: what X says", "X to Y: ...", "X on Z: ..."."""
    doc, start = layout.doc, line.start
    if not start < colon <= start + NAME_WORDS or line.stop - colon <= SAID_WORDS:
        return None
    lead = next((i for i in range(start + 1, colon) if doc[i].lower_ in LEADS), None)
    named = [doc[i] for i in range(start, colon if lead is None else lead)]
    if lead is None:
        if any(token.pos_ in VERBAL for token in named):
            return None
    elif not is_known(refs, start, lead):
        return None  # "Road to Geneva: ..."
    if not is_source(named):
        return None
    spoken_to = lead is not None and doc[lead].lower_ == "to"
    return draft(layout, named, colon, range(colon + 1, line.stop), (colon - 1,) * spoken_to)


def trailing(layout: Layout, refs: Sequence[Ref], line: range, colon: int) -> Draft | None:
    """Return the draft of "what X says: X"."""
    named = [layout.doc[i] for i in range(colon + 1, line.stop)]
    if not 0 < len(named) <= NAME_WORDS or colon - line.start < SAID_WORDS:
        return None
    said = any(layout.doc[i].pos_ in VERBAL for i in range(line.start, colon))
    bare = all(token.pos_ not in VERBAL and not token.is_punct for token in named)
    official = named[-1].lower_ in words("official")
    if not (said and bare and (official or is_known(refs, colon + 1, line.stop))):
        return None
    return draft(layout, named, colon, range(line.start, colon), ())


def draft(
    layout: Layout, named: list[Word], colon: int, said: range, addressees: tuple[int, ...]
) -> Draft:
    """Return the draft of a headline."""
    first, last = named[0].i, named[-1].i
    head = next((t for t in named if t.head == t or not first <= t.head.i <= last), named[-1])
    return Draft(
        cue=":",
        cue_tokens=(colon,),
        content=tuple(merge(segments(said, layout))),
        phrases=((head.i, (first, last + 1)),),
        addressees=addressees,
        beside=range(first, colon),
    )


def is_known(refs: Sequence[Ref], start: int, end: int) -> bool:
    """Tell whether the words from one token to another end in an actor's name."""
    return any(start <= ref.start < ref.end == end for ref in refs)


def is_source(named: list[Word]) -> bool:
    """Tell whether a headline's words beside the colon can speak: a name, "poll", "officials"."""
    last = next((token for token in reversed(named) if token.is_alpha), named[-1])
    if last.lower_ in words("official") | words("outside"):
        return True
    short = len(named) <= SHORT_NAME and last.is_title
    return (last.pos_ == "PROPN" or short) and last.lower_ not in words("label")

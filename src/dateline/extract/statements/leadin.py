"""Words outside the marks that belong to a quotation: the clause or phrase that leads into it."""

from dateline.extract.statements.direct import is_verb
from dateline.extract.statements.layout import Layout
from dateline.extract.statements.spans import Chars
from dateline.extract.statements.tags import ENDS
from dateline.parse.words import Word


def beyond(tokens: list[int], layout: Layout, numbers: list[int]) -> list[int]:
    """Keep a clause beside the quotations of the same cue, unless it lies within one itself."""
    members = set(tokens)
    roots = [i for i in tokens if layout.doc[i].head.i not in members]
    return [] if any(layout.inside[i] in numbers for i in roots) else tokens


def lead(layout: Layout, number: int, cue: Word, subjects: list[int]) -> list[int]:
    """Return the words that lead into a quotation begun within a sentence.

    'In 2009, "states were losing money," he said'; 'If it fails, he wrote, "we will leave"'.
    """
    doc = layout.doc
    first = layout.quote_tokens[number][0]
    mark = layout.quotes[number].start
    inner = layout.text[mark + 1 : mark + 2]
    if not inner.islower():
        return []
    start = first
    floor = layout.tokens_of(layout.quotes[number].paragraph)[0]
    while start > floor and layout.inside[start - 1] < 0 and doc[start - 1].text not in ENDS:
        start -= 1
    end = first
    if start <= cue.i < first:
        end = min([cue.i, *(i for i in subjects if i >= start)])
        if end == start or doc[end - 1].text != ",":
            return []
    said = any(is_verb(doc[i]) for i in range(start, end))
    return [] if said else list(range(start, end))


def join(led: list[Chars], quoted: list[Chars], layout: Layout) -> list[Chars]:
    """Put lead-in words before a quotation, in one span where only a comma is between them."""
    if not led:
        return quoted
    gap = layout.text[led[-1][1] : quoted[0][0]]
    if gap.strip(" ,"):
        return [*led, *quoted]
    return [*led[:-1], (led[-1][0], quoted[0][1]), *quoted[1:]]

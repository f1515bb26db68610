"""From token indices to character spans: trimmed, merged, cut."""

from collections.abc import Iterator, Sequence

from dateline.extract.statements.layout import Layout

Chars = tuple[int, int]


def chars(layout: Layout, start: int, end: int) -> Chars:
    """Return the characters of tokens `start` to `end` (exclusive)."""
    last = layout.doc[end - 1]
    return layout.doc[start].idx, last.idx + len(last.text)


def segments(tokens: Sequence[int], layout: Layout) -> list[Chars]:
    """Turn token indices into spans without outer punctuation; quotations touched stay whole."""
    found: list[Chars] = []
    for start, end in runs(tokens):
        first, last = start, end
        while first < last and is_edge(layout, first):
            first += 1
        while last > first and (is_edge(layout, last - 1) or is_loose(layout, last - 1)):
            last -= 1
        if first == last:
            continue
        left, right = chars(layout, first, last)
        for number in {layout.inside[i] for i in range(first, last)} - {-1}:
            left = min(left, layout.quotes[number].start)
            right = max(right, layout.quotes[number].end)
        found.append((left, right))
    return found


def is_edge(layout: Layout, i: int) -> bool:
    """Tell whether a token at a span's edge is left out: punctuation or space, not in marks."""
    token = layout.doc[i]
    return layout.inside[i] < 0 and (token.is_punct or token.is_space)


def is_loose(layout: Layout, i: int) -> bool:
    """Tell whether a token at a span's end joins it to what was cut off: "and"."""
    return layout.inside[i] < 0 and layout.doc[i].dep_ == "cc"


def runs(tokens: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give runs of neighbouring indices, end exclusive."""
    start = previous = -2
    for i in tokens:
        if i != previous + 1:
            if start >= 0:
                yield start, previous + 1
            start = i
        previous = i
    if start >= 0:
        yield start, previous + 1


def merge(spans: Sequence[Chars]) -> list[Chars]:
    """Sort spans and join those that overlap or touch."""
    found: list[Chars] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def cut(spans: Sequence[Chars], barred: Sequence[Chars], text: str) -> list[Chars]:
    """Take `barred` out of spans; what is left without a letter or figure is dropped."""
    kept = list(spans)
    for low, high in barred:
        rest: list[Chars] = []
        for start, end in kept:
            rest.extend(((start, min(end, low)), (max(start, high), end)))
        kept = [(start, end) for start, end in rest if start < end]
    return [tidy(part, text) for part in kept if any(c.isalnum() for c in text[slice(*part)])]


def tidy(span: Chars, text: str) -> Chars:
    """Take space and commas off a span's ends."""
    start, end = span
    while text[start].isspace() or text[start] in ",;":
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end

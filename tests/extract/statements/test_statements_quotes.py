import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.statements.quotes import paragraphs, quotes


def marked(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("Il a dit « oui ».", ["« oui »"]),
        ("Er sagte „ja“ und ging.", ["„ja“"]),
        ("It is Russia's and the allies' treaty.", []),
        ("It’s the allies’ treaty.", []),
        ("He called it 'the end' of Russia's war.", ["'the end'"]),
        ("She said ‘we don’t agree’ twice.", ["‘we don’t agree’"]),
        ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]),
        ('A 6" gun and a 7" gun.', []),
        ("``We agree,'' he said.", ["``We agree,''"]),
        ("''We agree,'' he said.", ["''We agree,''"]),
    ],
)
def test_quotations(text, expected):
    assert marked(text) == expected


def test_an_unclosed_quotation_runs_to_its_paragraphs_end():
    text = "“First.\n\n“Second.” Then more."
    assert marked(text) == ["“First.", "“Second.”"]


def test_an_unclosed_mark_within_a_sentence_is_no_quotation():
    assert marked("He called it “the end and went home.\n\nMore.") == []


@given(st.text(alphabet="“”\"'‘’«»„`ab.,\n ", max_size=80))
def test_quotations_are_in_range_ordered_and_disjoint(text):
    found = quotes(text, paragraphs(text))
    ends = [0]
    for quote in found:
        assert ends[-1] <= quote.start < quote.end <= len(text)
        ends.append(quote.end)

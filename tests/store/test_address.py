"""Where a record is; what of an address is nobody's business is never printed."""

import sys
import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dateline
from dateline.errors import RecordError, UsageError
from dateline.store import Address, connect

NOBODY = "postgresql://ana:hush@127.0.0.1:1/news"


def test_a_path_is_a_file():
    address = Address.of("a/geneva.dateline")
    assert (address.is_server, address.name, str(address)) == (False, "geneva", "a/geneva.dateline")


def test_an_address_of_a_server_is_printed_without_its_password():
    address = Address("postgresql://ana:hush@db.example/news?password=hush&sslmode=require")
    assert address.is_server
    assert address.name == "news"
    assert str(address) == "postgresql://ana@db.example/news?sslmode=require"
    assert "hush" not in repr(address)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=4, max_size=12))
def test_no_password_is_printed(word):
    word = f"q{word}q"
    for given_ in (urllib.parse.quote(word, safe=""), word):
        shown = str(Address(f"postgresql://ana:{given_}@db.example/news"))
        assert given_ not in shown, shown


def test_a_server_that_does_not_answer_is_told_without_the_password():
    pytest.importorskip("psycopg")
    with pytest.raises(RecordError) as error:
        dateline.open(NOBODY)
    assert error.value.code == "D409"
    assert "postgresql://ana@127.0.0.1:1/news" in str(error.value)
    assert "hush" not in str(error.value)


def test_what_is_no_address_is_told_without_the_password():
    pytest.importorskip("psycopg")
    with pytest.raises(RecordError) as error:
        connect("postgresql://ana:hush@db.example/news?nosuch=1", create=True)
    assert error.value.code == "D409"
    assert "hush" not in str(error.value)


@pytest.mark.parametrize("word", ["hu/sh", "hu?sh", "hu#sh", "hu@sh", "hu:sh", "hu%sh"])
def test_no_part_of_a_password_that_was_not_escaped_is_told(word):
    pytest.importorskip("psycopg")
    with pytest.raises(RecordError) as error:
        connect(f"postgresql://ana:{word}@127.0.0.1:1/news", create=True)
    assert error.value.code == "D409"
    assert "hu" not in str(error.value)
    assert "sh" not in str(error.value).replace("escape the signs", "")


def test_a_missing_library_is_named(monkeypatch):
    for name in [one for one in sys.modules if one.partition(".")[0] == "psycopg"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"D133 .*dateline\[postgres\]"):
        connect(NOBODY, create=True)


def test_the_command_tells_it_too(call):
    pytest.importorskip("psycopg")
    done = call("timeline", NOBODY)
    assert done.code == 2
    assert done.err.startswith("dateline: D409 ")
    assert "hush" not in done.err

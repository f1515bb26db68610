import gzip
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError, LimitError
from dateline.read.limits import check_markup, gunzip, lines, read_whole


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@given(st.lists(st.sampled_from(b"ab\n"), max_size=60), st.integers(1, 8), st.integers(1, 9))
def test_lines_are_those_of_the_whole(values: list[int], size: int, most: int) -> None:
    data = bytes(values)
    expected = [line if len(line) <= most else None for line in data.split(b"\n")]
    if not data or data.endswith(b"\n"):
        del expected[-1]
    assert list(lines(pieces(data, size), most)) == expected


@given(st.binary(max_size=400), st.integers(1, 50))
def test_gunzip_gives_what_was_put_in(data: bytes, size: int) -> None:
    packed = gzip.compress(data)
    assert b"".join(gunzip(pieces(packed, size), 400)) == data
    assert b"".join(gunzip(pieces(packed + packed, size), 800)) == data + data


@given(st.binary(min_size=1, max_size=400), st.integers(1, 50), st.integers(1, 20))
def test_gunzip_tells_a_cut(data: bytes, size: int, cut: int) -> None:
    with pytest.raises(InputError, match=r"^D204 "):
        list(gunzip(pieces(gzip.compress(data)[:-cut], size), 400))


def test_a_limit_is_met_exactly() -> None:
    assert read_whole(pieces(b"abcdef", 4), 6) == b"abcdef"
    with pytest.raises(LimitError, match=r"^D301 "):
        read_whole(pieces(b"abcdef", 4), 5)
    assert b"".join(gunzip(pieces(gzip.compress(b"abcdef"), 4), 6)) == b"abcdef"
    with pytest.raises(LimitError, match=r"^D302 "):
        list(gunzip(pieces(gzip.compress(b"abcdef"), 4), 5))


def test_open_paragraphs_and_closed_elements_add_no_depth() -> None:
    check_markup(b"<p>a<br>" * 900 + b"<div><b>a</div>" * 900 + b"<DIV></div>" * 900, 3, 99_999)
    check_markup(b"<script>" + b"<div>" * 900 + b"</script><!--" + b"<div>" * 900 + b"-->", 3, 99)
    with pytest.raises(LimitError, match=r"^D303 "):
        check_markup(b"<div><div><div><div>", 3, 99)
    with pytest.raises(LimitError, match=r"^D301 "):
        check_markup(b"<br>" * 100, 3, 99)

"""By what a rule can begin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.times.grammar import grammar
from dateline.extract.times.opening import opening


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("ab", "a"),
        ("a?b", "ab"),
        ("a{0,2}(?:b|c?d)", "abcd"),
        ("(?:a|b){1,3}c", "ab"),
        ("(?!a)(?<!c)b(?=c)", "b"),
        ("(?:a?b?)c|d+", "abcd"),
    ],
)
def test_what_a_pattern_begins_with(pattern, first):
    assert opening(pattern) == frozenset(first)


@pytest.mark.parametrize("pattern", ["a?", "a|b*", "(?:a?)"])
def test_what_may_be_empty_begins_with_anything(pattern):
    with pytest.raises(ValueError, match=re.escape(pattern)):
        opening(pattern)


@given(st.lists(st.sampled_from(sorted(grammar().char)), max_size=12))
def test_nothing_is_missed_where_no_rule_can_begin(classes):
    rules = grammar()
    everywhere = re.compile(rules.pattern.pattern.partition("])")[2])
    encoded = rules.encode(classes)
    assert [match.span() for match in rules.pattern.finditer(encoded)] == [
        match.span() for match in everywhere.finditer(encoded)
    ]

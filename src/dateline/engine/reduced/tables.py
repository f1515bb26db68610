"""The tables of a reduce: what its stages hand on, and its results."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.engine.layout import pyarrow, strings

if TYPE_CHECKING:
    import pyarrow as pa

# The columns of a result as a record keeps it.
PRINT = ("text_id", "version", "words", "grams", "keys", "garbled")
ALTERED = ("copy", "source", "name", "data")
ALIKE = ("copy", "source", "kind", "share")
PLACED = ("grp", "told", "mention_id", "pair")
# What linking and grading take from a text, as `store.heard.Heard` has it.
HEARD = ("voice", "speaks", "aside", "garbled", "keys", "publishers", "published", "altered")
# A mention, and what is taken from its text.
KNOWN = ("id", "sentence", "data", "text_id", *HEARD)


@cache
def schemas() -> "dict[str, pa.Schema]":
    """Return the tables' columns.

    A block falls into lanes, one for each type of act, since mentions of different types are of
    different events; a bucket holds some lanes. A mention stands in `lanes` once for each block
    that it is in (`first`: its first row), or once with an empty `pair`; `n` is the number of a
    text among all. `rest` holds groups that may stand in other blocks too.
    """
    arrow = pyarrow()
    text, number, yes, words = arrow.string(), arrow.int64(), arrow.bool_(), strings(arrow)
    keys = arrow.list_(arrow.uint32())
    own = {"speaks": yes, "aside": yes, "keys": words, "publishers": words,
           "published": arrow.date32(), "altered": arrow.list_(number)}  # fmt: skip
    known = [(name, own.get(name, text)) for name in KNOWN]
    columns = {
        "prints": [
            ("text_id", text), ("version", text), ("words", number), ("grams", arrow.binary()),
            ("keys", arrow.binary()), ("garbled", text), ("key", keys), ("n", number),
            ("text", text),
        ],
        "lanes": [
            ("bucket", number), ("pair", text), ("type", text), ("first", yes), ("text_id", text),
            ("id", text), ("sentence", text), ("tied", yes), ("data", text),
        ],
        "pairs": [("pair", number), ("shared", number)],
        "known": [
            ("n", number), ("home", number), ("single", yes), ("compared", arrow.list_(number)),
            ("kinds", words), ("shares", arrow.list_(arrow.float64())), ("day", text),
            ("length", number), ("printed", arrow.list_(words)),
        ],
        "crowds": [("n", number), ("batch", number), ("compared", arrow.list_(number))],
        "likes": [
            ("n", number), ("other", number), ("kind", text), ("share", arrow.float64()),
        ],
        "voices": [("id", text), ("data", text)],
        "heard": [("text_id", text), *[(name, own.get(name, text)) for name in HEARD]],
        "altered": [(name, text) for name in ALTERED],
        "alike": [
            ("copy", text), ("source", text), ("kind", text), ("share", arrow.float64()),
        ],
        "tied": known,
        "answers": [*known, ("asking", text)],
        "times": [("id", text), ("time", text)],
        "blocks": [(name, yes if name == "told" else text) for name in PLACED],
        "rest": [*known, ("pair", text), ("grp", text), ("told", yes)],
        "batches": [("id", text), ("batch", number)],
        "events": [("data", text), ("words", text)],
    }  # fmt: skip
    return {name: arrow.schema(each) for name, each in columns.items()}


def table(name: str, rows: Iterable[tuple[Any, ...]]) -> "pa.Table":
    """Return rows as a table, values in the order of its columns."""
    arrow, each, schema = pyarrow(), list(rows), schemas()[name]
    arrays = [arrow.array([row[at] for row in each], one.type) for at, one in enumerate(schema)]
    return arrow.Table.from_arrays(arrays, schema=schema)

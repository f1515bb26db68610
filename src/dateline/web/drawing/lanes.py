"""The lanes of a drawing: who acts toward whom, or, without a pair, what kind of act it is."""

from dateline.link.block import party_of
from dateline.model import Noun
from dateline.query import Query
from dateline.query.timeline import lineage, side
from dateline.web.words import party

COOPERATION = 2  # the last quad class that is cooperation
QUAD = "json_extract(e.data, '$.quad')"


class Lanes(Noun, frozen=True):
    """`names`: of the lanes, in the order above, on and below the line; `sql` gives an index.

    `sql` is an expression over an event `e` and binds `values`. `pair`: the parties of each side,
    empty where the lanes are kinds of acts.
    """

    names: tuple[str, str, str]
    sql: str
    values: tuple[str, ...] = ()
    pair: tuple[tuple[str, ...], ...] = ()

    def of(self, source: tuple[str, ...], target: tuple[str, ...], quad: int | None) -> int:
        """Return the lane of an event by the codes of its sides and its quad class."""
        if not self.pair:
            return 1 if not quad else 0 if quad <= COOPERATION else 2
        a, b = (set(parties) for parties in self.pair)
        sources, targets = ({party_of(code) for code in codes} for codes in (source, target))
        there = bool(sources & a and targets & b)
        back = bool(sources & b and targets & a)
        return 1 if there == back else 0 if there else 2


def lanes(query: Query) -> Lanes:
    """Return the lanes of a query's drawing."""
    if len(query.between) != 2:  # noqa: PLR2004 - a pair
        kind = f"CASE WHEN {QUAD} <= {COOPERATION} THEN 0 WHEN {QUAD} <= 4 THEN 2 ELSE 1 END"
        return Lanes(names=("cooperation", "", "conflict"), sql=kind)
    one, two = query.between
    a, b = lineage(one), lineage(two)
    there = f"{side(a, 'source')} AND {side(b, 'target')}"
    back = f"{side(b, 'source')} AND {side(a, 'target')}"
    # What both do is on the line; so is what neither does, which no query for a pair finds.
    sql = f"CASE ({there}) - ({back}) WHEN 1 THEN 0 WHEN -1 THEN 2 ELSE 1 END"
    here, there_ = party(one), party(two)
    names = (f"{here} → {there_}", "both", f"{there_} → {here}")
    return Lanes(names=names, sql=sql, values=(*a, *b, *b, *a), pair=(a, b))

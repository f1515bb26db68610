"""The lanes of a drawing: who acts toward whom, or, without a pair, what kind of act it is."""

from dateline.link.block import party_of
from dateline.model import Noun
from dateline.query import Query
from dateline.query.timeline import lineage, marks
from dateline.web.words import party

COOPERATION = 2  # the last quad class that is cooperation
# An event once, with the ways in which it goes: 1 from the first party to the second, 2 back.
ACT = """
SELECT id, CASE WHEN min(ways) = max(ways) THEN min(ways) ELSE 3 END AS ways FROM way GROUP BY id
"""


class Lanes(Noun, frozen=True):
    """`names`: of the lanes, in the order above, on and below the line.

    `begin` and `table` are the SQL that gives events `e`, `sql` their lane's index; they bind
    `values`. `pair`: the parties of each side, empty where the lanes are kinds of acts.
    """

    names: tuple[str, str, str]
    sql: str
    begin: str = ""
    table: str = "event e"
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
        kind = f"CASE WHEN e.quad <= {COOPERATION} THEN 0 WHEN e.quad <= 4 THEN 2 ELSE 1 END"
        return Lanes(names=("cooperation", "", "conflict"), sql=kind)
    one, two = query.between
    a, b = lineage(one), lineage(two)
    begin = f"WITH way AS ({way(a, b, 1)} UNION ALL {way(b, a, 2)}), "
    begin += f"act AS MATERIALIZED ({ACT})"
    names = (f"{party(one)} → {party(two)}", "both", f"{party(two)} → {party(one)}")
    return Lanes(
        names=names,
        # What both do is on the line.
        sql="CASE act.ways WHEN 1 THEN 0 WHEN 2 THEN 2 ELSE 1 END",
        begin=begin,
        table="act CROSS JOIN event e ON e.id = act.id",
        values=(*b, *a, *a, *b),
        pair=(a, b),
    )


def way(source: tuple[str, ...], target: tuple[str, ...], ways: int) -> str:
    """Return the SQL of the ids of events in which one of `source` acts on one of `target`."""
    to = f"t.event_id = s.event_id AND t.party IN ({marks(target)}) AND t.side = 'target'"
    by = f"s.party IN ({marks(source)}) AND s.side = 'source'"
    both = f"event_actor s JOIN event_actor t ON {to} WHERE {by}"
    # Constants of this package; what a user gives is bound.
    return f"SELECT s.event_id AS id, {ways} AS ways FROM {both}"  # noqa: S608 - see above

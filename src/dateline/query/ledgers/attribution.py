"""Who names the author of an incident, and on what basis: the values of EuRepoC's field.

The basis is decided from who speaks: the attacker, a company that was hit, a state that was hit, a
state or organisation that was not, a firm of computer security, or a report in its own voice.
"""

from functools import cache

from dateline.data import table, values
from dateline.link.block import party_of, states
from dateline.model import Actor, Event, Noun
from dateline.query.ledgers.case import Case
from dateline.query.ledgers.common import parties_of
from dateline.store.database import Database
from dateline.store.reports import mention_of


class Attribution(Noun, frozen=True):
    """One naming of an author. `basis`: a code of `data/ledgers/attribution.tsv`.

    `by`: parties that name `author`; empty where a report does so in its own voice. `contested`:
    whether an author denies it. `event`: the id of the accusation, or of the attack.
    """

    basis: str
    by: tuple[str, ...]
    author: tuple[str, ...]
    event: str
    contested: bool = False


def attributions(db: Database, case: Case) -> tuple[Attribution, ...]:
    """Return each attribution of an incident once, accusations first, in the order of events."""
    found: dict[tuple[object, ...], Attribution] = {}
    deniers = {party for event in case.denials for party in parties_of(event.source)}
    for event in case.accusations:
        for code in event.source:
            basis = basis_of(code, event.headline, case)
            add(found, basis, party_of(code), parties_of(event.target), event, deniers)
    for event in case.attacks:
        author = parties_of(event.source)
        for speaker, sentence in speakers(db, event):
            if author and (speaker is not None or not case.accusations):
                code = speaker.code if speaker else ""
                basis = basis_of(code, sentence, case)
                add(found, basis, party_of(code) if code else "", author, event, deniers)
    return tuple(found.values())


def add(
    found: dict[tuple[object, ...], Attribution],
    basis: str,
    by: str,
    author: tuple[str, ...],
    event: Event,
    deniers: set[str],
) -> None:
    """Add an attribution, unless the same party has named the same author before."""
    made = Attribution(
        basis=basis,
        by=(by,) if by else (),
        author=author,
        event=event.id,
        contested=bool(deniers & set(author)),
    )
    found.setdefault((basis, by, author), made)


def basis_of(code: str, said: str, case: Case) -> str:
    """Return the basis of an attribution in some words; `code`: of who speaks, "" the report."""
    party = party_of(code) if code else ""
    if party and party in case.authors():
        return "attacker"
    for basis, words in told_by():
        if any(word in said.lower() for word in words):
            return basis
    if not party:
        return "media"
    if party in case.victims():
        return "receiver_state" if party in states() else "receiver"
    return "third_party"


@cache
def told_by() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the bases that words tell, with these words."""
    rows = table("ledgers/attribution")
    return tuple((row["code"], values(row["words"])) for row in rows if row["words"])


def speakers(db: Database, event: Event) -> list[tuple[Actor | None, str]]:
    """Return who says what an event tells, for each sentence; None for the report itself."""
    rows = db.execute(
        "SELECT id, data, time, sentence FROM mention WHERE event_id = ? ORDER BY id", (event.id,)
    )
    mentions = set(event.mentions)
    return [
        (mention_of(row).according_to, row["sentence"]) for row in rows if row["id"] in mentions
    ]

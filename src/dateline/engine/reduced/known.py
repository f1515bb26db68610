"""A mention out of a row, with what linking and grading need to know of it."""

from collections.abc import Mapping
from typing import Any

import msgspec

from dateline.engine.reduced.folder import decode_mention
from dateline.link.candidate import Candidate
from dateline.model import Time
from dateline.reduce import owner
from dateline.settings import Settings
from dateline.store.heard import Heard

Row = dict[str, Any]
decode_time = msgspec.json.Decoder(Time).decode


class Texts:
    """What texts are heard as, each made once of the rows of its mentions."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.known: dict[str, tuple[Heard, str]] = {}

    def candidate(self, row: Row, times: Mapping[str, str]) -> Candidate:
        """Return the mention of a row; `times` are those that other reports give mentions."""
        text, owned = self.of(row)
        mention = decode_mention(row["data"])
        given = times.get(row["id"])
        if given is not None:
            mention = msgspec.structs.replace(mention, time=decode_time(given))
        return text.candidate(mention, row["sentence"], owned)

    def of(self, row: Row) -> tuple[Heard, str]:
        """Return what the text of a row is heard as, and who owns its publishers."""
        found = self.known.get(row["text_id"])
        if found is None:
            heard = heard_of(row)
            found = self.known[row["text_id"]] = heard, owner(heard.publishers, self.settings)
        return found


def heard_of(row: Row) -> Heard:
    """Return what the text of a row is heard as."""
    return Heard(
        voice=row["voice"],
        speaks=row["speaks"],
        aside=row["aside"],
        garbled=row["garbled"],
        keys=tuple(row["keys"]),
        publishers=tuple(row["publishers"]),
        published=row["published"],
        altered=tuple(row["altered"]),
    )

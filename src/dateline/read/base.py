"""What a format's file must offer: suffixes, and a function from bytes to reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from dateline.model import LeftOut, Report
from dateline.settings import Settings

# What installs the packages that only some inputs need.
SCALE = 'pip install "dateline[scale]"'


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `chunks` are its bytes, in order, decompressed unless the reader unzips.

    `key` is what its report is called if it gives no id of its own; `item` is what a problem
    with it is called; `suffix` is the file name's, in lower case, without `.gz`. `most_bytes`
    bounds a format that is read whole. `file` is the input itself for a reader that seeks, None
    where it cannot be sought in.
    """

    key: str
    item: str
    suffix: str
    chunks: Iterator[bytes]
    most_bytes: int
    settings: Settings
    file: BinaryIO | None = None


class Reader(Protocol):
    """A format. A module of this package offers one as `READER`; nothing else registers it.

    `rows`: the format holds one report a row, is read row by row, and so has no size limit.
    `unzips`: it takes gzip as it is.
    """

    suffixes: tuple[str, ...]
    rows: bool
    unzips: bool

    def read(self, source: Source) -> Iterator[Report | LeftOut]:
        """Yield the reports of one input, and what of it is left out.

        Raises:
            InputError: where the input as a whole cannot be read, or not to its end.
        """
        ...

"""One typed Settings, from TOML; no globals."""

import tomllib
from pathlib import Path

import msgspec
from msgspec import structs

from dateline.errors import UsageError


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bounds on what one input may cost. Bytes, characters, levels."""

    file_bytes: int = 16 * 2**20
    decompressed_bytes: int = 64 * 2**20
    html_depth: int = 400
    text_chars: int = 1_000_000
    line_bytes: int = 8 * 2**20


class Read(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How inputs are read. `columns` maps our field names to those of a CSV, JSONL or Parquet.

    `sift`: leave out reports in which no two parties meet, before they are parsed.
    """

    columns: dict[str, str] = {}
    languages: tuple[str, ...] = ("en",)
    sift: bool = False


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings. Every field has a default; a file may set any of them."""

    limits: Limits = Limits()
    read: Read = Read()
    publishers: dict[str, str] = {}
    """Publisher name to Admiralty reliability A-F; F (cannot be judged) where not listed."""
    owners: dict[str, str] = {}
    """Publisher name to the alpha-3 code of the state that owns it."""
    statement_weights: str = ""
    """File of weights by which `find_statements` chooses (eval/train/statements.py makes one);
    the rules alone where it is empty."""


def sifting(settings: Settings) -> Settings:
    """Return settings by which reports in which no two parties meet are left out."""
    return structs.replace(settings, read=structs.replace(settings.read, sift=True))


def load(path: Path | None = None) -> Settings:
    """Read settings from a TOML file; the defaults where `path` is None.

    Raises:
        UsageError: D101 where there is no such file, D108 where it is not understood.
    """
    if path is None:
        return Settings()
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Settings)
    except FileNotFoundError as error:
        raise UsageError("D101", path) from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise UsageError("D108", path, str(error)) from error

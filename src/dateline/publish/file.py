"""Files written whole or not at all."""

from collections.abc import Iterable
from pathlib import Path


def whole(path: Path, pieces: Iterable[str]) -> None:
    """Write pieces of text to a file; a full disk leaves no half file under the name asked for."""
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise

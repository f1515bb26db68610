"""A folder of files written whole or not at all, over no file that was not written so before."""

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import UsageError
from dateline.publish.html import File

# Lists what was written, so that a later export knows what it may take away.
MANIFEST = "dateline.json"


def write(folder: Path, files: Iterable[File], about: str) -> int:
    """Write files as a folder, in place of what was written there before; return their number.

    Raises:
        UsageError: as `drafted`.
    """
    count = 0
    with drafted(folder, about) as draft:
        for count, file in enumerate(files, 1):  # noqa: B007 - how many there were
            path = draft / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
    return count


@contextmanager
def drafted(folder: Path, about: str) -> Iterator[Path]:
    """Yield a new folder to be filled, then put it in place of what was written there before.

    Args:
        folder: the folder to make, or to make anew.
        about: what it shows, for whoever opens its manifest.

    Raises:
        UsageError: D132 where there is something that an export did not write.
    """
    folder = folder.absolute()
    refuse_foreign(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        # A new folder is for its maker alone until it is whole.
        draft.chmod(0o755)
        yield draft
        made = (path for path in draft.rglob("*") if path.is_file())
        names = [path.relative_to(draft).as_posix() for path in made]
        manifest = {"made by": "dateline export", "view": about, "files": sorted(names)}
        (draft / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
        refuse_foreign(folder)
        swap(draft, folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def swap(draft: Path, folder: Path) -> None:
    """Put a folder in the place of another; an empty one or none is there before, or our own."""
    if not folder.exists() or not any(folder.iterdir()):
        draft.replace(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent)) / "old"
    folder.replace(old)
    draft.replace(folder)
    shutil.rmtree(old.parent)


def refuse_foreign(folder: Path) -> None:
    """Refuse a place that holds anything but what an export wrote.

    Raises:
        UsageError: D132 where it does, naming the first such thing.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise UsageError("D132", folder, "not a folder")
    if not folder.exists():
        return
    known = written(folder)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or (not path.is_dir() and name not in known):
            raise UsageError("D132", folder, f"it holds {name}")


def written(folder: Path) -> set[str]:
    """Return the files that an export wrote in a folder; none where it says of none."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        names = manifest["files"] if manifest["made by"] == "dateline export" else []
        return {MANIFEST, *map(str, names)}
    except (OSError, ValueError, LookupError, TypeError):
        return set()

"""Load what was extracted into a record, as if it had been extracted there.

One transaction a shard: a build that is killed goes on where it was. A text is read with the
earliest date at which any print of it was published, so reports come first, all of them.
"""

from collections.abc import Callable

from dateline.engine.reduced.folder import Folder, batches
from dateline.model import LeftOut
from dateline.read import name_of
from dateline.store import reports, writing
from dateline.store.database import Database

Tell = Callable[[str, int, int], None]


def load(
    db: Database, folders: list[Folder], version: str, tell: Tell
) -> tuple[list[LeftOut], set[str]]:
    """Load the reports of extractions, and what each text yielded.

    Returns what was left out, and the texts that could not be extracted.
    """
    left: list[LeftOut] = []
    failed: set[str] = set()
    load_reports(db, folders, tell)
    shards = list(batches(folders))
    for done, (folder, shard) in enumerate(shards, 1):
        left += folder.left_out(shard)
        failed |= load_found(db, folder, shard, version)
        tell("load", done, len(shards))
    return left, failed


def load_reports(db: Database, folders: list[Folder], tell: Tell) -> None:
    """Load the reports of extractions, and what was left out of them."""
    with writing(db):
        for folder in folders:
            reports.forget_left_out(db, map(name_of, folder.inputs))
    done = 0
    for folder, shard in batches(folders):
        good = folder.reports(shard)
        with writing(db):
            reports.leave_out(db, folder.left_out(shard))
            reports.add(db, good)
        done += len(good)
        tell("read", done, 0)


def load_found(db: Database, folder: Folder, shard: str, version: str) -> set[str]:
    """Load what the texts of a shard yielded, where the record has not got it.

    Returns the texts of which the extraction failed.
    """
    wanted = [
        (one, n)
        for n, one in enumerate(folder.reports(shard))
        if reports.is_wanted(db, one, version)
    ]
    if not wanted:
        return set()
    found = folder.found(shard)
    bad = set()
    with writing(db):
        for one, n in wanted:
            # A text that two of the reports print is wanted once.
            what = found[n]
            if one.id not in bad and reports.is_wanted(db, one, version):
                reports.put(db, one, what, version)
            if isinstance(what, LeftOut):
                bad.add(one.id)
                reports.leave_out(db, [what])
    return bad

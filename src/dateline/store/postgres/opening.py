"""Open a record on a server, and make and upgrade it."""

from typing import TYPE_CHECKING

from dateline.errors import RecordError, UsageError
from dateline.store.address import Address
from dateline.store.postgres.layout import statements
from dateline.store.schema import APPLICATION_ID, PARTIES, VERSION, laid

if TYPE_CHECKING:
    from dateline.store.postgres.connection import Postgres

# Seconds to wait for a server to answer.
PATIENCE = 10
# What brings a record of an older version to the next one, by the older version. The first version
# that was kept on a server is 7.
UPGRADES: dict[int, tuple[str, ...]] = {
    7: (
        """ALTER TABLE event ADD COLUMN parties TEXT COLLATE "C" NOT NULL DEFAULT ''""",
        PARTIES.replace("group_concat", "string_agg"),
        *laid("event_own", "mention_short", "report_publisher", "voice_text_copies"),
    ),
}
# A question of a page is not worth compiling it.
COLUMNS = """
SELECT column_name FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = 'record' ORDER BY ordinal_position
"""
OPTIONS = "-c jit=off -c client_min_messages=warning"


def connect(address: Address, *, create: bool) -> "Postgres":
    """Open the record at an address; make it in a database without tables if `create` says so.

    Raises:
        RecordError: D409 no answer, D410 no such database, D404 no record in it, D401 another's
            tables in it, D402 of a newer version.
        UsageError: D133 where psycopg is not installed.
    """
    db = opened(address)
    try:
        if create and version_of(db) is None:
            lay(db)
        check(db)
        upgrade(db)
    except BaseException:
        db.close()
        raise
    return db


def reading(address: Address) -> "Postgres":
    """Open the record at an address for reading only, as it is now.

    Raises:
        RecordError: as `connect`, and D407 of an older version.
        UsageError: as `connect`.
    """
    db = opened(address)
    try:
        db.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        version = check(db)
    except BaseException:
        db.close()
        raise
    if version != VERSION:
        db.close()
        raise RecordError("D407", db.at, f"version {version}, this reads {VERSION}")
    return db


def opened(address: Address) -> "Postgres":
    """Connect to a server."""
    try:
        import psycopg
    except ImportError as error:
        raise UsageError("D133", address.shown, 'pip install "dateline[postgres]"') from error
    from dateline.store.postgres.connection import Postgres, first_line

    try:
        given = psycopg.conninfo.conninfo_to_dict(address.text)
    except psycopg.Error:
        # What it says holds the address as it was given, with the password.
        raise RecordError("D409", address.shown, "not an address") from None
    if address.password != (given.get("password") if address.password else ""):
        # Parts of it were taken for the host or the database, which the server's answer would name.
        raise RecordError("D409", address.shown, "escape the signs of the password with %")
    given.setdefault("connect_timeout", PATIENCE)
    given["options"] = f"{given.get('options') or ''} {OPTIONS}".strip()
    given.setdefault("application_name", "dateline")
    try:
        raw = psycopg.connect(**given, autocommit=True)  # type: ignore[arg-type]
    except psycopg.Error as error:
        code = "D410" if "FATAL" in str(error) else "D409"  # a server that answers says so
        raise RecordError(code, address.shown, first_line(error)) from None
    return Postgres(raw, address.shown)


def version_of(db: "Postgres") -> int | None:
    """Return the version of the record's tables; None where there is no record."""
    columns = [row["column_name"] for row in db.execute(COLUMNS)]
    if not columns:
        return None
    row = None
    if columns[:2] == ["application", "version"]:
        row = db.execute("SELECT application, version FROM record").fetchone()
    if row is None or row["application"] != APPLICATION_ID:
        raise RecordError("D401", db.at)
    return int(row["version"])


def check(db: "Postgres") -> int:
    """Return the version of a record; refuse what is none, or of a newer version."""
    version = version_of(db)
    if version is None:
        refuse_others(db)
        raise RecordError("D404", db.at)
    if version > VERSION:
        raise RecordError("D402", db.at, f"version {version}, this reads up to {VERSION}")
    return version


def refuse_others(db: "Postgres") -> None:
    """Refuse a database that has tables, none of which are a record's."""
    query = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
    for row in db.execute(query):
        raise RecordError("D401", db.at, f"it holds the table {row['tablename']}")


def lay(db: "Postgres") -> None:
    """Lay the tables, unless another process just has."""
    from dateline.store.postgres.connection import LOCK

    db.execute("BEGIN")
    try:
        db.execute(LOCK)
        if version_of(db) is None:
            refuse_others(db)
            for statement in statements():
                db.execute(statement)
            db.execute("INSERT INTO record VALUES (?, ?, 0)", (APPLICATION_ID, VERSION))
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def upgrade(db: "Postgres") -> None:
    """Bring a record of an older version to this one."""
    if version_of(db) == VERSION:
        return
    with db.writing():
        for version in range(version_of(db) or VERSION, VERSION):
            for statement in UPGRADES[version]:
                db.execute(statement)
        db.execute("UPDATE record SET version = ?", (VERSION,))

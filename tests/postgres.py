"""A PostgreSQL server for the tests: the one that is named, or a cluster of their own."""

import os
import shutil
import subprocess
import tempfile
import uuid
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

# The address of a server to make databases on, as postgresql://user@host/postgres.
NAMED = os.environ.get("DATELINE_TEST_POSTGRES", "")
# Where Debian and others put what is not on the path.
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")


def binaries():
    """The folder of initdb and pg_ctl, or None."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    for place in PLACES:
        for folder in sorted(Path("/").glob(place.strip("/")), reverse=True):
            if (folder / "initdb").exists():
                return folder
    return None


def missing():
    """Why there is no server to test on; empty where there is one."""
    if NAMED:
        return ""
    try:
        import psycopg  # noqa: F401 - is it there?
    except ImportError:
        return "psycopg is not installed"
    return "" if binaries() else "no PostgreSQL here, and DATELINE_TEST_POSTGRES names none"


@contextmanager
def server():
    """The address of a server's own database."""
    if NAMED:
        yield NAMED
        return
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    # initdb refuses root, so that the cluster is postgres's own there.
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    data, bin_ = folder / "data", binaries()
    run = lambda *words: subprocess.run(  # noqa: E731 - short
        words, user=user, check=True, capture_output=True, cwd=folder, timeout=120
    )
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=50"
    try:
        run(bin_ / "initdb", "-D", data, "-U", "dateline", "-A", "trust", "-E", "UTF8", "-N")
        run(bin_ / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start")
        yield f"postgresql://dateline@/postgres?host={folder}"
    finally:
        if (data / "postmaster.pid").exists():
            run(bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


@contextmanager
def database(address):
    """A new, empty database of a server, by its address."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    name = Identifier(f"dateline_test_{uuid.uuid4().hex[:12]}")
    with psycopg.connect(address, autocommit=True) as db:
        db.execute(SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(name))
        try:
            yield urlunsplit(urlsplit(address)._replace(path=f"/{name.as_string().strip(chr(34))}"))
        finally:
            db.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(name))

import hashlib
import os
from pathlib import Path

import pytest

from dateline.engine import on_pool


@pytest.fixture(scope="session")
def contents():
    """A folder's files, by their paths from there, with their bytes."""

    def contents(folder):
        files = (path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in files}

    return contents


@pytest.fixture(scope="session")
def sha256():
    return lambda path: hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def jobs(monkeypatch):
    """Let workers find the jobs of these tests; returns how to name one."""
    monkeypatch.syspath_prepend(Path(__file__).parent)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)
    return lambda name, module="jobs": f"{module}:{name}"


@pytest.fixture
def quick(jobs):
    """How to extract where it does not matter what: on a pool, without a parser."""
    return {"engine": on_pool.run, "job": jobs("quick")}

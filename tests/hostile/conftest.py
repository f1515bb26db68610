import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model import LeftOut, Report
from dateline.read import read_all
from dateline.settings import Settings

Read = Callable[..., list[Report | LeftOut]]


@pytest.fixture(scope="session", autouse=True)
def _warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    # The libraries are loaded once, outside what is measured.
    folder = tmp_path_factory.mktemp("warm")
    (folder / "a.txt").write_text("The two presidents met in Geneva on Wednesday.")
    (folder / "a.html").write_text("<p>The two presidents met in Geneva on Wednesday.</p>")
    list(read_all([folder]))


@pytest.fixture
def bounded(tmp_path: Path) -> Read:
    """Write bytes as a file, read it, and fail where that takes too much time or memory."""

    def run(
        name: str,
        data: bytes,
        *,
        seconds: float = 10,
        mebibytes: float = 80,
        settings: Settings | None = None,
    ) -> list[Report | LeftOut]:
        path = tmp_path / name
        path.write_bytes(data)
        tracemalloc.start()
        begun = time.process_time()
        try:
            found = list(read_all([path], settings))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert time.process_time() - begun < seconds
        assert peak < mebibytes * 2**20
        return found

    return run

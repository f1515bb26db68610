import datetime as dt
import json
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

import dateline
from dateline.model import LeftOut, Report
from dateline.read import read_all
from dateline.settings import Settings

# What other folders of tests share.
sys.path.insert(0, str(Path(__file__).parents[1]))
from written import Told, write

ARTICLES = Path(__file__).parent / "articles"
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


@pytest.fixture(scope="session")
def articles():
    """The hostile articles: the name of each, what is known of it, and its sentences."""
    found = []
    for path in sorted(ARTICLES.glob("*.json")):
        fields = json.loads(path.read_text("utf-8"))
        found.append((path.stem, fields, fields.pop("sentences")))
    return found


@pytest.fixture(scope="session")
def written(tmp_path_factory, articles):
    """A record into which the articles came as they are, past the cleaning of the reader."""
    told, day = {}, dt.date(2019, 1, 1)
    for name, fields, lines in articles:
        said = []
        for line in lines:
            # A day for each, so that each is an event of its own.
            day += dt.timedelta(days=30)
            claim = ("SANCTION", "KEN", "SOM", (day.isoformat(), day.isoformat()))
            said.append(Told(line.replace("\n", " "), *claim, fields={"quad": 4}))
        told[f"=cmd|{name}<b>"] = (fields, said)
    return write(tmp_path_factory.mktemp("hostile") / "r.dateline", told)


@pytest.fixture(scope="session")
def built(tmp_path_factory, articles):
    """A record that read the articles."""
    folder = tmp_path_factory.mktemp("built")
    with (folder / "evil.jsonl").open("w", encoding="utf-8") as file:
        for name, fields, lines in articles:
            row = {"id": f"=cmd|{name}<b>", "text": "\n\n".join(lines), **fields}
            row |= {"published": "2019-03-05", "language": "en"}
            file.write(json.dumps(row) + "\n")
    dateline.build([folder / "evil.jsonl"], folder / "r.dateline")
    return folder / "r.dateline"


@pytest.fixture(params=["written", "built"])
def hostile(request):
    """Each of the two records."""
    return request.getfixturevalue(request.param)

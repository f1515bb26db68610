"""What `extract --out` writes is what was read and extracted, whatever does it and how often."""

import datetime as dt
from functools import partial

import fsspec
import msgspec
import pyarrow.parquet as pq
import pytest

from dateline import pipeline
from dateline.engine import layout, on_daft, on_pool
from dateline.engine.extract import extract
from dateline.errors import UsageError
from dateline.model import LeftOut, Mention, Report, Statement, Time
from dateline.read import read_all
from dateline.settings import Settings, sifting

NOUNS = {"mentions": Mention, "statements": Statement, "times": Time}


def rows(folder, table):
    """All rows of a table, in the order of the inputs."""
    files = [layout.file(folder, table, shard) for shard in layout.done(folder)]
    return [row for path in files for row in pq.read_table(path).to_pylist()]


@pytest.fixture(scope="module")
def folder(reports, tmp_path_factory):
    """The short reports, extracted by Daft on two workers into shards of three."""
    out = tmp_path_factory.mktemp("map") / "out"
    extract([reports], out, workers=2, shard=3)
    return out


def test_the_engine_extracts_what_a_plain_process_does(folder, reports, tmp_path, contents):
    extract([reports], tmp_path / "pool", shard=3, engine=on_pool.run)
    assert contents(tmp_path / "pool") == contents(folder)


def test_any_number_of_workers_gives_the_same_bytes(reports, quick, tmp_path, contents):
    extract([reports], tmp_path / "pool", workers=3, shard=1, **quick)
    made = contents(tmp_path / "pool")
    assert len(layout.done(tmp_path / "pool")) == 8
    for workers in (1, 3):
        out = tmp_path / f"daft-{workers}"
        extract([reports], out, workers=workers, shard=1, job=quick["job"])
        assert contents(out) == made


def test_the_tables_hold_what_one_process_extracts(folder, reports):
    read = [one for one in read_all([reports]) if isinstance(one, Report)]
    whole = {(row["key"], row["text"]): row["data"] for row in rows(folder, "reports")}
    assert whole.keys() == {(one.key, one.text) for one in read}
    for one in read:
        bare = msgspec.structs.replace(one, text="")
        assert msgspec.json.decode(whole[one.key, one.text], type=Report) == bare
    for table, noun in NOUNS.items():
        expected = [each for one in read for each in getattr(pipeline.extract(one), table)]
        found = [msgspec.json.decode(row["data"], type=noun) for row in rows(folder, table)]
        assert found == expected


def test_columns_to_search_say_what_the_nouns_say(folder):
    texts = {row["text_id"]: row["text"] for row in rows(folder, "reports")}
    mentions = rows(folder, "mentions")
    assert {"JPN", "KOR", "IND", "PAK"} <= {one for row in mentions for one in row["sources"]}
    for row in mentions:
        noun = msgspec.json.decode(row["data"], type=Mention)
        assert row["sentence"] in texts[row["text_id"]]
        assert (row["id"], row["type"], row["status"]) == (noun.id, noun.event_type, noun.status)
        assert (row["start"], row["end"]) == (
            (noun.time.earliest, noun.time.latest) if noun.time else (None, None)
        )


def test_the_folder_says_what_it_holds(folder, reports):
    head, whole = layout.head(folder), layout.whole(folder)
    assert (head.format, head.schema) == ("dateline extraction", 1)
    assert head.inputs == (str(reports),)
    assert head.extractors == pipeline.EXTRACTORS
    assert whole.shards == len(layout.done(folder)) == 3
    assert whole.rows == {table: len(rows(folder, table)) for table in layout.TABLES}
    schema = pq.read_schema(layout.file(folder, "mentions", layout.done(folder)[0]))
    assert schema.metadata[b"dateline.schema"] == b"1"
    assert {path.name for path in folder.iterdir()} == {
        "dateline.json", "whole.json", "done", *layout.TABLES,
    }  # fmt: skip


def test_manifests_name_the_bytes_of_their_files(folder, sha256):
    for shard in layout.done(folder):
        made = layout.manifest(folder, shard)
        for table in layout.TABLES:
            assert sha256(layout.file(folder, table, shard)) == made.sha256[table]


def test_what_cannot_be_read_is_listed_where_it_stood(tmp_path, quick):
    lines = ['{"id": "a", "text": "Japan thanked Peru."}', "no row", '{"id": "b", "text": "Hm."}']
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    whole = extract([tmp_path / "in.jsonl"], tmp_path / "out", shard=2, **quick)
    assert whole.rows["reports"] == 2
    (left,) = layout.left_out(tmp_path / "out")
    assert isinstance(left, LeftOut)
    assert left.item.endswith("in.jsonl:2")
    assert left.reason.startswith("D206")


def test_a_text_printed_on_two_days_is_read_with_each(tmp_path):
    lines = [
        {"id": name, "text": "Japan met Peru yesterday in Lima.", "published": day}
        for name, day in (("a", "2021-06-16"), ("b", "2021-06-10"))
    ]
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, lines)))
    extract([tmp_path / "in.jsonl"], tmp_path / "out", engine=on_pool.run)
    found = {row["dated"]: row["start"] for row in rows(tmp_path / "out", "mentions")}
    day = partial(dt.date, 2021, 6)
    assert found == {day(16): day(15), day(10): day(9)}


def test_files_of_many_inputs_are_read_by_several_workers(jobs, quick, tmp_path, contents):
    for name in ("b", "a"):
        (tmp_path / "in" / name).mkdir(parents=True)
        for n in range(3):
            (tmp_path / "in" / name / f"{n}.txt").write_text(f"Report {name} {n}.", "utf-8")
    given = [tmp_path / "in" / "b", tmp_path / "in" / "a"]
    extract(given, tmp_path / "one", shard=2, **quick)
    extract(given, tmp_path / "two", shard=2, workers=2, job=jobs("quick"))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    texts = [row["text"] for row in rows(tmp_path / "two", "reports")]
    assert texts == [f"Report {name} {n}." for name in "ba" for n in range(3)]


def test_a_file_at_an_address_is_read(quick, tmp_path):
    file = fsspec.filesystem("memory")
    file.pipe("/map/in.jsonl", b'{"id": "a", "text": "Japan thanked Peru."}')
    out = tmp_path / "out"
    try:
        whole = extract(["memory://map/in.jsonl"], out, **quick)
    finally:
        file.rm("/map", recursive=True)
    assert whole.rows["reports"] == 1
    head = layout.head(out)
    assert (head.inputs, head.files) == (("memory://map/in.jsonl",), 1)


def test_the_first_pass_skips_what_names_no_two_parties(tmp_path, quick):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "cake.txt").write_text("Stir the eggs. Bake for an hour.", "utf-8")
    (tmp_path / "in" / "met.txt").write_text("Japan met Peru in Lima.", "utf-8")
    out = tmp_path / "out"
    whole = extract([tmp_path / "in"], out, settings=sifting(Settings()), **quick)
    assert (whole.rows["reports"], whole.rows["left_out"]) == (1, 1)
    assert next(layout.left_out(out)).reason.startswith("D221")


def test_another_input_or_version_is_refused_and_nothing_touched(folder, reports, tmp_path,
                                                                 contents):  # fmt: skip
    before = contents(folder)
    (tmp_path / "one.txt").write_text("Japan met Peru in Lima.", "utf-8")
    for given in (
        ([tmp_path], {}),
        ([reports], {"shard": 4}),
        ([reports], {"settings": sifting(Settings())}),
    ):
        with pytest.raises(UsageError) as refused:
            extract(given[0], folder, **{"shard": 3, **given[1]}, engine=on_pool.run)
        assert refused.value.code == "D135"
    assert contents(folder) == before


def test_a_folder_of_something_else_is_refused(reports, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(UsageError) as refused:
        extract([reports], tmp_path, engine=on_pool.run)
    assert refused.value.code == "D135"
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_folder_among_the_inputs_is_refused(reports):
    with pytest.raises(UsageError) as refused:
        extract([reports], reports / "out")
    assert refused.value.code == "D106"
    assert not (reports / "out").exists()


def test_a_second_run_at_once_is_refused(reports, tmp_path, quick):
    out, codes = tmp_path / "out", []

    def meanwhile(*_):
        if not codes:
            codes.append("")
            with pytest.raises(UsageError) as refused:
                extract([reports], out, **quick)
            codes[0] = refused.value.code

    extract([reports], out, **quick, progress=meanwhile)
    assert codes == ["D136"]


def test_a_wrong_path_makes_no_folder(tmp_path):
    with pytest.raises(UsageError) as refused:
        extract([tmp_path / "none"], tmp_path / "out")
    assert refused.value.code == "D101"
    assert not (tmp_path / "out").exists()


def test_a_package_that_is_missing_is_named(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ray" else name)
    with pytest.raises(UsageError) as refused:
        on_daft.configured("ray://nowhere:10001")
    assert refused.value.code == "D133"
    assert 'pip install "daft[ray]"' in str(refused.value)

"""`dateline check`, the warnings of `build`, and what `voices` says of altered copies."""

import io
import json
import sys

import pytest

PUBLISHED = "Published: 2023-05-10\nPublisher: Word Shop\n\n"


@pytest.fixture
def summit(reports):
    """The report that speaks for the summit, without its head."""
    return (reports / "hanbit-summit.txt").read_text("utf-8").split("\n\n", 1)[1]


@pytest.fixture
def spun(summit, tmp_path):
    """A file with a copy of the summit in which a date and a name were altered."""
    text = summit.replace("2016", "2015").replace("in Seoul", "in Busan")
    assert text.count("2015") == 1
    path = tmp_path / "spun.txt"
    path.write_text(f"A title\n{PUBLISHED}{text}", "utf-8")
    return path


def test_the_shape_of_a_check(call, record, spun):
    done = call("check", spun, "--record", record, "--json")
    assert done.code == 1
    found = done.json
    assert set(found) == {
        "report", "copy_of", "altered", "garbled", "contradicts", "new", "known",
    }  # fmt: skip
    assert found["report"] == str(spun)
    assert found["garbled"] is None
    copy = found["copy_of"][0]
    assert set(copy) == {"report", "kind", "share"}
    assert copy["report"] == "hanbit-summit.txt"
    assert 0.5 < copy["share"] <= 1
    assert ("2015", "2016") in {(one["text"], one["original"]["text"]) for one in found["altered"]}
    for one in found["altered"]:
        assert set(one) == {"kind", "start", "end", "text", "original"}
        assert set(one["original"]) == {"report", "start", "end", "text"}
        assert len(one["text"]) == one["end"] - one["start"]
    for one in found["contradicts"]:
        assert set(one) == {"event", "field", "here", "record"}
    assert all(set(one) == {"event", "headline"} for one in found["known"])


def test_a_check_for_people_names_source_and_altered_values(call, record, spun):
    done = call("check", spun, "--record", record)
    assert done.code == 1
    assert "copy of hanbit-summit.txt" in done.out
    assert "date: “2015” for “2016”" in done.out


def test_a_known_report_ends_with_0(call, record, reports):
    done = call("check", reports / "hanbit-summit.txt", "--record", record)
    assert done.code == 0
    assert "Altered" not in done.out
    assert "New: 0 mentions" in done.out


def test_a_report_from_standard_input(call, record, spun, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(spun.read_bytes()), "utf-8"))
    done = call("check", "-", "--record", record, "--json")
    assert done.code == 1
    assert "2015" in {one["text"] for one in done.json["altered"]}


def test_a_garbled_report_ends_with_1(call, record, tmp_path):
    path = tmp_path / "mill.txt"
    path.write_text(
        f"A title\n{PUBLISHED}The excellent minister of Peru met the overseas minister of Chile.",
        "utf-8",
    )
    done = call("check", path, "--record", record, "--json")
    assert done.code == 1
    assert done.json["copy_of"] == []
    assert done.json["garbled"]["level"] == "possibly garbled"
    assert "excellent minister" in done.json["garbled"]["words"]
    assert "possibly garbled: “excellent minister”" in call("check", path, "--record", record).out


def test_what_cannot_be_read_ends_with_3(call, record, tmp_path):
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK no zip")
    done = call("check", path, "--record", record)
    assert done.code == 3
    assert done.err.startswith("dateline: D2")


def test_a_report_or_record_that_is_not_there_is_an_error(call, record, spun, tmp_path):
    for arguments in (
        (tmp_path / "none.txt", "--record", record),
        (spun, "--record", tmp_path / "none.dateline"),
    ):
        done = call("check", *arguments)
        assert done.code not in {0, 1}
        assert "D" in done.err
        assert done.out == ""


@pytest.fixture
def damaged(reports, spun, tmp_path):
    """A folder with the report that speaks for the summit and the altered copy."""
    folder = tmp_path / "both"
    folder.mkdir()
    (folder / "hanbit-summit.txt").write_bytes((reports / "hanbit-summit.txt").read_bytes())
    spun.rename(folder / "spun.txt")
    return folder


def test_build_warns_of_copies_that_alter(call, damaged, tmp_path):
    done = call("build", damaged, "--record", tmp_path / "r.dateline")
    assert done.code == 0
    assert "spun.txt: altered copy: of hanbit-summit.txt: " in done.out
    assert "date “2015” for “2016”" in done.out
    again = call("build", damaged, "--record", tmp_path / "r.dateline", "--json")
    kinds = {(one["report"], one["reason"]["feature"]) for one in again.json["warnings"]}
    assert ("spun.txt", "altered copy") in kinds
    assert f"warnings: {len(again.json['warnings'])}\n" in done.out


def test_voices_show_what_a_copy_altered(call, damaged, tmp_path):
    path = tmp_path / "r.dateline"
    call("build", damaged, "--record", path)
    done = call("voices", path)
    assert done.lines[0] == "hanbit-summit.txt"
    assert done.lines[1].split()[-3:] == ["spun.txt", "of", "hanbit-summit.txt"]
    assert any("altered date: “2015” for “2016”" in line for line in done.lines)
    (voice,) = [json.loads(line) for line in call("voices", path, "--jsonl").lines]
    (link,) = voice["links"]
    assert (link["report"], link["source"]) == ("spun.txt", "hanbit-summit.txt")
    assert "2015" in {one["text"] for one in link["altered"]}


def test_show_puts_an_altered_copy_last_and_says_what_it_altered(call, damaged, tmp_path):
    path = tmp_path / "r.dateline"
    call("build", damaged, "--record", path)
    marked = 0
    for event in call("timeline", path, "--status", "all", "--json").json:
        told = call("show", path, event["id"], "--json").json["told"]
        if len({one["report"] for one in told}) < 2:
            continue
        shown = call("show", path, event["id"]).out.split("Evidence\n")[1]
        first, _, rest = shown.partition("    spun.txt")
        assert "hanbit-summit.txt" in first
        assert "hanbit-summit.txt (" not in rest
        assert "an altered copy: " in rest
        assert "date “2015” for “2016”" in rest
        marked += 1
    assert marked


def test_who_met_whom_stands_in_a_check_as_in_a_timeline(call, record, tmp_path):
    path = tmp_path / "met.txt"
    path.write_text(
        "Ministers meet\nPublished: 2024-03-05\n\n"
        "The foreign ministers of Chile and Peru met in Lima on Tuesday.\n",
        "utf-8",
    )
    assert "CONSULT CHL GOV with PER GOV: " in call("check", path, "--record", record).out


def test_no_event_is_not_offered_to_be_opened(call, record):
    assert call("timeline", record, "--between", "CHL", "PER").err == "0 events.\n"


def test_of_two_reports_of_a_record_the_copy_altered_and_its_source_did_not(
    call, damaged, tmp_path, monkeypatch
):
    path = tmp_path / "r.dateline"
    call("build", damaged, "--record", path)
    monkeypatch.chdir(damaged)
    for source in ("hanbit-summit.txt", damaged / "hanbit-summit.txt"):
        done = call("check", source, "--record", path, "--json")
        assert done.json["altered"] == []
    for copy in ("spun.txt", damaged / "spun.txt"):
        done = call("check", copy, "--record", path)
        assert done.code == 1
        assert "date: “2015” for “2016”" in done.out

"""Every misuse ends in one coded line on standard error and its exit code."""

import re

import pytest

LISTS = ("timeline", "agreements", "red-lines", "incidents", "statements", "voices")


def refused(done, code, exit_code=2):
    assert done.code == exit_code, done.err
    assert done.out == ""
    assert re.fullmatch(rf"dateline: {code} .+\n", done.err), done.err


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--actor", "Atlantis"], "D103"),
        (["--between", "JPN", "Atlantis"], "D103"),
        (["--type", "QUARREL"], "D104"),
        (["--status", "perhaps"], "D105"),
        (["--about", "cooking"], "D110"),
        (["--from", "yesterday"], "D102"),
        (["--to", "2021-02-30"], "D102"),
        (["--from", "2023", "--to", "2021"], "D106"),
        (["--limit", "-1"], "D111"),
        (["--min-voices", "0"], "D111"),
        (["--between", "JPN"], "D111"),
        (["--colour"], "D111"),
    ],
)
def test_a_condition_that_means_nothing_is_refused(call, record, options, code):
    refused(call("timeline", record, *options), code)
    refused(call("export", record, "--format", "csv", *options), code)


@pytest.mark.parametrize("verb", LISTS)
@pytest.mark.parametrize(
    "forms", [("--json", "--csv"), ("--csv", "--jsonl"), ("--json", "--jsonl")]
)
def test_two_forms_at_once_are_refused(call, record, verb, forms):
    refused(call(verb, record, *forms), "D106")


@pytest.mark.parametrize("verb", [*LISTS, "show", "export"])
def test_a_missing_record_is_said_to_be_missing(call, tmp_path, verb):
    more = {"show": ["e1"], "export": ["--format", "csv"]}.get(verb, [])
    refused(call(verb, tmp_path / "none.dateline", *more), "D404")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", ["timeline", "voices"])
def test_another_file_or_a_folder_is_no_record(call, reports, verb):
    refused(call(verb, reports / "hanbit-water.txt"), "D401")
    refused(call(verb, reports), "D401")


def test_show_wants_one_event(call, record):
    refused(call("show", record, "e"), "D107")
    refused(call("show", record, "x0"), "D107")
    refused(call("show", record, ""), "D107")


def test_an_unknown_format_or_place_to_write_is_refused(call, record, tmp_path):
    refused(call("export", record, "--format", "xls"), "D109")
    refused(call("export", record, "--format", "csv", "--out", tmp_path / "no" / "x"), "D112")


def test_a_path_that_does_not_exist_is_refused_before_anything_is_made(call, tmp_path):
    refused(call("build", tmp_path / "none", "--record", tmp_path / "r.dateline"), "D101")
    refused(call("extract", tmp_path / "none"), "D101")
    assert list(tmp_path.iterdir()) == []


def test_a_record_where_none_can_be_is_refused(call, reports, tmp_path):
    refused(call("build", reports, "--record", tmp_path / "no" / "r.dateline"), "D404")
    refused(call("build", reports, "--record", tmp_path), "D401")


def test_settings_that_cannot_be_used_are_refused(call, reports, tmp_path):
    record = tmp_path / "r.dateline"
    refused(call("build", reports, "--record", record, "--settings", tmp_path / "none"), "D101")
    (tmp_path / "s.toml").write_text("[limits]\nfile_bites = 3\n")
    refused(call("build", reports, "--record", record, "--settings", tmp_path / "s.toml"), "D108")


@pytest.mark.parametrize("words", [["quarrel"], ["timeline"], ["build", "x"]])
def test_a_call_that_is_no_command_is_refused(call, words):
    refused(call(*words), "D111")


def test_no_words_at_all_show_the_help(call):
    done = call()
    assert done.code == 2
    assert "Usage: dateline" in done.err

import datetime as dt
import subprocess
import sys

import pytest

import dateline

TEXT = (
    "India and Pakistan agreed on Monday to reopen the border crossing at Attari. "
    '"The crossing will open within a week," Indian Foreign Minister S. Jaishankar said.'
)


def test_every_public_name_is_there():
    for name in dateline.__all__:
        assert getattr(dateline, name) is not None
    with pytest.raises(AttributeError, match="nothing"):
        _ = dateline.nothing


@pytest.mark.parametrize("first", ["dateline.extract.events", "dateline.read.text", "dateline"])
def test_functions_stay_callable_whatever_was_imported_before(first):
    code = (
        f"import {first}, dateline; r = dateline.Report.from_text('Oman met Yemen.', key='k');"
        "print(type(dateline.extract(r)).__name__, len(list(dateline.read('README.md'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Extraction", "1"]


def test_importing_dateline_loads_no_nlp():
    code = "import dateline, dateline.cli.main, sys; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_extract_gives_offsets_into_the_text_that_was_given():
    report = dateline.Report.from_text(TEXT, published=dt.date(2019, 7, 2))
    found = dateline.extract(report)
    assert [m.event_type for m in found.mentions][:1] == ["AGREE"]
    mention = found.mentions[0]
    assert {a.country for a in mention.source} == {"IND", "PAK"}
    assert mention.reciprocal
    assert TEXT[mention.evidence.start : mention.evidence.end] == TEXT[: TEXT.index(' "')]
    assert mention.time.earliest == dt.date(2019, 7, 1)
    assert any(
        TEXT[s.start : s.end].strip('"') == "The crossing will open within a week,"
        for statement in found.statements
        for s in statement.content_spans
    )


def test_extract_is_pure():
    report = dateline.Report.from_text(TEXT, published=dt.date(2019, 7, 2))
    assert dateline.extract(report) == dateline.extract(report)


def test_a_report_in_another_language_is_a_coded_error():
    report = dateline.Report.from_text("Переговоры прошли в Женеве.", language="ru")
    with pytest.raises(dateline.InputError) as caught:
        dateline.extract(report)
    assert caught.value.code == "D208"


def test_code_codes_between_given_actors():
    coding = dateline.code("Kenya expelled two Somali diplomats.", "Kenya", "Somali diplomats")
    assert coding.event_type == "SANCTION"
    assert coding.quad == 4
    assert coding.reasons


def test_find_times_reads_as_of_the_day_given():
    (time,) = dateline.find_times("They will meet on Friday.", dt.date(2021, 6, 16))
    assert time.earliest == time.latest == dt.date(2021, 6, 18)

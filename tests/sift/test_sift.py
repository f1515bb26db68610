import datetime as dt
import subprocess
import sys

import pytest

from archives import page, record
from dateline.errors import InputError
from dateline.model import Report
from dateline.read import read_all
from dateline.settings import Settings, sifting
from dateline.sift import check, keep

DAY = dt.date(2021, 6, 17)
KEPT = [
    "Peru and Chile signed a treaty in Lima.",
    "Biden and Putin agreed to begin consultations on cybersecurity.",
    "The Kremlin rejected what the White House had said.",
    "The United Nations urged Peru to let observers in.",
    "Chinese troops entered Manila.",
    "Foreign Minister Lavrov flew to Oslo.",
    "Fancy Bear broke into the network of the German parliament.",
    "Seoul and Pyongyang opened the road again.",
    "Peru's president and the Chilean coach saw the match. The referee smiled at half-time.",
]
SKIPPED = [
    "Peel the potatoes and fry the onions slowly until they are soft.",
    "Peru will build a railway to the north, and Peruvian engineers will plan it.",
    "It rained in Paris and in Rome, and near Madrid it snowed.",
    "On Friday Tom Silva and Anna Novak opened the library in May Street.",
    "Russia mourns. In the Soviet Union it was forbidden.",
    "Peru beat Chile at football; the referee sent off the goalkeeper. The striker scored twice.",
    "A cafe from Italy opened. " + "The street was quiet that day. " * 12 + "She is from Norway.",
]


@pytest.mark.parametrize("text", KEPT)
def test_where_two_parties_meet_a_report_is_kept(text):
    assert keep(Report.from_text(text, published=DAY)) is None


@pytest.mark.parametrize("text", SKIPPED)
def test_where_they_do_not_it_is_left_out_with_its_reason(text):
    left = keep(Report.from_text(text, published=DAY, key="a"))
    assert left is not None
    assert left.item == "a"
    assert left.reason.startswith("D221 ")


def test_the_reason_says_who_is_named():
    with pytest.raises(InputError, match=r"\(PER\)"):
        check("Peru will build a railway.", DAY)
    with pytest.raises(InputError, match="none is named"):
        check("Peel the potatoes.", DAY)


def test_what_is_read_can_be_sifted_and_a_page_before_its_text_is_looked_for(tmp_path, monkeypatch):
    rows = [record(f"https://wire.example/{n}", page(text, text)) for n, text in enumerate(
        [f"{SKIPPED[0]} {SKIPPED[1]} It will take years.", f"{KEPT[0]} It will take years."]
    )]  # fmt: skip
    (tmp_path / "a.warc").write_bytes(b"".join(rows))
    looked = []
    extract = sys.modules["dateline.read.html"].extract
    monkeypatch.setattr(
        "dateline.read.html.extract", lambda *given: looked.append(given) or extract(*given)
    )
    left, report = read_all([tmp_path / "a.warc"], sifting(Settings()))
    assert left.reason.startswith("D221 ")
    assert left.item.endswith("a.warc:1")
    assert report.key == "https://wire.example/1"
    assert len(looked) == 1


def test_links_that_stand_alone_name_nobody(tmp_path):
    (tmp_path / "a.html").write_bytes(page(
        SKIPPED[1] + " <a href='/x'>An engineer</a> said so.",
        "</p><ul><li><a href='/1'>Peru and Chile sign</a></li><li><a>Iran</a></li></ul><p>Done.",
    ))  # fmt: skip
    (left,) = read_all([tmp_path / "a.html"], sifting(Settings()))
    assert left.reason.startswith("D221 ")
    (tmp_path / "a.html").write_bytes(
        page(SKIPPED[1] + " <a href='/x'>Chile</a> said so.", "Done.")
    )
    (report,) = read_all([tmp_path / "a.html"], sifting(Settings()))
    assert "Chile said so" in report.text


def test_no_parser_is_loaded():
    code = (
        "import sys; from dateline.sift import check; check('Peru and Chile met.', None);"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

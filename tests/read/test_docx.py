import datetime as dt
from pathlib import Path

from docx import Document

from dateline.read import read


def test_paragraphs_tables_and_head(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Leaders meet in Geneva")
    document.add_paragraph("Published: 16 June 2021")
    document.add_paragraph("Publisher: Lakeside Wire")
    document.add_paragraph("The two presidents met on Wednesday.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ambassadors", "will return"
    document.add_paragraph("They agreed to talk again.")
    document.save(str(tmp_path / "a.docx"))
    (report,) = read(tmp_path / "a.docx")
    assert (report.title, report.publisher) == ("Leaders meet in Geneva", "Lakeside Wire")
    assert report.published == dt.date(2021, 6, 16)
    assert report.byline == ""
    assert report.text == (
        "The two presidents met on Wednesday.\n\nAmbassadors will return\n\n"
        "They agreed to talk again."
    )

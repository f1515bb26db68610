"""Whatever is shown is the stored report's own text, and that is the file's."""

import re

import dateline
from dateline.read import read


def test_every_sentence_shown_is_the_reports_text(record, reports, call):
    texts = {report.key: report.text for report in read(reports)}
    shown = 0
    for event in call("timeline", record, "--json", "--status", "all").json:
        for one in event["evidence"]:
            assert texts[one["report"]][one["start"] : one["end"]] == one["text"]
            shown += 1
    for said in call("statements", record, "--json").json:
        words = [texts[said["report"]][start:end] for start, end in said["spans"]]
        assert " … ".join(words) == said["content"]
        assert said["speaker"] in texts[said["report"]]
        shown += 1
    assert shown > 30
    for report in read(reports):
        source = (reports / report.key).read_text("utf-8")
        assert report.text in source.replace("\r\n", "\n")


def test_every_span_of_every_mention_lies_in_its_text(record):
    with dateline.open(record) as opened:
        for event in opened.timeline(dateline.Query(status=("all",))):
            for mention in opened.mentions(event):
                inside = opened.text(mention.evidence)
                assert inside.strip() == inside
                for span in (*mention.source_spans, *mention.target_spans, *mention.action_spans):
                    assert re.search(r"\w", opened.text(span))
                    assert span.report_id == mention.evidence.report_id
                for detail in mention.details:
                    assert opened.text(detail.span)

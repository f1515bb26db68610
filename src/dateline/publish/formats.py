"""The table of formats."""

from dateline.publish.base import LEDGERS, TIMELINE, Format

ALL = (TIMELINE, *LEDGERS)
JSON = "application/json"
BIBTEX = "application/x-bibtex; charset=utf-8"
CSL = "application/vnd.citationstyles.csl+json"
FORMATS = {
    form.name: form
    for form in (
        Format("csv", "csv", "csv", "text/csv; charset=utf-8", "a table for spreadsheets", ALL),
        Format("jsonl", "jsonl", "jsonl", "application/jsonl", "one JSON object a line", ALL),
        Format("plover", "plover", "plover.jsonl", "application/jsonl", "PLOVER's JSON lines"),
        Format("timelinejs", "timelinejs", "timeline.json", JSON, "TimelineJS3's JSON"),
        Format("stix", "stix", "stix.json", "application/stix+json;version=2.1", "a STIX bundle"),
        Format("ics", "ics", "ics", "text/calendar; charset=utf-8", "iCalendar"),
        Format("atom", "atom", "atom", "application/atom+xml; charset=utf-8", "an Atom feed"),
        Format("bibtex", "bib", "bib", BIBTEX, "BibTeX of sources", ALL),
        Format("csl", "csl", "csl.json", CSL, "CSL of sources", ALL),
    )
}
# Each by what the page's addresses end with.
SUFFIXES = {form.suffix: form for form in FORMATS.values()}

"""One event as a card: what, when, who says so, in which words, and how sure."""

from typing import TYPE_CHECKING

from dateline.cli.output import Row, counted
from dateline.cli.timeline import date

if TYPE_CHECKING:
    from dateline.model import Event, Mention
    from dateline.query import Record

CREDIBILITY = {
    1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable",
    6: "cannot be judged",
}  # fmt: skip


def details(record: "Record", event: "Event") -> Row:
    """Return what `show` adds to a row: the values seen, and each mention with its report."""
    told = []
    for mention in record.mentions(event):
        prints = record.reports(mention.evidence.report_id)
        told.append(
            {
                "report": prints[0].key,
                "reports": [p.key for p in prints],
                "publisher": prints[0].publisher,
                "published": prints[0].published.isoformat() if prints[0].published else None,
                "according_to": mention.according_to.name if mention.according_to else None,
                "side": mention.according_to.country if mention.according_to else None,
                "status": mention.status,
                "historical": mention.historical,
                "text": record.text(mention.evidence),
                "action": [record.text(span) for span in mention.action_spans],
                "date_reason": mention.time.reason if mention.time else "",
                "dated_by": dated_by(record, mention),
                "altered": altered(record, mention, prints[0].key),
                "reasons": [f"{r.feature}: {r.detail}" for r in mention.reasons],
            }
        )
    return {
        "values": [
            {
                "field": v.field,
                "value": v.value,
                "voices": v.voices,
                "by": dict(v.by),
                "shown": v.shown,
                "why": v.why,
            }
            for v in event.values
        ],
        "told": told,
        "decided": event.decided,
    }


def dated_by(record: "Record", mention: "Mention") -> Row | None:
    """Return the words of another report that date the event a mention is dated by."""
    anchor = mention.time.anchor if mention.time else None
    if anchor is None or anchor.report_id == mention.evidence.report_id:
        return None
    return {"report": record.reports(anchor.report_id)[0].key, "text": record.text(anchor)}


def altered(record: "Record", mention: "Mention", key: str) -> list[str]:
    """Return what a copy altered of the report that it copies: `number “62” for “61”`."""
    voice = record.voice_of(mention.evidence.report_id)
    links = [link for link in voice.links if link.report == key] if voice else []
    return [f"{one.kind} {one.swap()}" for link in links for one in link.altered]


def card(item: Row) -> str:
    """Return an event for people."""
    grade = item["grade"]
    lines = [
        item["headline"],
        "",
        f"  id        {item['id']}",
        f"  date      {date(item)} ({item['precision']})",
        f"  type      {' '.join(p for p in (item['type'], item['mode']) if p)}, {item['status']}",
        f"  contexts  {', '.join(item['contexts']) or '-'}",
        f"  source    {', '.join(item['source']) or '-'}",
        f"  target    {', '.join(item['target']) or '-'}",
        f"  place     {item['place'] or '-'}",
        f"  grade     {grade['reliability']}{grade['credibility']}, {support(item)}",
        *(
            f"            {r['feature'].replace('_', ' ')}: {r['detail']}"
            + (f" ({r['weight']:+g})" if r["weight"] else "")
            for r in grade["reasons"]
        ),
        *differing(item),
        "",
        "Evidence",
    ]
    for told in sentences(item["told"]):
        lines += ["", *evidence(told)]
    return "\n".join(lines)


def sentences(told: list[Row]) -> list[Row]:
    """Return each sentence once, with all whose word it is; those of altered copies last."""
    found: dict[tuple[str, str], Row] = {}
    for item in told:
        one = found.setdefault((item["report"], item["text"]), {**item, "speakers": []})
        if item["according_to"] and item["according_to"] not in one["speakers"]:
            one["speakers"].append(item["according_to"])
    return sorted(found.values(), key=lambda one: bool(one["altered"]))


def support(item: Row) -> str:
    """Return an event's credibility in words, and how many stand behind it."""
    word = CREDIBILITY[item["grade"]["credibility"]]
    voices, told = counted(item["voices"], "voice"), counted(len(item["reports"]), "report")
    return f"{word}; {voices}, {told}"


def differing(item: Row) -> list[str]:
    """Return the fields on which the reports differ, with every value, and why one is shown."""
    by_field: dict[str, list[Row]] = {}
    for value in item["values"]:
        by_field.setdefault(value["field"], []).append(value)
    found = [
        f"  {name:<9} {'; '.join(map(given, seen))}\n            shown: {seen[0]['why']}"
        for name, seen in by_field.items()
        if len(seen) > 1
    ]
    return ["", "Values seen (voices)", *found] if found else []


def given(value: Row) -> str:
    """Return a value with how many voices give it, those of a party to the event by its code."""
    sides = [f"{side} {count}" for side, count in value["by"].items() if side]
    if sides and "" in value["by"]:
        sides.append(f"others {value['by']['']}")
    said = f": {', '.join(sides)}" if sides else ""
    return f"{value['value']} ({value['voices']}{said})"


def evidence(told: Row) -> list[str]:
    """Return one mention's sentence, and where it stands."""
    said = f", according to {' and '.join(told['speakers'])}" if told["speakers"] else ""
    where = ", ".join(part for part in (told["publisher"], told["published"]) if part)
    others = len(told["reports"]) - 1
    more = f" and {others} exact {'copy' if others == 1 else 'copies'}" if others else ""
    return [
        f"  “{' '.join(told['text'].split())}”",
        f"    {told['report']}{more} ({where}){said}",
        *([f"    an altered copy: {'; '.join(told['altered'])}"] if told["altered"] else []),
        *linked(told),
    ]


def linked(told: Row) -> list[str]:
    """Return what dates a mention, where it is an event of another report."""
    by = told["dated_by"]
    return [f"    dated by “{by['text']}” in {by['report']}: {told['date_reason']}"] if by else []

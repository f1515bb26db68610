"""Ledger items as lines for people."""

from dateline.cli.output import Row


def under(label: str, events: list[Row]) -> list[str]:
    """Return the lines of events that belong to an item."""
    return [f"    {label}: {e['start'] or 'undated'} {e['id']} {e['headline']}" for e in events]


def listed(item: Row, *names: str) -> list[str]:
    """Return the lines of those lists that are not empty."""
    return [f"    {name}: {'; '.join(item[name])}" for name in names if item[name]]


def agreement_line(item: Row) -> str:
    """Return an agreement for people."""
    who = " with ".join(item["source"])
    pledge = " (a pledge)" if item["kind"] == "pledge" else ""
    head = f"{item['start'] or 'undated':<11} {item['id']}  {item['state']}  {who}{pledge}"
    steps = (
        under("also", item["also"])
        + under("then", item["steps"])
        + under("breach", item["breaches"])
    )
    return "\n".join([head, f"    {item['headline']}", *steps])


def red_line_line(item: Row) -> str:
    """Return a red line for people."""
    sides = f"{', '.join(item['by'])} -> {', '.join(item['toward']) or '?'}"
    lines = [f"{item['start'] or 'undated':<11} {item['id']}  {sides}", f"    {item['headline']}"]
    lines += listed(item, "protected", "conditions", "consequences")
    threats = [threat for threat in item["threats"] if threat["id"] != item["id"]]
    lines += under("also", item["also"]) + under("threat", threats)
    lines += under("since", item["incidents"])
    for one in item["crossings"]:
        lines += under(f"answer to {one['name']}", one["responses"])
    return "\n".join(lines)


def incident_line(item: Row) -> str:
    """Return an incident for people."""
    lines = [f"{item['start'] or 'undated':<11} {item['name']}"]
    lines += listed(item, "victims", "sectors", "accused")
    lines += [f"    attributed: {attributed(one)}" for one in item["attributions"]]
    for label in ("attacks", "accusations", "denials", "responses"):
        lines += under(label.removesuffix("s"), item[label])
    return "\n".join(lines)


def attributed(item: Row) -> str:
    """Return in words who names whom, and on what basis."""
    by, author = (", ".join(item[name]) for name in ("by", "author"))
    contested = ", who denies it" if item["contested"] else ""
    return f"{author} by {by or 'a report'} ({item['basis'].replace('_', ' ')}){contested}"


def accusation_line(item: Row) -> str:
    """Return an accusation for people."""
    sides = f"{', '.join(item['by']) or '?'} -> {', '.join(item['accused']) or '?'}"
    lines = [f"{item['start'] or 'undated':<11} {item['id']}  {sides}", f"    {item['headline']}"]
    return "\n".join([*lines, *listed(item, "incidents"), *under("denied", item["denials"])])


def said_line(item: Row) -> str:
    """Return a statement for people."""
    who = (item["speaker"] or "unnamed") + (f" [{item['code']}]" if item["code"] else "")
    cue = f" ({item['cue']})" if item["cue"] else ""
    content = " ".join(item["content"].split())
    answers = "".join(
        f"\n            denied by {one['speaker']}: {' '.join(one['content'].split())}"
        for one in item["denials"]
    )
    return (
        f"{item['published'] or 'undated':<11} {who}{cue}: {content}\n"
        f"            {item['kind']}; {item['report']}{answers}"
    )


LINES = {
    "agreements": agreement_line,
    "red-lines": red_line_line,
    "incidents": incident_line,
    "accusations": accusation_line,
    "statements": said_line,
}

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
    head = f"{item['start'] or 'undated':<11} {item['id']}  {item['state']}  {who}"
    steps = under("then", item["steps"]) + under("breach", item["breaches"])
    return "\n".join([head, f"    {item['headline']}", *steps])


def red_line_line(item: Row) -> str:
    """Return a red line for people."""
    sides = f"{', '.join(item['by'])} -> {', '.join(item['toward']) or '?'}"
    lines = [f"{item['start'] or 'undated':<11} {item['id']}  {sides}", f"    {item['headline']}"]
    lines += listed(item, "protected", "conditions", "consequences")
    threats = [threat for threat in item["threats"] if threat["id"] != item["id"]]
    return "\n".join([*lines, *under("threat", threats), *under("since", item["incidents"])])


def incident_line(item: Row) -> str:
    """Return an incident for people."""
    lines = [f"{item['start'] or 'undated':<11} {item['name']}"]
    lines += listed(item, "victims", "sectors", "accused")
    for label in ("attacks", "accusations", "denials", "responses"):
        lines += under(label.removesuffix("s"), item[label])
    return "\n".join(lines)


def said_line(item: Row) -> str:
    """Return a statement for people."""
    code = f" [{item['code']}]" if item["code"] else ""
    content = " ".join(item["content"].split())
    answers = "".join(
        f"\n            denied by {one['speaker']}: {' '.join(one['content'].split())}"
        for one in item["denials"]
    )
    return (
        f"{item['published'] or 'undated':<11} {item['speaker'] or 'unnamed'}{code} "
        f"{item['cue']} ({item['kind']}): {content}\n            {item['report']}{answers}"
    )


LINES = {
    "agreements": agreement_line,
    "red-lines": red_line_line,
    "incidents": incident_line,
    "statements": said_line,
}

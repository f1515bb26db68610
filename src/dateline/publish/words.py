"""An event in a few lines of plain text, for formats that have no fields for what it is."""

from dateline.publish.base import Row
from dateline.publish.escape import line
from dateline.publish.names import sides


def code_of(item: Row) -> str:
    """Return what was done, by whom to whom, how sure: `AGREE (cyber), USA with RUS. Grade F2`."""
    what = "/".join(part for part in (item["type"], item["mode"]) if part)
    about = f" ({', '.join(item['contexts'])})" if item["contexts"] else ""
    decided = f", {item['decided']} by a reader" if item["decided"] else ""
    return (
        f"{what}{about}, {item['status']}: {sides(item)}. Grade {grade(item)}, "
        f"{counted(item['voices'], 'voice')}, {counted(len(item['reports']), 'report')}{decided}."
    )


def told(item: Row) -> list[str]:
    """Return each sentence that tells of an event, with the key of its report."""
    return [f"“{line(one['text'])}” [{line(one['report'])}]" for one in item["evidence"]]


def grade(item: Row) -> str:
    """Return a grade as it is written: `F3`."""
    return f"{item['grade']['reliability']}{item['grade']['credibility']}"


def counted(count: int, name: str) -> str:
    """Return `1 voice`, `2 voices`."""
    return f"{count} {name}" if count == 1 else f"{count} {name}s"

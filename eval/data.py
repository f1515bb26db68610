"""Where the gold data lies, and its fingerprint."""

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def folder() -> Path | None:
    """Return the folder of the gold data: $DATELINE_DATA, else `../shared/data`; None: absent."""
    path = Path(os.environ.get("DATELINE_DATA") or ROOT.parent / "shared" / "data")
    return path if path.is_dir() else None


def fingerprint(*parts: Path) -> str:
    """Return a hash of the names and bytes of all files in some folders or files."""
    digest = hashlib.sha256()
    for part in parts:
        files = sorted(p for p in part.rglob("*") if p.is_file()) if part.is_dir() else [part]
        for file in files:
            digest.update(file.relative_to(part.parent).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def prf(right_gold: int, gold: int, right_found: int, found: int) -> tuple[float, float, float]:
    """Return precision, recall and F1 in percent."""
    precision = 100 * right_found / found if found else 0.0
    recall = 100 * right_gold / gold if gold else 0.0
    both = precision + recall
    return precision, recall, (2 * precision * recall / both if both else 0.0)

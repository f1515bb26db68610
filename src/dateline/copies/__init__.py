"""Copies of one another become one Voice: fingerprints first, then joins by key."""

from dateline.copies.altered import altered
from dateline.copies.fingerprint import Fingerprint, fingerprint
from dateline.copies.voices import Group, Link, voices

__all__ = ["Fingerprint", "Group", "Link", "altered", "fingerprint", "voices"]

"""Copies of one another become one Voice: fingerprints first, then joins by key."""

from dateline.copies.fingerprint import Fingerprint, fingerprint
from dateline.copies.voices import Index, voices

__all__ = ["Fingerprint", "Index", "fingerprint", "voices"]

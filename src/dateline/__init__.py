"""Reports in, record out: the public API."""

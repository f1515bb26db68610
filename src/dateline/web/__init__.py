"""The web page of a record: views made as plain values, rendered by templates, served with care."""

"""The way of the data over many reports: shards on disk, made by workers of an engine."""

"""From one report to its actors, times, statements and mentions."""

from dateline.stage import stage

stage(__name__, "dateline.pipeline:extract")

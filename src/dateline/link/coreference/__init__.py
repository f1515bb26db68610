"""Event coreference across reports on any topic: which mentions are of one event.

`dateline.link` proper knows the parties and the day of a mention and compares by these; this is for
mentions of which only the words are known, such as a study or another program has marked. Reports
are gathered by what they tell of, then mentions by head, arguments and sentence.
"""

from dateline.link.coreference.chains import cluster
from dateline.link.coreference.told import Told, tell

__all__ = ["Told", "cluster", "tell"]

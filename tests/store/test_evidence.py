"""The sentences of an event, while the record changes under it."""

from dateline.query import Record
from dateline.store import evidence


def test_a_mention_that_is_gone_before_its_event_is_made_again_is_passed_over(own_record):
    with Record(own_record) as record:
        event = max(record.timeline(), key=lambda one: len(one.mentions))
        gone, *left = event.mentions
        record.db.execute("DELETE FROM mention WHERE id = ?", (gone,))
        assert left
        assert [row["mention"] for row in evidence.of_event(record.db, event)] == left

"""Ids that stay the same for the same thing, in the form that other formats ask for."""

import uuid

# Made once, at random: the space of all ids of ours (RFC 9562, version 5).
SPACE = uuid.UUID("4dc6a284-008e-49df-993b-e48796b437aa")


def uuid_of(*parts: str) -> str:
    """Return the id of what `parts` name; different parts never share one."""
    return str(uuid.uuid5(SPACE, "\x1f".join(parts)))

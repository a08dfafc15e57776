"""Whoever does something here has an account: guests and the application itself have not."""

from __future__ import annotations

from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor


def person_of(by: Actor) -> int:
    """The person's number; refused for anybody who is not signed in."""
    if by.person_id is None or by.person_id < 0:
        raise MoveRefused("Only somebody who is signed in can do this.")
    return by.person_id

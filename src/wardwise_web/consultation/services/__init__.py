"""Every change of this room."""

from __future__ import annotations

from wardwise_web.core.moves import MoveRefused


class Stale(MoveRefused):
    """Somebody else saved it meanwhile."""


def check_version(now: int, *, version: int) -> None:
    """Refuse to write over what somebody saved since the form was opened."""
    if now != version:
        raise Stale("Somebody saved this meanwhile. What they wrote is below, above yours.")

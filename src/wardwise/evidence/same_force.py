"""One force under two names."""

from __future__ import annotations

import re
from collections.abc import Sequence


def same_force(written: str, ours: str) -> bool:
    """Whether a supplier's name holds every word of ours.

    >>> same_force("Bedfordshire Police", "Bedfordshire")
    True
    >>> same_force("City of London Police", "London, City of")
    True
    >>> same_force("West Midlands Police", "West Mercia")
    False
    """
    return _words(ours) <= _words(written) or _words(written) <= _words(ours)


def as_written(names: Sequence[str], force: str) -> str | None:
    """The force's name as a supplier writes it ('and' for '&'); None if it has no such force."""
    if force in names:
        return force
    return next((name for name in sorted(names) if same_force(name, force)), None)


def _words(name: str) -> set[str]:
    return set(re.findall(r"[a-z]+", name.lower().replace("&", " and ")))

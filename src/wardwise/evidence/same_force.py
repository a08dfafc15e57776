"""One force under two names."""

from __future__ import annotations

import re


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


def _words(name: str) -> set[str]:
    return set(re.findall(r"[a-z]+", name.lower().replace("&", " and ")))

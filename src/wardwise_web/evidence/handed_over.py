"""What other rooms hand over to a build, such as last year's plan.

A room above this one may have ``for_build.py`` with ``handed_over(partnership, marking)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wardwise_web.core.rooms import parts_of_rooms
from wardwise_web.evidence.shelf import put
from wardwise_web.people.models import Partnership


@dataclass(frozen=True)
class HandedOver:
    """A file that the settings name: ``{part: {key: name}}``."""

    part: str
    key: str
    name: str
    content: bytes


def lay_down(partnership: Partnership, whole: dict[str, Any]) -> dict[str, Any]:
    """The settings with what is handed over named in them; each file is put beside them.

    What the partnership named by hand stays.
    """
    marking = str((whole.get("document") or {}).get("marking", ""))
    for one in _handed_over(partnership, marking):
        part = whole.get(one.part) or {}
        if one.key not in part:
            put(partnership, [one.content], to=one.name)
            whole = {**whole, one.part: {**part, one.key: one.name}}
    return whole


def _handed_over(partnership: Partnership, marking: str) -> Iterator[HandedOver]:
    for room in parts_of_rooms("for_build"):
        one = room.handed_over(partnership, marking)
        if one is not None:
            yield one

"""What other rooms have on record for an item of the law, such as the year's public meetings.

A room above this one may have ``for_checklist.py`` with ``on_record(actor, cycle)``, which gives
what this person may know of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import Truncator

from wardwise_web.assessments.models import ChecklistItem, Cycle
from wardwise_web.assessments.models.checklist import ANSWER
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.rooms import parts_of_rooms


@dataclass(frozen=True)
class OnRecord:
    """Whether a room's own records meet an item, in words, and where they are."""

    item: str
    is_met: bool
    words: str
    href: str

    def contradicts(self, answered: ChecklistItem) -> bool:
        """Whether somebody answered the item otherwise."""
        return not answered.is_empty and bool(answered.met_by) != self.is_met

    def as_answer(self) -> dict[str, str]:
        """The form of an answer, filled in from the record; a person still has to give it."""
        if self.is_met:
            words = Truncator(self.words.removeprefix("Met by ")).chars(ANSWER)
            return {"how": "met", "met_by": words}
        return {"how": "not", "reason": self.words.removeprefix("Not met: ")}


def on_record(actor: Actor, cycle: Cycle) -> dict[str, OnRecord]:
    """What the rooms know, by item of the law."""
    found = [
        one for room in parts_of_rooms("for_checklist") for one in room.on_record(actor, cycle)
    ]
    return {one.item: one for one in found}

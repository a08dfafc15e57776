"""What the rooms' demo loaders share while they set the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.rooms import parts_of_rooms
from wardwise_web.people.models import Agency, Partnership, Person
from wardwise_web.people.selectors import actor_of


@dataclass
class DemoPlay:
    """The stage: each room's ``demo.load(play)`` adds its part through its own services."""

    tell: Callable[[str], None]
    password: str
    partnership: Partnership | None = None
    agencies: dict[str, Agency] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def actor(self, who: str) -> Actor:
        """Somebody of the demo with their rights as they are now."""
        if self.partnership is None:
            raise LookupError("The demo's partnership is made by the room of people, first.")
        return actor_of(self.people[who], self.partnership)


def load_demo(play: DemoPlay) -> None:
    """Every room's part, from the bottom storey up."""
    for part in parts_of_rooms("demo"):
        part.load(play)

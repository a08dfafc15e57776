"""What the pages of this room load and say alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from django.urls import reverse

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.pages import NoYear, PartnershipRequest
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can, can_ever
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import Partnership


TABS = (
    ("Events", "consultation_events", Kind.EVENT),
    ("Surveys", "surveys", Kind.SURVEY),
    ("Who has not been heard", "not_heard", Kind.SURVEY),
    ("Public concern", "public_concern", Kind.SURVEY),
    ("You said, we decided", "you_said", Kind.ANSWER),
)


class Marked(Protocol):
    """What has its own right to be read."""

    def as_thing(self) -> Thing:
        """As the permissions see it."""


Row = TypeVar("Row", bound=Marked)


def register_of(kind: Kind, partnership: Partnership) -> Thing:
    """A list as the permissions see it: its rows are asked one by one by ``readable``."""
    return Thing(kind, partnership.pk, state="circulated")


def readable(rows: Iterable[Row], actor: Actor) -> list[Row]:
    """Those of a list that this person may read."""
    return [one for one in rows if can(actor, Verb.READ, one.as_thing())]


def cycle_of(request: PartnershipRequest) -> Cycle:
    """This year's cycle; NoYear before the first is begun."""
    cycle: Cycle | None = request.partnership.cycles.first()
    if cycle is None:
        raise NoYear
    return cycle


def tabs_for(actor: Actor, slug: str, *, here: str) -> list[dict[str, Any]]:
    """The parts of this room that the reader may see."""
    return [
        {"text": text, "href": reverse(name, args=[slug]), "here": name == here}
        for text, name, kind in TABS
        if can_ever(actor, Verb.READ, kind)
    ]

"""This room's places in the navigation."""

from __future__ import annotations

from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Link


LINKS = (
    Link("Years", "cycles", Verb.READ, Kind.CYCLE, part="Assessment"),
    Link("Drafting", "drafting", Verb.READ, Kind.CYCLE, part="Assessment"),
    Link("Approval", "approval", Verb.READ, Kind.APPROVAL, part="Assessment"),
)

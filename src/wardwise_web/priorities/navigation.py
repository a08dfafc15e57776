"""This room's places in the navigation."""

from __future__ import annotations

from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Link


# Priorities are read by whoever reads rounds; the public's right is in what is published of them
LINKS = (
    Link("Threat scoring", "scoring", Verb.READ, Kind.SCORING, part="Priorities"),
    Link("Priorities", "priorities", Verb.READ, Kind.SCORING, part="Priorities"),
)

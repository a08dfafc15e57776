"""This room's places in the navigation."""

from __future__ import annotations

from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Link


LINKS = (
    Link("Evidence cards", "evidence_cards", Verb.READ, Kind.EVIDENCE_CARD, part="Evidence"),
    Link("Further work", "further_work", Verb.READ, Kind.REQUIREMENT, part="Evidence"),
)

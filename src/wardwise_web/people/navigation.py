"""This room's places in the navigation."""

from __future__ import annotations

from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Link


LINKS = (
    Link("Agencies", "agencies", Verb.READ, Kind.AGENCY, part="People"),
    Link("People", "members", Verb.READ, Kind.ACCOUNT, part="People"),
    Link("Audit", "audit", Verb.EXPORT, Kind.AUDIT, part="People"),
)

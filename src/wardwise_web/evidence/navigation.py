"""This room's places in the navigation."""

from __future__ import annotations

from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Link


LINKS = (
    Link("Evidence", "evidence", Verb.READ, Kind.BUILD, part="Evidence"),
    Link("Sharing agreements", "agreements", Verb.READ, Kind.AGENCY, part="Evidence"),
    Link("Builds", "builds", Verb.READ, Kind.BUILD, part="Evidence"),
)

"""This room's place in the navigation."""

from __future__ import annotations

from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Link


LINKS = (Link("Consultation", "consultation_events", Verb.READ, Kind.EVENT, part="Evidence"),)

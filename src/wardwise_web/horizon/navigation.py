"""This room's places in the navigation."""

from __future__ import annotations

from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Link


LINKS = (Link("Horizon", "horizon", Verb.READ, Kind.HORIZON_ITEM, part="Evidence"),)

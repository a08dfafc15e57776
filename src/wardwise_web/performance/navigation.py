"""Performance's place in the navigation."""

from __future__ import annotations

from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Link


LINKS = (Link("Performance", "performance", Verb.READ, Kind.READING),)

"""What each room of the application adds to the house: links, things to do, demo data.

A room (a Django app of ours) may have ``navigation.py`` with ``LINKS``, ``today.py`` with
``tasks(actor, partnership)``, ``news(actor, partnership, since)`` and ``standing(actor,
partnership)``, ``demo.py`` with ``load(demo)``, ``search.py`` with ``hits(actor, partnership)``
``for_build.py`` with ``handed_over(partnership, marking)``, ``for_checklist.py`` with
``on_record(actor, cycle)`` and ``for_paper.py`` with ``said(chapter)``; nobody lists them by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from django.conf import settings

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.thing import Kind, Verb


@dataclass(frozen=True)
class Link:
    """A place in the navigation, shown to those who could do ``verb`` to some ``kind``."""

    text: str
    url: str  # name of an address that takes the partnership's slug
    verb: Verb
    kind: Kind
    part: str = ""  # the part of the work under which it stands; its own text if none


# the parts of the work, in the order in which a year goes through them
PARTS = ("Evidence", "Priorities", "Assessment", "Plan", "Performance", "People")


@dataclass(frozen=True)
class Task:
    """Something that waits for this person: what, where, until when."""

    text: str
    href: str
    due: date | None = None
    late: bool = False


@dataclass(frozen=True)
class News:
    """Something that happened while this person was away."""

    text: str
    href: str
    at: datetime


@dataclass(frozen=True)
class Standing:
    """Where one part of the year stands, in a few words."""

    what: str
    stands: str
    href: str


def parts_of_rooms(name: str) -> Iterator[ModuleType]:
    """The module of that name from each room that has one, from the bottom storey up."""
    for room in settings.OURS:
        path = f"wardwise_web.{room}.{name}"
        if find_spec(path):
            yield import_module(path)


@cache
def navigation_of_rooms() -> tuple[Link, ...]:
    """Every link, in the order of the parts of the work, then of the rooms."""
    found = [link for part in parts_of_rooms("navigation") for link in part.LINKS]
    places = {name: place for place, name in enumerate(PARTS)}
    return tuple(sorted(found, key=lambda link: places.get(link.part or link.text, len(PARTS))))


def tasks_of_rooms(actor: Actor, partnership: Any) -> list[Task]:
    """What needs this person, the late first, then by day; what has no day last."""
    found = [task for part in parts_of_rooms("today") for task in part.tasks(actor, partnership)]
    return sorted(found, key=lambda task: (not task.late, task.due or date.max))


def news_of_rooms(actor: Actor, partnership: Any, since: datetime) -> list[News]:
    """What changed since a moment, the newest first."""
    told = [part.news for part in parts_of_rooms("today") if hasattr(part, "news")]
    found = [one for news in told for one in news(actor, partnership, since)]
    return sorted(found, key=lambda one: one.at, reverse=True)


def standing_of_rooms(actor: Actor, partnership: Any) -> list[Standing]:
    """Where the year stands, in the order of the rooms."""
    told = [part.standing for part in parts_of_rooms("today") if hasattr(part, "standing")]
    return [one for standing in told for one in standing(actor, partnership)]

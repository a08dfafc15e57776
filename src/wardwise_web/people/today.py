"""What this room tells on arrival: that a glass is broken."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from wardwise_web.core.jinja import moment
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.core.rooms import News, Task
from wardwise_web.people.models import Partnership
from wardwise_web.people.selectors import glasses_of


def tasks(actor: Actor, partnership: Partnership) -> list[Task]:
    """The table is to be set; emergency access of one's own is to be closed."""
    if not actor.in_emergency:
        return _to_seat(actor, partnership)
    mine = glasses_of(partnership).filter(person_id=actor.person).first()
    until = f" It ends at {moment(mine.ends_at)}." if mine else ""
    text = f"You have emergency access: close it when you have read what you need.{until}"
    return [Task(text, reverse("emergency", args=[partnership.slug]), late=True)]


def _to_seat(actor: Actor, partnership: Partnership) -> list[Task]:
    """On the first day an administrator sits alone."""
    may = can(actor, Verb.CREATE, Thing(Kind.AGENCY, partnership.pk))
    if not may or partnership.agencies.count() > 1:
        return []
    href = reverse("join_agency", args=[partnership.slug])
    return [Task("Add the other agencies, then their people", href)]


def news(actor: Actor, partnership: Partnership, since: datetime) -> list[News]:
    """Who broke the glass, for those who are to know."""
    href = reverse("emergencies", args=[partnership.slug])
    return [
        News(f"{one.person.name} opened emergency access", href, one.starts_at)
        for one in glasses_of(partnership).filter(starts_at__gt=since)
        if can(actor, Verb.READ, one.as_thing()) and one.person_id != actor.person_id
    ]

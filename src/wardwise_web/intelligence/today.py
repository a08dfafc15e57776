"""What of this room waits for a person."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from wardwise_web.core.permissions.can import can_ever
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Standing, Task
from wardwise_web.intelligence.selectors import open_work_of
from wardwise_web.intelligence.states import WorkState


def tasks(actor, partnership):
    """Questions to answer, and answers to judge."""
    today = timezone.localdate()
    found = []
    for work in open_work_of(partnership):
        href = reverse("work", args=[partnership.slug, work.pk])
        if work.analyst_id == actor.person_id and work.state != WorkState.ANSWERED:
            text = f"Answer: {work.question}"
            found.append(Task(text=text, href=href, due=work.due, late=work.due < today))
        elif work.asked_by_id == actor.person_id and work.state == WorkState.ANSWERED:
            found.append(Task(text=f"Read the answer to: {work.question}", href=href))
    return found


def standing(actor, partnership):
    """How much further work is open."""
    rows = list(open_work_of(partnership))
    if not rows or not can_ever(actor, Verb.READ, Kind.REQUIREMENT):
        return []
    late = sum(1 for one in rows if one.due < timezone.localdate())
    stands = f"{len(rows)} open, {late} late" if late else f"{len(rows)} open, none late"
    return [Standing("Further work", stands, reverse("further_work", args=[partnership.slug]))]

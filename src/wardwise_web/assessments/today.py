"""What waits for a person in this room, and where the year stands."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from wardwise_web.assessments.presenters.waiting import standing_of_paper
from wardwise_web.assessments.rules.cycle import empty_items
from wardwise_web.assessments.selectors.cycle import (
    cycle_now,
    cycles_for,
    milestones_waiting_for,
    steps_of,
)
from wardwise_web.assessments.waiting_papers import tasks_of_papers
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.core.rooms import News, Standing, Task


def tasks(actor, partnership):
    """Milestones of one's own, the year's terms and checklist, and what drafting waits for."""
    today = timezone.localdate()
    found = [
        Task(
            one.what,
            reverse("timetable", args=[partnership.slug, one.cycle_id]),
            due=one.due_on,
            late=one.due_on < today,
        )
        for one in milestones_waiting_for(actor, partnership)
    ]
    cycle = cycle_now(partnership)
    if cycle is None and can(actor, Verb.CREATE, Thing(Kind.CYCLE, partnership.pk)):
        href = reverse("begin_cycle", args=[partnership.slug])
        found.append(Task("Begin the year of the first assessment", href))
    if cycle and cycle.state == "open" and can(actor, Verb.WRITE, cycle.as_thing()):
        here = [partnership.slug, cycle.pk]
        if not cycle.terms.exists():
            found.append(Task(f"Write the terms of {cycle.name}", reverse("edit_terms", args=here)))
        empty = empty_items(cycle)
        if empty:
            words = f"Answer what the law asks of {cycle.name}: {len(empty)} items are empty"
            found.append(Task(words, reverse("checklist", args=here)))
    return [*found, *tasks_of_papers(actor, partnership)]


def news(actor, partnership, since):
    """Moves of the years."""
    return [
        News(
            f"The year {cycle.name} is now {step.now}",
            reverse("cycle", args=[partnership.slug, cycle.pk]),
            step.at,
        )
        for cycle in cycles_for(actor, partnership)
        for step in steps_of(cycle)
        if step.at > since
    ]


def standing(actor, partnership):
    """Where the newest year stands."""
    cycle = cycle_now(partnership)
    if cycle is None or not can(actor, Verb.READ, cycle.as_thing()):
        return []
    items = cycle.checklist.count()
    answered = items - len(empty_items(cycle))
    words = f"{cycle.name} is {cycle.state}; {answered} of {items} items of the law are answered"
    year = Standing("The year", words, reverse("cycle", args=[partnership.slug, cycle.pk]))
    return [year, *standing_of_paper(actor, cycle)]

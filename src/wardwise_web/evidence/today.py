"""What waits for a person in this room, what happened, and where the evidence stands."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.core.rooms import News, Standing, Task
from wardwise_web.evidence.presenters import TAGS
from wardwise_web.evidence.selectors import (
    agreements_of,
    builds_for,
    datasets_for,
    folders_of,
    settings_in_force,
)
from wardwise_web.evidence.states import FINAL, BuildState


SOON = timedelta(days=60)


def tasks(actor, partnership):
    """What a first build wants; a build that stopped; datasets whose review date is near."""
    found = []
    if can(actor, Verb.WRITE, Thing(Kind.BUILD, partnership.pk)):
        builds = builds_for(actor, partnership)
        if not builds:
            found.append(_first_step(partnership))
        if builds and builds[0].state == BuildState.FAILED:
            href = reverse("build", args=[partnership.slug, builds[0].pk])
            found.append(Task("The last build stopped: see why", href))
        today = timezone.localdate()
        found += [
            Task(
                f"Review whether to keep {one} any longer",
                reverse("dataset", args=[partnership.slug, one.pk]),
                due=one.retain_until,
                late=one.retain_until < today,
            )
            for one in datasets_for(actor, partnership)
            if one.held and one.retain_until < today + SOON
        ]
    if can(actor, Verb.WRITE, Thing(Kind.AGENCY, partnership.pk)):
        found += _agreements_that_end(partnership)
    return found


def _first_step(partnership):
    """On the first day: where the data lie, then the settings, then the build."""
    here = [partnership.slug]
    if not folders_of(partnership).exists():
        return Task("Say in which folder the data lie", reverse("add_folder", args=here))
    if settings_in_force(partnership) is None:
        return Task("Write the settings of the assessment", reverse("edit_settings", args=here))
    return Task("Start the first build", reverse("builds", args=here))


def _agreements_that_end(partnership):
    today, href = timezone.localdate(), reverse("agreements", args=[partnership.slug])
    return [
        Task(
            f"Have the sharing agreement '{one}' renewed by {one.renewer}",
            href,
            due=one.term.ends_on,
            late=one.term.ends_on < today,
        )
        for one in agreements_of(partnership)
        if one.term.ends_on < today + SOON
    ]


def news(actor, partnership, since):
    """Builds that ended."""
    return [
        News(
            f"Build {one.pk}: {TAGS[BuildState(one.state)][0].lower()}",
            reverse("build", args=[partnership.slug, one.pk]),
            one.ended_at,
        )
        for one in builds_for(actor, partnership)
        if one.state in FINAL and one.ended_at > since
    ]


def standing(actor, partnership):
    """The last build."""
    builds = builds_for(actor, partnership)
    if not builds:
        return []
    word = TAGS[BuildState(builds[0].state)][0].lower()
    href = reverse("build", args=[partnership.slug, builds[0].pk])
    return [Standing("Evidence", f"Build {builds[0].pk} is {word}", href)]

"""Every change to a cycle."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from wardwise_web.assessments.models import Cycle
from wardwise_web.assessments.rules.papers import figures_stand
from wardwise_web.assessments.selectors.papers import paper_of_cycle
from wardwise_web.assessments.services.checklist import lay_out_checklist
from wardwise_web.assessments.services.refresh import take_in_build
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence.models import Build
from wardwise_web.evidence.states import BuildState
from wardwise_web.people.models import Partnership


def begin_cycle(
    *, partnership: Partnership, name: str, starts_on: date, ends_on: date, by: Actor
) -> Cycle:
    """A new year; it knows the one before it, and what the law asks of it."""
    check_can(by, Verb.CREATE, Thing(Kind.CYCLE, partnership.pk))
    if ends_on <= starts_on:
        raise MoveRefused("A year ends after it begins.")
    with transaction.atomic():
        # who presses the button at the same moment waits here, and then sees the other's year
        Partnership.objects.select_for_update().get(pk=partnership.pk)
        if partnership.cycles.filter(name=name).exists():
            raise MoveRefused(f"{partnership} has a year named '{name}' already.")
        before = partnership.cycles.filter(starts_on__lt=starts_on).first()
        made = Cycle.objects.create(
            partnership=partnership, name=name, starts_on=starts_on, ends_on=ends_on, before=before
        )
        lay_out_checklist(made)
        record("cycle.begun", by=by, thing=made.as_thing(), details={"name": name})
    return made


def use_build(*, cycle: Cycle, build: Build, by: Actor) -> None:
    """Take a finished build as the one that the cycle's pages read."""
    check_can(by, Verb.WRITE, cycle.as_thing())
    if build.partnership_id != cycle.partnership_id or build.state != BuildState.DONE:
        raise MoveRefused("Only a finished build of this partnership can be used.")
    with transaction.atomic():
        locked = Cycle.objects.select_for_update().get(pk=cycle.pk)
        if stands := figures_stand(paper_of_cycle(locked)):
            raise MoveRefused(stands)
        before, locked.build = locked.build, build
        locked.save(update_fields=["build"])
        take_in_build(cycle=locked, before=before, now=build, by=by)
        details = {"was": before.pk if before else None, "now": build.pk, "run": build.run}
        record("cycle.build_used", by=by, thing=locked.as_thing(), details=details)

"""Readings: typed, handed in as a file, or taken from the build with the figure's id."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.performance.from_build import findings_in_use, months_of_build
from wardwise_web.performance.models import Definition, Reading
from wardwise_web.performance.periods import first_day
from wardwise_web.performance.rules import faults_of_reading
from wardwise_web.performance.terms import Read
from wardwise_web.plan.models import Indicator
from wardwise_web.plan.rules import author_of, refuse_faults


def enter_reading(*, indicator: Indicator, read: Read, by: Actor) -> Reading:
    """One period as somebody knows it now; an earlier reading of it stays beside."""
    check_can(by, Verb.WRITE, indicator.as_thing(Kind.READING))
    definition = _definition(indicator)
    refuse_faults(faults_of_reading(read, definition, on=timezone.localdate()))
    with transaction.atomic():
        made = _keep(definition, read, came_by="typed", by=by)
        details = {"period": str(read.first), "number": read.numerator, "state": read.state}
        record(
            "reading.entered",
            by=by,
            thing=indicator.as_thing(Kind.READING),
            operation=Operation.COLLECTION,
            details=details,
        )
    return made


def hand_in_readings(*, rows: Sequence[tuple[Indicator, Read]], file_name: str, by: Actor) -> int:
    """Every row of a file that was checked, or none of them."""
    with transaction.atomic():
        for indicator, read in rows:
            check_can(by, Verb.WRITE, indicator.as_thing(Kind.READING))
            definition = _definition(indicator)
            refuse_faults(faults_of_reading(read, definition, on=timezone.localdate()))
            _keep(definition, read, came_by="file", by=by, file_name=file_name)
        for indicator in {one.pk: one for one, _ in rows}.values():
            count = sum(1 for one, _ in rows if one.pk == indicator.pk)
            record(
                "readings.handed_in",
                by=by,
                thing=indicator.as_thing(Kind.READING),
                operation=Operation.COLLECTION,
                details={"file": file_name, "rows": count},
            )
    return len(rows)


def take_from_build(*, indicator: Indicator, by: Actor) -> int:
    """Every month that the build in use prints and that differs from what is held."""
    check_can(by, Verb.WRITE, indicator.as_thing(Kind.READING))
    definition = _definition(indicator)
    in_use = findings_in_use(indicator.partnership)
    if in_use is None or not definition.build_measure or definition.months != 1:
        raise MoveRefused("Nothing is taken from the build: its definition names no figure.")
    build, findings = in_use
    held = {one.first: one for one in indicator.readings.filter(definition=definition)}
    taken = 0
    with transaction.atomic():
        for one in months_of_build(findings, definition, indicator.partnership):
            before = held.get(first_day(one.month))
            if before and before.figure_id == one.figure_id and before.numerator == one.numerator:
                continue
            Reading.objects.create(
                indicator=indicator,
                definition=definition,
                first=first_day(one.month),
                numerator=one.numerator,
                denominator=one.denominator if one.numerator is not None else None,
                state=one.state,
                reason=one.reason,
                came_by="build",
                figure_id=one.figure_id,
                build=build,
                by_id=author_of(by),
            )
            taken += 1
        record(
            "readings.taken",
            by=by,
            thing=indicator.as_thing(Kind.READING),
            details={"run": build.run, "months": taken},
        )
    return taken


def _definition(indicator: Indicator) -> Definition:
    found = indicator.definitions.last()
    if found is None:
        raise MoveRefused("The indicator has no definition yet: write it first.")
    return found


def _keep(
    definition: Definition, read: Read, *, came_by: str, by: Actor, file_name: str = ""
) -> Reading:
    return Reading.objects.create(
        indicator=definition.indicator,
        definition=definition,
        first=first_day(read.first),
        numerator=read.numerator,
        denominator=read.denominator,
        state=read.state,
        reason=read.reason,
        came_by=came_by,
        file_name=file_name,
        by_id=author_of(by),
    )

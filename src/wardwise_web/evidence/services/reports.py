"""Reports on the files alone: asked for, begun, ended."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.permissions.actor import Actor, system
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence import jobs
from wardwise_web.evidence.models import Report
from wardwise_web.evidence.runs import Told
from wardwise_web.evidence.states import BuildState, ReportKind
from wardwise_web.people.models import Partnership


def ask_for_report(*, partnership: Partnership, kind: ReportKind, by: Actor) -> Report:
    """Put a report in the queue; one that waits already is the answer."""
    check_can(by, Verb.CREATE, Thing(Kind.BUILD, partnership.pk))
    return _queued(partnership, kind, by)


def _queued(partnership: Partnership, kind: ReportKind, by: Actor) -> Report:
    with transaction.atomic():
        Partnership.objects.select_for_update().get(pk=partnership.pk)
        waiting = Report.objects.filter(
            partnership=partnership, kind=kind, state=BuildState.WAITING
        ).first()
        if waiting is not None:
            return waiting
        made = Report.objects.create(partnership=partnership, kind=kind, asked_by_id=by.person_id)
        record(
            "report.asked",
            by=by,
            thing=made.as_thing(),
            operation=Operation.COMBINATION,
            details={"kind": kind},
        )
        jobs.run_report.enqueue(made.pk)
    return made


def reports_after(partnership: Partnership) -> None:
    """Both reports anew once a build has read the files: its readings are kept, so it is quick."""
    for kind in ReportKind:
        _queued(partnership, kind, system(partnership.pk))


def begin_report(*, report: Report) -> bool:
    """Take a report for this worker; False if another has it or it has ended."""
    taken = Report.objects.filter(pk=report.pk, state=BuildState.WAITING).update(
        state=BuildState.RUNNING
    )
    return taken == 1


def end_report(*, report: Report, told: Told) -> None:
    """The report stands."""
    with transaction.atomic():
        locked = Report.objects.select_for_update().get(pk=report.pk)
        locked.state, locked.ended_at = BuildState.DONE, timezone.now()
        locked.tables, locked.marking = told.tables, told.marking
        locked.save()
        details = {"kind": locked.kind, "tables": len(told.tables)}
        record(
            "report.done",
            by=system(locked.partnership_id),
            thing=locked.as_thing(),
            operation=Operation.COMBINATION,
            details=details,
        )


def fail_report(*, report: Report, told: str) -> None:
    """The engine could not say; its sentence is kept."""
    with transaction.atomic():
        locked = Report.objects.select_for_update().get(pk=report.pk)
        if locked.is_final:
            return
        locked.state, locked.ended_at, locked.told = BuildState.FAILED, timezone.now(), told
        locked.save()
        record(
            "report.failed",
            by=system(locked.partnership_id),
            thing=locked.as_thing(),
            operation=Operation.COMBINATION,
            details={"kind": locked.kind, "told": told},
        )

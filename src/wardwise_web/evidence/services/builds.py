"""Every change to builds: asked for, begun, ended well or badly."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor, system
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence import jobs
from wardwise_web.evidence.composed import folders_now, secret_missing, settings_now
from wardwise_web.evidence.manifest import Manifest
from wardwise_web.evidence.models import Build
from wardwise_web.evidence.rules import lapsed_of
from wardwise_web.evidence.runs import EngineRefused, check_data_folders, check_settings
from wardwise_web.evidence.states import BuildState
from wardwise_web.people.models import Partnership


def start_build(*, partnership: Partnership, by: Actor) -> Build:
    """Put a build of the evidence as it stands now in the queue; a worker takes it from there.

    EngineRefused if the settings cannot be read, or no folder holds anything to read.
    """
    check_can(by, Verb.CREATE, Thing(Kind.BUILD, partnership.pk))
    text = settings_now(partnership)
    check_settings(text)
    folders = folders_now(partnership)
    check_data_folders(folders)
    if why := secret_missing(partnership):
        raise EngineRefused(why)
    with transaction.atomic():
        _check_none_goes_on(partnership)
        made = ask_for_build(
            partnership=partnership,
            settings_yaml=text,
            folders=[str(folder) for folder in folders],
            by=by,
        )
        made.lapsed = lapsed_of(
            partnership.datasets.select_related("agreement"), on=timezone.localdate()
        )
        made.save(update_fields=["lapsed"])
        # in the same transaction: a build that waits has its place in the queue
        jobs.run_build.enqueue(made.pk)
    return made


def _check_none_goes_on(partnership: Partnership) -> None:
    # who presses the button at the same moment waits here, and then sees the other's build
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    if partnership.builds.filter(state__in=[BuildState.WAITING, BuildState.RUNNING]).exists():
        raise MoveRefused("A build is going on. Wait until it has ended, and start the next then.")


def ask_for_build(
    *, partnership: Partnership, settings_yaml: str, by: Actor, folders: Sequence[str] = ()
) -> Build:
    """A build that waits, with the settings and the folders that it is to read."""
    check_can(by, Verb.CREATE, Thing(Kind.BUILD, partnership.pk))
    with transaction.atomic():
        made = Build.objects.create(
            partnership=partnership,
            settings_yaml=settings_yaml,
            folders=list(folders),
            asked_by_id=by.person_id,
        )
        record("build.asked", by=by, thing=made.as_thing(), operation=Operation.COMBINATION)
    return made


def begin_build(*, build: Build) -> bool:
    """Take a build for this worker; False if another has it or it has ended."""
    taken = Build.objects.filter(pk=build.pk, state=BuildState.WAITING).update(
        state=BuildState.RUNNING, started_at=timezone.now()
    )
    return taken == 1


def tell_stage(*, build: Build, stage: str) -> None:
    """What it is doing now, for the page that waits. Not audited: it decides nothing."""
    Build.objects.filter(pk=build.pk, state=BuildState.RUNNING).update(stage=stage[:200])


def end_build(*, build: Build, told: str, manifest: Manifest) -> None:
    """The build stands: its run and the hash of its data are kept with it."""
    with transaction.atomic():
        locked = Build.objects.select_for_update().get(pk=build.pk)
        locked.state, locked.ended_at = BuildState.DONE, timezone.now()
        locked.told, locked.run = told, manifest.run
        locked.data_hash, locked.marking = manifest.data_hash, manifest.marking
        locked.save()
        details = {"run": manifest.run, "data": manifest.data_hash}
        record(
            "build.done",
            by=system(locked.partnership_id),
            thing=locked.as_thing(),
            operation=Operation.COMBINATION,
            details=details,
        )


def fail_build(*, build: Build, told: str) -> None:
    """The build did not stand; the last good one does."""
    with transaction.atomic():
        locked = Build.objects.select_for_update().get(pk=build.pk)
        if locked.is_final:
            return
        locked.state, locked.ended_at, locked.told = BuildState.FAILED, timezone.now(), told
        locked.save()
        record(
            "build.failed",
            by=system(locked.partnership_id),
            thing=locked.as_thing(),
            operation=Operation.COMBINATION,
            details={"told": told},
        )

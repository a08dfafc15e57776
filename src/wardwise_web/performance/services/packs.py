"""Packs: asked for, made in the background, given out."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor, system
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.performance.choices import Audience, PackKind, PackState
from wardwise_web.performance.jobs import make_pack
from wardwise_web.performance.models import Pack
from wardwise_web.performance.packs import differences_when_made_again
from wardwise_web.plan.rules import author_of


def start_pack(*, cycle: Cycle, quarter_ends: date, audience: Audience, by: Actor) -> Pack:
    """A pack that is asked for, and that somebody has still to make."""
    check_can(by, Verb.CREATE, Thing(Kind.PACK, cycle.partnership_id, cycle_id=cycle.pk))
    with transaction.atomic():
        made = Pack.objects.create(
            cycle=cycle,
            quarter_ends=quarter_ends,
            audience=audience,
            asked_by_id=author_of(by),
        )
        details = {"quarter": quarter_ends, "audience": audience}
        record("pack.asked", by=by, thing=made.as_thing(), details=details)
    return made


def ask_for_pack(*, cycle: Cycle, quarter_ends: date, audience: Audience, by: Actor) -> Pack:
    """Put a pack in the queue; the worker makes it once this is committed."""
    with transaction.atomic():
        made = start_pack(cycle=cycle, quarter_ends=quarter_ends, audience=audience, by=by)
        transaction.on_commit(lambda: make_pack.enqueue(made.pk))
    return made


def approve_plan(*, cycle: Cycle, approval: str, by: Actor) -> Pack:
    """Freeze the year's plan as it stands: made once, known by its hashes, never made otherwise.

    By whoever may approve the year; where and when it was approved is said in words.
    """
    check_can(by, Verb.APPROVE, cycle.as_thing())
    if not approval.strip():
        raise MoveRefused("Say where and when the plan was approved.")
    with transaction.atomic():
        made = Pack.objects.create(
            cycle=cycle,
            quarter_ends=cycle.ends_on,
            audience=Audience.BOARD,
            kind=PackKind.PLAN,
            approval=approval.strip(),
            asked_by_id=author_of(by),
        )
        details = {"year": cycle.name, "approved": made.approval}
        record("plan.approved", by=by, thing=made.as_thing(), details=details)
        transaction.on_commit(lambda: make_pack.enqueue(made.pk))
    return made


def make_pack_again(*, pack: Pack, by: Actor) -> list[str]:
    """Make it again from its plain data and compare; nothing told means: the same, to the byte."""
    check_can(by, Verb.READ, pack.as_thing())
    told = differences_when_made_again(pack.folder, pack.hashes)
    with transaction.atomic():
        record(
            "pack.made_again",
            by=by,
            thing=pack.as_thing(),
            operation=Operation.CONSULTATION,
            details={"agrees": not told, "told": " ".join(told)},
        )
    return told


def end_pack(*, pack: Pack, hashes: dict[str, str], missing: list[str]) -> None:
    """It is made: its files are known by their hashes, and it never changes again."""
    with transaction.atomic():
        locked = Pack.objects.select_for_update().get(pk=pack.pk)
        if locked.state != PackState.ASKED:
            return
        locked.state, locked.hashes, locked.missing = PackState.MADE, hashes, missing
        locked.made_at = timezone.now()
        locked.save()
        record(
            "pack.made",
            by=system(locked.cycle.partnership_id),
            thing=locked.as_thing(),
            operation=Operation.COMBINATION,
            details={"hashes": hashes, "missing": len(missing)},
        )


def fail_pack(*, pack: Pack, told: str) -> None:
    """It could not be made; another can be asked for."""
    with transaction.atomic():
        locked = Pack.objects.select_for_update().get(pk=pack.pk)
        if locked.state != PackState.ASKED:
            return
        locked.state, locked.told = PackState.FAILED, told
        locked.save(update_fields=["state", "told"])
        by = system(locked.cycle.partnership_id)
        record("pack.failed", by=by, thing=locked.as_thing(), details={"told": told})


def circulate_pack(*, pack: Pack, by: Actor) -> None:
    """Give it to its audience."""
    check_can(by, Verb.CREATE, pack.as_thing())
    with transaction.atomic():
        locked = Pack.objects.select_for_update().get(pk=pack.pk)
        if locked.state != PackState.MADE:
            raise MoveRefused(f"A pack that is '{locked.state}' cannot be given out.")
        locked.state = PackState.CIRCULATED
        locked.circulated_by_id, locked.circulated_at = author_of(by), timezone.now()
        locked.save()
        record(
            "pack.circulated",
            by=by,
            thing=locked.as_thing(),
            operation=Operation.DISCLOSURE,
            recipients=locked.audience,
        )

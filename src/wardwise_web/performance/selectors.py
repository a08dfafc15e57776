"""Every reading of performance, from the partnership down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.shortcuts import get_object_or_404

from wardwise_web.assessments.findings import Findings
from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.people.models import Partnership
from wardwise_web.performance.choices import Audience, PackKind
from wardwise_web.performance.from_build import (
    Held,
    dispersion_of,
    findings_in_use,
    held_of,
    peers_of,
)
from wardwise_web.performance.judging import Judged, Peers, judged
from wardwise_web.performance.models import Commentary, Corrective, Definition, Pack, Target
from wardwise_web.performance.periods import month_of
from wardwise_web.performance.series import Series, laid_out
from wardwise_web.plan.models import Indicator
from wardwise_web.plan.selectors import indicators_of


def definition_of(indicator: Indicator) -> Definition | None:
    """The version in use."""
    return indicator.definitions.select_related("written_by", "signed_by").last()


def series_of(indicator: Indicator, findings: Findings | None = None) -> Series | None:
    """Its readings in order; None without a definition."""
    definition = definition_of(indicator)
    if definition is None:
        return None
    return Series(
        indicator=indicator,
        definition=definition,
        points=laid_out(definition, list(indicator.readings.select_related("build"))),
        breaks=tuple(indicator.breaks.all()),
        phi=dispersion_of(findings, definition),
    )


def target_on(indicator: Indicator, *, on: date) -> Target | None:
    """The target of the year that a day is in: of several rows for one year the last counts."""
    return next(
        (
            one
            for one in indicator.targets.order_by("-id")
            if month_of(one.starts) <= month_of(on) < month_of(one.starts).plus(12)
        ),
        None,
    )


@dataclass(frozen=True)
class Standing:
    """All that a scorecard's line says of an indicator."""

    indicator: Indicator
    series: Series | None
    target: Target | None
    judged: Judged
    peers: Peers | None
    held: Held | None
    commentary: Commentary | None
    corrective: Corrective | None


def standing_of(indicator: Indicator, *, on: date, findings: Findings | None) -> Standing:
    """How an indicator stands on a day."""
    series = series_of(indicator, findings)
    target = target_on(indicator, on=on)
    peers = peers_of(findings, series.definition) if series else None
    return Standing(
        indicator=indicator,
        series=series,
        target=target,
        judged=judged(series, target, on=on, peers=peers),
        peers=peers,
        held=held_of(findings, series.definition) if series else None,
        commentary=indicator.commentaries.select_related("by").first(),
        corrective=indicator.correctives.select_related("by", "action").first(),
    )


def scorecard_of(partnership: Partnership, actor: Actor, *, on: date) -> list[Standing]:
    """Every indicator whose readings this person may read."""
    in_use = findings_in_use(partnership)
    findings = in_use[1] if in_use else None
    return [
        standing_of(one, on=on, findings=findings)
        for one in indicators_of(partnership, actor)
        if can(actor, Verb.READ, one.as_thing(Kind.READING))
    ]


AUDIENCES = {
    Audience.BOARD: (Role.BOARD, Role.MANAGER, Role.ANALYST, Role.LEAD, Role.CONTRIBUTOR,
                     Role.ASSURER),
    Audience.SCRUTINY: (Role.SCRUTINY, Role.BOARD, Role.MANAGER, Role.ANALYST),
    Audience.PUBLIC: (Role.SCRUTINY, Role.BOARD, Role.MANAGER, Role.ANALYST, Role.LEAD,
                      Role.CONTRIBUTOR, Role.ASSURER),
}  # fmt: skip


def may_read_pack(actor: Actor, pack: Pack) -> bool:
    """The right to packs in their state, and being of its audience."""
    wanted = AUDIENCES[Audience(pack.audience)]
    return can(actor, Verb.READ, pack.as_thing()) and bool(actor.roles & set(wanted))


def packs_of(partnership: Partnership, actor: Actor) -> list[Pack]:
    """The packs that this person may read, the latest quarter first."""
    found = Pack.objects.filter(cycle__partnership=partnership).select_related("cycle", "asked_by")
    return [one for one in found if may_read_pack(actor, one)]


def approved_plans(cycle: Cycle, actor: Actor) -> list[Pack]:
    """The year's plan as it was approved, the last approval first."""
    found = cycle.packs.filter(kind=PackKind.PLAN).select_related("cycle", "asked_by")
    return [one for one in found if may_read_pack(actor, one)]


def pack_of(partnership: Partnership, actor: Actor, pk: int) -> Pack:
    """One pack; not found to who is not of its audience."""
    found = get_object_or_404(
        Pack.objects.select_related("cycle__partnership"), pk=pk, cycle__partnership=partnership
    )
    return get_object_or_404(
        Pack.objects.select_related("cycle__partnership"),
        pk=found.pk if may_read_pack(actor, found) else None,
    )

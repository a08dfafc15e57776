"""Services, the goals of the three scales, and what measures a factor."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.http import Http404

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.services import record
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import Partnership
from wardwise_web.plan.choices import FACTOR_BY_CODE, Scale
from wardwise_web.plan.models import FactorMeasure, Indicator, ScaleGoal, Service
from wardwise_web.plan.rules import (
    LinkMissing,
    author_of,
    check_version,
    faults_of_service,
    refuse_faults,
)
from wardwise_web.plan.terms import ServiceTerms


def add_service(*, partnership: Partnership, terms: ServiceTerms, by: Actor) -> Service:
    """Put a service on the map."""
    check_can(by, Verb.CREATE, Thing(Kind.SERVICE, partnership.pk))
    with transaction.atomic():
        _check(partnership, terms, but=None)
        made = Service.objects.create(
            partnership=partnership, written_by_id=author_of(by), **_fields(terms)
        )
        record("service.added", by=by, thing=made.as_thing(), details={"name": terms.name})
    return made


def take_services(
    *, partnership: Partnership, services: Sequence[ServiceTerms], by: Actor
) -> tuple[list[Service], list[str]]:
    """Those of a file that are not on the map yet, all or none; the names of those that are."""
    check_can(by, Verb.CREATE, Thing(Kind.SERVICE, partnership.pk))
    with transaction.atomic():
        Partnership.objects.select_for_update().get(pk=partnership.pk)
        held = {name.casefold() for name in partnership.services.values_list("name", flat=True)}
        made = [
            add_service(partnership=partnership, terms=one, by=by)
            for one in services
            if one.name.casefold() not in held
        ]
    return made, [one.name for one in services if one.name.casefold() in held]


def change_service(*, service: Service, terms: ServiceTerms, version: int, by: Actor) -> None:
    """Change what is said of it."""
    check_can(by, Verb.WRITE, service.as_thing())
    with transaction.atomic():
        _check(service.partnership, terms, but=service.pk)
        locked = Service.objects.select_for_update().get(pk=service.pk)
        check_version(held=locked.version, given=version)
        for name, value in _fields(terms).items():
            setattr(locked, name, value)
        locked.version += 1
        locked.save()
        record("service.changed", by=by, thing=locked.as_thing(), details={"name": terms.name})


def set_goal(*, cycle: Cycle, scale: Scale, words: tuple[str, str, str], by: Actor) -> ScaleGoal:
    """Goal, outcome and lead group of a scale, for the year."""
    check_can(by, Verb.WRITE, cycle.as_thing())
    goal, outcome, lead_group = words
    with transaction.atomic():
        made, _ = ScaleGoal.objects.update_or_create(
            cycle=cycle,
            scale=scale,
            defaults={"goal": goal, "outcome": outcome, "lead_group": lead_group},
        )
        details = {"scale": int(scale), "goal": goal, "outcome": outcome, "lead": lead_group}
        record("goal.set", by=by, thing=cycle.as_thing(), details=details)
    return made


def measure_factor(
    *, partnership: Partnership, factor: str, indicator: Indicator | None, by: Actor
) -> None:
    """Say by which indicator a factor is watched, or that there is no local measure."""
    check_can(by, Verb.CREATE, Thing(Kind.INDICATOR, partnership.pk))
    if factor not in FACTOR_BY_CODE:
        raise Http404
    with transaction.atomic():
        if indicator is None:
            FactorMeasure.objects.filter(partnership=partnership, factor=factor).delete()
        else:
            FactorMeasure.objects.update_or_create(
                partnership=partnership, factor=factor, defaults={"indicator": indicator}
            )
        code = indicator.code if indicator else None
        thing = indicator.as_thing() if indicator else Thing(Kind.INDICATOR, partnership.pk)
        details = {"factor": factor, "indicator": code}
        record("factor.measured", by=by, thing=thing, details=details)


def _check(partnership: Partnership, terms: ServiceTerms, *, but: int | None) -> None:
    """The partnership's row is the lock: of two that send one name the second is told."""
    refuse_faults(faults_of_service(terms))
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    if partnership.services.filter(name__iexact=terms.name).exclude(pk=but or 0).exists():
        raise LinkMissing({"name": "There is a service of that name: enter another name"})
    known = all(code in FACTOR_BY_CODE for code in terms.factors)
    if not known or not partnership.agencies.filter(pk=terms.agency_id).exists():
        raise Http404


def _fields(terms: ServiceTerms) -> dict[str, object]:
    kept = {name: value for name, value in vars(terms).items() if name != "more"}
    return {**kept, "factors": list(terms.factors), **terms.more}

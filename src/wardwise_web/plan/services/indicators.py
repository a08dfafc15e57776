"""Indicators by code and name; what they count is performance's."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.http import Http404

from wardwise_web.core.audit.services import record
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import Partnership
from wardwise_web.people.selectors import people_of
from wardwise_web.plan.models import Indicator
from wardwise_web.plan.rules import author_of


@dataclass(frozen=True)
class IndicatorName:
    """Code, name, theme, and who answers for it."""

    code: str
    name: str
    theme: str
    owner_id: int
    owner_agency_id: int
    no_action_because: str = ""


def name_indicator(*, partnership: Partnership, name: IndicatorName, by: Actor) -> Indicator:
    """Enter an indicator, so that actions can be linked to it."""
    check_can(by, Verb.CREATE, Thing(Kind.INDICATOR, partnership.pk))
    is_ours = (
        people_of(partnership).filter(pk=name.owner_id).exists()
        and partnership.agencies.filter(pk=name.owner_agency_id).exists()
    )
    if not is_ours:
        raise Http404
    with transaction.atomic():
        Partnership.objects.select_for_update().get(pk=partnership.pk)
        check_not_twice(
            partnership.indicators.filter(code=name.code), what=f"An indicator {name.code}"
        )
        made = Indicator.objects.create(
            partnership=partnership, written_by_id=author_of(by), **vars(name)
        )
        record("indicator.named", by=by, thing=made.as_thing(), details={"code": name.code})
    return made

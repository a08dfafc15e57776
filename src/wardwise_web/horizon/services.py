"""Every change to the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.horizon.models import Ending, HorizonItem, View
from wardwise_web.horizon.words import BANDS, Outcome
from wardwise_web.people.models import Person
from wardwise_web.people.selectors import people_in


OWNERS = (Role.ANALYST, Role.MANAGER, Role.CONTRIBUTOR, Role.LEAD)
"""Who may put something on the register, and so may own it."""


class Stale(MoveRefused):
    """Somebody else saved it meanwhile."""


@dataclass(frozen=True)
class Description:
    """What is said of an item, apart from how likely it is."""

    title: str
    area: str
    source: str
    source_on: date
    effect: str
    threats: Sequence[str]
    trigger: str
    when: str
    review_on: date


@dataclass(frozen=True)
class Likelihood:
    """How likely somebody thinks it, and why. ``at`` is for what was said on paper before."""

    likelihood: str
    because: str
    at: datetime | None = None


def add_item(*, cycle: Cycle, said: Description, view: Likelihood, by: Actor) -> HorizonItem:
    """Put something on the register; who puts it there owns it."""
    check_can(by, Verb.CREATE, Thing(Kind.HORIZON_ITEM, cycle.partnership_id))
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        twins = cycle.horizon_items.filter(
            owner_id=by.person, title=said.title, area=said.area, effect=said.effect
        )
        check_not_twice(twins, what="This item")
        item = HorizonItem.objects.create(
            partnership=cycle.partnership, cycle=cycle, owner_id=by.person, **_columns(said)
        )
        record("horizon_item.added", by=by, thing=item.as_thing(), details={"title": said.title})
        _view(item, view, by=by)
    return item


def change_item(*, item: HorizonItem, said: Description, version: int, by: Actor) -> None:
    """Say it otherwise; refused if somebody saved it since the form was opened."""
    check_can(by, Verb.WRITE, item.as_thing())
    with transaction.atomic():
        locked = HorizonItem.objects.select_for_update().get(pk=item.pk)
        if locked.version != version:
            raise Stale("Somebody saved this meanwhile. What they wrote is below, above yours.")
        for name, value in _columns(said).items():
            setattr(locked, name, value)
        locked.version += 1
        locked.save()
        record("horizon_item.changed", by=by, thing=locked.as_thing())


def hand_over(*, item: HorizonItem, to: Person, by: Actor) -> None:
    """Give it to another owner, who may write on it from now; the first keeps what they said."""
    check_can(by, Verb.WRITE, item.as_thing())
    with transaction.atomic():
        locked = HorizonItem.objects.select_for_update().get(pk=item.pk)
        if not people_in(locked.partnership, OWNERS).filter(pk=to.pk).exists():
            raise MoveRefused(f"{to} holds no role here that may own what may come.")
        details = {"from": locked.owner.name, "to": to.name}
        record("horizon_item.handed_over", by=by, thing=locked.as_thing(), details=details)
        locked.owner = to
        locked.save(update_fields=["owner"])


def give_view(*, item: HorizonItem, view: Likelihood, by: Actor) -> View:
    """Say how likely it is now; what was thought before stays."""
    check_can(by, Verb.WRITE, item.as_thing())
    with transaction.atomic():
        return _view(item, view, by=by)


def tell_ending(*, item: HorizonItem, outcome: Outcome, note: str, by: Actor) -> Ending:
    """Say what became of it; what it is scored by is the last view before."""
    check_can(by, Verb.WRITE, item.as_thing())
    with transaction.atomic():
        made = Ending.objects.create(item=item, outcome=outcome, note=note, told_by_id=by.person)
        details = {"outcome": outcome}
        record("horizon_item.ended", by=by, thing=item.as_thing(), details=details)
    return made


def _view(item: HorizonItem, view: Likelihood, *, by: Actor) -> View:
    if view.likelihood not in BANDS:
        raise MoveRefused("Choose a likelihood from the list.")
    moment = view.at or timezone.now()
    if moment > timezone.now():
        raise MoveRefused("A view cannot come from the future.")
    made = View.objects.create(
        item=item,
        likelihood=view.likelihood,
        because=view.because,
        given_by_id=by.person,
        given_at=moment,
    )
    details = {"likelihood": view.likelihood}
    record("horizon_item.viewed", by=by, thing=item.as_thing(), details=details)
    return made


def _columns(said: Description) -> dict[str, object]:
    return {**vars(said), "threats": list(said.threats)}

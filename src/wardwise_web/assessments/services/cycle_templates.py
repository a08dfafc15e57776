"""One template for the years of several partnerships."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.http import Http404

from wardwise_web.assessments.models import Cycle, CycleTemplate
from wardwise_web.assessments.services.cycle import begin_cycle
from wardwise_web.assessments.services.terms import Wording, add_milestone, save_terms
from wardwise_web.core.audit.services import record
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import Partnership, Person
from wardwise_web.people.selectors import actor_of


@dataclass(frozen=True)
class Year:
    """The year that is begun: its name and its days."""

    name: str
    starts_on: datetime.date
    ends_on: datetime.date


def keep_as_template(*, cycle: Cycle, name: str, by: Actor) -> CycleTemplate:
    """What was agreed for this year as the start of others: dates become days after the first.

    Neither people nor places are taken along: each partnership has its own.
    """
    check_can(by, Verb.WRITE, cycle.as_thing())
    terms = cycle.terms.first()
    with transaction.atomic():
        made = CycleTemplate.objects.create(
            partnership=cycle.partnership,
            name=name,
            purpose=terms.purpose if terms else "",
            questions=list(terms.questions) if terms else [],
            equality=terms.equality if terms else "",
            milestones=[
                {"what": one.what, "days": (one.due_on - cycle.starts_on).days}
                for one in cycle.milestones.all()
            ],
            checklist={one.item: one.met_by for one in cycle.checklist.exclude(met_by="")},
            by_id=by.person_id,
        )
        record("template.kept", by=by, thing=cycle.as_thing(), details={"name": name})
    return made


def begin_from_template(
    *, template: CycleTemplate, partnerships: Sequence[Partnership], year: Year, person: Person
) -> list[Cycle]:
    """A year in each partnership, or in none: the person needs the right in every one of them."""
    if not may_use(person, template):
        raise Http404
    actors = [(one, actor_of(person, one)) for one in partnerships]
    with transaction.atomic():
        return [_begin(template, one, year, actor) for one, actor in actors]


def _begin(template: CycleTemplate, partnership: Partnership, year: Year, by: Actor) -> Cycle:
    made = begin_cycle(
        partnership=partnership,
        name=year.name,
        starts_on=year.starts_on,
        ends_on=year.ends_on,
        by=by,
    )
    for item, usually in template.checklist.items():
        # a suggestion, and no answer: another partnership's chapter answers nothing here
        made.checklist.filter(item=item).update(suggested=usually)
    # an administrator may open the shell of a year; its terms are for who may write them
    if not can(by, Verb.WRITE, made.as_thing()):
        return made
    wording = Wording(template.purpose, template.questions, (), template.equality, "OFFICIAL")
    save_terms(cycle=made, wording=wording, based_on=0, by=by)
    for one in template.milestones:
        add_milestone(
            cycle=made,
            what=str(one["what"]),
            due_on=year.starts_on + datetime.timedelta(days=int(one["days"])),
            person=None,
            by=by,
        )
    return made


def may_use(person: Person, template: CycleTemplate) -> bool:
    """Whether they may read years where it was written, or begin them there."""
    actor = actor_of(person, template.partnership)
    new = Thing(Kind.CYCLE, template.partnership_id)
    return can(actor, Verb.READ, template.as_thing()) or can(actor, Verb.CREATE, new)


def may_begin_in(person: Person, partnership: Partnership) -> bool:
    """Whether they may begin a year there."""
    actor = actor_of(person, partnership)
    return can(actor, Verb.CREATE, Thing(Kind.CYCLE, partnership.pk))

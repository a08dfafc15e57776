"""What of performance waits for a person."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from wardwise.measures.targets.target_light import Light
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Task
from wardwise_web.people.models import Partnership
from wardwise_web.performance.selectors import scorecard_of


def tasks(actor: Actor, partnership: Partnership) -> list[Task]:
    """Readings that are late, reds without an answer, versions to sign."""
    if partnership.cycles.first() is None:
        return []
    found = []
    for one in scorecard_of(partnership, actor, on=timezone.localdate()):
        indicator, page = one.indicator, [partnership.slug, one.indicator.code]
        thing = indicator.as_thing()
        is_owner = actor.person_id == indicator.owner_id
        late = one.judged.why.startswith("Late")
        if late and (is_owner or can(actor, Verb.WRITE, indicator.as_thing(Kind.READING))):
            words = f"A reading is late: {indicator}"
            found.append(Task(words, reverse("indicator", args=page), late=True))
        if one.judged.light is Light.RED and is_owner and one.corrective is None:
            words = f"Off target, and nothing is said to be done: {indicator}"
            found.append(Task(words, reverse("indicator_correct", args=page)))
        unsigned = one.series is not None and one.series.definition.signed_by_id is None
        if unsigned and can(actor, Verb.SIGN, thing):
            words = f"Sign the definition: {indicator}"
            found.append(Task(words, reverse("indicator", args=page)))
    return found

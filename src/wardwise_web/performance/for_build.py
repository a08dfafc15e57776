"""Last year's plan, handed over to the next build: it says how far it was carried out."""

from __future__ import annotations

from django.utils import timezone

from wardwise_web.core.permissions.actor import Actor, Holding
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.roles import Role
from wardwise_web.evidence.handed_over import HandedOver
from wardwise_web.people.models import Partnership
from wardwise_web.performance.plan_file import as_json, plan_file


def handed_over(partnership: Partnership, marking: str) -> HandedOver | None:
    """The plan of the year before the latest; None where there is none to speak of.

    What is marked above the document that is built stays out of it.
    """
    now = partnership.cycles.first()
    before = now.before if now else None
    if before is None or not before.actions.exists():
        return None
    reader = Actor(
        person_id=None,
        name="The next assessment",
        partnership_id=partnership.pk,
        holdings=frozenset({Holding(Role.ANALYST)}),
        clearance=marking or LOWEST,
    )
    content = as_json(plan_file(before, reader, on=timezone.localdate())).encode()
    name = f"plan-{before.name.replace('/', '-')}.json"
    return HandedOver("plan", "last", name, content)

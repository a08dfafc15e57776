"""Reading cards and further work: only what the reader may."""

from __future__ import annotations

from django.db.models import QuerySet

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.intelligence.models import EvidenceCard, FurtherWork
from wardwise_web.intelligence.states import OVER
from wardwise_web.people.models import Partnership


def cards_for(actor: Actor, cycle: Cycle) -> list[EvidenceCard]:
    """The cards of a year that this person may read, the newest first. How many others there
    are is nobody's to know who may not read them."""
    found = cycle.evidence_cards.select_related("agency", "author").prefetch_related("readers")
    return [card for card in found if can(actor, Verb.READ, card.as_thing())]


def cards_of(partnership: Partnership) -> QuerySet[EvidenceCard]:
    """Every card; each is asked about before it is shown."""
    return partnership.evidence_cards.select_related("agency", "author")


def work_of(partnership: Partnership) -> QuerySet[FurtherWork]:
    """Every piece of further work, the next due first."""
    return partnership.further_work.select_related("asked_by", "analyst", "card", "cycle")


def open_work_of(partnership: Partnership) -> QuerySet[FurtherWork]:
    """What is not over."""
    return work_of(partnership).exclude(state__in=OVER)

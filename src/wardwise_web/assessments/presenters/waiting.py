"""Where the paper stands, in a line of the first page."""

from __future__ import annotations

from django.urls import reverse

from wardwise_web.assessments.models import Cycle
from wardwise_web.assessments.selectors.papers import paper_of_cycle
from wardwise_web.assessments.states import ChapterState
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.core.rooms import Standing


def standing_of_paper(actor: Actor, cycle: Cycle) -> list[Standing]:
    """How many chapters are assured, and how far the paper is."""
    paper = paper_of_cycle(cycle)
    if paper is None or not can(actor, Verb.READ, paper.as_thing()):
        return []
    chapters = cycle.chapters.count()
    assured = cycle.chapters.filter(state=ChapterState.ASSURED).count()
    words = f"{paper.state.capitalize()}; {assured} of {chapters} chapters are assured"
    page = reverse("paper", args=[cycle.partnership.slug, paper.pk])
    return [Standing("Assessment", words, page)]

"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from tests.web.routes import Sample
from wardwise_web.core.permissions.thing import Kind, Thing


def samples(play):
    """Both cards and the three pieces of further work."""
    card, work = (
        Thing(kind, play.partnership.pk) for kind in (Kind.EVIDENCE_CARD, Kind.REQUIREMENT)
    )
    cards = [
        Sample(one.as_thing(), {"card_id": one.pk}) for one in play.partnership.evidence_cards.all()
    ]
    works = [
        Sample(one.as_thing(), {"work_id": one.pk}) for one in play.partnership.further_work.all()
    ]
    return {
        "new_evidence_card": [Sample(card)],
        "evidence_card": cards,
        "edit_evidence_card": cards,
        "further_work": [Sample(work)],
        "new_work": [Sample(work)],
        "work": works,
        # the list shows each reader their own, and a move is offered by the table of moves:
        # both are told in test_intelligence.py
        "evidence_cards": [],
        "move_work": [],
    }

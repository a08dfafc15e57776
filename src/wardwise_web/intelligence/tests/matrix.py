"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from dataclasses import replace

from tests.web.routes import Sample
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.intelligence.states import WorkState


# the moves for which the right to write is enough; who judges an answer: test_intelligence.py
NEXT = {WorkState.ASKED: "taken", WorkState.TAKEN: "answered"}


def samples(play):
    """Both cards and the three pieces of further work."""
    card, work = (
        Thing(kind, play.partnership.pk) for kind in (Kind.EVIDENCE_CARD, Kind.REQUIREMENT)
    )
    cards = [
        Sample(one.as_thing(), {"card_id": one.pk}) for one in play.partnership.evidence_cards.all()
    ]
    works = list(play.partnership.further_work.all())
    held = [Sample(one.as_thing(), {"work_id": one.pk}) for one in works]
    # the list shows to each reader their own
    everybody = frozenset(one.pk for one in play.people.values())
    return {
        "evidence_cards": [Sample(replace(card, named_ids=everybody))],
        "new_evidence_card": [Sample(card)],
        "evidence_card": cards,
        "edit_evidence_card": cards,
        "further_work": [Sample(work)],
        "new_work": [Sample(work)],
        "work": held,
        "move_work": [
            Sample(one.as_thing(), {"work_id": one.pk, "to": NEXT[one.state]}, Verb.WRITE)
            for one in works
            if one.state in NEXT
        ],
    }

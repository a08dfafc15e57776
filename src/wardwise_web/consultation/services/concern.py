"""Handing what residents say to the panel that scores."""

from __future__ import annotations

from django.db import transaction

from wardwise_web.consultation.selectors.concern import concern_by_threat
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.priorities.models import Round
from wardwise_web.priorities.selectors import threats_of_round
from wardwise_web.priorities.services.decisions import Concern, set_concern


LONGEST_SOURCE = 200


def give_concern(*, scoring: Round, by: Actor) -> int:
    """Set the concern of every threat of the round that a survey of its year asked about.

    All of them or none; how many were set is given back.
    """
    known = concern_by_threat(scoring.cycle)
    found = [one for one in threats_of_round(scoring) if one.name in known]
    if not found:
        raise MoveRefused("No closed survey of this year asked about a threat of the round.")
    with transaction.atomic():
        for threat in found:
            one = known[threat.name]
            given = Concern(one.value, one.lower, one.upper, one.source[:LONGEST_SOURCE])
            set_concern(threat=threat, concern=given, by=by)
    return len(found)

"""What was agreed, placed, and recorded of the meeting."""

from __future__ import annotations

from django.db.models import Count, Max, QuerySet

from wardwise_web.people.models import Partnership
from wardwise_web.priorities.models import (
    AgreedScore,
    Criterion,
    Dissent,
    Meeting,
    Placement,
    PolicyPull,
    Round,
    Threat,
)
from wardwise_web.priorities.selectors.marks import open_marks
from wardwise_web.priorities.selectors.rounds import (
    panel_criteria,
    rounds_of,
    scored_threats,
    threats_of_round,
)
from wardwise_web.priorities.states import RoundState


def agreed_scores(scoring: Round) -> dict[tuple[int, int], AgreedScore]:
    """(threat, criterion) → the agreed score that stands."""
    rows = AgreedScore.objects.filter(threat__round=scoring).select_related("by").order_by("number")
    return {(row.threat_id, row.criterion_id): row for row in rows}


def scores_without_agreement(scoring: Round) -> list[tuple[Threat, Criterion]]:
    """What the meeting has still to agree, of all that somebody marked with a number."""
    agreed = agreed_scores(scoring)
    marked = {
        (one.threat_id, one.criterion_id) for one in open_marks(scoring) if one.value is not None
    }
    criteria = list(panel_criteria(scoring))
    return [
        (threat, criterion)
        for threat in scored_threats(scoring)
        for criterion in criteria
        if (threat.pk, criterion.pk) in marked and (threat.pk, criterion.pk) not in agreed
    ]


def best_attendance(scoring: Round) -> int:
    """Agencies at the best attended meeting."""
    counted = scoring.meetings.annotate(agencies=Count("attendance"))
    return counted.aggregate(most=Max("agencies"))["most"] or 0


def placements_of(scoring: Round) -> dict[str, Placement]:
    """Threat's name → the tier that stands."""
    rows = Placement.objects.filter(threat__round=scoring).select_related("threat", "by")
    return {row.threat.name: row for row in rows.order_by("number")}


def adopted_priorities(partnership: Partnership) -> list[Threat]:
    """The priorities in force: those of the latest closed round, in the order of their places."""
    latest = rounds_of(partnership).filter(state=RoundState.CLOSED).first()
    if latest is None:
        return []
    placed = placements_of(latest)
    chosen = [one for one in placed.values() if one.tier == "priority"]
    return [
        one.threat for one in sorted(chosen, key=lambda one: (one.rank or 999, one.threat.name))
    ]


def register_of(partnership: Partnership) -> list[tuple[Threat, Placement | None]]:
    """Considered and not adopted, of every closed round, the latest first."""
    found: list[tuple[Threat, Placement | None]] = []
    for scoring in rounds_of(partnership).filter(state=RoundState.CLOSED):
        placed = placements_of(scoring)
        found += [
            (threat, placed.get(threat.name))
            for threat in threats_of_round(scoring).prefetch_related("outcomes")
            if threat.name not in placed or placed[threat.name].tier != "priority"
        ]
    return found


def pulls_of(scoring: Round) -> QuerySet[PolicyPull]:
    """What pulls its threats, beside their scores."""
    return PolicyPull.objects.filter(threat__round=scoring)


def dissents_of(scoring: Round) -> QuerySet[Dissent]:
    """Who did not go along, and why."""
    return scoring.dissents.select_related("agency", "threat")


def meetings_of(scoring: Round) -> QuerySet[Meeting]:
    """Meetings with who was there."""
    return scoring.meetings.prefetch_related("attendance__agency")

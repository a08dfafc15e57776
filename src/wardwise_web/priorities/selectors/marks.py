"""Marks, as they lie open, and how far the panel is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from wardwise_web.priorities.evidence_beside import needs_reason
from wardwise_web.priorities.models import (
    Criterion,
    Interest,
    Mark,
    Revote,
    Round,
    Scorer,
    Threat,
)
from wardwise_web.priorities.selectors.rounds import panel_criteria, scored_threats, scorers_of
from wardwise_web.priorities.states import AFTER_REVEAL


def open_revote_of(threat: Threat) -> Revote | None:
    """The ballot that takes marks on it now, after the reveal."""
    return threat.revotes.filter(closed_at__isnull=True).first()


def own_marks(scorer: Scorer, *, ballot: int = 1) -> dict[tuple[int, int], Mark]:
    """A scorer's own standing marks: (threat, criterion) → mark."""
    rows = scorer.marks.filter(ballot=ballot).order_by("number")
    return {(row.threat_id, row.criterion_id): row for row in rows}


def own_interests(scorer: Scorer) -> dict[int, Interest]:
    """Threat → the scorer's interest as it stands, declared ones only."""
    last = {row.threat_id: row for row in scorer.interests.order_by("number")}
    return {threat: row for threat, row in last.items() if row.declared}


def open_marks(scoring: Round) -> list[Mark]:
    """Every scorer's standing mark that lies open: none while the round is blind, and none of a
    ballot that is still open. Who did not vote again keeps the mark of the ballot before."""
    if scoring.state not in AFTER_REVEAL:
        return []
    going_on = Revote.objects.filter(threat__round=scoring, closed_at__isnull=True)
    hidden = Q()
    for threat, ballot in going_on.values_list("threat_id", "ballot"):
        hidden |= Q(threat_id=threat, ballot=ballot)
    rows = Mark.objects.filter(scorer__round=scoring).order_by("ballot", "number")
    if hidden:
        rows = rows.exclude(hidden)
    last = {(row.scorer_id, row.threat_id, row.criterion_id): row for row in rows}
    return list(last.values())


def first_marks(scoring: Round) -> list[Mark]:
    """The marks of the first ballot alone, as they lay at the reveal."""
    if scoring.state not in AFTER_REVEAL:
        return []
    rows = Mark.objects.filter(scorer__round=scoring, ballot=1).order_by("number")
    return list({(row.scorer_id, row.threat_id, row.criterion_id): row for row in rows}.values())


def interests_of(scoring: Round) -> set[tuple[int, int]]:
    """(scorer, threat) of every declared interest that stands."""
    rows = Interest.objects.filter(scorer__round=scoring).order_by("number")
    last = {(row.scorer_id, row.threat_id): row.declared for row in rows}
    return {key for key, declared in last.items() if declared}


@dataclass(frozen=True)
class AgencyProgress:
    """How many of an agency's scorers have finished; how far each is, nobody is told."""

    agency: str
    finished: int
    scorers: int

    @property
    def is_done(self) -> bool:
        """Whether somebody of the agency has finished."""
        return self.finished > 0


def progress_of(scoring: Round) -> list[AgencyProgress]:
    """Agency by agency, while blind and after."""
    done = finished_scorers(scoring)
    by_agency: dict[str, list[bool]] = defaultdict(list)
    for scorer in scorers_of(scoring):
        by_agency[scorer.agency.name].append(scorer.pk in done)
    return [AgencyProgress(name, sum(each), len(each)) for name, each in by_agency.items()]


def agencies_finished(scoring: Round) -> list[str]:
    """Agencies of which at least one scorer has finished."""
    return [one.agency for one in progress_of(scoring) if one.is_done]


def finished_scorers(scoring: Round) -> set[int]:
    """Scorers who have answered everything that was asked of them."""
    threats, criteria = list(scored_threats(scoring)), list(panel_criteria(scoring))
    apart = interests_of(scoring)
    rows = Mark.objects.filter(scorer__round=scoring, ballot=1).order_by("number")
    fields = ("scorer_id", "threat_id", "criterion_id", "value", "reason")
    given: dict[int, dict[tuple[int, int], tuple[int | None, str]]] = defaultdict(dict)
    for scorer, threat, criterion, value, reason in rows.values_list(*fields):
        given[scorer][threat, criterion] = (value, reason)
    return {
        scorer
        for scorer in scorers_of(scoring).values_list("pk", flat=True)
        if all(
            (scorer, threat.pk) in apart or not open_questions(threat, criteria, given[scorer])
            for threat in threats
        )
    }


def open_questions(
    threat: Threat,
    criteria: Iterable[Criterion],
    given: dict[tuple[int, int], tuple[int | None, str]],
) -> list[Criterion]:
    """The factors of a threat that are not marked, or whose mark still wants its reason."""
    return [
        criterion
        for criterion in criteria
        if (mark := given.get((threat.pk, criterion.pk))) is None
        or (needs_reason(threat, criterion, mark[0]) and not mark[1])
    ]


def revotes_of(scoring: Round) -> QuerySet[Revote]:
    """Every further ballot."""
    return Revote.objects.filter(threat__round=scoring).select_related("threat")


def open_revotes(scoring: Round) -> list[Revote]:
    """Those that take marks now."""
    return list(revotes_of(scoring).filter(closed_at__isnull=True))


def revote_progress(revote: Revote) -> AgencyProgress:
    """How many of the panel have voted again in full."""
    scoring = revote.threat.round
    asked = panel_criteria(scoring).count()
    rows = Mark.objects.filter(threat=revote.threat, ballot=revote.ballot)
    counted = rows.values("scorer").annotate(n=Count("criterion", distinct=True))
    done = sum(one["n"] >= asked for one in counted)
    return AgencyProgress("all agencies", done, scorers_of(scoring).count())

"""Scores of the threat assessment as figures: risk with its range, and the share of draws."""

from __future__ import annotations

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.threats import ThreatsFound
from wardwise.threats.assessment import AssessedCandidate
from wardwise.threats.ranges import scores_by_side


SOURCES = ("ons_csp_tables", "home_office_prc")
DRAWN = "seeded draws of scores and weights"


def risk_figure(
    desk: Desk, found: ThreatsFound, one: AssessedCandidate, *, take: str = "value"
) -> Figure:
    """Harm × likelihood, with the range over the draws and itself. Unit: score, 0 to 16.

    ``take`` is 'value', or 'harm' or 'likelihood' for one side (0 to 4, no range).
    """
    sides = scores_by_side(one.scores)
    harm: dict[str, Json] = dict(sides["harm"])
    likelihood: dict[str, Json] = dict(sides["likelihood"])
    weights: dict[str, Json] = dict(found.assessment.weights)
    is_known = not isinstance(one.risk, NotKnown)
    return Figure(
        measure="risk_score",
        offence=one.name,
        area=desk.area,
        period=_period(desk, found, one),
        value=one.risk if isinstance(one.risk, NotKnown) else getattr(one.risk, take),
        unit=Unit.SCORE,
        sources=_sources(desk),
        recipe=Recipe(
            "risk_score",
            {"harm": harm, "likelihood": likelihood, "weights": weights},
            take,
        )
        if is_known
        else None,
        method="weighted mean of harm × weighted mean of likelihood",
        interval=_range(one) if take == "value" else None,
        detail="" if take == "value" else take,
        marking=desk.marking,
    )


def _range(one: AssessedCandidate) -> Interval:
    """Middle 95% of the draws, and the score: where its factors stand at the top of the scale the
    draws can only be lower, and the middle of them may leave it out."""
    scores = [one.share.risk_lower, one.share.risk_upper]
    if not isinstance(one.risk, NotKnown):
        scores.append(one.risk.value)
    return Interval(min(scores), max(scores), 0.95, DRAWN)


def top_share_figure(desk: Desk, found: ThreatsFound, one: AssessedCandidate) -> Figure:
    """Share of the seeded draws in which the candidate is in the top k. Unit: percent."""
    assessed = found.assessment
    return Figure(
        measure="top_share",
        offence=one.name,
        area=desk.area,
        period=_period(desk, found, one),
        value=one.share.top_percent,
        unit=Unit.PERCENT,
        sources=_sources(desk),
        recipe=Recipe(
            "top_share",
            {
                "ranges": Ask("threat_ranges"),
                "ours": assessed.names.index(one.name),
                "k": assessed.k,
                "seed": assessed.seed,
                "draws": assessed.draws,
                "weights_vary_percent": assessed.weights_vary_percent,
            },
            "top_percent",
        ),
        method=f"{assessed.draws:,} seeded draws: scores within their ranges, weights varied by "
        f"{assessed.weights_vary_percent:.0f}% either way",
        detail=f"in the top {assessed.k}",
        marking=desk.marking,
    )


def _period(desk: Desk, found: ThreatsFound, one: AssessedCandidate) -> Period:
    volume = found.candidates[one.name].figures.get("volume")
    return volume.period if volume else desk.latest


def _sources(desk: Desk) -> tuple[str, ...]:
    return (desk.source, *SOURCES)

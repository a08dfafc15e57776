"""What residents are concerned about, threat by threat, and how much it weighs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.measures.survey.question_shares import question_shares
from wardwise.threats.bands import default_bands
from wardwise.threats.factors import Side
from wardwise.threats.panel import Panel, PanelFactor, placed
from wardwise_web.assessments.findings import NoFinishedRun, threats_of
from wardwise_web.assessments.models import Cycle
from wardwise_web.consultation.models import Question, Survey
from wardwise_web.consultation.selectors.results import (
    Replies,
    Weighting,
    properties_of,
    replies_of,
    weighting_of,
)
from wardwise_web.consultation.states import Sort, SurveyState
from wardwise_web.priorities.models import Round
from wardwise_web.priorities.selectors import rounds_of
from wardwise_web.priorities.states import RoundState


FACTOR = "public_concern"


@dataclass(frozen=True)
class Concern:
    """The part of the replies that name a threat. Unit: percent; base in replies."""

    value: float
    lower: float
    upper: float
    base: int
    effective: float
    is_weighted: bool
    source: str


@dataclass(frozen=True)
class Ranked:
    """A threat's place with the weight and without any."""

    name: str
    concern: Concern | None
    score: float | None
    rank: int | NotKnown
    rank_without: int | NotKnown

    @property
    def moves(self) -> int:
        """Places that the weight lifts it by; negative where it sinks."""
        if isinstance(self.rank, NotKnown) or isinstance(self.rank_without, NotKnown):
            return 0
        return self.rank_without - self.rank


@dataclass(frozen=True)
class Rankings:
    """Both orders, the weight used, and that of the run."""

    threats: tuple[Ranked, ...]
    weight: float
    run_weight: float


def concern_by_threat(cycle: Cycle) -> dict[str, Concern]:
    """Threat → what the year's closed surveys say of it; the last to close counts.

    From questions whose answers name threats. Bases below 30 are not given.
    """
    found: dict[str, Concern] = {}
    told = (SurveyState.CLOSED, SurveyState.PUBLISHED)
    for survey in cycle.surveys.filter(state__in=told).order_by("closes_on", "id"):
        replies = replies_of(survey)
        weighting = weighting_of(replies, properties_of(survey))
        for question in survey.questions.all():
            if question.sort in (Sort.ONE, Sort.SEVERAL) and question.threats:
                found |= _concerns(survey, question, replies, weighting)
    return found


def round_of(cycle: Cycle) -> Round | None:
    """The year's scoring round, while what residents say can still be set in it."""
    latest = rounds_of(cycle.partnership).filter(cycle=cycle).first()
    return None if latest is None or latest.state == RoundState.CLOSED else latest


def rankings(cycle: Cycle, *, weight: float | None = None) -> Rankings | NotKnown:
    """The build's threats in order, with a weight on public concern and with none.

    Every other factor keeps the score that the evidence gave it. The weight is the run's own
    where none is given.
    """
    if cycle.build is None:
        return NotKnown("no build is in use this year")
    try:
        listed = threats_of(cycle.build.folder)
    except NoFinishedRun as refused:
        return NotKnown(str(refused))
    concerns = concern_by_threat(cycle)
    candidates = [one for one in listed["candidates"] if one["counted"]]
    run_weight = float(next(one["weight"] for one in listed["factors"] if one["factor"] == FACTOR))
    used = run_weight if weight is None else weight
    panel = _panel(listed["factors"], candidates, concerns)
    with_it, without = placed(_weighing(panel, used)), placed(_weighing(panel, 0.0))
    at = [one["factor"] for one in listed["factors"]].index(FACTOR)
    made = [
        Ranked(one.name, concerns.get(one.name), one.scores[at], one.rank, other.rank)
        for one, other in zip(with_it, without, strict=True)
    ]
    return Rankings(tuple(sorted(made, key=_order)), used, run_weight)


def _order(one: Ranked) -> tuple[int, str]:
    return (10**6 if isinstance(one.rank, NotKnown) else one.rank, one.name)


def _concerns(
    survey: Survey, question: Question, replies: Replies, weighting: Weighting
) -> dict[str, Concern]:
    """Several answers may name one threat: a reply counts once."""
    said = replies.to(question)
    threats = list(dict.fromkeys(question.threats.values()))
    names = [question.threats.get(option) for option in question.options]
    # what was answered and names no threat still counts in the base
    chosen = [
        sorted({threats.index(names[n]) if names[n] else len(threats) for n in one}) for one in said
    ]
    found = question_shares(chosen=chosen, options=len(threats), weights=weighting.weights)
    if isinstance(found, Withheld):
        return {}
    shares = found.weighted if weighting.is_weighted else found.plain
    source = f"{survey.title}, {found.base:,} replies: {question.text}"
    return {
        threat: Concern(
            value=share.value,
            lower=share.lower,
            upper=share.upper,
            base=found.base,
            effective=found.effective if weighting.is_weighted else float(found.base),
            is_weighted=weighting.is_weighted,
            source=source,
        )
        for threat, share in zip(threats, shares, strict=True)
    }


def _panel(
    factors: Sequence[Mapping[str, Any]],
    candidates: Sequence[Mapping[str, Any]],
    concerns: Mapping[str, Concern],
) -> Panel:
    bands = default_bands()
    rows = []
    for one in candidates:
        scores = {score["factor"]: score["score"] for score in one["scores"]}
        if one["name"] in concerns:
            scores[FACTOR] = float(bands.band(FACTOR, concerns[one["name"]].value).score)
        rows.append(tuple(scores.get(factor["factor"]) for factor in factors))
    return Panel(
        threats=tuple(one["name"] for one in candidates),
        factors=tuple(
            PanelFactor(one["factor"], Side(one["side"]), float(one["weight"])) for one in factors
        ),
        agencies=(),
        marks=(),
        given=tuple(rows),
    )


def _weighing(panel: Panel, weight: float) -> Panel:
    factors = tuple(
        replace(one, weight=weight) if one.name == FACTOR else one for one in panel.factors
    )
    return replace(panel, factors=factors)

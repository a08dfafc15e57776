"""A round's order: from its rows to the engine's panel, and what the engine makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from wardwise.domain.nothing import NotKnown
from wardwise.measures.agreement.kendalls_w import kendalls_w
from wardwise.measures.agreement.krippendorff_alpha import krippendorff_alpha
from wardwise.threats import factors as engine
from wardwise.threats.coverage import Coverage, counted_threats, coverage
from wardwise.threats.departures import TIERS, departures
from wardwise.threats.panel import Panel, PanelFactor, PlacedThreat, panel_scores, placed, risk_of
from wardwise.threats.panel_stability import PanelStability, panel_stability
from wardwise.threats.panel_steps import Survival, survivals
from wardwise.threats.scoring import RiskScore
from wardwise_web.priorities.evidence_beside import score_without_panel
from wardwise_web.priorities.models import AgreedScore, Criterion, Mark, Round, Scorer, Threat
from wardwise_web.priorities.selectors import (
    agreed_scores,
    criteria_of,
    first_marks,
    interests_of,
    open_marks,
    scored_threats,
    scorers_of,
)
from wardwise_web.priorities.states import Side, Source


Key = tuple[int, int]
SEVERITY = "severity"


@dataclass(frozen=True)
class Order:
    """Everything that a round's order rests on, read once; the sums are the engine's.

    ``marks`` are those that lie open, without the marks of somebody with an interest.
    """

    scoring: Round
    threats: tuple[Threat, ...]
    criteria: tuple[Criterion, ...]
    scorers: tuple[Scorer, ...]
    marks: Mapping[tuple[int, int, int], float | None]
    agreed: Mapping[Key, AgreedScore]

    @cached_property
    def risk_criteria(self) -> tuple[Criterion, ...]:
        """Harm and likelihood, never capacity."""
        return tuple(one for one in self.criteria if one.side != Side.CAPACITY)

    def panel(self, *, with_agreed: bool = True) -> Panel:
        """As the engine takes it."""
        return self._panel(self.risk_criteria, with_agreed=with_agreed)

    def _panel(self, criteria: Sequence[Criterion], *, with_agreed: bool) -> Panel:
        places = {threat.name: n for n, threat in enumerate(self.threats)}
        return Panel(
            threats=tuple(places),
            factors=tuple(_factor(one) for one in criteria),
            agencies=tuple(str(scorer.agency_id) for scorer in self.scorers),
            marks=tuple(
                tuple(
                    tuple(self.marks.get((who.pk, threat.pk, one.pk)) for one in criteria)
                    for threat in self.threats
                )
                for who in self.scorers
            ),
            given=tuple(
                tuple(self._given(threat, one, with_agreed=with_agreed) for one in criteria)
                for threat in self.threats
            ),
            relatives=tuple(
                (n, places[name])
                for n, threat in enumerate(self.threats)
                for name in threat.evidence.get("within", ())
                if name in places
            ),
        )

    def _given(self, threat: Threat, criterion: Criterion, *, with_agreed: bool) -> float | None:
        agreed = self.agreed.get((threat.pk, criterion.pk)) if with_agreed else None
        if agreed is not None:
            return agreed.value
        if criterion.source == Source.PANEL:
            return None
        return score_without_panel(threat, criterion)

    @cached_property
    def places(self) -> tuple[PlacedThreat, ...]:
        """Every threat with risk and place, by what was agreed and else by the marks."""
        return _placed(self.panel())

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Threat's name → place, of those that have one."""
        return {one.name: one.rank for one in self.places if isinstance(one.rank, int)}

    @cached_property
    def ranks_without_concern(self) -> dict[str, int]:
        """The same with no weight on what residents say."""
        panel = self.panel()
        factors = tuple(
            replace(factor, weight=0.0) if criterion.source == Source.CONCERN else factor
            for factor, criterion in zip(panel.factors, self.risk_criteria, strict=True)
        )
        found = _placed(replace(panel, factors=factors))
        return {one.name: one.rank for one in found if isinstance(one.rank, int)}

    @cached_property
    def panel_means(self) -> dict[Key, float]:
        """(threat, criterion) → the panel's own score, capacity too; before any agreement."""
        panel = self._panel(self.criteria, with_agreed=False)
        return {
            (threat.pk, criterion.pk): score
            for threat, row in zip(self.threats, panel_scores(panel), strict=True)
            for criterion, score in zip(self.criteria, row, strict=True)
            if score is not None
        }

    @property
    def stability(self) -> PanelStability:
        """How firm the places are."""
        return _stability(self.panel(), self.scoring.first, self.scoring.seed)

    @property
    def survivals(self) -> tuple[Survival, ...]:
        """Which places survive each single change."""
        return _survivals(self.panel(), self.scoring.first, self._other_indices())

    def _other_indices(self) -> tuple[tuple[str, tuple[tuple[float | None, ...], ...]], ...]:
        """The scores by each other harm index of the build, where it scored severity."""
        at = [n for n, one in enumerate(self.risk_criteria) if one.name == SEVERITY]
        leading = self.scoring.evidence.get("scheme")
        names = dict.fromkeys(
            name
            for threat in self.threats
            for name in threat.evidence.get("severity_by_scheme", ())
            if name != leading
        )
        if not at or not names:
            return ()
        base = panel_scores(self.panel())
        return tuple((name, tuple(self._by_index(base, name, at[0]))) for name in names)

    def _by_index(
        self, base: Sequence[Sequence[float | None]], name: str, at: int
    ) -> list[tuple[float | None, ...]]:
        rows = []
        for threat, row in zip(self.threats, base, strict=True):
            score = threat.evidence.get("severity_by_scheme", {}).get(name)
            rows.append((*row[:at], row[at] if score is None else float(score), *row[at + 1 :]))
        return rows

    def alpha(self, criterion: Criterion) -> float | NotKnown:
        """The scorers' agreement on one factor, over all threats."""
        rows = [
            [self.marks.get((who.pk, threat.pk, criterion.pk)) for threat in self.threats]
            for who in self.scorers
        ]
        return krippendorff_alpha(marks=rows)

    def concordance(self) -> float | NotKnown:
        """Kendall's W of the scorers' own orders, over the threats that all of them scored."""
        risks = [self._risks_of(who) for who in self.scorers]
        whole = [one for one in risks if one]
        shared = [
            threat.name for threat in self.threats if all(threat.name in one for one in whole)
        ]
        return kendalls_w(scores=[[one[name] for name in shared] for one in whole])

    def _risks_of(self, who: Scorer) -> dict[str, float]:
        factors = tuple(_factor(one) for one in self.risk_criteria)
        found = {}
        for threat in self.threats:
            scores = [
                self.marks.get((who.pk, threat.pk, one.pk))
                if one.source == Source.PANEL
                else score_without_panel(threat, one)
                for one in self.risk_criteria
            ]
            risk = risk_of(scores, factors)
            if isinstance(risk, RiskScore):
                found[threat.name] = risk.value
        return found

    def departures(self, adopted: Mapping[str, str]) -> tuple[str, ...]:
        """Threats whose tier is not one that their place allows."""
        ranks = {name: self.ranks.get(name) for name in adopted}
        return departures(ranks=ranks, adopted=adopted)

    def tiers(self, *, priorities: int, focus: int, monitor: int) -> dict[str, str]:
        """The tiers filled in the order of the scores; without a place: monitor."""
        names = sorted(self.ranks, key=lambda name: self.ranks[name])
        slots = [TIERS[0]] * priorities + [TIERS[1]] * focus + [TIERS[2]] * monitor
        rest = [TIERS[3]] * len(names)
        filled = dict(zip(names, [*slots, *rest], strict=False))
        return {threat.name: filled.get(threat.name, TIERS[2]) for threat in self.threats}

    def coverage(self, chosen: Sequence[str]) -> Coverage:
        """Share of the build's volume and harm that the chosen account for."""
        rows = [threat.evidence for threat in self.threats if threat.evidence]
        return coverage(threats=counted_threats(rows), chosen=set(chosen))


def order_of(scoring: Round, *, first_ballot: bool = False) -> Order:
    """The round's order as it stands; ``first_ballot`` takes the marks as first revealed."""
    apart = interests_of(scoring)
    rows: list[Mark] = first_marks(scoring) if first_ballot else open_marks(scoring)
    return Order(
        scoring=scoring,
        threats=tuple(scored_threats(scoring)),
        criteria=tuple(criteria_of(scoring)),
        scorers=tuple(scorers_of(scoring)),
        marks={
            (row.scorer_id, row.threat_id, row.criterion_id): row.value
            for row in rows
            if (row.scorer_id, row.threat_id) not in apart
        },
        agreed=agreed_scores(scoring),
    )


def _factor(criterion: Criterion) -> PanelFactor:
    side = engine.Side.HARM if criterion.side == Side.HARM else engine.Side.LIKELIHOOD
    return PanelFactor(criterion.name, side, criterion.weight)


# The same marks give the same answer: a page that is opened twice does not draw twice
_placed = lru_cache(maxsize=64)(placed)


@lru_cache(maxsize=32)
def _stability(panel: Panel, first: int, seed: int) -> PanelStability:
    return panel_stability(panel, k=first, seed=seed)


@lru_cache(maxsize=32)
def _survivals(
    panel: Panel,
    first: int,
    others: tuple[tuple[str, tuple[tuple[float | None, ...], ...]], ...],
) -> tuple[Survival, ...]:
    return survivals(panel, k=first, others=dict(others))

"""Which places survive one step on one score, a quarter on one weight, or another harm index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from wardwise.domain.nothing import NotKnown
from wardwise.threats.bands import HIGHEST
from wardwise.threats.draws import first_k, relatives_matrix
from wardwise.threats.panel import Panel, PlacedThreat, Scores, panel_scores, placed
from wardwise.threats.scoring import RiskScore


LOWEST = 1.0
Trials = Iterator[tuple[str, tuple[PlacedThreat, ...]]]


@dataclass(frozen=True)
class Survival:
    """One threat: the range of its places under each kind of change, and what moves it.

    Ranges are (best, worst), None where it has no place. ``is_first`` says whether it is among
    the first k; ``moved_by`` lists, in words, each change by which it would enter or leave.
    """

    name: str
    rank: int | NotKnown
    is_first: bool
    by_steps: tuple[int, int] | None
    by_weights: tuple[int, int] | None
    by_index: tuple[int, int] | None
    moved_by: tuple[str, ...]

    @property
    def survives(self) -> bool:
        """Whether no single change puts it in, or out of, the first k."""
        return not self.moved_by


def survivals(
    panel: Panel,
    *,
    k: int,
    others: Mapping[str, Scores] | None = None,
    step: float = 1.0,
    weights_vary_percent: float = 25.0,
) -> tuple[Survival, ...]:
    """Every threat's place under every single change.

    Parameters
    ----------
    panel : Panel
        The scores as they stand.
    k : int
        How many are first. Unit: threats.
    others : mapping, optional
        Name of another harm index → threat × factor scores by it.
    step : float
        What is added to, and taken from, each score. Unit: steps of score.
    weights_vary_percent : float
        How far each weight is moved, either way, by itself. Unit: percent.

    Returns
    -------
    tuple of Survival
        In the order of the panel's threats.

    Notes
    -----
    Scores stay within 1 to 4: one that stands at the top is not moved up.

    References
    ----------
    House rule, version 1: one thing at a time says what to argue about; ``panel_stability``
    moves everything together.

    Examples
    --------
    See ``test_panel.py``.
    """
    scores = [list(row) for row in panel_scores(panel)]
    base = placed(panel, scores=scores)
    kinds = {
        "steps": list(_steps(panel, scores, step)),
        "weights": list(_weights(panel, scores, weights_vary_percent / 100)),
        "index": [(name, placed(panel, scores=each)) for name, each in (others or {}).items()],
    }
    first = _first(panel, base, k)
    moved: list[list[str]] = [[] for _ in panel.threats]
    for label, trial in (one for trials in kinds.values() for one in trials):
        for n in first ^ _first(panel, trial, k):
            moved[n].append(label)
    spans = {kind: _spans(base, trials) for kind, trials in kinds.items()}
    return tuple(
        Survival(
            name=one.name,
            rank=one.rank,
            is_first=n in first,
            by_steps=spans["steps"][n],
            by_weights=spans["weights"][n],
            by_index=spans["index"][n],
            moved_by=tuple(moved[n]),
        )
        for n, one in enumerate(base)
    )


def first_threats(panel: Panel, *, k: int) -> tuple[str, ...]:
    """Names of the first k by the scores as they stand, the highest first."""
    base = placed(panel)
    found = sorted(_first(panel, base, k), key=lambda n: (-_level(base[n]), n))
    return tuple(panel.threats[n] for n in found)


def _steps(panel: Panel, scores: Sequence[Sequence[float | None]], step: float) -> Trials:
    for n, row in enumerate(scores):
        for f, score in enumerate(row):
            if score is None or panel.factors[f].weight == 0:
                continue
            for change, sign in ((step, "+"), (-step, "−")):
                to = min(float(HIGHEST), max(LOWEST, score + change))
                if to != score:
                    tried = [list(each) for each in scores]
                    tried[n][f] = to
                    label = f"{panel.threats[n]}, {panel.factors[f].name} {sign}{step:g}"
                    yield label, placed(panel, scores=tried)


def _weights(panel: Panel, scores: Scores, vary: float) -> Trials:
    for f, factor in enumerate(panel.factors):
        if factor.weight == 0:
            continue
        for change, sign in ((1 + vary, "+"), (1 - vary, "−")):
            factors = list(panel.factors)
            factors[f] = replace(factor, weight=factor.weight * change)
            tried = replace(panel, factors=tuple(factors))
            yield f"weight of {factor.name} {sign}{100 * vary:g}%", placed(tried, scores=scores)


def _first(panel: Panel, trial: Sequence[PlacedThreat], k: int) -> set[int]:
    counted = np.array([isinstance(one.risk, RiskScore) for one in trial])
    risks = np.array([[_level(one) for one in trial]])
    apart = relatives_matrix(panel.relatives, candidates=len(trial))
    picked = first_k(risks, counted=counted, apart=apart, k=k)[0] & counted
    return {int(n) for n in np.flatnonzero(picked)}


def _level(one: PlacedThreat) -> float:
    return one.risk.value if isinstance(one.risk, RiskScore) else 0.0


def _spans(
    base: Sequence[PlacedThreat], trials: Sequence[tuple[str, Sequence[PlacedThreat]]]
) -> list[tuple[int, int] | None]:
    found: list[tuple[int, int] | None] = []
    for n, one in enumerate(base):
        ranks = [each[n].rank for each in (base, *(trial for _, trial in trials))]
        known = [rank for rank in ranks if isinstance(rank, int)]
        found.append((min(known), max(known)) if isinstance(one.rank, int) else None)
    return found

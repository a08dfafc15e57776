"""What is chosen before anything is scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wardwise.threats.bands import Bands, default_bands
from wardwise.threats.propose import Override


@dataclass(frozen=True)
class Choices:
    """What is chosen before anything is scored.

    Attributes
    ----------
    k : int
        How many priorities to propose.
    seed : int
        Of the draws (``rank_stability``).
    weights : mapping
        Factor → weight, for those that the settings change; the rest are in the reference
        table ``threat_factor``.
    bands : Bands
        What evidence makes which score.
    overrides : sequence of Override
        What people decided otherwise, each with a reason.
    draws : int
        How many draws (``rank_stability``).
    weights_vary_percent : float
        How far the weights are varied in the draws, either way. Unit: percent.
    """

    k: int
    seed: int
    weights: Mapping[str, float] = field(default_factory=dict)
    bands: Bands = field(default_factory=default_bands)
    overrides: Sequence[Override] = ()
    draws: int = 10_000
    weights_vary_percent: float = 25.0

"""How wrong forecasts were elsewhere: the reference tables of all partnerships, as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wardwise.measures.arguments import normal_quantile
from wardwise.reference.load import load_table


@dataclass(frozen=True)
class PastForecasts:
    """Errors of the forecasts of one horizon, pooled over partnerships.

    The variance of a log error is ``steady + chance / expected + own × volatility + shocks``.

    Attributes
    ----------
    horizon : str
        ``month 1`` to ``month 12``, ``quarter 1`` to ``quarter 4``, ``year``.
    steady, chance, own, shocks, shocks_whole : float
        Parts of the variance: of every series, of a count of one, for each unit of the series'
        own volatility, and of years unlike those tried, for one group and for all crime.
        Squared log ratio.
    reach_80, reach_95 : float
        How many standard deviations held 80% and 95% of the errors.
    forecasts, partnerships : int
        Of the trial.
    held_80, held_95 : float
        Share of outcomes inside, of forces left out of the estimate. Unit: percent.
    """

    horizon: str
    steady: float
    chance: float
    own: float
    shocks: float
    shocks_whole: float
    reach_80: float
    reach_95: float
    forecasts: int
    partnerships: int
    held_80: float
    held_95: float

    def error(self, *, expected: float, volatility: float, whole: bool = False) -> float:
        """Standard deviation of the log error; ``whole`` is all recorded crime together."""
        chance = self.chance / (expected + 0.5)
        shocks = self.shocks_whole if whole else self.shocks
        return float((self.steady + chance + self.own * volatility + shocks) ** 0.5)

    def reach(self, level: float) -> float:
        """Standard deviations to either side that hold such a share."""
        known, at = (self.reach_80, 0.8) if level < 0.9 else (self.reach_95, 0.95)
        return known * normal_quantile(level=level) / normal_quantile(level=at)


@cache
def past_forecasts() -> Mapping[str, PastForecasts]:
    """Horizon → what was learnt of it."""
    return {str(row["horizon"]): PastForecasts(**row) for row in load_table("forecast_error").rows}  # type: ignore[arg-type]


@cache
def pooled_ratios() -> Mapping[str, float]:
    """Rule → log of its error over that of the seasonal naive, all partnerships together."""
    return {
        str(row["rule"]): float(row["log_ratio"] or 0.0) for row in load_table("forecast_rule").rows
    }

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

    Those of one offence group and those of all recorded crime together are kept apart.

    The variance of a log error is ``steady + chance / expected + own × volatility + shocks``.

    Attributes
    ----------
    series : str
        ``group`` or ``whole``.
    horizon : str
        ``month 1`` to ``month 12``, ``quarter 1`` to ``quarter 4``, ``year``.
    steady, chance, own, shocks : float
        Parts of the variance: of every series, of a count of one, for each unit of the series'
        own volatility, and of years unlike those tried. Squared log ratio.
    reach_80, reach_95 : float
        How many standard deviations held 80% and 95% of the errors.
    forecasts, partnerships : int
        Of the trial.
    held_80, held_95 : float
        Share of outcomes inside, of forces left out of the estimate. Unit: percent.
    force_forecasts, force_held_95 : int, float or None
        The same of the forces' own counts, 2015 to 2025; None where they were not tried.
    """

    series: str
    horizon: str
    steady: float
    chance: float
    own: float
    shocks: float
    reach_80: float
    reach_95: float
    forecasts: int
    partnerships: int
    held_80: float
    held_95: float
    force_forecasts: int | None = None
    force_held_95: float | None = None

    def error(self, *, expected: float, volatility: float) -> float:
        """Standard deviation of the log error."""
        chance = self.chance / (expected + 0.5)
        return float((self.steady + chance + self.own * volatility + self.shocks) ** 0.5)

    def reach(self, level: float) -> float:
        """Standard deviations to either side that hold such a share."""
        known, at = (self.reach_80, 0.8) if level < 0.9 else (self.reach_95, 0.95)
        return known * normal_quantile(level=level) / normal_quantile(level=at)


@cache
def past_forecasts() -> Mapping[tuple[str, str], PastForecasts]:
    """Series and horizon → what was learnt of them."""
    rows = load_table("forecast_error").rows
    return {
        (str(row["series"]), str(row["horizon"])): PastForecasts(**row)  # type: ignore[arg-type]
        for row in rows
    }


@cache
def pooled_ratios() -> Mapping[str, float]:
    """Rule → log of its error over that of the seasonal naive, all partnerships together."""
    return {
        str(row["rule"]): float(row["log_ratio"] or 0.0) for row in load_table("forecast_rule").rows
    }

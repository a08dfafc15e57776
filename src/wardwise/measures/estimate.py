"""A figure with its range, as every measure of level gives it."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.interval import Interval


@dataclass(frozen=True)
class Estimate:
    """A value and the limits between which it may well lie.

    Attributes
    ----------
    value, lower, upper : float
        In the measure's own unit, unrounded; ``lower <= value <= upper``.
    level : float
        Share of such intervals that hold the true value in the long run: 0.95 or 0.998.
    method : str
        The method of the interval in words: ``Byar``, ``exact``, ``Wilson``, ``log ratio``.
    """

    value: float
    lower: float
    upper: float
    level: float
    method: str

    @property
    def interval(self) -> Interval:
        """The limits alone."""
        return Interval(self.lower, self.upper, self.level, self.method)

    def holds(self, value: float) -> bool:
        """Whether the value lies between the limits, so that chance alone may explain it."""
        return self.lower <= value <= self.upper

    def per(self, base: float, *, times: float) -> Estimate:
        """The same for every ``times`` of a positive base: value and limits × times ÷ base."""
        return Estimate(
            value=self.value * times / base,
            lower=self.lower * times / base,
            upper=self.upper * times / base,
            level=self.level,
            method=self.method,
        )

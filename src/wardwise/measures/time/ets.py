"""Exponential smoothing: level, growth and season, each by a recursion, the best fit found."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


Floats = NDArray[np.float64]
LETTERS = {"N": 0, "A": 1, "M": 2}
ROUNDS = 150
"""Steps of the search for the weights; it stops long before where it can."""


@dataclass(frozen=True, eq=False)
class Ets:
    """A fitted recursion.

    Attributes
    ----------
    form : str
        Error, trend and season: ``ANA`` is additive error, no trend, additive season.
    alpha, beta, gamma, phi : float
        Weights of level, growth and season, and the damping of growth. Share; 0 where unused.
    states : array
        Level, growth, then the seasons, the latest first; a row before each value, and one
        after the last. Shape: values + 1 × 2 + seasons.
    errors : array
        One step ahead; relative where the error is multiplicative. Shape: values.
    """

    form: str
    alpha: float
    beta: float
    gamma: float
    phi: float
    states: Floats
    errors: Floats

    @property
    def log_likelihood(self) -> float:
        """Of the values, the error variance at its own best; constants left out, as in R."""
        sizes = float(np.sum(self.errors**2))
        return -0.5 * len(self.errors) * math.log(max(sizes, 1e-300))

    def ahead(self, *, after: int, horizon: int) -> Floats:
        """Expected values following the first ``after``. Shape: horizon."""
        from wardwise.measures.time.ets_loops import ahead

        return ahead(self.states[after], numbered(self.form), self.phi, horizon)

    def rolled(self, values: ArrayLike) -> Ets:
        """The same weights and first state over other values: nothing is fitted again."""
        weights = np.array([self.alpha, self.beta, self.gamma, self.phi])
        return _run(np.asarray(values, dtype=float), self.form, weights, self.states[0])


def ets(*, values: ArrayLike, form: str = "ANA", cycle: int = 12, pull: float = 0.0) -> Ets:
    """Fit an additive form of exponential smoothing by least squares.

    Parameters
    ----------
    values : array
        In order, none missing, on the scale on which effects add up (logarithms of rates).
        Shape: values.
    form : str
        ``ANN``, ``AAN`` (growth that dies away), ``ANA`` or ``AAA`` (with a season).
    cycle : int
        Values in a season's round. Unit: values.
    pull : float
        Draws the first seasons to nought, as if the variance of the error were ``pull`` times
        that of the seasons: two or three years cannot tell a season from chance.

    Returns
    -------
    Ets

    Raises
    ------
    ValueError
        If a form is not one of the four, a value is not finite, or there are fewer values than
        one round and one more.

    Notes
    -----
    The recursion is that of Hyndman and others (2008) in every form, and gives R's states,
    errors and forecasts for R's weights in all 34 reference results. For additive forms the
    errors are linear in the first state, so that state is solved for exactly for each set of
    weights, and only one to four weights are searched for (Nelder and Mead, two starts). Growth
    is damped always, by 0.8 to 0.98 a step.

    References
    ----------
    Hyndman RJ, Koehler AB, Ord JK, Snyder RD (2008) Forecasting with exponential smoothing: the
    state space approach. Springer.
    Nelder JA, Mead R (1965) Computer Journal 7:308.

    Examples
    --------
    >>> found = ets(values=[5.0, 7.0, 5.0, 7.0, 5.0, 7.0, 5.0, 7.0], cycle=2)
    >>> found.ahead(after=8, horizon=2).round(3).tolist()
    [5.0, 7.0]
    """
    array = np.ascontiguousarray(values, dtype=float)
    if form not in ("ANN", "AAN", "ANA", "AAA"):
        raise ValueError(f"form is '{form}': expected ANN, AAN, ANA or AAA.")
    if not np.isfinite(array).all():
        raise ValueError("values hold a number that is missing or infinite.")
    if len(array) <= (cycle if form[2] == "A" else 2):
        raise ValueError(f"{len(array)} values cannot show a round of {cycle}.")
    from wardwise.measures.time.ets_loops import fit

    _, weights, start = fit(array, numbered(form), cycle, pull, ROUNDS)
    return _run(array, form, weights, start)


def numbered(form: str) -> NDArray[np.int64]:
    """The letters of a form as the loops take them.

    >>> numbered("MAN").tolist()
    [2, 1, 0]
    """
    return np.array([LETTERS[letter] for letter in form])


def _run(values: Floats, form: str, weights: Floats, start: Floats) -> Ets:
    from wardwise.measures.time.ets_loops import smooth

    states = np.zeros((len(values) + 1, len(start)))
    states[0] = start
    errors = np.empty(len(values))
    smooth(values, numbered(form), weights, states, errors)
    alpha, beta, gamma, phi = map(float, weights)
    return Ets(form, alpha, beta, gamma, phi, states, errors)

"""Whether an age stands out from its neighbours, given that every age was looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.arguments import check_counts
from wardwise.measures.people.age_curve import (
    NEIGHBOURS,
    Floats,
    curve_through,
    weights_of_neighbours,
)


FEWEST_AGES = 12
"""Fewer ages than this have no neighbours enough on both sides."""
FEWEST_LEFT = NEIGHBOURS + 1
"""With fewer ages left, an age has not eight others to be set against."""


@dataclass(frozen=True)
class KeyAge:
    """Every age against its neighbours.

    Attributes
    ----------
    ages : tuple of int
        Unit: years. Shape: ages.
    people : tuple of float
        As counted. Unit: people. Shape: ages.
    expected : tuple of float
        What the neighbours alone, but for those that stand out, would lead one to expect.
        Unit: people. Shape: ages.
    p_values : tuple of float
        Chance that, were no age unusual but those that stand out farther, *any* age would
        stand out as far as this one. Shape: ages.
    level : float
        Of what is said to stand out.
    residents : tuple of float
        As given, or one for every age. Unit: people. Shape: ages.
    """

    ages: tuple[int, ...]
    people: tuple[float, ...]
    expected: tuple[float, ...]
    p_values: tuple[float, ...]
    level: float
    residents: tuple[float, ...]

    @property
    def per_1000(self) -> tuple[float, ...]:
        """Rates as counted. Unit: people per 1,000 residents. Shape: ages."""
        return tuple(1000 * n / base for n, base in zip(self.people, self.residents, strict=True))

    @property
    def expected_per_1000(self) -> tuple[float, ...]:
        """Rates that the neighbours lead one to expect. Unit as above. Shape: ages."""
        return tuple(1000 * n / base for n, base in zip(self.expected, self.residents, strict=True))

    @property
    def standing_out(self) -> tuple[int, ...]:
        """The ages that stand out above their neighbours. Unit: years."""
        beyond = 1 - self.level
        return tuple(age for age, p in zip(self.ages, self.p_values, strict=True) if p <= beyond)


@dataclass(frozen=True)
class _Draws:
    seed: int
    times: int
    level: float


def key_age(
    *,
    people: Sequence[float],
    youngest: int,
    seed: int,
    residents: Sequence[float] | None = None,
    draws: int = 1999,
    level: float = 0.95,
) -> KeyAge:
    """Which single years of age stand out above the ages on either side.

    Parameters
    ----------
    people : sequence of float
        Victims or offenders of each single year of age, none left out; people counted once, as
        at their first offence if a beginning is asked for. Unit: people. Shape: ages.
    youngest : int
        Age of the first. Unit: years.
    seed : int
        Of the draws; from the settings.
    residents : sequence of float, optional
        Residents of each age; without it every age has as many. Unit: people. Shape: ages.
    draws : int
        Times that the people are dealt out over the smooth curve.
    level : float
        Of what is said to stand out.

    Returns
    -------
    KeyAge

    Raises
    ------
    ValueError
        If there are fewer than 12 ages, nobody, or the residents of an age are not known.

    Notes
    -----
    The null: the true rates lie on a curve that over nine neighbouring years is close to a
    cubic, and the people are counted independently. Each age is set against the value that
    the four ages on either side give for it, itself left out, in square roots, in which counts
    of any size vary alike. The largest such deviation over *all* ages is worked out again in
    every draw from the smooth curve, and an age stands out only where few draws have any age as
    far out. So the chance that anything is called, where nothing is unusual, is 1 − level:
    measured at 4 to 5% (``docs/reference/coverage.md``).

    An age that stands out would bend the values of its neighbours: those beside it up, and
    through the cubic those four years from it down, above all at the youngest and oldest ages,
    which have neighbours on one side alone. So the age that is farthest out is tested first; if
    it stands out, no other is set against it, and the rest are tested anew, until none stands
    out. The first of these tests is that of all ages, so it alone decides whether anything is
    called where nothing is unusual. It ends when fewer than nine ages are left.

    Ages that people round to (20, 30), or at which the law changes what is recorded (10, 18),
    stand out too, for that reason.

    References
    ----------
    Westfall PH, Young SS (1993) Resampling-Based Multiple Testing, Wiley, for the largest of all.
    Romano JP, Wolf M (2005) JASA 100:94, for testing the rest anew.
    Savitzky A, Golay MJE (1964) Analytical Chemistry 36:1627, for the local curve.
    Anscombe FJ (1948) Biometrika 35:246, for the square root.

    Examples
    --------
    >>> people = [20, 30, 42, 53, 130, 76, 84, 88, 92, 90, 88, 84, 80, 75, 70, 66]
    >>> key_age(people=people, youngest=10, seed=1).standing_out
    (14,)
    """
    counts = check_counts(name="people", counts=people)
    base = np.ones(len(counts)) if residents is None else np.asarray(residents, dtype=float)
    _check(counts=counts, base=base)
    p_values, out = _step_down(counts, base, _Draws(seed=seed, times=draws, level=level))
    own = weights_of_neighbours(ages=len(counts), itself=False, without=out)
    return KeyAge(
        ages=tuple(range(youngest, youngest + len(counts))),
        people=tuple(counts.tolist()),
        expected=tuple((curve_through(roots=_roots(counts, base), weights=own) * base).tolist()),
        p_values=tuple(p_values.tolist()),
        level=level,
        residents=tuple(base.tolist()),
    )


def _step_down(counts: Floats, base: Floats, draws: _Draws) -> tuple[Floats, tuple[int, ...]]:
    """Every age's chance, and the ages that stand out: each is left out before the next."""
    random = np.random.default_rng(draws.seed)
    p_values, out = np.zeros(len(counts)), tuple[int, ...]()
    while len(counts) - len(out) >= FEWEST_LEFT:
        rest = np.setdiff1d(np.arange(len(counts)), out)
        found, dealt = _dealt(counts, base, rest, random=random, times=draws.times)
        as_far = (dealt.max(axis=1)[None, :] >= found[:, None]).sum(axis=1)
        # an age that follows is never surer than the one before it
        least = max((p_values[age] for age in out), default=0.0)
        p_values[rest] = np.maximum((1 + as_far) / (draws.times + 1), least)
        farthest = rest[found.argmax()]
        if p_values[farthest] > 1 - draws.level:
            break
        out = tuple(sorted((*out, int(farthest))))
    else:
        # too few are left to be tested again, and the last test was bent by the last age called
        p_values[np.setdiff1d(np.arange(len(counts)), out)] = 1.0
    return p_values, out


def _dealt(
    counts: Floats,
    base: Floats,
    rest: NDArray[np.int64],
    *,
    random: np.random.Generator,
    times: int,
) -> tuple[Floats, Floats]:
    """Deviations as found, and in every draw from the curve of the ages that are left."""
    out = tuple(np.setdiff1d(np.arange(len(counts)), rest).tolist())
    curve = weights_of_neighbours(ages=len(counts), itself=True, without=out)
    own = weights_of_neighbours(ages=len(counts), itself=False, without=out)
    likely = (curve_through(roots=_roots(counts, base), weights=curve) * base)[rest]
    dealt = np.zeros((times, len(counts)))
    people = int(counts[rest].sum())
    dealt[:, rest] = random.multinomial(people, likely / likely.sum(), size=times)
    found = _deviations(counts[None, :], base=base, weights=own)[0]
    return found[rest], _deviations(dealt, base=base, weights=own)[:, rest]


def _check(*, counts: Floats, base: Floats) -> None:
    if len(counts) < FEWEST_AGES or base.shape != counts.shape:
        raise ValueError(
            f"{len(counts)} ages and {len(base)} counts of residents: expected both for each"
            f" of {FEWEST_AGES} ages or more."
        )
    if not (base > 0).all() or not counts.sum() > 0:
        raise ValueError("Nobody was counted, or the residents of an age are not known.")


def _roots(counts: Floats, base: Floats) -> Floats:
    """Square root of the rate, whose variance is 1/4 of 1/base whatever the count."""
    roots: Floats = np.sqrt((counts + 3 / 8) / base)
    return roots


def _deviations(counts: NDArray[np.float64], *, base: Floats, weights: Floats) -> Floats:
    """Standard deviations above what the neighbours say. Shape: draws × ages."""
    roots = _roots(counts, base)
    variance = (1 / base + (weights**2) @ (1 / base)) / 4
    deviations: Floats = (roots - roots @ weights.T) / np.sqrt(variance)
    return deviations

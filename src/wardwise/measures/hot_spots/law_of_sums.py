"""The law of the sum of places drawn at random: exact, and without a draw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.hot_spots.surroundings import whole_counts


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MANY = 2_000_000_000
"""Steps from which the law is worked from its Fourier transform: some seconds."""
FREQUENCIES = 8_192
"""Worked on together."""
MOST_CHANCES = 250_000_000
"""Numbers that a law may hold at once: 2 GB of them."""


@dataclass(frozen=True, eq=False)
class SumLaw:
    """Chances of sums of so many places drawn without replacement.

    Attributes
    ----------
    draws : array
        Numbers of places, rising. Unit: places. Shape: numbers of places.
    at_most, at_least : array
        Chance of that sum or less, of that sum or more. Shape: numbers of places × sums from 0
        to the largest that was asked for.
    """

    draws: Ints
    at_most: Floats
    at_least: Floats

    def row_of(self, draws: ArrayLike) -> Ints:
        """The rows that belong to these numbers of places. Shape: as given."""
        return np.searchsorted(self.draws, np.asarray(draws)).astype(np.int64)


def law_of_sums(*, counts: ArrayLike, draws: ArrayLike, largest: int) -> SumLaw:
    """Exact law of the sum of so many places drawn at random without replacement.

    Parameters
    ----------
    counts : array
        Events of every place that may be drawn. Unit: events; whole, 0 or more. Shape: places.
    draws : array
        Numbers of places to be drawn, each 1 to the number of places.
    largest : int
        Up to which sum the law is wanted. Unit: events.

    Returns
    -------
    SumLaw

    Raises
    ------
    ValueError
        If a count is not whole or not known, more places are drawn than there are, or the sums
        are so large that the law would not fit into memory.

    Notes
    -----
    The number of ways in which k places sum to s is the coefficient of zᵏxˢ in the product of
    (1 + z x^count) over the places. It is built one distinct count at a time as chances, the
    number of places drawn from each being hypergeometric, so that every term is positive and
    even a very small tail keeps its figures. There is no seed and no error but rounding.

    Where that would take billions of steps (tens of thousands of areas with counts in the
    thousands) and the square of the draws is below the number of places, the coefficients of z
    come from Newton's identities at each frequency of x: tails are then right to about 10⁻¹²
    and not smaller.

    References
    ----------
    Pagano M, Tritchler D (1983) Journal of the American Statistical Association 78:435.
    Streitberg B, Röhmel J (1986) Statistical Software Newsletter 12:10, the shift algorithm.

    Examples
    --------
    >>> law = law_of_sums(counts=[0, 1, 3], draws=[2], largest=4)
    >>> law.at_least[0].round(3).tolist()  # 0+1, 0+3 and 1+3 are equally likely
    [1.0, 1.0, 0.667, 0.667, 0.333]
    """
    places = np.asarray(counts)
    pool = whole_counts(counts=places, places=len(places))
    wanted = np.unique(np.asarray(draws, dtype=np.int64))
    if len(wanted) and not 1 <= wanted[0] <= wanted[-1] <= len(pool):
        raise ValueError(
            f"{wanted[0]} to {wanted[-1]} of {len(pool)} places: that cannot be drawn."
        )
    chances = _chances(pool, wanted, int(largest))
    at_least = np.cumsum(chances[:, ::-1], axis=1)[:, ::-1][:, :-1]
    return SumLaw(wanted, np.cumsum(chances[:, :-1], axis=1), at_least)


def steps_of(*, counts: ArrayLike, draws: int, largest: int) -> float:
    """About how many sums and products the law takes to build, one count after another."""
    pool = np.asarray(counts).astype(np.int64)
    return _steps(_distinct(pool)[1], draws, largest)


def _steps(times: Ints, draws: int, largest: int) -> float:
    return float(np.minimum(times, draws).sum()) * draws * (largest + 1) / 2


def _distinct(pool: Ints) -> tuple[Ints, Ints]:
    """Every count that there is, and on how many places."""
    if pool.max() > len(pool):
        return np.unique(pool, return_counts=True)
    times = np.bincount(pool)
    values = np.flatnonzero(times)
    return values, times[values]


def _chances(pool: Ints, wanted: Ints, largest: int) -> Floats:
    """Chance of each sum, the last column being any larger one. Shape: wanted × largest + 2."""
    values, times = _distinct(pool)
    most = int(wanted[-1])
    _check_size(most=most, largest=largest)
    if _steps(times, most, largest) > MANY and most**2 <= len(pool):
        return by_frequency(values=values, times=times, wanted=wanted, largest=largest)
    from wardwise.measures.hot_spots.law_loops import draw_sums

    order = np.argsort(-times, kind="stable")
    law = np.zeros((most + 1, largest + 2))
    law[0, 0] = 1.0
    draw_sums(law, values[order].astype(np.int64), times[order].astype(np.int64))
    found: Floats = law[wanted]
    return found


def _check_size(*, most: int, largest: int) -> None:
    if (most + 1) * (largest + 2) > MOST_CHANCES:
        raise ValueError(
            f"Sums up to {largest:,} of {most:,} places have too many values for an exact law: "
            "take the p-value by permutation."
        )


def by_frequency(*, values: Ints, times: Ints, wanted: Ints, largest: int) -> Floats:
    """The same from Newton's identities between sums of powers and elementary polynomials."""
    most, places = int(wanted[-1]), int(times.sum())
    top = np.sort(np.repeat(values, np.minimum(times, most)))[-most:].sum()
    _check_size(most=most, largest=int(top))
    length = 1 << int(top).bit_length()
    histogram = np.zeros(length)
    histogram[values] = times
    transform = np.fft.fft(histogram) / places
    half = length // 2 + 1
    spectrum = np.empty((len(wanted), half), dtype=complex)
    for start in range(0, half, FREQUENCIES):
        at = np.arange(start, min(start + FREQUENCIES, half))
        powers = [transform[(at * j) % length] for j in range(1, most + 1)]
        spectrum[:, at] = _elementary(powers, places)[wanted]
    chances = np.clip(np.fft.irfft(spectrum, n=length, axis=1), 0.0, None)
    found = np.zeros((len(wanted), largest + 2))
    kept = min(largest + 1, length)
    found[:, :kept] = chances[:, :kept]
    found[:, -1] = chances[:, kept:].sum(axis=1)
    return found


def _elementary(powers: list[NDArray[np.complex128]], places: int) -> NDArray[np.complex128]:
    """The transform of the law for 0, 1, 2 … draws. Shape: draws + 1 × frequencies."""
    made = np.ones((len(powers) + 1, len(powers[0])), dtype=complex)
    for k in range(1, len(powers) + 1):
        made[k] = 0.0
        weight = places / k
        for j in range(1, k + 1):
            # C(places, k − j) ÷ C(places, k), built up factor by factor
            weight *= (k - j + 1) / (places - k + j)
            made[k] += (weight if j % 2 else -weight) * made[k - j] * powers[j - 1]
    return made

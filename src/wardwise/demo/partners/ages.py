"""At what ages people are harmed and suspected: the planted curves, by single year."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

AGES = np.arange(91)
OLDEST_KNOWN = 7
"""Nobody younger: a date of birth is then never a day on which anything else happened."""


def victims_of_anything() -> Floats:
    """Relative rate by age: a peak of young adults, and the key age. Shape: 91 ages."""
    rate = 0.16 + 1.5 / (1 + np.exp(-(AGES - 15.0) / 1.6)) * np.exp(-np.maximum(AGES - 24, 0) / 21)
    first, last = planted.VICTIM_PEAK
    rate += 0.35 * np.exp(-(((AGES - (first + last) / 2) / 3.5) ** 4))
    rate[planted.KEY_AGE] *= planted.KEY_AGE_TIMES
    return _from(rate, OLDEST_KNOWN)


def adults_harmed() -> Floats:
    """Relative rate of domestic abuse by age."""
    grown = 1 / (1 + np.exp(-(AGES - 20.0) / 1.8))
    return _from(grown * (np.exp(-(((AGES - 31) / 15.0) ** 2)) + 0.12), 14)


def householders() -> Floats:
    """Relative rate of those who own what is stolen or damaged."""
    grown = 1 / (1 + np.exp(-(AGES - 22.0) / 2.0))
    return _from(grown * (0.35 + 0.75 * np.exp(-(((AGES - 41) / 19.0) ** 2))), 14)


def suspected() -> Floats:
    """Relative rate of suspects: it rises to a level top and falls slowly, with the key age."""
    first, last = planted.OFFENDING_PEAK
    # its square root rises evenly from a quarter, so that no age of the rise leaps
    share = (AGES - planted.YOUNGEST_SUSPECT) / (first - planted.YOUNGEST_SUSPECT)
    rise = (0.25 + 0.75 * np.clip(share, 0, 1)) ** 2
    rate = np.where(last < AGES, np.exp(-(AGES - last) / 12.0), rise)
    rate[planted.KEY_AGE] *= planted.KEY_AGE_TIMES
    return _from(rate, planted.YOUNGEST_SUSPECT)


def _from(rate: Floats, youngest: int) -> Floats:
    rates: Floats = np.where(youngest <= AGES, rate, 0.0)
    return rates


def drawn_ages(random: np.random.Generator, *, rate: Floats, residents: Ints, people: int) -> Ints:
    """Ages of so many people: the rate of each age times its residents. Shape: people."""
    share = rate * residents
    ages: Ints = random.choice(len(AGES), people, p=share / share.sum())
    return ages


def born(random: np.random.Generator, *, day: Ints, age: Ints) -> Ints:
    """A date of birth of someone of that age on that day; never the first of a month."""
    event = day.astype("datetime64[D]")
    years = (event.astype("datetime64[M]").astype(np.int64) - 12 * age).astype("datetime64[M]")
    birthday = years.astype("datetime64[D]") + (event - event.astype("datetime64[M]"))
    date = birthday - random.integers(2, 363, len(day))
    first = date == date.astype("datetime64[M]").astype("datetime64[D]")
    # the second of the month is the day after, and still not past the birthday
    days: Ints = (date + first).astype(np.int64)
    return days

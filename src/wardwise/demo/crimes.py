"""How many offences, where and when: the model from which every file of the demo follows.

An LSOA's expected count of an offence in a month is residents × rate × days × season × place,
and the count is negative binomial with variance φ × mean (form NB1), so that sums over places
and months keep the same φ. Planted truths multiply the expected count and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths as planted
from wardwise.demo.land import Land
from wardwise.demo.model_table import model_table
from wardwise.demo.people import People
from wardwise.demo.randomness import stream
from wardwise.demo.truths import Truths
from wardwise.domain.period import Month, Period


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

DAYS_A_YEAR = 365.25


@dataclass(frozen=True, eq=False)
class Crimes:
    """``expected`` and ``counts``: LSOAs of the force × months × offences. Unit: offences."""

    lsoas: Ints  # positions in Land
    months: tuple[Month, ...]
    offences: tuple[str, ...]
    expected: Floats
    counts: Ints


def make_crimes(land: Land, people: People, *, truths: Truths, seed: int) -> Crimes:
    """Count the offences of Midshire for every month of the demo."""
    table = model_table("offence")
    months = Period(planted.FIRST_MONTH, planted.LAST_MONTH).months
    lsoas = np.flatnonzero(land.in_midshire)
    yearly = people.residents[lsoas, None] * place_effects(people, lsoas, seed=seed) / 1000
    expected = yearly[:, None, :] * month_effects(months, truths=truths)[None] / DAYS_A_YEAR
    plant(expected, land=land, lsoas=lsoas, months=months, truths=truths)
    heat_ward(expected, land=land, people=people, lsoas=lsoas, truths=truths)
    phi = table["phi"].to_numpy(float)
    counts = overdispersed(stream(seed, "counts"), expected, phi=phi)
    deal_evenly(counts, expected, district=land.district_of[lsoas], seed=seed)
    return Crimes(
        lsoas=lsoas,
        months=months,
        offences=tuple(table["offence"]),
        expected=expected,
        counts=counts,
    )


def place_effects(people: People, lsoas: Ints, *, seed: int) -> Floats:
    """Offences a year per 1,000 residents. Shape: LSOAs × offences."""
    table, random = model_table("offence"), stream(seed, "places")
    pull = np.outer(people.deprivation[lsoas], table["deprivation"]) + np.outer(
        people.town[lsoas], table["centre"]
    )
    shape = table["gamma_shape"].to_numpy(float)
    own = np.exp(pull) * random.gamma(shape, 1 / shape, (len(lsoas), len(table)))
    weight = people.residents[lsoas] / people.residents[lsoas].sum()
    rates: Floats = own / (weight @ own) * table["rate_per_1000"].to_numpy(float)
    return rates


def month_effects(months: tuple[Month, ...], *, truths: Truths) -> Floats:
    """Days of the month × season, the season averaging 1. Shape: months × offences."""
    table = model_table("offence")
    peak, height = table["peak_month"].to_numpy(), table["season_percent"].to_numpy(float) / 100
    height[(table["offence"] == planted.SEASON).to_numpy()] = planted.SEASON_BY[truths.season]
    number = np.array([month.number for month in months])
    days = np.array([month.days for month in months])
    wave = np.cos(2 * np.pi * (number[:, None] - peak) / 12)
    effects: Floats = days[:, None] * (1 + height * wave)
    return effects


def plant(
    expected: Floats, *, land: Land, lsoas: Ints, months: tuple[Month, ...], truths: Truths
) -> None:
    """Multiply the expected counts, in place, by what is planted in time."""
    offences = list(model_table("offence")["offence"])
    home = land.district_of[lsoas] == 0
    latest = np.array([month in planted.LATEST_YEAR for month in months])
    after = np.array([month >= planted.RECORDING_CHANGED for month in months])
    rise, recording = offences.index(planted.RISE), offences.index(planted.RECORDING)
    expected[..., rise][np.ix_(home, latest)] *= planted.RISE_BY[truths.rise]
    expected[:, after, recording] *= planted.RECORDING_BY[truths.recording]


def heat_ward(expected: Floats, *, land: Land, people: People, lsoas: Ints, truths: Truths) -> None:
    """Bring the hot ward, in place, to its multiple of the other wards' rate."""
    times = planted.HOT_BY[truths.hot_ward]
    if times is None:
        return
    offence = list(model_table("offence")["offence"]).index(planted.HOT)
    home = land.district_of[lsoas] == 0
    hot = land.ward_of[lsoas] == land.ward_named(planted.HOT_WARD)
    rates = [
        expected[which][..., offence].sum() / people.residents[lsoas][which].sum()
        for which in (home & ~hot, hot)
    ]
    expected[hot, :, offence] *= times * rates[0] / rates[1]


def deal_evenly(counts: Ints, expected: Floats, *, district: Ints, seed: int) -> None:
    """Deal each district's month of one offence, in place, over its LSOAs by what is expected."""
    random = stream(seed, "even in place and time")
    offence = list(model_table("offence")["offence"]).index(planted.EVEN)
    for own in (district == one for one in np.unique(district)):
        for month in range(counts.shape[1]):
            share = expected[own, month, offence]
            total = counts[own, month, offence].sum()
            counts[own, month, offence] = random.multinomial(total, share / share.sum())


def overdispersed(random: np.random.Generator, expected: Floats, *, phi: Floats | float) -> Ints:
    """Negative binomial counts with variance φ × expected, φ above 1. Same shape as expected."""
    excess = np.broadcast_to(np.asarray(phi, dtype=float) - 1, expected.shape)
    drawn: Ints = random.poisson(random.gamma(expected / excess, excess))
    return drawn

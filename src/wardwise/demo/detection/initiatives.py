"""What is said of initiatives that worked, that moved crime, and that did nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths as planted
from wardwise.demo.detection.changes import AFTER, BEFORE
from wardwise.demo.detection.rate import Rate
from wardwise.demo.detection.scene import Scene, draws
from wardwise.demo.initiatives import MOVED, NOTHING_OFFENCE, PICKED, WORKED, Wards
from wardwise.demo.months import months_of
from wardwise.demo.records import UNLOCATED
from wardwise.demo.truths import Size
from wardwise.domain.nothing import NotKnown
from wardwise.measures.change.dispersion import dispersion
from wardwise.measures.effect.called import Effect, effect_called
from wardwise.measures.effect.displacement_difference import weighted_displacement_difference
from wardwise.measures.effect.level_weights import level_weights
from wardwise.measures.effect.segmented_regression import segmented_regression
from wardwise.measures.effect.selection import effect_without_selection


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PERIODS = (BEFORE.earlier(), BEFORE, AFTER)
START = months_of(AFTER).start


@dataclass(frozen=True, eq=False)
class Seed:
    """One drawing. ``roles``: treated, control and next door if watched × months."""

    roles: Ints
    phi: float

    def said(self, *, phi: float | None = None, picked: bool = False) -> Effect:
        """The word, as in a run."""
        weights = level_weights(before=self.roles[:, :START].sum(axis=1))
        assert not isinstance(weights, NotKnown)
        counts = np.stack([self.roles[:, months_of(one)].sum(axis=1) for one in PERIODS], axis=1)
        lengths = [one.days / AFTER.days for one in PERIODS]
        wide = self.phi if phi is None else phi
        found = weighted_displacement_difference(
            counts=counts[:, 1:], time_weights=lengths[1:], area_weights=weights, phi=wide
        )
        chosen = effect_without_selection(
            counts=counts, time_weights=lengths, area_weights=weights, phi=wide
        )
        assert not isinstance(chosen, NotKnown)
        beside = found.displacement
        return effect_called(
            local=(found.local.lower, found.local.upper),
            total=(found.total.lower, found.total.upper),
            displacement=(beside.lower, beside.upper) if beside else None,
            since_earlier=(chosen.since_earlier.lower, chosen.since_earlier.upper),
            was_picked_high=picked or chosen.was_high,
        )

    def has_step(self) -> bool:
        """Whether the regression of months leaves out nought."""
        found = segmented_regression(
            treated=self.roles[0].astype(float),
            control=self.roles[1].astype(float),
            start=START,
        )
        return not isinstance(found, NotKnown) and not found.step.holds(0.0)


def in_wards(scene: Scene, one: Wards, *, fall: float, moves: bool, seeds: int) -> Iterator[Seed]:
    """Drawings of an initiative in wards, with and without its effect."""
    expected = scene.expected_by_ward(one.offence).copy()
    positions = list(scene.wards)
    area = [positions.index(scene.land.ward_named(name)) for name in one.area]
    beside = [positions.index(scene.land.ward_named(name)) for name in one.beside]
    gone = expected[area, START:] * fall
    expected[area, START:] -= gone
    if moves:
        share = expected[beside].sum(axis=1) / expected[beside].sum()
        expected[beside, START:] += share[:, None] * gone.sum(axis=0)
    rest = [n for n in range(len(positions)) if n not in (*area, *beside)]
    for drawn in draws(expected, offence=one.offence, seeds=seeds):
        roles = np.stack([drawn[rows].sum(axis=0) for rows in (area, rest, beside)])
        yield Seed(roles, _phi(drawn))


def picked(scene: Scene, *, seeds: int) -> Iterator[Seed]:
    """Nothing is done, in the neighbourhoods with most burglaries of the year before."""
    crimes, land = scene.crimes, scene.land
    home = np.flatnonzero(land.district_of[crimes.lsoas] == 0)
    usable = land.ward_of[crimes.lsoas][home] != land.ward_named(planted.HOT_WARD)
    column = crimes.offences.index(NOTHING_OFFENCE)
    expected = crimes.expected[home][:, :, column] * (1 - UNLOCATED)
    ward = np.unique(land.ward_of[crimes.lsoas][home], return_inverse=True)[1]
    for drawn in draws(expected, offence=NOTHING_OFFENCE, seeds=seeds):
        before = np.where(usable, drawn[:, months_of(BEFORE)].sum(axis=1), -1)
        highest = np.zeros(len(home), dtype=bool)
        highest[np.argsort(-before, kind="stable")[:PICKED]] = True
        by_ward = np.zeros((ward.max() + 1, drawn.shape[1]), dtype=np.int64)
        np.add.at(by_ward, ward, drawn)
        roles = np.stack([drawn[highest].sum(axis=0), drawn[~highest].sum(axis=0)])
        yield Seed(roles, _phi(by_ward))


def _phi(by_ward: Ints) -> float:
    """As in a run: of the partnership's wards, with what carries over."""
    return dispersion(
        before=by_ward[:, months_of(BEFORE)],
        after=by_ward[:, months_of(AFTER)],
        days_before=np.array([month.days for month in BEFORE.months]),
        days_after=np.array([month.days for month in AFTER.months]),
    ).phi_carried


def nothing_done(scene: Scene, seeds: int) -> list[Rate]:
    """False alarms: where an area was named beforehand, and where it was picked for its height."""
    fixed = list(in_wards(scene, WORKED, fall=0.0, moves=False, seeds=seeds))
    high = list(picked(scene, seeds=seeds))
    named = f"{WORKED.offence}, nothing done"
    chosen = f"{NOTHING_OFFENCE}, nothing done in the {PICKED} highest neighbourhoods"

    def rate(what: str, says: str, times: int, *, wanted: bool | None = False) -> Rate:
        return Rate("initiative", Size.NONE, what, says, times, seeds, wanted)

    def times(found: list[Seed], *words: Effect, **how: float) -> int:
        return sum(one.said(**how) in words for one in found)  # type: ignore[arg-type]

    moved = (Effect.REDUCED, Effect.MOVED, Effect.MORE)
    return [
        rate(named, "reduced", times(fixed, Effect.REDUCED)),
        rate(named, "reduced, moved or more", times(fixed, *moved)),
        rate(named, "reduced, moved or more, Poisson", times(fixed, *moved, phi=1.0), wanted=None),
        rate(named, "a step month by month", sum(one.has_step() for one in fixed)),
        rate(chosen, "reduced", times(high, Effect.REDUCED, picked=True)),
        rate(
            chosen,
            "a return to its usual level",
            times(high, Effect.RETURNED, picked=True),
            wanted=True,
        ),
    ]


def something_done(scene: Scene, size: Size, seeds: int) -> list[Rate]:
    """One that worked and one that moved crime next door, at one size."""
    share = planted.FALL_BY[size]
    rates = []
    for one, right, wrong in (
        (WORKED, Effect.REDUCED, Effect.MOVED),
        (MOVED, Effect.MOVED, Effect.REDUCED),
    ):
        moves = one is MOVED
        found = [seed.said() for seed in in_wards(scene, one, fall=share, moves=moves, seeds=seeds)]
        what = f"{one.offence} −{share:.0%}" + (", all of it next door" if moves else "")
        rates += [
            Rate("initiative", size, what, str(right), found.count(right), seeds, wanted=True),
            Rate("initiative", size, what, str(wrong), found.count(wrong), seeds, wanted=False),
        ]
    return rates

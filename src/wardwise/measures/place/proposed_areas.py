"""The contiguous areas that hold most harm for a given share of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.place.neighbours import Marks, in_one_piece, known_people, touching
from wardwise.measures.place.places import counted_places


Floats = NDArray[np.float64]
SPLITS = (1.0, 2 / 3, 1 / 2)
"""Part of the people still to be had that the next area is given."""
SEEDS = 60
"""Places from which an area is grown: those with most harm for their people."""


@dataclass(frozen=True, eq=False)
class ProposedAreas:
    """Areas of whole places, none touching another.

    Attributes
    ----------
    parts : tuple of tuple of int
        Positions of the places of each area, in ascending order; the area with most harm first.
    inside : array
        1 for a place in any of them, else 0. Shape: places.
    people_percent, held_percent : float
        Of all people, and of all harm (or offences). Unit: percent.
    """

    parts: tuple[tuple[int, ...], ...]
    inside: Floats
    people_percent: float
    held_percent: float


def proposed_areas(
    *,
    held: ArrayLike,
    people: ArrayLike,
    neighbours: Sequence[Sequence[int]],
    people_percent: float = 9,
    parts: int = 2,
    reach: int | None = None,
) -> ProposedAreas:
    """Areas in one piece each that together hold most, with no more than a share of people.

    Parameters
    ----------
    held : array
        Harm, or offences, by place. Unit: severity points or offences. Shape: places.
    people : array
        Residents by place. Unit: people. Shape: places.
    neighbours : sequence of sequences of int
        Positions of the places that touch each place. Shape: places.
    people_percent : float
        Most people that the areas may have together, of all. Unit: percent.
    parts : int
        Most areas, one or more.
    reach : int, optional
        Most steps from neighbour to neighbour between any place of an area and the one that it
        was grown from, so that no area winds through the whole; as many as it takes if not given.

    Returns
    -------
    ProposedAreas
        No area at all where no place is small enough.

    Raises
    ------
    ValueError
        If a number is not known, the lists do not fit, or the share is not above 0 and under 100.

    Notes
    -----
    To find the best is a hard problem (a connected knapsack); this is a rule of thumb, held in
    tests against every possible area of small maps. From each of the places with most harm for
    its people an area is grown: the touching place is added that has most for its people, alone
    or with one place behind it, until no further place fits. Places at the edge are then changed
    for others, or added, as long as that gains. With several areas the first is given all, two
    thirds or half of the people, the next likewise of what is left, and the best division kept.
    An area proposed from a year's counts holds less of the next year's, for part of what made it
    stand out was chance: judge it on a later period.

    References
    ----------
    Duque JC, Anselin L, Rey SJ (2012) The max-p-regions problem, Journal of Regional Science
    52:397, for growing and exchanging. Hale RT (2019) and others call the aim a prize-collecting
    subgraph.

    Examples
    --------
    >>> found = proposed_areas(
    ...     held=[9, 1, 1, 6], people=[10, 10, 10, 10], neighbours=[[1], [2], [3], []],
    ...     people_percent=50, parts=2,
    ... )
    >>> found.parts, found.held_percent
    (((0,), (3,)), 88.23529411764706)
    """
    harm = counted_places(counts=held)
    residents = known_people(people=people, places=len(harm))
    if not 0 < people_percent < 100 or parts < 1 or (reach is not None and reach < 1):
        raise ValueError(f"people_percent {people_percent}, parts {parts}: above 0; 1 or more.")
    touch = touching(neighbours=neighbours, places=len(harm))
    land = _Land(harm, residents, touch, len(harm) if reach is None else reach)
    most = residents.sum() * people_percent / 100
    nothing = np.zeros(len(harm), dtype=bool)
    best = max(land.divided(most, nothing, parts), key=land.held_by_all, default=())
    ordered = sorted(best, key=lambda part: (-float(harm[part].sum()), int(np.argmax(part))))
    inside = np.any([nothing, *ordered], axis=0)
    return ProposedAreas(
        parts=tuple(tuple(np.flatnonzero(part).tolist()) for part in ordered),
        inside=inside.astype(float),
        people_percent=float(100 * residents[inside].sum() / residents.sum()),
        held_percent=float(100 * harm[inside].sum() / harm.sum()),
    )


class _Land:
    """The places, and what can be grown on them."""

    def __init__(self, harm: Floats, people: Floats, touch: Marks, reach: int) -> None:
        self.harm, self.people, self.touch, self.reach = harm, people, touch, reach
        self.density = harm / np.maximum(people, 1.0)
        pair = (harm[:, None] + harm) / np.maximum(people[:, None] + people, 1.0)
        self.with_next = np.where(touch, pair, -1.0)

    def held_by_all(self, parts: tuple[Marks, ...]) -> float:
        return float(sum(self.harm[part].sum() for part in parts))

    def divided(self, most: float, taken: Marks, parts: int) -> Iterator[tuple[Marks, ...]]:
        """Every division of the people over so many areas or fewer."""
        for split in SPLITS if parts > 1 else (1.0,):
            first = self.best_area(most * split, taken)
            if first is None:
                continue
            yield (first,)
            if parts == 1:
                continue
            around = taken | first | self.touch[first].any(axis=0)
            left = most - float(self.people[first].sum())
            for others in self.divided(left, around, parts - 1):
                yield (first, *others)

    def best_area(self, most: float, taken: Marks) -> Marks | None:
        """The best of the areas grown from each seed; the first of equals."""
        free = np.flatnonzero(~taken & (self.people <= most) & (self.harm > 0))
        seeds = free[np.argsort(-self.density[free], kind="stable")][:SEEDS]
        grown = [self._area(int(seed), most, taken | ~self._near(int(seed))) for seed in seeds]
        return max(grown, key=lambda area: float(self.harm[area].sum()), default=None)

    def _area(self, seed: int, most: float, barred: Marks) -> Marks:
        return self.bettered(self.grown(seed, most, barred), most, barred)

    def _near(self, seed: int) -> Marks:
        """The places within reach of the seed."""
        near = np.zeros(len(self.harm), dtype=bool)
        near[seed] = True
        for _ in range(self.reach):
            further = near | self.touch[near].any(axis=0)
            if (further == near).all():
                break
            near = further
        return near

    def grown(self, seed: int, most: float, taken: Marks) -> Marks:
        inside = np.zeros(len(self.harm), dtype=bool)
        inside[seed] = True
        edge = self.touch[seed] & ~taken
        left = most - self.people[seed]
        while True:
            places = np.flatnonzero(edge & (self.people <= left) & ~inside)
            if not len(places):
                return inside
            added = int(places[np.argmax(self._worth(places, left, inside | taken))])
            inside[added] = True
            left -= self.people[added]
            edge |= self.touch[added] & ~taken

    def _worth(self, places: NDArray[np.int64], left: float, spent: Marks) -> Floats:
        """Harm for people of each place, alone or with the best place behind it that fits."""
        fits = self.people[places][:, None] + self.people <= left
        behind = np.where(fits & ~spent, self.with_next[places], -1.0).max(axis=1)
        worth: Floats = np.maximum(self.density[places], behind)
        return worth

    def bettered(self, area: Marks, most: float, taken: Marks) -> Marks:
        """The same after every exchange at its edge that gains."""
        while True:
            better = self._exchanged(area, most, taken)
            if better is None:
                return area
            area = better

    def _exchanged(self, area: Marks, most: float, taken: Marks) -> Marks | None:
        """The exchange, or plain addition, that gains most; None where none gains."""
        best, found = 1e-9, None
        left = most - float(self.people[area].sum())
        leaving = [None, *np.flatnonzero(area)[np.argsort(self.harm[area], kind="stable")]]
        beside = self.touch[area].any(axis=0) & ~area & ~taken
        for out in leaving:
            lost = 0.0 if out is None else float(self.harm[out])
            room = left if out is None else left + float(self.people[out])
            gain = np.where(beside & (self.people <= room), self.harm - lost, -1.0)
            if not gain.max() > best:
                continue
            for into in np.argsort(-gain, kind="stable"):
                if not gain[into] > best:
                    break
                changed = area.copy()
                changed[into] = True
                if out is not None:
                    changed[out] = False
                if out is None or in_one_piece(changed, self.touch):
                    best, found = float(gain[into]), changed
                    break
        return found

"""Who comes again: events are strung into chains, one person each, with a planted share of repeats.

Every event that no chain has reached yet begins one. A chain goes on with the planted chance, to
an event some days later, the nearest in time that is free. As nobody is in two chains of a kind,
the share of people with another event within a year of their first is the planted one exactly.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted


Ints = NDArray[np.int64]
Random = np.random.Generator

YEAR = 365
GOLDEN = (5**0.5 - 1) / 2
"""Multiples of it are spread evenly between 0 and 1, however many there are."""
LOOKED_AT = 60
"""Events among which one at the same place is sought."""
MANY_TIMES, OFTENER = 6, 4
"""Those who come again more often than this do so at so much shorter intervals."""


def steps_of_chains(random: Random, *, events: int, share: float) -> Ints:
    """How many more events follow if a chain begins here; a few go on for long. Shape: events."""
    # evenly spread, not independent: one set of data then shows the planted share closely
    goes_on = (random.random() + GOLDEN * np.arange(events)) % 1 < share
    is_prolific = random.random(events) < planted.PROLIFIC
    chance = np.where(is_prolific, planted.MANY, planted.FEW)
    more: Ints = np.where(goes_on, random.geometric(1 - chance), 0)
    return more


def chains(random: Random, *, day: Ints, place: Ints, share: float) -> Ints:
    """The number of the chain of each event. ``place``: a chain stays there where it can."""
    order = np.argsort(day, kind="stable")
    days, places = day[order].tolist(), place[order].tolist()
    more = steps_of_chains(random, events=len(days), share=share).tolist()
    free = _Free(days, places)
    gaps = np.ceil(random.exponential(planted.REPEAT_DAYS, 4 * len(days) + 64)).astype(int).tolist()
    chain = [-1] * len(days)
    number = 0
    for begin in range(len(days)):
        if chain[begin] >= 0:
            continue
        chain[begin] = number
        at = begin
        for step in range(more[begin]):
            gap = min(gaps[(begin * 3 + step) % len(gaps)], YEAR)
            gap = 1 + gap // OFTENER if more[begin] > MANY_TIMES else gap
            found = free.after(
                at, gap=gap, chain=chain, until=days[begin] + YEAR if not step else 0
            )
            if found < 0:
                break
            chain[found], at = number, found
        number += 1
    answer = np.empty(len(days), dtype=np.int64)
    answer[order] = chain
    return answer


@dataclass(frozen=True)
class _Free:
    days: Sequence[int]
    places: Sequence[int]

    def after(self, at: int, *, gap: int, chain: list[int], until: int) -> int:
        """The event nearest after so many days that is free, at the same place if one is near."""
        first = bisect_left(self.days, self.days[at] + gap)
        found = self._scan(range(first, min(first + LOOKED_AT, len(self.days))), at, chain, until)
        if found < 0:  # nothing free later: look backwards to the day after
            found = self._scan(range(min(first, len(self.days)) - 1, at, -1), at, chain, until)
        return found

    def _scan(self, span: range, at: int, chain: list[int], until: int) -> int:
        spare = -1
        for n in span:
            if chain[n] >= 0 or self.days[n] <= self.days[at]:
                continue
            if until and self.days[n] > until:
                if span.step > 0:
                    break
                continue
            if self.places[n] == self.places[at]:
                return n
            spare = n if spare < 0 else spare
        return spare

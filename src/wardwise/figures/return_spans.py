"""Periods of a return that make a year, what is counted in them, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.domain.figure import Figure, Json
from wardwise.domain.period import Period


YEAR = 12  # months


@dataclass(frozen=True)
class Span:
    """One period of a return, or several that make a year together."""

    periods: tuple[Period, ...]

    @property
    def whole(self) -> Period:
        """First to last month."""
        return Period(self.periods[0].first, self.periods[-1].last)

    @property
    def names(self) -> list[Json]:
        """As a question names them."""
        return [str(period) for period in self.periods]


@dataclass(frozen=True)
class Told:
    """A count; where a part of it is withheld by the supplier, the least and most it can be."""

    count: Figure
    least: Figure | None = None
    most: Figure | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is one number."""
        return self.count.status == "known"

    @property
    def number(self) -> float:
        """The count, where it is known."""
        return float(self.count.number)


@dataclass(frozen=True)
class Named:
    """What is counted: an item of a return, of one category or of them all, of one cohort."""

    item: str
    category: str | None = None
    cohort: str | None = None


def years_tiled(periods: Sequence[Period], length: int) -> tuple[Span, ...]:
    """Whole years of months or quarters, the last ending with the last that is held."""
    held, last = set(periods), periods[-1]
    found: list[Span] = []
    while True:
        year = tuple(last.earlier(length * n) for n in reversed(range(YEAR // length)))
        if not set(year) <= held:
            return tuple(reversed(found))
        found.append(Span(year))
        last = last.earlier(YEAR)

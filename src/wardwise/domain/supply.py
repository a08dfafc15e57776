"""What the law says that partners supply each quarter, and what of it came."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.period import Month, Period


@dataclass(frozen=True)
class Prescribed:
    """A dataset that an authority has to supply: which item of the Regulations, and who."""

    dataset: str
    title: str
    supplier: str
    item: str


@dataclass(frozen=True)
class QuarterSupply:
    """One dataset in one quarter. Nothing was supplied where ``received_on`` is None.

    ``rows`` are used and ``set_aside`` are not, by reason; ``located`` of those used have a
    place, ``places`` how precise a one. A month counts as held where any row of it came.
    ``asked`` says who was asked, and when.
    """

    prescribed: Prescribed
    quarter: Period
    received_on: datetime.date | None
    months_held: tuple[Month, ...]
    first_day: str | None
    last_day: str | None
    rows: int
    set_aside: Mapping[str, int]
    located: int
    places: Mapping[str, int]
    asked: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every month of the quarter has rows."""
        return len(self.months_held) == self.quarter.length

    @property
    def not_held(self) -> tuple[Month, ...]:
        """Months of the quarter without a row."""
        return tuple(month for month in self.quarter.months if month not in self.months_held)


@dataclass(frozen=True)
class Supply:
    """Every prescribed dataset in every quarter looked at.

    ``judged_on`` is the day on which the last file came: what is not supplied by then is not
    supplied. ``undated`` are rows that cannot be put in any quarter, by dataset.
    """

    rows: tuple[QuarterSupply, ...]
    judged_on: datetime.date
    undated: Mapping[str, int]

    @property
    def quarters(self) -> tuple[Period, ...]:
        """The quarters, earliest first."""
        return tuple(sorted({row.quarter for row in self.rows}))


def quarters_to(last: Month, *, count: int = 4) -> tuple[Period, ...]:
    """The last calendar quarters that end by a month, earliest first.

    >>> [str(one) for one in quarters_to(Month(2024, 4), count=2)]
    ['2023-10/2023-12', '2024-01/2024-03']
    """
    end = last.plus(-(last.number % 3))
    ends = [end.plus(-3 * n) for n in reversed(range(count))]
    return tuple(Period(one.plus(-2), one) for one in ends)

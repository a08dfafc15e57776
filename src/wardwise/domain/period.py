"""Whole months and runs of them, both ends named."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass


NAMES = tuple(calendar.month_name)


@dataclass(frozen=True, order=True)
class Month:
    """One calendar month. Prints as ``YYYY-MM``."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12:
            raise ValueError(f"'{self.number}' is not a month: expected 1 to 12.")

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``YYYY-MM``; anything else is a ValueError that says so."""
        if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
            raise ValueError(f"'{text}' is not a month: expected YYYY-MM.")
        return cls(int(text[:4]), int(text[5:]))

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Month:
        """The month that many months after January of year 0."""
        return cls(ordinal // 12, ordinal % 12 + 1)

    @property
    def ordinal(self) -> int:
        """Months since January of year 0."""
        return self.year * 12 + self.number - 1

    @property
    def days(self) -> int:
        """Days in the month."""
        return calendar.monthrange(self.year, self.number)[1]

    @property
    def label(self) -> str:
        """As a person says it: ``May 2023``."""
        return f"{NAMES[self.number]} {self.year}"

    def plus(self, months: int) -> Month:
        """The month so many months later (earlier, if negative)."""
        return Month.from_ordinal(self.ordinal + months)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


@dataclass(frozen=True, order=True)
class Period:
    """A run of whole months, first and last inclusive."""

    first: Month
    last: Month

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"A period cannot end ({self.last}) before it starts ({self.first}).")

    @classmethod
    def ending(cls, last: Month, *, months: int = 12) -> Period:
        """The period of so many months that ends with ``last``."""
        return cls(last.plus(1 - months), last)

    @classmethod
    def parse(cls, first: str, last: str) -> Period:
        """From two ``YYYY-MM`` texts."""
        return cls(Month.parse(first), Month.parse(last))

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month of the period, in order."""
        return tuple(
            Month.from_ordinal(n) for n in range(self.first.ordinal, self.last.ordinal + 1)
        )

    @property
    def length(self) -> int:
        """Number of months."""
        return self.last.ordinal - self.first.ordinal + 1

    @property
    def days(self) -> int:
        """Number of days."""
        return sum(month.days for month in self.months)

    def earlier(self, months: int = 12) -> Period:
        """The same length, so many months earlier."""
        return Period(self.first.plus(-months), self.last.plus(-months))

    @property
    def label(self) -> str:
        """As a person says it: ``May 2023 to April 2024``, or ``2023`` for a calendar year."""
        if self.first == self.last:
            return self.first.label
        if self.first.number == 1 and self.last.number == 12 and self.first.year == self.last.year:
            return str(self.first.year)
        return f"{self.first.label} to {self.last.label}"

    def __contains__(self, month: Month) -> bool:
        return self.first <= month <= self.last

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"

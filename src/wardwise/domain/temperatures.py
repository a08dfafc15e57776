"""The highest temperature of every day, as the partnership's own file has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Temperatures:
    """Days as ``YYYY-MM-DD``, none missing between, and their maximum. Unit: degrees Celsius."""

    days: tuple[str, ...]
    maximum_celsius: tuple[float, ...]

    def hot(self, from_celsius: float, *, between: tuple[str, str]) -> list[str]:
        """Days within those two that were as warm or warmer.

        >>> Temperatures(("2024-07-01", "2024-07-02"), (24.9, 25.0)).hot(
        ...     25, between=("2024-07-01", "2024-07-31"))
        ['2024-07-02']
        """
        both = zip(self.days, self.maximum_celsius, strict=True)
        first, last = between
        return [day for day, maximum in both if maximum >= from_celsius and first <= day <= last]

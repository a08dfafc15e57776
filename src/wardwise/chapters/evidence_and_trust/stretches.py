"""Stretches of months that follow one another, told as one."""

from __future__ import annotations

from wardwise.domain.period import Period


def joined(periods: list[Period]) -> list[Period]:
    """Periods that follow one another as one."""
    found: list[Period] = []
    for period in periods:
        if found and found[-1].last.plus(1) == period.first:
            found[-1] = Period(found[-1].first, period.last)
        else:
            found.append(period)
    return found

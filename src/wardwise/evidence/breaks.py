"""Breaks in the series that bear on this partnership: the register's and the settings' own."""

from __future__ import annotations

from wardwise.domain.period import Month
from wardwise.domain.settings import Settings


Break = tuple[Month, str, str]


def breaks(settings: Settings) -> tuple[Break, ...]:
    """Month, offence ('' for every group) and what broke, in order of time."""
    found: list[Break] = []
    for one in settings.series_breaks:
        month = Month.parse(one.month)
        found += [(month, offence, one.what) for offence in one.offences or ("",)]
    return tuple(sorted(found, key=lambda row: (row[0], row[1], row[2])))

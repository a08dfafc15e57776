"""Breaks in the series that bear on this partnership: the settings' own and the register's.

A break that the settings list is known to bear on these counts: nothing is compared across
it. The register holds national and force-wide changes whose effect here is not known: they
are drawn, limits are worked again from there, and a change across one is printed with the
caution that the counting changed.
"""

from __future__ import annotations

from wardwise.domain.period import Month
from wardwise.domain.settings import Settings
from wardwise.reference.load import load_table


Break = tuple[Month, str, str]
COUNTING = ("counting rule", "classification", "recording practice", "system")
EVERYWHERE = "England and Wales"


def breaks(settings: Settings) -> tuple[Break, ...]:
    """Month, offence ('' for every group) and what broke, in order of time."""
    found: list[Break] = []
    for one in settings.series_breaks:
        month = Month.parse(one.month)
        found += [(month, offence, one.what) for offence in one.offences or ("",)]
    return tuple(sorted(found))


def register(force: str) -> tuple[Break, ...]:
    """The reference register's breaks in counting for the force, in order of time."""
    found: list[Break] = []
    for row in load_table("series_break").rows:
        if row["area"] not in (EVERYWHERE, force) or row["kind"] not in COUNTING:
            continue
        month = Month.parse(str(row["month"]))
        names = [part.strip() for part in str(row["offences"] or "").split(";")]
        found += [(month, name, str(row["what"])) for name in names]
    return tuple(sorted(found))

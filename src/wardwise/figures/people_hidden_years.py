"""Which single years of age are too few to print, beside the bands that are printed too."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.figures.people_groups import Groups
from wardwise.figures.people_withheld import hidden_groups


def hidden_years(
    counts: Sequence[int], *, youngest: int, bands: Groups, least: int
) -> frozenset[int]:
    """Positions that are not printed: in each band, with what is left of the band as one more.

    A band whose own number is withheld prints none of its years.
    """
    hidden: set[int] = set()
    for (low, high), group, n in zip(bands.bands, bands.groups, bands.true_counts, strict=True):
        last = len(counts) + youngest - 1
        ages = range(max(low, youngest), min(last if high is None else high, last) + 1)
        inside = [age - youngest for age in ages]
        if group.count.status == "withheld":
            hidden |= set(inside)
            continue
        # people of the band whose year is not known, or is beyond those shown
        rest = n - sum(counts[at] for at in inside)
        within = hidden_groups([rest, *(counts[at] for at in inside)], least=least)
        hidden |= {inside[at - 1] for at in within if at}
    outside = {
        at for at, n in enumerate(counts) if 0 < n < least or not _in_a_band(at + youngest, bands)
    }
    return frozenset(hidden | outside)


def _in_a_band(age: int, bands: Groups) -> bool:
    return any(low <= age and (high is None or age <= high) for low, high in bands.bands)

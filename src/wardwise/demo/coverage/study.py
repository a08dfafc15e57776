"""Every case of every measure."""

from __future__ import annotations

from wardwise.demo.coverage.ages_and_chance import (
    by_residents,
    key_ages_found,
    no_concentration,
    no_key_age,
    peaks,
)
from wardwise.demo.coverage.case import SEEDS, Case
from wardwise.demo.coverage.counts_and_shares import counts, shares
from wardwise.demo.coverage.people_drawn import (
    differences,
    frequency,
    overlap,
    predicted,
    repeats,
    vulnerability,
)
from wardwise.demo.coverage.repeats_and_homes import course, distances, years


OF_INTERVALS = (
    counts,
    shares,
    repeats,
    vulnerability,
    overlap,
    frequency,
    predicted,
    differences,
    course,
    years,
    distances,
)
OF_TESTS = (peaks, no_key_age, key_ages_found, by_residents, no_concentration)


def study(*, seeds: int = SEEDS) -> tuple[Case, ...]:
    """Draw every case so many times."""
    return tuple(case for cases in (*OF_INTERVALS, *OF_TESTS) for case in cases(seeds))

"""The Poisson scan on Luton's neighbourhoods put in random places: the figures of decision 31."""

from __future__ import annotations

import numpy as np
import pytest

from wardwise.figures.by_lsoa import offences_by_lsoa, residents_by_lsoa
from wardwise.figures.desk import Desk
from wardwise.measures.scan.expected_dispersion import expected_dispersion
from wardwise.measures.scan.poisson_scan import poisson_scan
from wardwise.measures.scan.windows import scan_windows


pytestmark = [pytest.mark.shared, pytest.mark.slow]

TRIES, REPLICATES = 12, 99


@pytest.mark.parametrize("offence", ["Burglary", "Robbery", "Shoplifting"])
def test_a_scan_that_does_not_know_how_uneven_places_are_is_always_wrong(
    luton_desk: Desk, offence: str
) -> None:
    place, areas = luton_desk.evidence.place, luton_desk.evidence.local.areas
    at = np.array([place.metres[area.code] for area in areas])
    held = offences_by_lsoa(luton_desk, offence=offence, period=luton_desk.latest)
    people = residents_by_lsoa(luton_desk)
    counts, residents = held.values, people.values  # type: ignore[union-attr]
    phi = expected_dispersion(counts=counts, expected=residents)
    assert phi > 4
    random, plain, honest = np.random.default_rng(1), 0, 0
    for seed in range(TRIES):
        order = random.permutation(len(counts))
        windows = scan_windows(
            x=at[:, 0], y=at[:, 1], weights=residents[order], limits={"most_percent": 25.0}
        )
        asked = {
            "counts": counts[order],
            "expected": residents[order],
            "windows": windows,
            "seed": seed,
            "replicates": REPLICATES,
        }
        plain += poisson_scan(**asked).p_value <= 0.05
        honest += poisson_scan(**asked, dispersion=phi).p_value <= 0.05
    assert plain == TRIES
    assert honest <= 2  # 5% would give 3 or more in one study of fifty

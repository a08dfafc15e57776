"""Places among similar partnerships worked again, pair by pair, with φ of the published years."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd
import pytest

from wardwise.measures.change.dispersion_of_years import dispersion_of_years
from wardwise.measures.compare.rank import rank_position
from wardwise.sources.ons_csp import read_ons_csp


pytestmark = pytest.mark.shared

LUTON, DUDLEY = "E22000010", "E22000337"


@pytest.fixture(scope="module")
def published(shared: Path) -> pd.DataFrame:
    """Partnership × (both years' counts, residents) for every offence."""
    table = read_ons_csp([shared / "data"]).tables["official_count"].to_pandas()
    return table[(table["level"] == "partnership") & table["csp_code"].notna()]


def year(published: pd.DataFrame, offence: str | None, last: str) -> pd.DataFrame:
    """One offence of one year by partnership."""
    named = published["offence"].isna() if offence is None else published["offence"] == offence
    return published[named & (published["last_month"] == last)].set_index("csp_code")


def slow_places(counts: list[float], people: list[float], phi: float) -> tuple[int, int, int]:
    """Position, best and worst place: each other area in turn, then Holm by hand."""
    ours, tests = counts[0] / people[0], []
    for count, base in zip(counts[1:], people[1:], strict=True):
        share = people[0] / (people[0] + base)
        expected = (counts[0] + count) * share
        z = (counts[0] - expected) / math.sqrt(phi * expected * (1 - share))
        tests.append((math.erfc(abs(z) / math.sqrt(2)), count / base > ours))
    above = below = 0
    for done, (p, is_above) in enumerate(sorted(tests)):
        if p > 0.05 / (len(tests) - done):
            break
        above, below = above + is_above, below + (not is_above)
    position = 1 + sum(is_above for _, is_above in tests)
    return position, 1 + above, len(counts) - below


@pytest.mark.parametrize("ours", [LUTON, DUDLEY])
@pytest.mark.parametrize("offence", [None, "Theft offences", "Shoplifting", "Drug offences"])
def test_the_places_of_a_published_rate(
    published: pd.DataFrame, ours: str, offence: str | None
) -> None:
    after, before = (year(published, offence, f"{n}-12") for n in (2024, 2023))
    codes = sorted(set(after.index) & set(before.index))
    phi = dispersion_of_years(
        before=before.loc[codes, "offences"].astype(float),
        after=after.loc[codes, "offences"].astype(float),
        groups=after.loc[codes, "force_code"].tolist(),
    ).phi
    people = year(published, None, "2024-12")["residents"].astype(float)
    # the fifteen next in size stand for the most similar: who they are is another question
    near = (people.drop(ours) - people[ours]).abs().sort_values().index[:15]
    kept = [ours, *near]
    counts, bases = after.loc[kept, "offences"].astype(float).tolist(), people[kept].tolist()
    found = rank_position(counts=counts, denominators=bases, ours=0, phi=phi)
    assert (found.position, found.lower, found.upper) == slow_places(counts, bases, phi)

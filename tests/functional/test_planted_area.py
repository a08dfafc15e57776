"""The hot ward of Exampleshire lies in the area that is proposed, on a year and on the next."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from wardwise.demo import truths as planted
from wardwise.demo.names import HOME
from wardwise.domain.period import Period
from wardwise.measures.place.chosen_because import chosen_because
from wardwise.measures.place.proposed_areas import proposed_areas
from wardwise.measures.place.random_areas import random_areas
from wardwise.sources.geography import read_geography
from wardwise.sources.geography.adjoining import adjoining
from wardwise.sources.geography.boundaries import read_boundaries
from wardwise.sources.police_uk import count_police_uk


SEED = 20241101


def test_the_planted_ward_is_proposed_and_stands_out_in_the_year_after(made: Path) -> None:
    data = made / "data"
    geography = read_geography([data]).tables
    home = geography["lsoa"].to_pandas().query("district_code == @HOME").sort_values("lsoa_code")
    codes = home["lsoa_code"].to_list()
    touching = adjoining(
        read_boundaries([data], district_codes=[HOME], layers=["lsoa"], lsoas=geography["lsoa"])
    )["lsoa_neighbour"].to_pandas()
    at = {code: n for n, code in enumerate(codes)}
    neighbours: list[list[int]] = [[] for _ in codes]
    for one, other in touching.itertuples(index=False):
        neighbours[at[one]].append(at[other])
    counts = count_police_uk(
        folders=[data], lsoas=geography["lsoa"], lsoa_2011=geography["lsoa_2011"]
    ).tables["offence_count"]
    burglary = counts.to_pandas().query("offence == @planted.HOT")
    before = _by_lsoa(burglary, codes, planted.LATEST_YEAR.earlier())
    people = home["residents"].to_numpy(float)
    found = proposed_areas(held=before, people=people, neighbours=neighbours, people_percent=9)

    hot = np.flatnonzero((home["ward_name"] == planted.HOT_WARD).to_numpy())
    assert found.inside[hot].mean() > 0.8
    sizes = [float(people[list(part)].sum()) for part in found.parts]
    drawn = random_areas(people=people, neighbours=neighbours, sizes=sizes, seed=SEED, draws=199)
    after = _by_lsoa(burglary, codes, planted.LATEST_YEAR)
    chance = chosen_because(held=after, people=people, inside=found.inside, areas=drawn)
    assert chance.p_value < 0.05
    # it holds less of the year that did not choose it
    assert chance.quotient < found.held_percent / found.people_percent


def _by_lsoa(counts: pd.DataFrame, codes: list[str], year: Period) -> np.ndarray:
    inside = counts[counts["month"].isin([str(month) for month in year.months])]
    return inside.groupby("lsoa_code")["offences"].sum().reindex(codes).fillna(0).to_numpy(float)

"""Repeats and homes of Exampleshire: each measure comes upon what was planted or drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.exampleshire_partners import Partners, crimes, people
from wardwise.demo import truths_people as planted
from wardwise.demo.partners.crimes import HOMES
from wardwise.demo.partners.roles import AT_HOME
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.journeys import Journeys, distances_from_home
from wardwise.measures.people.most_repeated import share_of_most_repeated
from wardwise.measures.people.proportion import proportion_percent
from wardwise.measures.people.repeat_change import repeat_change
from wardwise.measures.people.repeat_course import repeat_course
from wardwise.measures.people.repeat_share import repeat_share_percent
from wardwise.sources.geography import read_geography


FIRST_DAY = f"{planted.PERIOD.first}-01"


@pytest.fixture(scope="module")
def burgled(partners: Partners) -> dict[str, Any]:
    """Address and day of each burglary of a home that has an exact point."""
    found = crimes(partners)
    own = found[found["offence_code"].isin(HOMES) & (found["place_precision"] == "point")]
    keys = own["longitude"].astype(str) + " " + own["latitude"].astype(str)
    return {
        "person_keys": keys.to_numpy(str),
        "days": own["from_moment"].str[:10].to_numpy("M8[D]"),
    }


@pytest.fixture(scope="module")
def harmed(partners: Partners) -> dict[str, Any]:
    """Victim and day of each crime flagged as domestic abuse."""
    found = crimes(partners)
    domestic = found.loc[found["flags"].fillna("").str.contains("domestic_abuse"), "record_key"]
    own = people(partners, "victims")
    own = own[own["record_key"].isin(domestic)]
    return {"person_keys": own["person_key"], "days": own["event_on"]}


def holds(estimate: Estimate, truth: float) -> bool:
    return estimate.lower <= truth <= estimate.upper


def of(drawn: dict[str, Any]) -> float:
    return 100 * drawn["again"] / drawn["followed"]


@pytest.mark.parametrize("what", ["homes_burgled_again", "harmed_at_home_again"])
def test_repeats_are_those_that_were_drawn(
    partners: Partners, request: pytest.FixtureRequest, what: str
) -> None:
    drawn: dict[str, Any] = partners.drawn[what]  # type: ignore[assignment]
    events = request.getfixturevalue("burgled" if what == "homes_burgled_again" else "harmed")
    found = repeat_share_percent(**events, last_day=planted.LAST_DAY)
    assert holds(found.share, of(drawn))
    # a dozen rows are faulty, and coordinates are written in whole metres
    assert found.followed == pytest.approx(drawn["followed"], rel=0.01)
    course = repeat_course(**events, last_day=planted.LAST_DAY, within_days=(28, 90))
    for share, length in zip(course.within, ("28", "90"), strict=True):
        assert holds(share, 100 * drawn["within"][length] / drawn["again"])
    years = repeat_change(**events, first_day=FIRST_DAY, last_day=planted.LAST_DAY)
    for share, name in ((years.before, "before"), (years.after, "after")):
        assert holds(share, of(drawn[name]))
    assert holds(years.points, of(drawn["after"]) - of(drawn["before"]))


def test_repeats_of_domestic_abuse_come_as_soon_as_planted(harmed: dict[str, Any]) -> None:
    """Gaps are exponential, cut at a year, and rounded up to whole days."""
    course = repeat_course(**harmed, last_day=planted.LAST_DAY)
    whole = 1 - np.exp(-365 / planted.REPEAT_DAYS)
    # a quarter: 1 − e^(−90/95) = 0.612 of all, of which 0.979 lie within the year
    truth = 100 * (1 - np.exp(-90 / planted.REPEAT_DAYS)) / whole
    assert course.days[2] == 90
    assert holds(course.within[2], truth)
    assert course.is_sooner == (True,) * 4


def test_few_hold_more_than_chance_where_repeats_were_planted(harmed: dict[str, Any]) -> None:
    _, events = np.unique(harmed["person_keys"].dropna(), return_counts=True)
    (found,) = share_of_most_repeated(
        events=events, at_risk=200_000, seed=1, people_percents=[5], draws=199
    )
    assert found.p_value == pytest.approx(1 / 200)


@pytest.fixture(scope="module")
def suspects(partners: Partners) -> pd.DataFrame:
    """Each suspect once, at the first crime that has a place, with wards and middles of both."""
    places = crimes(partners)[["record_key", "lsoa_code"]].dropna()
    found = people(partners, "suspects").merge(places, on="record_key")
    found = found.sort_values(["event_on", "row"]).drop_duplicates("person_key")
    lsoa = read_geography([partners.folder]).tables["lsoa"].to_pandas()
    ends = lsoa[["lsoa_code", "ward_code", "district_code", "longitude", "latitude"]]
    both = found.merge(ends, on="lsoa_code")
    return both.merge(ends.add_prefix("home_"), left_on="home_lsoa", right_on="home_lsoa_code")


def far(suspects: pd.DataFrame) -> Journeys:
    return distances_from_home(
        home_longitudes=suspects["home_longitude"],
        home_latitudes=suspects["home_latitude"],
        offence_longitudes=suspects["longitude"],
        offence_latitudes=suspects["latitude"],
    )


def test_suspects_live_as_far_away_as_was_drawn(partners: Partners, suspects: pd.DataFrame) -> None:
    drawn: dict[str, Any] = partners.drawn["suspects_homes"]  # type: ignore[assignment]
    assert holds(far(suspects).median, drawn["median_km"])


def test_suspects_live_where_they_were_put(partners: Partners, suspects: pd.DataFrame) -> None:
    drawn: dict[str, Any] = partners.drawn["suspects_homes"]  # type: ignore[assignment]
    own = (suspects["ward_code"] == suspects["home_ward_code"]).sum()
    outside = (suspects["district_code"] != suspects["home_district_code"]).sum()
    for part, name in ((own, "same_ward"), (outside, "outside")):
        share = proportion_percent(part=float(part), whole=len(suspects))
        assert holds(share, 100 * drawn[name] / drawn["suspects"])
    # nobody's victim: the home is drawn, and the planted share of those not at home is outside
    victims = set(people(partners, "victims")["person_key"].dropna())
    alone = suspects[~suspects["person_key"].isin(victims)]
    share = proportion_percent(
        part=float((alone["district_code"] != alone["home_district_code"]).sum()), whole=len(alone)
    )
    assert holds(share, 100 * planted.OUTSIDERS * (1 - AT_HOME["suspects"]))

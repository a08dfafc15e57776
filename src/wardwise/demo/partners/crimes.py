"""The force's own record of each crime: the fuller record behind the open data of the district."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted
from wardwise.demo.files.street import Made
from wardwise.demo.landscape import METRES_A_DEGREE
from wardwise.demo.model_table import model_table
from wardwise.demo.months import month_number
from wardwise.demo.partners.clock import DAY, moments_in_month, spans
from wardwise.demo.randomness import stream


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Random = np.random.Generator

HOME_DISTRICT = 0
# Days from the event to the recording, and how often
WAITS, HOW_OFTEN = (0, 1, 2, 4, 7, 14, 28, 91, 273), (60, 20, 8, 4, 3, 2, 1.6, 0.9, 0.5)
NO_POINT, NO_PLACE = 0.25, 0.12
"""Of the crimes without a place in the open data: without a point here too; without anything."""
AROUND, NEAR = 60.0, 60.0  # metres, standard deviations
NEARER = (1.0, 0.5, 0.25, 0.1, 0.05, 0.02)
"""Parts of the way from snap point to place; the first that ends inside the LSOA is taken."""
HOMES = ("28I", "28J", "28M")
BUSINESS = ("30C", "30D", "34A", "58B", "41", "46")


@dataclass(frozen=True, eq=False)
class PartnerCrimes:
    """Shape: the district's crimes of the 36 months. ``row``: position among the records.

    Moments are minutes since 1970, days likewise days; −1 is 'not given'. ``hour_known`` is how
    the time is written: 'yes', 'midnight' or 'no'.
    """

    row: Ints
    lsoa: Ints
    month: Ints
    offence: Ints
    code: NDArray[np.str_]
    point: Ints
    position: Floats  # longitude and latitude
    has_point: Bools
    has_lsoa: Bools
    recorded: Ints
    start: Ints
    end: Ints
    true_moment: Ints
    hour_known: NDArray[np.str_]
    is_historic: Bools
    house: Ints

    def __len__(self) -> int:
        return len(self.row)

    @property
    def start_day(self) -> Ints:
        """The day on which it began."""
        return self.start // DAY


def make_partner_crimes(made: Made, *, seed: int) -> PartnerCrimes:
    """Every recorded crime of Exampleshire, with moments and exact places."""
    random, records = stream(seed, "partner crimes"), made.records
    row = _rows_of(made)
    table = model_table("partner_offence").set_index("offence").loc[list(made.crimes.offences[:-1])]
    offence = records.offence[row]
    code = model_table("code")["code"].to_numpy(str)[records.code[row]]
    first, days = _months(made, records.month[row])
    moment = np.zeros(len(row), np.int64)
    for position, clock in enumerate(table["clock"]):
        own = offence == position
        moment[own] = moments_in_month(random, first_day=first[own], days=days[own], clock=clock)
    place = _around(random, made, records.lsoa[row], records.point[row])
    moment, place = _near_repeats(
        random, moment, place, first + days, records.lsoa[row], np.isin(code, HOMES)
    )
    recorded, moment = _recorded(random, moment, first + days)
    is_historic, moment = _historic(random, records.code[row], moment)
    mean_hours = np.where(is_historic, 0, table["span_hours"].to_numpy(float)[offence])
    start, end = spans(
        random, moment=moment, mean_hours=mean_hours, latest=recorded * DAY + DAY - 5
    )
    place = _in_lsoa(made, records.lsoa[row], records.point[row], place)
    has_point = records.located[row] | (random.random(len(row)) >= NO_POINT)
    return PartnerCrimes(
        row=row,
        lsoa=records.lsoa[row],
        month=records.month[row],
        offence=offence,
        code=code,
        point=records.point[row],
        position=place,
        has_point=has_point,
        has_lsoa=has_point | (random.random(len(row)) >= NO_PLACE),
        recorded=recorded,
        start=start,
        end=end,
        true_moment=moment,
        hour_known=_hours_known(random, end, is_historic),
        is_historic=is_historic,
        house=random.integers(1, 140, len(row)),
    )


def _rows_of(made: Made) -> Ints:
    records = made.records
    home = made.land.district_of[records.lsoa] == HOME_DISTRICT
    since = month_number(planted.PERIOD.first)
    return np.flatnonzero(home & (records.code >= 0) & (records.month >= since))


def _months(made: Made, month: Ints) -> tuple[Ints, Ints]:
    """First day since 1970, and days, of each row's month."""
    first = np.array([str(m) for m in made.crimes.months], "datetime64[M]").astype("datetime64[D]")
    days = np.array([m.days for m in made.crimes.months])
    return first.astype(np.int64)[month], days[month]


def _around(random: Random, made: Made, lsoa: Ints, point: Ints) -> Floats:
    snap = made.points.position[lsoa, point]
    moved: Floats = snap + random.normal(0, AROUND, snap.shape) / np.array(METRES_A_DEGREE)
    return moved


def _in_lsoa(made: Made, lsoa: Ints, point: Ints, position: Floats) -> Floats:
    """The place, drawn towards the snap point until it lies in the LSOA.

    Never the snap point itself: an extract gives addresses, and two of them are not one.
    """
    snap, outline = made.points.position[lsoa, point], made.land.outline[lsoa]
    kept, left = snap.copy(), np.arange(len(lsoa))
    for part in NEARER:
        there = snap[left] + part * (position[left] - snap[left])
        inside = shapely.contains_xy(outline[left], there[:, 0], there[:, 1])
        kept[left[inside]] = there[inside]
        left = left[~inside]
    return kept


def _near_repeats(
    random: Random, moment: Ints, position: Floats, end: Ints, lsoa: Ints, is_home: Bools
) -> tuple[Ints, Floats]:
    """Some burglaries of homes soon after, and near, the one before in the same LSOA."""
    moment, position = moment.copy(), position.copy()
    own = np.flatnonzero(is_home)
    own = own[np.lexsort((moment[own], end[own], lsoa[own]))]
    chosen = random.random(len(own)) < planted.NEAR_REPEAT
    days = random.integers(1, 15, len(own))
    shift = random.normal(0, NEAR, (len(own), 2)) / np.array(METRES_A_DEGREE)
    for n in np.flatnonzero(chosen[1:]) + 1:
        before, after = own[n - 1], own[n]
        day = moment[before] // DAY + days[n]
        if lsoa[before] == lsoa[after] and end[before] == end[after] and day < end[after]:
            moment[after] = day * DAY + moment[after] % DAY
            position[after] = position[before] + shift[n]
    return moment, position


def _recorded(random: Random, moment: Ints, end: Ints) -> tuple[Ints, Ints]:
    """The day of the recording, which stays in its month; the event is so many days before."""
    share = np.array(HOW_OFTEN)
    wait = random.choice(WAITS, len(moment), p=share / share.sum())
    day = moment // DAY
    weeks_back = np.where(wait >= 7, wait // 7, np.where(day + wait >= end, 1, 0))
    event = day - 7 * weeks_back
    recorded = np.where(wait >= 7, day, event + wait)
    return recorded, event * DAY + moment % DAY


def _historic(random: Random, code: Ints, moment: Ints) -> tuple[Bools, Ints]:
    """Some sexual offences are of years ago, and only the month is known, written as its first."""
    sexual = (model_table("code")["group"] == "Sexual offences").to_numpy()[code]
    is_historic = sexual & (random.random(len(code)) < planted.HISTORIC)
    months = (moment // DAY).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    ago = (months - random.integers(60, 360, len(code))).astype("datetime64[M]")
    first = ago.astype("datetime64[D]").astype(np.int64) * DAY
    return is_historic, np.where(is_historic, first, moment)


def _hours_known(random: Random, end: Ints, is_historic: Bools) -> NDArray[np.str_]:
    drawn = random.random(len(end))
    unknown = (end < 0) & (drawn < planted.UNKNOWN_HOUR)
    nothing = (drawn > 1 - planted.NO_TIME) & (end < 0) | is_historic
    return np.where(nothing, "no", np.where(unknown, "midnight", "yes"))

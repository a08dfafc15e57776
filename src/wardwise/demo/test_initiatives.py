"""The made-up initiatives: what is planted is there, and no record is taken away."""

from __future__ import annotations

import numpy as np
import pytest

from wardwise.demo.crimes import Crimes, make_crimes
from wardwise.demo.initiatives import (
    MOVED,
    NOTHING_OFFENCE,
    PICKED,
    WORKED,
    Wards,
    picked_lsoas,
    plant_initiatives,
)
from wardwise.demo.land import Land, make_land
from wardwise.demo.months import months_of
from wardwise.demo.people import make_people
from wardwise.demo.points import make_points
from wardwise.demo.records import Records, make_records
from wardwise.demo.truths import LATEST_YEAR, Size, Truths


SEED = 3
SINCE = months_of(LATEST_YEAR).start
Made = tuple[Land, Crimes, Records]


@pytest.fixture(scope="module")
def made() -> Made:
    land = make_land(SEED)
    crimes = make_crimes(land, make_people(land, SEED), truths=Truths(), seed=SEED)
    return land, crimes, make_records(crimes, make_points(land, SEED), seed=SEED)


def counted(made: Made, records: Records, one: Wards, wards: tuple[str, ...]) -> tuple[int, int]:
    """Offences in the wards before the start and since."""
    land, crimes, _ = made
    here = np.isin(land.ward_of[records.lsoa], [land.ward_named(name) for name in wards])
    here &= records.offence == crimes.offences.index(one.offence)
    since = records.month >= SINCE
    return int((here & ~since).sum()), int((here & since).sum())


def planted(made: Made, size: Size) -> Records:
    land, crimes, records = made
    return plant_initiatives(records, crimes, land, truths=Truths(initiatives=size), seed=SEED)


def test_at_no_size_nothing_moves(made: Made) -> None:
    assert (planted(made, Size.NONE).lsoa == made[2].lsoa).all()


def test_what_was_prevented_leaves_the_partnership_and_what_moved_stays(made: Made) -> None:
    land, _, records = made
    after = planted(made, Size.MEDIUM)
    assert len(after.lsoa) == len(records.lsoa)
    home = [int((land.district_of[one.lsoa] == 0).sum()) for one in (records, after)]
    was, now = (counted(made, one, WORKED, WORKED.area) for one in (records, after))
    assert was[0] == now[0]
    # 55% of some 900: within three standard deviations, √(900 × 0.55 × 0.45) = 15
    assert now[1] == pytest.approx(was[1] * 0.45, abs=45)
    assert home[0] - home[1] == was[1] - now[1]
    was, now = (counted(made, one, MOVED, MOVED.area) for one in (records, after))
    beside = [counted(made, one, MOVED, MOVED.beside) for one in (records, after)]
    assert beside[1][1] - beside[0][1] == was[1] - now[1] > 0


def test_the_picked_neighbourhoods_had_most_of_it(made: Made) -> None:
    land, crimes, records = made
    picked = picked_lsoas(records, crimes, land)
    assert len(set(picked.tolist())) == PICKED
    assert (land.district_of[picked] == 0).all()
    before = months_of(LATEST_YEAR.earlier())
    shown = records.located & records.published
    shown &= records.offence == crimes.offences.index(NOTHING_OFFENCE)
    shown &= (records.month >= before.start) & (records.month < before.stop)
    counts = np.bincount(records.lsoa[shown], minlength=land.lsoas)[land.district_of == 0]
    assert counts[picked].min() >= np.sort(counts)[-(PICKED + 7)]  # seven are in the hot ward

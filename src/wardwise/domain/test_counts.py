"""Counts: nought, not held, and outside what the source covers are three things."""

from __future__ import annotations

import numpy as np

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.nothing import NotKnown, Withheld, is_known
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month, Period
from wardwise.domain.quality import Completeness, Stretch


FIRST, SECOND = Area("E01000001", "One", AreaKind.LSOA), Area("E01000002", "Two", AreaKind.LSOA)
QUARTER = Period.parse("2024-01", "2024-03")


def counts(*, gap: bool = False) -> MonthlyCounts:
    """Two areas, January to March; burglary 1, 2, 3 and 10, 20, 30, and 100 ASB a month.

    With ``gap`` the second area's February is not held.
    """
    burglary = np.array([[1, 2, 3], [10, 20, 30]])
    cube = np.stack([np.full((2, 3), 100), burglary], axis=2)
    held = np.ones((2, 3), dtype=bool)
    held[1, 1] = not gap
    names = (ANTI_SOCIAL_BEHAVIOUR, "Burglary")
    return MonthlyCounts("police_uk", (FIRST, SECOND), QUARTER.months, names, cube, held)


def test_all_recorded_crime_leaves_out_anti_social_behaviour() -> None:
    # 1 + 2 + 3 + 10 + 20 + 30 = 66; six cells of 100 are incidents
    assert counts().total(QUARTER) == 66
    assert counts().total(QUARTER, offence=ANTI_SOCIAL_BEHAVIOUR) == 600
    assert counts().total(QUARTER, codes=("E01000001",)) == 6


def test_an_area_that_the_source_does_not_hold_is_not_known_and_not_nought() -> None:
    for codes in (("E01000009",), ("E01000001", "E01000009")):
        absent = counts().total(QUARTER, codes=codes)
        assert absent == NotKnown("the source holds nothing for E01000009")
        assert np.isnan(counts().series(codes=codes)).all()


def test_a_month_that_is_not_held_is_not_known_by_name() -> None:
    assert counts(gap=True).total(QUARTER) == NotKnown("the source holds nothing for February 2024")
    # the first area's months are all held
    assert counts(gap=True).total(QUARTER, codes=("E01000001",)) == 6
    assert counts(gap=True).total(Period.parse("2024-03", "2024-03")) == 33


def test_a_period_outside_the_source_is_not_known() -> None:
    found = counts().total(Period.parse("2023-12", "2024-02"))
    assert found == NotKnown("the source holds January 2024 to March 2024 only")
    one = np.ones((1, 1, 1), dtype=np.int64)
    april = MonthlyCounts(
        "police_uk", (FIRST,), (Month(2024, 4),), ("Burglary",), one, np.ones((1, 1), dtype=bool)
    )
    assert april.total(QUARTER) == NotKnown("the source holds April 2024 only")
    assert np.isnan(counts().by_area(Period.parse("2024-03", "2024-04"))).all()


def test_a_series_has_gaps_and_no_noughts_for_them() -> None:
    np.testing.assert_array_equal(counts(gap=True).series(), [11, np.nan, 33])
    np.testing.assert_array_equal(counts(gap=True).by_area(QUARTER), [6, np.nan])
    np.testing.assert_array_equal(counts().by_area(QUARTER, offence="Burglary"), [6, 60])


def test_a_period_half_outside_has_its_own_months_and_gaps_for_the_rest() -> None:
    half = Period.parse("2023-12", "2024-02")
    np.testing.assert_array_equal(counts().over(half), [np.nan, 11, 22])
    np.testing.assert_array_equal(counts().over(Period.parse("2020-01", "2020-01")), [np.nan])


def test_nothing_known_is_not_nought() -> None:
    assert is_known(0)
    assert not is_known(NotKnown("x"))
    assert not is_known(Withheld("x"))


def stretch(first: str, last: str, status: str, share: float | None) -> Stretch:
    """A judged stretch."""
    return Stretch(Period.parse(first, last), status, share, "worked by hand")


def test_an_incomplete_or_missing_stretch_that_touches_the_period_is_a_problem() -> None:
    judged = Completeness(
        (
            stretch("2023-01", "2023-03", "incomplete", 0.874),
            stretch("2023-04", "2023-06", "complete", 0.99),
            stretch("2023-07", "2023-09", "missing", None),
            stretch("2023-10", "2023-12", "not judged", None),
            stretch("2024-01", "2024-03", "incomplete", 0.968),
        )
    )
    assert judged.problem(Period.parse("2023-04", "2023-06")) is None
    assert judged.problem(Period.parse("2023-10", "2023-12")) is None
    assert judged.problem(Period.parse("2023-03", "2023-05")) == (
        "the source is incomplete for January 2023 to March 2023 (87% held)"
    )
    both = judged.problem(Period.parse("2023-01", "2023-12"))
    assert both is not None
    assert "July 2023 to September 2023" in both
    # 96.8% is below 97% and must not read as 97%
    assert judged.problem(Period.parse("2024-03", "2024-03")) == (
        "the source is incomplete for January 2024 to March 2024 (96.8% held)"
    )
    assert judged.incomplete_months() == tuple(
        Month(year, n) for year in (2023, 2024) for n in (1, 2, 3)
    )

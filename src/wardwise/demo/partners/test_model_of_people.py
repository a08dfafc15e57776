"""The model behind the partners' files: what is planted is drawn, and nothing besides."""

from __future__ import annotations

import numpy as np
import pytest

from wardwise.demo import truths_people as planted
from wardwise.demo.partners import ages
from wardwise.demo.partners.chains import YEAR, chains
from wardwise.demo.partners.clock import DAY, moments_in_month, spans, week_of, weekend_nights
from wardwise.demo.partners.flags import completed_years
from wardwise.demo.partners.world import first_of_each


def days(*written: str) -> np.ndarray:
    return np.array(written, "datetime64[D]").astype(np.int64)


def firsts_and_repeats(day: np.ndarray, chain: np.ndarray) -> tuple[int, int]:
    """People whose first event leaves a year to be followed; those of them who came again."""
    last, followed, again = day.max(), 0, 0
    for one in np.unique(chain):
        own = np.sort(day[chain == one])
        if own[0] + YEAR <= last:
            followed += 1
            again += bool(len(own) > 1 and own[1] - own[0] <= YEAR)
    return followed, again


def test_the_share_of_chains_that_go_on_within_a_year_is_the_planted_one() -> None:
    random = np.random.default_rng(4)
    day = random.integers(0, 1095, 6000)
    chain = chains(random, day=day, place=random.integers(20, size=6000), share=0.2)
    followed, again = firsts_and_repeats(day, chain)
    # the standard error of 20% of some 3,000 people is 0.7 points
    assert again / followed == pytest.approx(0.20, abs=0.022)


def test_nobody_comes_twice_on_one_day_or_again_where_nothing_is_planted() -> None:
    random = np.random.default_rng(5)
    day = random.integers(0, 400, 3000)
    alone = chains(random, day=day, place=np.zeros(3000, np.int64), share=0.0)
    assert len(np.unique(alone)) == 3000
    again = chains(random, day=day, place=np.zeros(3000, np.int64), share=0.5)
    assert len(np.unique(np.column_stack([again, day]), axis=0)) == 3000


def test_a_month_holds_its_moments_and_midnight_is_left_for_what_is_not_known() -> None:
    random = np.random.default_rng(6)
    first, length = days("2024-02-01")[0], 29
    rows = 20_000
    moment = moments_in_month(
        random, first_day=np.full(rows, first), days=np.full(rows, length), clock="night"
    )
    assert (moment // DAY >= first).all()
    assert (moment // DAY < first + length).all()
    assert not (moment % DAY == 0).any()
    # February 2024 has four of every weekday but five Thursdays, and each weekday keeps its share
    hour = (moment // 60 - 4 * 24) % 168
    nights = np.isin(hour, weekend_nights()).mean()
    wanted = np.array(week_of("night"))[weekend_nights()].sum()
    assert nights == pytest.approx(wanted, abs=0.012)


def test_a_span_holds_its_moment_and_ends_by_the_end_of_the_day_of_recording() -> None:
    random, rows = np.random.default_rng(7), 5000
    moment = random.integers(100 * DAY, 101 * DAY, rows)
    latest = np.full(rows, 102 * DAY - 5)
    start, end = spans(random, moment=moment, mean_hours=np.full(rows, 9.0), latest=latest)
    whole = end >= 0
    assert (start <= moment).all()
    assert (end[whole] >= moment[whole] - 5).all()
    assert (end[whole] <= latest[whole]).all()
    assert 0.85 < whole.mean() < 0.97


def test_nothing_but_the_key_age_leaps_above_its_neighbours() -> None:
    for rate in (ages.victims_of_anything(), ages.suspected()):
        neighbours = (rate[planted.KEY_AGE - 1] + rate[planted.KEY_AGE + 1]) / 2
        assert rate[planted.KEY_AGE] / neighbours > 2
    top = ages.suspected()[planted.OFFENDING_PEAK[0] : planted.OFFENDING_PEAK[1] + 1]
    assert (top == ages.suspected().max()).all()


def test_a_birth_gives_the_age_and_is_never_the_first_of_a_month() -> None:
    random = np.random.default_rng(8)
    day = days("2024-02-29", "2024-03-01", "2025-12-31", "2025-01-01").repeat(500)
    age = random.integers(10, 90, len(day))
    born = ages.born(random, day=day, age=age)
    assert (completed_years(born, day) == age).all()
    date = born.astype("datetime64[D]")
    assert (date != date.astype("datetime64[M]").astype("datetime64[D]")).all()


def test_a_birthday_has_passed_only_on_the_day() -> None:
    # born 15 June 2000: 23 on 14 June 2024, 24 on the 15th; born 29 February: a year on 1 March
    born = days("2000-06-15", "2000-06-15", "2000-02-29", "2000-02-29")
    event = days("2024-06-14", "2024-06-15", "2023-02-28", "2023-03-01")
    assert completed_years(born, event).tolist() == [23, 24, 22, 23]


def test_the_first_event_of_each_person_is_the_earliest() -> None:
    assert first_of_each(np.array([7, 7, 3, 7]), np.array([5, 2, 9, 2])).tolist() == [1, 1, 2, 1]

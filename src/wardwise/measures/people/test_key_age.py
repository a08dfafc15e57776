"""Key ages: the curve by hand, false alarms and what is found."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.signal import savgol_coeffs

from wardwise.measures.people.age_curve import curve_through, weights_of_neighbours
from wardwise.measures.people.key_age import key_age


AGES = np.arange(10, 70)
CURVE = (AGES - 8.0) ** 2.2 * np.exp(-(AGES - 8.0) / 9)


def test_in_the_middle_the_weights_are_savitzky_and_golays() -> None:
    weights = weights_of_neighbours(ages=21, itself=True)
    assert weights[10, 6:15] == pytest.approx(savgol_coeffs(9, 3), abs=1e-12)
    assert weights.sum(axis=1) == pytest.approx(np.ones(21))


@pytest.mark.parametrize("itself", [True, False])
def test_a_cubic_is_its_own_curve_up_to_the_ends(itself: bool) -> None:
    roots = np.polynomial.Polynomial([3, 0.2, -0.01, 0.0004])(np.arange(30.0))
    weights = weights_of_neighbours(ages=30, itself=itself)
    assert curve_through(roots=roots, weights=weights) == pytest.approx(roots**2)
    # without itself, an age has no say in its own value
    assert (np.diag(weights) == 0).all() != itself


def test_the_neighbours_say_what_to_expect() -> None:
    # 400 at every age, 900 at one: its neighbours know nothing of that, and say 400
    people = np.full(20, 400.0)
    people[9] = 900
    found = key_age(people=people.tolist(), youngest=10, seed=1)
    # √(400 + 3/8)² = 400.375
    assert found.expected[9] == pytest.approx(400.375)
    assert found.people[9] == 900
    assert found.standing_out == (19,)
    # no draw of 1,999 is as far out
    assert found.p_values[9] == 1 / 2000


def test_an_age_with_more_residents_does_not_stand_out_by_rate() -> None:
    people = [400.0] * 20
    people[9] = 900
    residents = [4000.0] * 20
    residents[9] = 9000
    assert key_age(people=people, youngest=10, seed=1, residents=residents).standing_out == ()


@pytest.mark.slow
def test_nothing_is_called_in_one_smooth_curve_in_twenty() -> None:
    random, seeds = np.random.default_rng(14), 200
    called = sum(
        bool(
            key_age(
                people=random.multinomial(5000, CURVE / CURVE.sum()).tolist(),
                youngest=10,
                seed=seed,
                draws=199,
            ).standing_out
        )
        for seed in range(seeds)
    )
    # 5% of 200 is 10; a true 5% gives 3 to 19 in all but one study in a hundred
    assert 3 <= called <= 19


def test_an_age_that_stands_out_does_not_bend_what_is_expected_of_the_others() -> None:
    # 400 at every age and 2,500 at 14: without it, what the eight others say of each is 400 again
    people = np.full(20, 400.0)
    people[4] = 2500
    found = key_age(people=people.tolist(), youngest=10, seed=1)
    assert found.standing_out == (14,)
    assert found.expected == pytest.approx([400.375] * 20)
    # with it, its weight at 10 is −9/14, and (√400.375 − 9/14 (√2500.375 − √400.375))² = 0.5:
    # by that, 400 people aged 10 are far too many
    roots = np.sqrt(people + 3 / 8)
    bent = curve_through(roots=roots, weights=weights_of_neighbours(ages=20, itself=False))
    assert bent[0] == pytest.approx(0.53, abs=0.01)


def test_a_strong_age_pulls_the_youngest_in_with_it_in_no_draw_of_twenty() -> None:
    rates = CURVE.copy()
    rates[4] *= 2.5
    called = [
        key_age(
            people=np.random.default_rng(seed).multinomial(5000, rates / rates.sum()).tolist(),
            youngest=10,
            seed=seed,
            draws=199,
        ).standing_out
        for seed in range(20)
    ]
    assert all(14 in ages for ages in called)
    assert not any(10 in ages for ages in called)


def test_two_ages_side_by_side_are_found_and_the_youngest_is_not() -> None:
    # once 14 and 15 are left out, nothing bends what is expected of 10
    people = np.full(20, 400.0)
    people[4], people[5] = 900, 700
    found = key_age(people=people.tolist(), youngest=10, seed=1)
    assert found.standing_out == (14, 15)
    assert found.expected == pytest.approx([400.375] * 20)


def test_where_too_few_ages_are_left_no_further_one_is_called() -> None:
    # of 12 ages 4 can be left out: the 8 that are left have not 8 others each
    people = [400.0] * 12
    for n, count in ((2, 4000.0), (5, 3000.0), (8, 2500.0), (10, 2000.0), (0, 1500.0)):
        people[n] = count
    found = key_age(people=people, youngest=10, seed=1)
    assert len(found.standing_out) == 4
    assert found.p_values.count(1.0) == 8


def test_a_planted_age_is_found() -> None:
    # by the curve 14 has some 100 of 5,000; half as many again are 5 deviations
    rates = CURVE.copy()
    rates[4] *= 1.9
    random = np.random.default_rng(3)
    found = key_age(
        people=random.multinomial(5000, rates / rates.sum()).tolist(), youngest=10, seed=1
    )
    assert found.standing_out == (14,)


def test_refusals() -> None:
    with pytest.raises(ValueError, match="12 ages or more"):
        key_age(people=[1] * 11, youngest=10, seed=1)
    with pytest.raises(ValueError, match="12 counts of residents"):
        key_age(people=[1] * 13, youngest=10, seed=1, residents=[1] * 12)
    for people, residents in (([0] * 12, [1] * 12), ([1] * 12, [1] * 11 + [0])):
        with pytest.raises(ValueError, match="Nobody was counted"):
            key_age(people=people, youngest=10, seed=1, residents=residents)

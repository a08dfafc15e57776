"""Weights, orders and groups, worked by hand and by another road."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from scipy.optimize import root

from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.measures.survey.effective_replies import effective_replies
from wardwise.measures.survey.group_heard import Hearing, group_heard
from wardwise.measures.survey.preferences import preferences
from wardwise.measures.survey.question_shares import question_order, question_shares
from wardwise.measures.survey.raked_weights import Floats, RakedWeights, Whole, raked_weights


def test_effective_replies_by_hand() -> None:
    # (3 + 1)² ÷ (9 + 1) = 1.6
    assert effective_replies(weights=[3, 1]) == pytest.approx(1.6)
    assert effective_replies(weights=[0.7] * 25) == pytest.approx(25)


@pytest.mark.parametrize("weights", [[], [0.0, 0.0], [-1.0, 2.0]])
def test_no_weight_is_no_reply(weights: list[float]) -> None:
    with pytest.raises(ValueError, match=r"nought|negative"):
        effective_replies(weights=weights)


def test_one_margin_by_hand() -> None:
    # 3 of 4 replies are women, half of the residents: 0.5 ÷ 0.75 and 0.5 ÷ 0.25
    found = raked(groups=[[0, 0, 0, 1]], residents=[[500, 500]])
    assert found.weights == pytest.approx((2 / 3, 2 / 3, 2 / 3, 2.0))
    assert (found.cut, found.widest_gap, found.unheard) == (0, 0.0, ())


def test_two_margins_that_need_only_a_round_each_by_hand() -> None:
    """Replies young woman 4, young man 1, old woman 4, old man 1: sex and age stand apart, so
    that each weight is the product: 0.5 ÷ 0.8 × 0.3 ÷ 0.5 for a young woman, and so on."""
    sex, age = [0] * 4 + [1] + [0] * 4 + [1], [0] * 5 + [1] * 5
    found = raked(groups=[sex, age], residents=[[50, 50], [30, 70]])
    wanted = {(0, 0): 0.375, (1, 0): 1.5, (0, 1): 0.875, (1, 1): 3.5}
    assert found.weights == pytest.approx(
        [wanted[pair] for pair in zip(sex, age, strict=True)], abs=1e-8
    )


def test_weights_are_those_of_least_information() -> None:
    """Raking ends at w = exp(a + b + c): here the a, b and c are sought by Newton's method."""
    random = np.random.default_rng(5)
    groups = [random.integers(n, size=300) for n in (5, 2, 4)]
    residents = [random.uniform(5, 20, n) for n in (5, 2, 4)]
    found = raked(
        groups=[one.tolist() for one in groups],
        residents=[one.tolist() for one in residents],
        most_times_median=1e9,
    )
    slow = by_newton(groups, residents)
    assert np.array(found.weights) == pytest.approx(slow, rel=1e-6)
    for group, people in zip(groups, residents, strict=True):
        held = np.bincount(group, weights=found.weights) / 300
        assert held == pytest.approx(people / people.sum(), abs=1e-8)


def by_newton(groups: list[Whole], residents: list[Floats]) -> Floats:
    """The second working: exponents of a log-linear model that meets every margin."""
    sizes = [len(one) for one in residents]
    ends = np.cumsum(sizes)[:-1]

    def weights(exponents: Floats) -> Floats:
        parts = np.split(exponents, ends)
        logs = [part[group] for part, group in zip(parts, groups, strict=True)]
        return np.asarray(np.exp(np.sum(logs, axis=0)), dtype=float)

    def miss(exponents: Floats) -> Floats:
        each = weights(exponents)
        held = [
            np.bincount(g, weights=each, minlength=n) for g, n in zip(groups, sizes, strict=True)
        ]
        wanted = [len(groups[0]) * one / one.sum() for one in residents]
        return np.concatenate([h - w for h, w in zip(held, wanted, strict=True)])

    solved = root(miss, np.zeros(sum(sizes)), method="lm", options={"xtol": 1e-14})
    return weights(solved.x)


def test_large_weights_are_cut_back_and_the_gap_is_told() -> None:
    # 1 man of 20, half of the residents: weights 10/19 and 10; the limit is 5 × 10/19 = 50/19.
    # After: 19 × 10/19 = 10 to 50/19, so men are 2.6316 of 12.6316 = 20.83%, 29.17 points short
    found = raked(groups=[[0] * 19 + [1]], residents=[[1, 1]])
    assert found.cut == 1
    assert found.limit == pytest.approx(50 / 19)
    assert found.widest_gap == pytest.approx(50 - 100 * 50 / 240)
    assert np.mean(found.weights) == pytest.approx(1)
    assert max(found.weights) / np.median(found.weights) == pytest.approx(5)


def test_a_group_of_whom_nobody_replied_is_named_and_the_rest_share_its_place() -> None:
    found = raked(groups=[[0, 0, 1, 1, 1, 1]], residents=[[30, 30, 40]])
    assert found.unheard == ((0, 2),)
    assert found.weights == pytest.approx((1.5, 1.5, 0.75, 0.75, 0.75, 0.75))


def test_who_does_not_say_keeps_their_weight() -> None:
    found = raked(groups=[[0, 0, 0, 1, -1]], residents=[[50, 50]])
    assert found.weights[-1] == pytest.approx(1.0)
    assert found.weights[3] == pytest.approx(2.0)
    assert raked(groups=[[-1, -1]], residents=[[50, 50]]).weights == (1.0, 1.0)


def test_margins_that_contradict_one_another_are_not_known() -> None:
    # every woman is young and every man is old, but the margins differ
    found = raked_weights(groups=[[0, 0, 1, 1], [0, 0, 1, 1]], residents=[[1, 1], [1, 3]])
    assert isinstance(found, NotKnown)
    assert "margins" in found.reason


def test_nobody_has_no_weight() -> None:
    assert isinstance(raked_weights(groups=[[]], residents=[[1.0]]), NotKnown)


@pytest.mark.parametrize(
    ("groups", "residents", "times", "said"),
    [
        ([[0]], [], 5.0, "every property"),
        ([[0], [0, 1]], [[1], [1, 1]], 5.0, "every property"),
        ([[2]], [[1, 1]], 5.0, "does not have"),
        ([[1]], [[1, 0]], 5.0, "no residents"),
        ([[0]], [[1]], 0.5, "1 or more"),
    ],
)
def test_what_does_not_belong_together_is_refused(
    groups: list[list[int]], residents: list[list[float]], times: float, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        raked_weights(groups=groups, residents=residents, most_times_median=times)


def test_borda_and_first_choices_may_disagree() -> None:
    # three 0>1>2, two 1>2>0: points 6/5, (3 + 4)/5, 2/5; first choices 3, 2 and 0 of 5
    found = preferences(orders=[[0, 1, 2]] * 3 + [[1, 2, 0]] * 2, options=3, weights=[1] * 5)
    assert [one.place for one in found] == [2, 1, 3]
    assert [one.first_place for one in found] == [1, 2, 3]


def test_points_are_wins_over_the_other_options_one_by_one() -> None:
    """The second working: for each pair the one named higher gets a point, half each if neither
    is named."""
    random = np.random.default_rng(9)
    orders = [random.permutation(5)[: random.integers(1, 6)].tolist() for _ in range(60)]
    weights = random.uniform(0.2, 4, 60).tolist()
    wins = np.zeros(5)
    for order, weight in zip(orders, weights, strict=True):
        places = {option: order.index(option) for option in order}
        for a, b in combinations(range(5), 2):
            better = places.get(a, 9) - places.get(b, 9)
            wins[a] += weight * (0.5 if better == 0 else float(better < 0))
            wins[b] += weight * (0.5 if better == 0 else float(better > 0))
    found = preferences(orders=orders, options=5, weights=weights)
    assert [one.points.value for one in found] == pytest.approx(wins / sum(weights))
    assert sum(one.first.value for one in found) == pytest.approx(100)


def test_the_interval_of_points_by_hand() -> None:
    # option 0: 1 point from 50, 0 from 50: mean ½, variance ¼, 1.95996 × √(¼ ÷ 100) = 0.0980
    found = preferences(orders=[[0, 1]] * 50 + [[1, 0]] * 50, options=2, weights=[1.0] * 100)
    assert found[0].points.lower == pytest.approx(0.4020, abs=5e-5)
    assert found[0].points.upper == pytest.approx(0.5980, abs=5e-5)
    assert [one.place for one in found] == [1, 1]


@pytest.mark.parametrize("order", [[], [0, 0], [3], [-1]])
def test_an_order_that_is_none(order: list[int]) -> None:
    with pytest.raises(ValueError, match="An order is"):
        preferences(orders=[order], options=3, weights=[1])
    with pytest.raises(ValueError, match="2 weights and 1 orders"):
        preferences(orders=[[0]], options=3, weights=[1, 1])


@pytest.mark.parametrize(
    ("replies", "residents", "hearing"),
    [
        (12, 20_000, Hearing.FEWER),  # 3% against 12.5%
        (50, 20_000, Hearing.UNCLEAR),  # 12.5% against 12.5%
        (90, 20_000, Hearing.MORE),  # 22.5% against 12.5%
        (
            0,
            200,
            Hearing.NOBODY,
        ),  # 0.125%: the test could not tell, and nobody replied all the same
    ],
)
def test_groups_against_residents(replies: int, residents: int, hearing: Hearing) -> None:
    found = group_heard(
        replies=replies, all_replies=400, residents=residents, all_residents=160_000
    )
    assert found.hearing is hearing


def test_few_groups_are_called_unlike_by_chance() -> None:
    random, called = np.random.default_rng(3), 0
    for replies in random.binomial(400, 0.1, 2000):
        found = group_heard(replies=int(replies), all_replies=400, residents=10, all_residents=100)
        called += found.hearing is not Hearing.UNCLEAR
    assert called <= 12  # 2000 × 0.002 = 4 expected at most


def test_a_part_larger_than_its_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="a part of some"):
        group_heard(replies=1, all_replies=2, residents=3, all_residents=2)


def raked(
    *,
    groups: list[list[int]],
    residents: list[list[float]],
    most_times_median: float = 5.0,
) -> RakedWeights:
    found = raked_weights(groups=groups, residents=residents, most_times_median=most_times_median)
    assert isinstance(found, RakedWeights)
    return found


@pytest.mark.parametrize(
    ("replies", "shown", "small"), [(29, 0, 0), (30, 1, 1), (99, 1, 1), (100, 1, 0)]
)
def test_small_bases_are_withheld_or_flagged(replies: int, shown: int, small: int) -> None:
    silent: list[list[int]] = [[]] * 50  # who does not answer is not in the base
    weights = [1.0] * (replies + 50)
    found = question_shares(chosen=[[0]] * replies + silent, options=2, weights=weights)
    order = question_order(orders=[[1, 0]] * replies + silent, options=2, weights=weights)
    for one in (found, order):
        assert isinstance(one, Withheld) is not bool(shown)
        if not isinstance(one, Withheld):
            assert (one.base, one.is_small) == (replies, bool(small))


def test_shares_side_by_side_by_hand() -> None:
    # 40 of weight 3 choose 0 and 1, 60 of weight 1 choose 1: 40% and 100% as counted, weighted
    # 120 of 180 and 180 of 180; effective 180² ÷ (40 × 9 + 60) = 77.14
    found = question_shares(
        chosen=[[0, 1]] * 40 + [[1]] * 60, options=2, weights=[3.0] * 40 + [1.0] * 60
    )
    assert not isinstance(found, Withheld)
    assert [one.value for one in found.plain] == pytest.approx([40, 100])
    assert [one.value for one in found.weighted] == pytest.approx([66.6667, 100], abs=1e-3)
    assert found.effective == pytest.approx(77.1429, abs=1e-3)


def test_an_order_weighted_by_hand() -> None:
    # 40 of weight 3 put 0 first, 60 of weight 1 put 1 first: 0.4 and 0.6 points, then 2/3 and 1/3
    found = question_order(
        orders=[[0, 1]] * 40 + [[1, 0]] * 60, options=2, weights=[3.0] * 40 + [1.0] * 60
    )
    assert not isinstance(found, Withheld)
    assert [one.points.value for one in found.plain] == pytest.approx([0.4, 0.6])
    assert [one.place for one in found.plain] == [2, 1]
    assert [one.first.value for one in found.weighted] == pytest.approx(
        [66.6667, 33.3333], abs=1e-3
    )
    assert [one.place for one in found.weighted] == [1, 2]


def test_weights_that_are_not_those_of_the_replies() -> None:
    with pytest.raises(ValueError, match="1 weights and 2 replies"):
        question_shares(chosen=[[0], [1]], options=2, weights=[1.0])

"""What is withheld of people: small groups, and what would give them away."""

from __future__ import annotations

from itertools import product

import pytest

from wardwise.domain.nothing import Withheld
from wardwise.figures.people_withheld import hidden_groups, is_few, shown
from wardwise.measures.people.proportion import proportion_percent


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([10, 20, 30], set()),  # nothing is small
        ([0, 12, 40], set()),  # a nought is printed
        ([2, 40, 9], {0, 2}),  # alone it would be the total less the others: 51 − 40 − 9
        ([2, 2, 40], {0, 1, 2}),  # 4 together, of two: the 40 must go too
        ([4, 0, 0, 9], {0, 3}),  # 13 of two groups are over 5 each
        ([1, 30, 2, 40, 50], {0, 2, 4}),  # the last of the others, not the smallest
        ([1, 1, 1, 50, 6], {0, 1, 2, 3, 4}),  # 9 of four groups are under 5 each: one more
    ],
)
def test_hidden_groups(counts: list[int], hidden: set[int]) -> None:
    assert hidden_groups(counts, least=5) == hidden


def test_what_is_printed_never_tells_a_hidden_number() -> None:
    """Every table of four groups with up to 16 people: what is hidden may always be otherwise.

    A reader knows the rule and the total, so that any numbers of which the rule hides the same
    groups, and which have the same sum, may be the true ones. A table of which nothing but
    noughts would be left is not printed.
    """
    alike: dict[tuple[frozenset[int], tuple[int, ...], int], set[tuple[int, ...]]] = {}
    for counts in product(range(17), repeat=4):
        hidden = hidden_groups(counts, least=5)
        seen = tuple(n for at, n in enumerate(counts) if at not in hidden)
        if sum(counts) <= 16 and any(seen):
            alike.setdefault((hidden, seen, sum(counts)), set()).add(counts)
    assert len(alike) > 200
    for (hidden, _, _), possible in alike.items():
        for at in hidden:
            assert len({counts[at] for counts in possible}) > 1, possible


def test_a_share_is_withheld_with_what_is_left_of_it() -> None:
    # 3 of 100 are few, and so are the 3 who are left when 97 are named
    assert [is_few(n, 100, least=5) for n in (0, 3, 5, 95, 97, 100)] == [
        False,
        True,
        False,
        False,
        True,
        False,
    ]
    estimate = proportion_percent(part=3, whole=100)
    assert isinstance(shown(estimate, few=True), Withheld)
    assert shown(estimate, few=False) == estimate

"""A withheld count cannot be got back: every table that prints alike is tried."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from wardwise.disclosure.published_count import FEWEST, published_count
from wardwise.disclosure.published_table import BESIDE, published_table
from wardwise.domain.nothing import Withheld


MOST = 24
Printed = tuple[tuple[int | str, ...], int | str]


def printed(counts: tuple[int, ...]) -> Printed:
    """What a reader sees: the rows, and the total rounded by itself."""
    rows = published_table(counts, adds_up=True)
    total = published_count(sum(counts))
    return (
        tuple("c" if isinstance(one, Withheld) else one for one in rows),
        "c" if isinstance(total, Withheld) else total,
    )


@pytest.mark.parametrize("rows", [2, 3])
def test_whoever_tries_every_table_is_left_with_several(rows: int) -> None:
    alike: dict[Printed, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(MOST), repeat=rows):
        alike[printed(counts)].append(counts)
    edge = MOST - 8  # beyond it tables that print alike were not tried
    for (cells, _), tables in alike.items():
        for place, cell in enumerate(cells):
            if cell == "c" and all(max(table) < edge for table in tables):
                assert len({table[place] for table in tables}) > 2, (cells, tables)


def test_one_that_is_withheld_takes_the_smallest_other_with_it() -> None:
    first, second, third = published_table([90, 3, 40], adds_up=True)
    assert first == 90
    assert second == Withheld(f"fewer than {FEWEST}")
    assert third == Withheld(BESIDE)


def test_two_that_are_withheld_need_no_third() -> None:
    assert published_table([90, 3, 5], adds_up=True)[0] == 90


def test_rows_that_do_not_add_up_hide_nothing_but_themselves() -> None:
    assert published_table([90, 3], adds_up=False)[0] == 90

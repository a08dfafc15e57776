"""The study of alarms: a few quarters give every row, and the page prints them."""

from __future__ import annotations

from wardwise.demo.alarms.page import alarms_page
from wardwise.demo.alarms.study import PLANTED, study


def test_a_few_quarters_give_every_row() -> None:
    rates = study(seeds=2)
    assert len(rates) == 6 * (2 + len(PLANTED))
    assert rates == study(seeds=2)
    page = alarms_page(rates)
    assert page.count("\n| week |") == page.count("\n| month |") == 2 * (2 + len(PLANTED))
    assert page.index("By month, a level that wanders gives an alarm in") < page.index(
        "Quarters of"
    )
    largest = next(one for one in rates if "140 a week" in one.planted)
    assert largest.times == 2
    assert largest.error == 0

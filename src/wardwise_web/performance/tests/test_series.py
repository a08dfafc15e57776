"""Readings in order, three years, directions: against slow second ways."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.measures.targets.direction_of_travel import direction_of_travel
from wardwise_web.performance.models import Reading
from wardwise_web.performance.pictures import control_picture
from wardwise_web.performance.presenters import change_in_words
from wardwise_web.performance.selectors import series_of
from wardwise_web.performance.series import direction_now, is_trial, three_years
from wardwise_web.performance.services.definitions import declare_break
from wardwise_web.performance.services.readings import enter_reading
from wardwise_web.performance.terms import Read
from wardwise_web.performance.tests.readings import indicator_of


COUNTS = [40 + n % 5 for n in range(12)] + [41 + n % 4 for n in range(12)] + [20] * 12


def test_three_years_agree_with_sums_of_the_rows_themselves(indicator, type_months):
    type_months(indicator, "2023-10", COUNTS)
    rows = three_years(series_of(indicator))
    kept = [int(one.numerator) for one in Reading.objects.order_by("first")]
    assert [row.value for row in rows] == [sum(kept[n : n + 12]) for n in (0, 12, 24)]
    assert rows[2].change == pytest.approx(100 * (240 - sum(kept[12:24])) / sum(kept[12:24]))
    # 1 October 2024 to 30 September 2025 has 365 days, the year before had 29 February
    by_hand = direction_of_travel(before=(sum(kept[:12]), 366), after=(sum(kept[12:24]), 365))
    assert rows[1].direction == by_hand
    assert str(rows[2].direction.verdict) == "fell"


def test_a_share_changes_by_points_and_not_by_per_cent_of_itself(seats, cycle):
    share = indicator_of(seats, "P1", kind="share", denominator="Cases", per=100, better="higher")
    for n, good in enumerate([10] * 12 + [12] * 12):
        read = Read(Month.parse("2024-10").plus(n), Decimal(good), Decimal(20))
        enter_reading(indicator=share, read=read, by=seats.actor("analyst"))
    series = series_of(share)
    last = three_years(series)[-1]
    assert last.change == pytest.approx(10)  # from 50% to 60%
    assert change_in_words(last, series) == "+10.0 points"


def test_a_break_blanks_every_comparison_across_it(seats, indicator, type_months):
    type_months(indicator, "2023-10", COUNTS)
    declare_break(
        indicator=indicator, month=date(2025, 4, 17), what="A new rule", source="The force",
        by=seats.actor("analyst"),
    )  # fmt: skip
    rows = three_years(series_of(indicator))
    assert [row.change for row in rows] == [None, None, None]
    assert "A new rule (April 2025)" in rows[2].why_not
    assert direction_now(series_of(indicator))[0] == "not comparable"


def test_a_month_that_is_not_known_leaves_its_year_unknown_and_a_gap_in_the_chart(
    indicator, type_months
):
    type_months(indicator, "2023-10", [*COUNTS[:30], None, *COUNTS[31:]])
    rows = three_years(series_of(indicator))
    assert isinstance(rows[2].value, NotKnown)
    assert rows[2].why_not == "a year is not whole"
    assert control_picture(series_of(indicator)).series.values[30] is None


def test_a_revision_is_a_new_row_and_the_latest_counts(indicator, type_months):
    type_months(indicator, "2026-01", [10, 11])
    type_months(indicator, "2026-01", [12])
    assert [one.numerator for one in series_of(indicator).points] == [12, 11]
    assert Reading.objects.count() == 3


def test_limits_are_on_trial_until_twelve_points(indicator, type_months):
    type_months(indicator, "2025-01", COUNTS[:11])
    assert is_trial(series_of(indicator))
    type_months(indicator, "2025-12", [40])
    assert not is_trial(series_of(indicator))


def test_the_title_of_a_chart_says_what_the_rule_says(indicator, type_months):
    type_months(indicator, "2023-10", [*COUNTS[:24], 90])
    assert control_picture(series_of(indicator)).title == (
        "Shoplifting: October 2025 is high (outside the limits)"
    )


def test_the_title_of_a_chart_does_not_call_calm_what_spoke_earlier(indicator, type_months):
    type_months(indicator, "2023-10", [*COUNTS[:20], 90, *COUNTS[20:24]])
    assert control_picture(series_of(indicator)).title == (
        "Shoplifting: October 2025 is within the limits; June 2025 was high (outside the limits)"
    )

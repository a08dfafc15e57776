"""Grey for what cannot be said, and the colour by the profile where it can."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from wardwise.measures.targets.target_light import Light
from wardwise_web.performance.judging import Peers, judged
from wardwise_web.performance.rules import TargetRefused
from wardwise_web.performance.selectors import series_of, target_on
from wardwise_web.performance.services.definitions import declare_break, define
from wardwise_web.performance.services.targets import set_target, work_out
from wardwise_web.performance.terms import TargetTerms
from wardwise_web.performance.tests.readings import indicator_of, terms


ON = date(2026, 7, 15)  # June is known by 10 July
START = date(2026, 4, 1)


def target(**changes):
    given = {
        "starts": START, "aim": "percent change", "value": Decimal(-5), "agreed_by": "Board",
        "because": "Plan", "profile": tuple(100 * n / 12 for n in range(1, 13)),
    }  # fmt: skip
    return TargetTerms(**{**given, **changes})


@pytest.fixture
def set_for(seats, indicator, type_months):
    """Two years of 40 a month, a target of 5% less, and then three months as given."""

    def made(months, **changes):
        type_months(indicator, "2024-04", [40, 41, 39] * 8)
        set_target(indicator=indicator, terms=target(**changes), by=seats.actor("manager"))
        type_months(indicator, "2026-04", months)
        return judged(series_of(indicator), target_on(indicator, on=ON), on=ON)

    return made


@pytest.mark.parametrize(
    ("months", "light"),
    [
        # 480 less 5% is 456; a quarter of it is 114; 5% over that is 119.7
        ([38, 38, 38], Light.GREEN),
        ([40, 39, 40], Light.AMBER),
        ([40, 40, 40], Light.RED),
    ],
)
def test_the_year_so_far_is_judged_by_its_profile(set_for, months, light):
    found = set_for(months)
    assert found.light is light
    assert found.asked == pytest.approx(114)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ([38, 38, 38], "Amber above 114, red above 120."),
        ([40, 39, 40], "Green at 114 or fewer; red above 120."),
        ([40, 40, 40], "Amber at 120 or fewer, green at 114 or fewer."),
    ],
)
def test_what_would_change_it_is_said_with_the_edges(set_for, months, words):
    assert set_for(months).would_change == words


def test_where_higher_is_better_the_edges_lie_below(seats, cycle, type_months):
    made = indicator_of(seats, "H1", better="higher")
    type_months(made, "2024-04", [40, 41, 39] * 8)
    set_target(indicator=made, terms=target(), by=seats.actor("manager"))
    type_months(made, "2026-04", [40] * 3)
    found = judged(series_of(made), target_on(made, on=ON), on=ON)
    assert found.would_change == "Amber below 114, red below 108."


def test_a_reading_that_has_not_come_is_grey_and_named(set_for):
    found = set_for([38, 38])
    assert found.light is Light.GREY
    assert found.why == "Late: June 2026 was due on 10 July 2026."
    assert found.would_change == "The reading of June 2026."


def test_a_number_that_is_not_known_is_grey_with_its_reason(set_for):
    found = set_for([38, None, 38])
    assert found.light is Light.GREY
    assert "May 2026 is not known: the system was down" in found.why


def test_a_broken_definition_is_grey(seats, indicator, set_for):
    set_for([38, 38, 38])
    declare_break(
        indicator=indicator, month=date(2026, 5, 1), what="Counted otherwise", source="Force",
        by=seats.actor("analyst"),
    )  # fmt: skip
    found = judged(series_of(indicator), target_on(indicator, on=ON), on=ON)
    assert found.light is Light.GREY
    assert "broke in May 2026" in found.why


def test_no_target_by_design_is_grey_with_its_reason(set_for):
    found = set_for([1, 1, 1], aim="none, by design", value=None, because="More may be good")
    assert (found.light, found.why) == (Light.GREY, "No target, by design: More may be good.")


def test_nothing_is_grey_too(indicator):
    assert judged(series_of(indicator), None, on=ON).light is Light.GREY
    assert judged(None, None, on=ON).light is Light.GREY


def test_the_stretch_is_told_apart_from_the_base(set_for):
    found = set_for([30, 30, 30], aim="stretch", value=Decimal(456), stretch=Decimal(400))
    assert found.stretched  # 90 against a quarter of 400
    assert found.light is Light.GREEN


@pytest.mark.parametrize(
    ("best", "worst", "light"), [(9, 14, Light.GREEN), (5, 14, Light.AMBER), (2, 7, Light.RED)]
)
def test_a_place_among_peers_is_green_only_if_every_place_allows_it(
    seats, indicator, type_months, best, worst, light
):
    type_months(indicator, "2024-04", [40, 41, 39] * 9)
    set_target(
        indicator=indicator, terms=target(aim="peer position", value=Decimal(8)),
        by=seats.actor("manager"),
    )  # fmt: skip
    peers = Peers(best + 1, best, worst, "F-RANK")
    found = judged(series_of(indicator), target_on(indicator, on=ON), on=ON, peers=peers)
    assert found.light is light


def test_a_profile_follows_the_seasons_of_the_baseline(seats, indicator, type_months):
    type_months(indicator, "2025-04", [10, 20, 30, *[20] * 9])  # 240
    worked = work_out(indicator=indicator, terms=target(profile=()))
    assert worked.profile[:3] == pytest.approx((100 * 10 / 240, 100 * 30 / 240, 25), abs=1e-3)
    assert worked.profile[-1] == 100


@pytest.mark.parametrize(
    ("months", "changes", "words"),
    [
        ([2] * 12, {}, "Only 24 a year"),
        ([40] * 11, {}, "not whole"),
        ([40] * 12, {"value": None}, "Enter the value"),
        ([40] * 12, {"aim": "stretch"}, "stretch beyond"),
    ],
)
def test_a_target_that_would_tell_nothing_is_refused(
    indicator, type_months, months, changes, words
):
    type_months(indicator, "2025-04", months)
    with pytest.raises(TargetRefused, match=words):
        work_out(indicator=indicator, terms=target(**changes))


def test_thirty_a_year_are_enough(indicator, type_months):
    type_months(indicator, "2025-04", [3, 2] * 6)
    assert work_out(indicator=indicator, terms=target()).asked == pytest.approx(28.5)


@pytest.mark.parametrize(
    ("better", "because", "words"),
    [("neither", "", "moves with recording"), ("neither", "x", "moves with recording")],
)
def test_recording_driven_measures_have_no_target_without_an_agreed_direction(
    seats, cycle, type_months, better, because, words
):
    made = indicator_of(
        seats, "D1", is_recording_driven=True, better=better, direction_because=because
    )
    type_months(made, "2025-04", [40] * 12)
    with pytest.raises(TargetRefused, match=words):
        work_out(indicator=made, terms=target())
    define(
        indicator=made,
        terms=terms(is_recording_driven=True, better="higher", direction_because="The board"),
        by=seats.actor("analyst"),
    )
    assert work_out(indicator=made, terms=target(value=Decimal(5))).asked == pytest.approx(504)


def test_a_baseline_across_a_break_is_refused(seats, indicator, type_months):
    type_months(indicator, "2025-04", [40] * 12)
    declare_break(
        indicator=indicator, month=date(2025, 8, 1), what="x", source="y",
        by=seats.actor("analyst"),
    )  # fmt: skip
    with pytest.raises(TargetRefused, match="broke in August 2025"):
        work_out(indicator=indicator, terms=target())


def test_the_luck_of_a_small_fall_is_shown_when_it_is_set(seats, indicator, type_months):
    type_months(indicator, "2025-04", [8, 9, 8] * 4)  # 100
    made = set_target(indicator=indicator, terms=target(), by=seats.actor("manager"))
    assert made.luck == pytest.approx(0.37, abs=0.01)  # as in luck_of_count's own example
    assert "same rate" in made.luck_how


def test_a_share_and_a_value_have_their_own_luck(seats, cycle):
    from wardwise.domain.period import Month
    from wardwise_web.performance.services.readings import enter_reading
    from wardwise_web.performance.terms import Read

    share = indicator_of(seats, "P1", kind="share", denominator="Cases", per=100, better="higher")
    days = indicator_of(seats, "P2", kind="value", unit="days")
    for n in range(12):
        read = Read(Month(2025, 4).plus(n), Decimal(5), Decimal(10))
        enter_reading(indicator=share, read=read, by=seats.actor("analyst"))
        read = Read(Month(2025, 4).plus(n), Decimal(50 + n % 3))
        enter_reading(indicator=days, read=read, by=seats.actor("analyst"))
    half = work_out(indicator=share, terms=target(aim="rate", value=Decimal(50)))
    assert half.luck == pytest.approx(0.5, abs=0.06)
    assert work_out(indicator=days, terms=target(aim="rate", value=Decimal(40))).luck < 0.001

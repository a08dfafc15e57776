"""Days that differ: the comparisons of a selection, and their recipes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.builders import AREA, sample_settings
from wardwise.domain.figure import Ask, Figure, Unit
from wardwise.domain.period import Period
from wardwise.domain.temperatures import Temperatures
from wardwise.figures.calendar_days import bank_holidays, clocks_change
from wardwise.figures.day_kinds import BANK, DARK, HOT, SCHOOL, DayKind, day_kinds
from wardwise.measures import MEASURES


PERIOD = Period.parse("2022-01", "2024-12")


def selection(seed: int, *, on_bank_holidays: float = 1.0, each_day: float = 24.0) -> Any:
    """Three years of events at even hours, more often on bank holidays."""
    random = np.random.default_rng(seed)
    days = np.arange(np.datetime64("2022-01-01"), np.datetime64("2025-01-01"))
    holidays = np.isin(days, np.array(bank_holidays(PERIOD), "M8[D]"))
    counts = random.poisson(each_day * np.where(holidays, on_bank_holidays, 1))
    starts = np.repeat(days, counts).astype("M8[m]") + random.integers(0, 1440, counts.sum())
    return SimpleNamespace(
        name="Robbery",
        chosen=SimpleNamespace(period=PERIOD),
        held=SimpleNamespace(crimes=SimpleNamespace(starts=starts, ends=starts)),
        crimes=np.ones(len(starts), dtype=bool),
        ask=lambda question: Ask(question),
        figure=figure,
    )


def figure(recipe: Any, value: Any, *, unit: Unit, detail: str) -> Figure:
    return Figure(
        measure=recipe.measure, offence="Robbery", area=AREA, period=PERIOD, value=value.value,
        unit=unit, sources=("partner:recorded_crime",), recipe=recipe, interval=value.interval,
        detail=detail,
    )  # fmt: skip


def of(found: tuple[DayKind, ...], kind: str) -> DayKind:
    (one,) = [one for one in found if one.kind == kind]
    return one


def test_a_planted_difference_alone_is_beyond_chance() -> None:
    found = day_kinds((selection(1, on_bank_holidays=1.5),), sample_settings(), level=0.95)
    assert [one.kind for one in found] == [BANK, SCHOOL, DARK]
    assert [one.is_beyond_chance for one in found] == [True, False, False]
    bank = of(found, BANK).change
    assert bank.interval is not None
    assert bank.interval.lower < 50 < bank.interval.upper


def test_the_recipe_holds_the_days_and_gives_the_same_again() -> None:
    chosen = selection(2)
    found = day_kinds((chosen,), sample_settings(), level=0.95)
    recipe = of(found, DARK).change.recipe
    assert recipe is not None
    back, forward = clocks_change(PERIOD)
    assert (recipe.arguments["back"], recipe.arguments["forward"]) == (back, forward)
    rows = chosen.held.crimes
    again = MEASURES[recipe.measure](
        **{**recipe.arguments, "starts": rows.starts, "ends": rows.ends}
    )
    assert again.change.value == pytest.approx(of(found, DARK).change.number)


def test_what_is_too_few_is_left_out() -> None:
    assert day_kinds((selection(3, each_day=0.1),), sample_settings(), level=0.95) == ()


def warm_days(hot_days: list[str]) -> Temperatures:
    """Every day of the three years, 15 degrees or 30."""
    days = np.arange("2022-01-01", "2025-01-01", dtype="M8[D]").astype(str).tolist()
    hot = set(hot_days)
    return Temperatures(tuple(days), tuple(30.0 if day in hot else 15.0 for day in days))


def test_hot_days_are_judged_where_temperatures_are_held() -> None:
    # every bank holiday was made half as busy again; as 'hot days' they are no longer told apart
    chosen = selection(1, on_bank_holidays=1.5)
    random = np.random.default_rng(6)
    july = np.arange("2022-07-01", "2022-08-31", dtype="M8[D]").astype(str)
    held = warm_days(random.choice(july, 20, replace=False).tolist())
    found = day_kinds((chosen,), sample_settings(), level=0.95, temperatures=held)
    assert [one.kind for one in found] == [BANK, SCHOOL, DARK, HOT]
    assert not of(found, HOT).change.number > 20
    assert HOT not in [one.kind for one in day_kinds((chosen,), sample_settings(), level=0.95)]


def test_a_planted_heat_is_found_and_its_recipe_asks_for_the_days() -> None:
    held = warm_days([day for day in bank_holidays(PERIOD) if day >= "2022-05-01"])
    days = np.array(held.hot(25, between=("2022-01-01", "2024-12-31")), dtype="M8[D]")
    random = np.random.default_rng(9)
    extra = np.repeat(days + 1, random.poisson(24, len(days))).astype("M8[m]")
    chosen = selection(4)
    starts = np.concatenate([chosen.held.crimes.starts, extra])
    chosen.held.crimes.starts = chosen.held.crimes.ends = starts
    chosen.crimes = np.ones(len(starts), dtype=bool)
    after = [str(day) for day in days + 1]
    warm = warm_days(after)
    (one,) = [
        one
        for one in day_kinds((chosen,), sample_settings(), level=0.95, temperatures=warm)
        if one.kind == HOT
    ]
    assert one.is_beyond_chance
    assert one.change.interval is not None
    assert one.change.interval.lower < 100 < one.change.interval.upper
    recipe = one.change.recipe
    assert recipe is not None
    asked = recipe.arguments["special"]
    assert isinstance(asked, Ask)
    assert asked == Ask(
        "hot_days", {"from_celsius": 25.0, "first": "2022-01-01", "last": "2024-12-31"}
    )
    again = MEASURES[recipe.measure](
        **{**recipe.arguments, "starts": starts, "ends": starts, "special": after}
    )
    assert again.change.value == pytest.approx(one.change.number)


def test_temperatures_of_other_years_say_nothing() -> None:
    old = Temperatures(("2019-07-01", "2019-07-02"), (30.0, 20.0))
    found = day_kinds((selection(1),), sample_settings(), level=0.95, temperatures=old)
    assert HOT not in [one.kind for one in found]

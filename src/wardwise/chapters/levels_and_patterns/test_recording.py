"""A change in recording printed beside the rise that it could explain; worked by hand."""

from __future__ import annotations

import pytest

from tests.builders import desk_with
from wardwise.chapters.levels_and_patterns import CHAPTER
from wardwise.chapters.levels_and_patterns.findings import LevelsFindings
from wardwise.domain.settings import Settings
from wardwise.figures.desk import Desk
from wardwise.measures import MEASURES


# 2023 and 2024: burglary rises from 120 to 240, +100%; drugs stay at 60
MONTHLY = {"Burglary": [10] * 12 + [20] * 12, "Drugs": [5] * 24}
RATE = {
    "month": "2024-01",
    "before_percent": 83.8,
    "after_percent": 95.0,
    "source": "Inspection of crime data integrity",
    "offences": ("Burglary",),
}


def found_with(*rates: dict[str, object]) -> LevelsFindings:
    desk = desk_with(MONTHLY)
    settings = Settings.model_validate(
        {**desk.settings.model_dump(), "recording_rates": list(rates)}
    )
    found: LevelsFindings = CHAPTER.analyse(Desk(desk.evidence, settings))
    return found


def told(found: LevelsFindings) -> str:
    section = CHAPTER.write(found)
    return " ".join(
        str(block.text)
        for part in section.walk()
        for block in part.blocks
        if hasattr(block, "text")
    )


def test_it_stands_beside_the_rise() -> None:
    # 95 / 83.8 = 1.1337: 13.4% more would be counted without one crime more
    assert (
        "Of burglary reported, 83.8% was recorded in the year before and 95.0% in the latest"
        " (Inspection of crime data integrity). That alone would raise the count by 13.4%; it rose"
        " by 100.0%. Recording could explain only a part of the rise."
    ) in told(found_with(RATE))


def test_a_change_in_the_middle_of_the_year_counts_for_its_months() -> None:
    (effect,) = found_with({**RATE, "month": "2024-07"}).recording
    # half of 2024 at 83.8 and half at 95: 89.4 on average; 89.4 / 83.8 = 1.0668
    assert effect.recorded_after.number == pytest.approx(89.4)
    assert effect.effect.number == pytest.approx(6.6826, abs=1e-4)


def test_all_of_a_rise_can_be_recording() -> None:
    # 40% recorded and then 80% doubles the count, which doubled
    (effect,) = found_with({**RATE, "before_percent": 40.0, "after_percent": 80.0}).recording
    assert effect.effect.number == pytest.approx(100)
    assert effect.explains_all


@pytest.mark.parametrize(
    "changed",
    [
        {"offences": ("Drugs",)},  # no rise
        {"month": "2022-06"},  # both years lie after it
        {"month": "2025-01"},  # both lie before it
    ],
)
def test_without_a_rise_across_it_nothing_is_said(changed: dict[str, object]) -> None:
    assert found_with({**RATE, **changed}).recording == ()


def test_nothing_is_said_where_the_settings_say_nothing() -> None:
    assert "reported" not in told(found_with()).split("A change in recorded crime")[0]


def test_no_offence_named_is_the_whole() -> None:
    (effect,) = found_with({**RATE, "offences": ()}).recording
    assert effect.change.offence is None
    # 180 → 300: +66.7%
    assert effect.change.number == pytest.approx(66.667, abs=1e-3)


def test_the_effect_is_made_again_from_its_recipe() -> None:
    (effect,) = found_with(RATE).recording
    recipe = effect.effect.recipe
    assert recipe is not None
    again = MEASURES[recipe.measure](**recipe.arguments)
    assert again == pytest.approx(effect.effect.number)

"""Dispersions worked by hand, and methods that follow the settings."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import desk_with, sample_settings
from wardwise.chapters.methods_and_glossary import CHAPTER
from wardwise.chapters.methods_and_glossary.findings import MethodsFindings
from wardwise.chapters.methods_and_glossary.spread import most_dispersed
from wardwise.document.blocks import Bullets
from wardwise.domain.period import Month
from wardwise.domain.settings import MeasureSettings


# As many every day: nothing varies at all, so that φ is held at 1
DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
STEADY = {"Burglary": DAYS * 2}
# One a day in one month and eight in the next, and then as many every day
SWINGS = [8 * days if n % 2 else days for n, days in enumerate(DAYS)]


def found_with(monthly: dict[str, list[int]], **parts: Any) -> MethodsFindings:
    # December 2023: neither year is a leap year, so that the days of both are alike
    found: MethodsFindings = CHAPTER.analyse(desk_with(monthly, last=Month(2023, 12), **parts))
    return found


def test_what_never_varies_has_a_dispersion_of_one() -> None:
    found = found_with(STEADY)
    assert [row.phi.value for row in found.dispersions] == [1.0, 1.0]
    assert str(most_dispersed(found)) == "No offence varies more than chance here."


def test_the_offence_that_varies_most_comes_first_after_the_whole() -> None:
    found = found_with({"Burglary": DAYS * 2, "Drugs": SWINGS + DAYS})
    assert [row.offence for row in found.dispersions] == [None, "Drugs", "Burglary"]
    assert found.dispersions[1].phi.number > 10
    assert str(most_dispersed(found)).startswith("The group that varies most is drugs: ")


def test_every_area_that_is_pooled_is_counted() -> None:
    # the partnership and its peer
    assert [row.areas.value for row in found_with(STEADY).dispersions] == [2, 2]


def test_without_the_year_before_dispersion_is_not_known() -> None:
    found = found_with({"Burglary": DAYS})
    assert [row.phi.status for row in found.dispersions] == ["not_known", "not_known"]
    assert str(most_dispersed(found)).startswith("Dispersion is not known")


@pytest.mark.parametrize(("screen", "words"), [(True, "3.267"), (False, "as the settings ask")])
def test_methods_say_what_the_settings_chose(screen: bool, words: str) -> None:
    settings = sample_settings(measures=MeasureSettings(screen_moving_ranges=screen))
    found = found_with(STEADY, settings=settings)
    chart = next(method for method in found.methods if method.name == "Control chart")
    assert words in chart.how


def test_every_method_is_said_with_its_source_and_every_symbol_has_a_meaning() -> None:
    found = found_with(STEADY)
    said = next(block for block in CHAPTER.write(found).blocks if isinstance(block, Bullets))
    for method, text in zip(found.methods, said.items, strict=True):
        assert str(text).startswith(f"{method.name}. {method.how}")
        assert str(text).endswith(f" After: {method.source}.")
    assert {"[c]", "[u]", "[x]", "[z]"} <= {symbol for symbol, _ in found.symbols}

"""The study with fewer seeds, bounded as far as so few can bound it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wardwise.demo.timing import Study, study
from wardwise.demo.timing.page import timing_page


SEEDS = 60  # a true 5% gives 0 to 8 of 60 in all but one study in a hundred
PAGE = Path(__file__).parents[4] / "docs" / "reference" / "timing.md"


@pytest.fixture(scope="module")
def quick() -> Study:
    return study(seeds=SEEDS)


@pytest.mark.slow
def test_nothing_is_seldom_called_something(quick: Study) -> None:
    for one in quick.called:
        # a season is called more often where months remember: the page says so
        if not one.wanted and one.part != "A season":
            assert one.times <= 8, one


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "world", "said", "least"),
    [
        ("A change of level", "60 months, memory 0.3, 50% more from three quarters on",
         "its month, or one within two", 45),
        ("A season", "memory 0.3, July 30% high", "has a season", 50),
        ("Bank holidays", "25% more", "differs beyond chance", 45),
        ("Dark evenings", "50% more", "differs beyond chance", 50),
    ],
)  # fmt: skip
def test_what_is_planted_is_found(
    quick: Study, part: str, world: str, said: str, least: int
) -> None:
    assert quick.one(part, world, said).times >= least


@pytest.mark.slow
def test_the_page_holds_every_row_of_the_study(quick: Study) -> None:
    def rows(text: str) -> list[list[str]]:
        lines = [line for line in text.splitlines() if re.match(r"\| .* \d+ of \d+ ", line)]
        return [line.split(" | ")[:3] for line in lines]

    assert rows(timing_page(quick)) == rows(PAGE.read_text(encoding="utf-8"))

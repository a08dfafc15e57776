"""Maps of cover: steps become shapes cut at the boundary, one map or two."""

from __future__ import annotations

import pytest

from tests.render_screen.ground import SIDE, SOUTH, WEST, borough
from tests.render_screen.made_up import said
from tests.render_screen.reading import all_words
from wardwise.document.cover import Cover, CoverMaps
from wardwise.render.pictures import draw
from wardwise.render.pictures.maps.cover import shapes_of


BOROUGH = borough()
ROWS = tuple(
    "".join("3" if 4 <= x < 8 and 4 <= y < 8 else "1" if x < 10 else "0" for x in range(20))
    for y in range(20)
)
BANDS = ("the rest", "three quarters", "half", "a quarter")
THICK = Cover("Where crime lies", WEST, SOUTH, SIDE / 5, ROWS, BANDS)
CHANGE = Cover(
    "Burglary against the year before",
    WEST,
    SOUTH,
    SIDE / 5,
    tuple("0" * 5 + "1" * 12 + "2" * 3 for _ in range(20)),
    ("fell", "no clear change", "rose"),
    diverging=True,
)


def test_steps_lie_one_on_the_other() -> None:
    shapes = shapes_of(THICK)
    cell = (SIDE / 5) ** 2
    # 10 columns of 20 rows are in step 1 or above; 4 × 4 cells in step 3, and none in 2 alone
    assert shapes[1].area == pytest.approx(200 * cell)
    assert shapes[2].equals(shapes[3])
    # corners of so small a square may be cut by the evening of stairs
    assert shapes[3].area == pytest.approx(16 * cell, rel=0.1)


def test_less_and_more_are_apart() -> None:
    shapes = shapes_of(CHANGE)
    assert sorted(shapes) == [0, 2]
    assert shapes[0].area == pytest.approx(100 * (SIDE / 5) ** 2)


def test_a_step_that_no_cell_has_is_not_drawn() -> None:
    flat = Cover("", WEST, SOUTH, SIDE, ("00", "0 "), BANDS)
    assert shapes_of(flat) == {}


@pytest.mark.parametrize("width_mm", [80, 160])
def test_one_map_or_two_with_names_and_a_key_without_counts(width_mm: int) -> None:
    one = draw(CoverMaps(**said("cover"), covers=(THICK,)), boundaries=BOROUGH, width_mm=width_mm)
    two = draw(
        CoverMaps(**said("cover"), covers=(THICK, CHANGE)), boundaries=BOROUGH, width_mm=width_mm
    )
    words = [word.text for word in all_words(two)]
    for wanted in ("Eastfield", "half", "rose", "fell", "Burglary against the year before"):
        assert wanted in words
    assert not [word for word in words if word.startswith("(")]
    assert "rose" not in [word.text for word in all_words(one)]
    # two stand side by side on paper, and one above the other on a phone
    assert (two.height > 1.5 * one.height) == (width_mm == 80)
    assert len(two.svg) < 60_000

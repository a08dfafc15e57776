"""Maps: classes, names, focus, and what is said when boundaries are wrong."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
import shapely

from tests.render_screen.ground import area_map, borough, map_pair, real, with_estates
from tests.render_screen.reading import SVG, Words, all_words, tree
from wardwise.domain.errors import ReferenceDataError
from wardwise.render.apostrophes import curly
from wardwise.render.pictures import Drawn, draw
from wardwise.render.pictures.canvas import Box
from wardwise.render.pictures.maps.classes import class_words, shades_of
from wardwise.render.pictures.maps.names import place_names
from wardwise.render.pictures.maps.outlines import Layer
from wardwise.render.pictures.maps.worth import by_worth, together


BOROUGH = borough()


def words(drawn: Drawn) -> list[str]:
    return [one.text for one in all_words(drawn)]


def test_classes_are_named_by_their_breaks() -> None:
    assert class_words((25, 50)) == ["under 25", "25 to under 50", "50 and over"]
    assert class_words((0.5,)) == ["under 0.5", "0.5 and over"]
    assert class_words(()) == ["all areas"]


def test_every_area_is_counted_once_in_the_key() -> None:
    picture = area_map(BOROUGH)
    shades = shades_of(picture)
    # 64 areas: one not known, two too small to judge, the other 61 in five classes
    assert sum(shade.count for shade in shades) == 64
    assert [shade.count for shade in shades[-2:]] == [2, 1]
    assert "(1)" in words(draw(picture, boundaries=BOROUGH))


def test_more_than_five_classes_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 5"):
        shades_of(replace(area_map(BOROUGH), breaks=(1, 2, 3, 4, 5)))


def test_a_value_on_a_break_is_in_the_class_above() -> None:
    picture = replace(area_map(BOROUGH), breaks=(250 / 64 * 32,))
    # Areas 0 to 31 lie under the break without numbers 3, 5 and 6: 29; 32 to 63 are 32
    assert [shade.count for shade in shades_of(picture)[:2]] == [29, 32]


def test_below_the_middle_is_ruled_so_that_grey_print_keeps_it() -> None:
    shades = shades_of(replace(area_map(BOROUGH), diverging=True))
    assert [shade.lines for shade in shades[:5]] == ["level", "level", "", "", ""]


def test_kinds_are_named_and_those_below_the_middle_are_ruled() -> None:
    """Areas 0 to 63 with values from 0 to 250; those without a number have no kind."""
    kinds = ("fading", "none", "new", "lasting")
    breaks = (50.0, 100.0, 150.0)
    shades = shades_of(replace(area_map(BOROUGH), breaks=breaks, classes=kinds, below=1))[:4]
    assert tuple(shade.words for shade in shades) == kinds
    assert [shade.lines for shade in shades] == ["level", "", "", ""]
    assert len({shade.fill for shade in shades}) == len(kinds)


def test_every_ward_is_named_or_numbered() -> None:
    said = " ".join(words(draw(area_map(BOROUGH), boundaries=BOROUGH)))
    for name in BOROUGH.layers["ward"]["name"]:
        # Words of a name may stand on several lines, and 'and' is drawn as an ampersand
        drawn = curly(name.replace(" and ", " & "))
        assert all(word in said for word in drawn.split())


def test_areas_can_be_told_apart_by_a_script_only_where_asked() -> None:
    plain = draw(area_map(BOROUGH), boundaries=BOROUGH)
    explored = draw(replace(area_map(BOROUGH), interactive=True), boundaries=BOROUGH)
    areas = [p for p in tree(explored).iter(f"{SVG}path") if p.get("class") == "area"]
    assert "data-code" not in plain.svg
    assert len(areas) == 64
    assert areas[0].findtext(f"{SVG}title", "").endswith("per 1,000")


def test_a_focus_counts_only_its_own_areas() -> None:
    focus = replace(area_map(BOROUGH), focus=("W05",))
    said = words(draw(focus, boundaries=BOROUGH))
    # A ward of four neighbourhoods, numbers 20 to 23: values 78.1 to 89.8, all in one class
    assert said.count("(4)") == 1
    assert "Riverside" in said


def test_areas_outlined_together_have_one_line_round_each_piece() -> None:
    picture = area_map(BOROUGH)
    codes = [area.code for area in picture.areas]
    paths = [
        {p.get("d") for p in tree(draw(one, boundaries=BOROUGH)).iter(f"{SVG}path")}
        for one in (picture, replace(picture, outlined=tuple(codes[20:24])))
    ]
    # the four neighbourhoods of one ward: one closed line, drawn twice on top of one another
    (more,) = paths[1] - paths[0]
    assert more is not None
    assert more.count("M") == 1
    assert draw(replace(picture, outlined=("unknown",)), boundaries=BOROUGH).svg


def test_a_pair_stands_one_above_the_other_on_a_phone() -> None:
    wide = draw(map_pair(BOROUGH), boundaries=BOROUGH, width_mm=160)
    narrow = draw(map_pair(BOROUGH), boundaries=BOROUGH, width_mm=92)
    assert narrow.height > wide.height
    headings = [one for one in all_words(narrow) if one.text == "Offences"]
    assert min(one.left for one in headings) == 0


def test_a_map_without_boundaries_says_what_to_do() -> None:
    with pytest.raises(ReferenceDataError, match="Add the boundary files"):
        draw(area_map(BOROUGH), boundaries=None)


def test_an_area_of_another_vintage_is_named() -> None:
    picture = area_map(BOROUGH)
    odd = replace(picture, areas=(*picture.areas, replace(picture.areas[0], code="E01099999")))
    with pytest.raises(ReferenceDataError, match=r"E01099999 \(1 of 65 areas\)"):
        draw(odd, boundaries=BOROUGH)


def test_a_layer_that_is_not_held_is_named() -> None:
    with pytest.raises(ReferenceDataError, match="layer 'own' is not held"):
        draw(replace(area_map(BOROUGH), layer="own"), boundaries=BOROUGH)


def test_own_areas_are_named_over_the_wards_that_they_touch() -> None:
    boundaries = with_estates()
    picture = replace(area_map(boundaries, "own"), breaks=(10,))
    said = words(draw(picture, boundaries=boundaries))
    # Quarry estate lies in wards 4 and 5 (Castle & Priory, Riverside), Mill lane in 10
    assert {"Quarry estate", "Mill lane", "Riverside"} <= set(said)
    assert "Belle Vale" not in said


def _overlaps(one: Words, other: Words) -> bool:
    return (
        min(one.right, other.right) - max(one.left, other.left) > 0.5
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5
    )


@pytest.mark.shared
@pytest.mark.parametrize("code", ["E08000027", "E06000032", "E06000055", "E06000056"])
@pytest.mark.parametrize("width_mm", [160.0, 92.0])
def test_no_name_covers_another_on_a_real_map(shared: Path, code: str, width_mm: float) -> None:
    boundaries = real(shared, code)
    drawn = draw(area_map(boundaries), boundaries=boundaries, width_mm=width_mm)
    crossing = [
        (one.text, other.text)
        for one, other in combinations(all_words(drawn), 2)
        if _overlaps(one, other)
    ]
    assert crossing == []
    assert all(word.right <= drawn.width + 0.5 and word.left >= -0.5 for word in all_words(drawn))


@pytest.mark.shared
def test_a_map_of_a_borough_is_small_enough_to_print_many(shared: Path) -> None:
    boundaries = real(shared, "E08000027")
    drawn = draw(area_map(boundaries), boundaries=boundaries)
    # 203 areas and 24 wards; forty such maps have to stay well under 6 MB
    assert len(drawn.svg) < 90_000


def crowd(count: int) -> dict[str, shapely.Geometry]:
    """Strips a few pixels wide, in which no name fits, side by side on a sheet."""
    return {f"W{n:02d}": shapely.box(20 + 4 * n, 46, 24 + 4 * n, 54) for n in range(count)}


def test_where_too_many_would_have_a_number_the_foremost_have_one() -> None:
    shapes, sheet = crowd(30), Box(0, 0, 200, 120)
    names = {code: f"Ward of {code}" for code in shapes}
    worth = tuple(reversed(shapes))
    placed = place_names(shapes, names, sheet, worth)
    assert {name.code: name.lines for name in placed} == {
        code: (str(n),) for n, code in enumerate(worth[:10], 1)
    }
    # none covers another, and one that stands beside its strip leads back into it
    for one, other in combinations(placed, 2):
        assert not one.box.meets(other.box)
    beside = [name for name in placed if name.leads_to]
    assert beside
    assert all(shapely.contains_xy(shapes[name.code], *name.leads_to) for name in beside)
    # few enough to look up are numbered all, by name
    few = place_names(crowd(12), names, sheet, worth)
    assert sorted(int(name.lines[0]) for name in few) == list(range(1, 13))


def test_a_ward_is_worth_what_its_highest_neighbourhood_is() -> None:
    picture = area_map(BOROUGH)
    named = Layer("ward", tuple(BOROUGH.layers["ward"]["code"]))
    order = by_worth(picture, BOROUGH, named)
    # values rise with the number of the neighbourhood: the last ward first, the first last
    assert (order[0], order[-1]) == (named.codes[-1], named.codes[0])
    assert together([("a", "b", "c"), ("c", "b", "a")]) == ("a", "c", "b")

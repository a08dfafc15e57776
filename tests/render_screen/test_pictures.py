"""What is true of every picture, and of each kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.render_screen.ground import area_map, borough, map_pair
from tests.render_screen.made_up import (
    BREAK,
    charts,
    contributions,
    control_chart,
    counts,
    month_index,
    peers,
    pyramid,
    series,
)
from tests.render_screen.reading import SVG, all_words, tree
from wardwise.document.pictures import Bar, Bars, Picture
from wardwise.render.pictures import Drawn, draw


BOROUGH = borough()
WIDTHS = (160.0, 92.0, 76.0)
PICTURES = (
    *charts(),
    area_map(BOROUGH),
    area_map(BOROUGH, "ward", name="wards"),
    replace(area_map(BOROUGH, name="focus"), focus=("W05",)),
    replace(area_map(BOROUGH, name="explored"), interactive=True),
    replace(area_map(BOROUGH, name="change"), diverging=True),
    map_pair(BOROUGH),
)


def drawn(picture: Picture, width_mm: float = 160) -> Drawn:
    return draw(picture, boundaries=BOROUGH, width_mm=width_mm)


def words(picture: Picture) -> list[str]:
    return [one.text for one in all_words(drawn(picture))]


@pytest.mark.parametrize("width_mm", WIDTHS)
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_names_itself_and_tells_its_meaning(picture: Picture, width_mm: float) -> None:
    root = tree(drawn(picture, width_mm))
    assert root.get("role") == ("group" if getattr(picture, "interactive", False) else "img")
    assert root.findtext(f"{SVG}title") == picture.title
    assert root.findtext(f"{SVG}desc") == picture.alt


@pytest.mark.parametrize("width_mm", WIDTHS)
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_no_word_is_cut_off(picture: Picture, width_mm: float) -> None:
    one = drawn(picture, width_mm)
    outside = [
        word.text
        for word in all_words(one)
        if word.left < -0.5
        or word.top < -0.5
        or word.right > one.width + 0.5
        or word.bottom > one.height + 0.5
    ]
    assert outside == []


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_no_value_is_printed_as_something_that_is_no_number(picture: Picture) -> None:
    svg = drawn(picture).svg.lower()
    assert [word for word in ("nan", "none", "inf", "-0 ") if f">{word}" in svg] == []
    assert "nan" not in svg.split("<desc>")[1].split("</desc>")[1]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_the_same_picture_gives_the_same_bytes(picture: Picture) -> None:
    again = draw(picture, boundaries=borough(), width_mm=160)
    assert again.svg == drawn(picture).svg


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_needs_nothing_from_elsewhere(picture: Picture) -> None:
    svg = drawn(picture).svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "http" not in svg
    assert " id=" not in svg  # ids of two pictures on one page would clash


def test_a_png_is_as_large_as_its_scale_says() -> None:
    one = drawn(peers())
    png = one.png(2.0)
    # PNG keeps width and height as big-endian numbers at bytes 16 to 24
    wide, high = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    assert png.startswith(b"\x89PNG")
    assert abs(wide - 2 * one.width) <= 2
    assert abs(high - 2 * one.height) <= 2


def test_a_gap_breaks_the_line_and_says_not_known() -> None:
    root = tree(drawn(control_chart()))
    lines = [p for p in root.iter(f"{SVG}path") if p.get("fill") == "none"]
    # 36 months: 8 before the gap, 18 from the gap to the break at the 29th month, 8 after
    assert [path.get("d", "").count("L") + 1 for path in lines] == [8, 18, 8]
    assert words(control_chart()).count("not known") == 1


def test_incomplete_months_are_hollow() -> None:
    circles = tree(drawn(control_chart())).iter(f"{SVG}circle")
    hollow = [c for c in circles if c.get("fill") == "#ffffff" and float(c.get("r", 0)) < 2.9]
    assert len(hollow) == 2


def test_trial_limits_are_dashed_and_called_so() -> None:
    dashed = [
        e for e in tree(drawn(control_chart())).iter(f"{SVG}line") if e.get("stroke-dasharray")
    ]
    assert len(dashed) == 3  # the mean and both limits of the short stretch
    assert {"Trial upper limit 227", "Mean 168", "Trial lower limit 118"} <= set(
        words(control_chart())
    )


def test_signals_carry_the_word_of_their_rule_and_breaks_their_name() -> None:
    said = words(control_chart())
    assert {"outside the limits", "two of three near a limit"} <= set(said)
    assert BREAK in " ".join(said)


def test_breaks_that_stand_close_do_not_cover_one_another() -> None:
    months = series("x", level=9).months
    close = ((months[20], "A new force system"), (months[22], "Other rules"), (months[30], "End"))
    chart = replace(control_chart(), series=replace(series("x", level=9), breaks=close))
    names = [one for one in all_words(drawn(chart)) if one.text in {name for _, name in close}]
    # The second would run into the first and goes a row higher; the third has room beside both
    assert len({one.top for one in names}) == 2


def test_a_series_of_noughts_can_be_drawn() -> None:
    nil = series("Bicycle theft", level=0)
    assert "Mean 0" in words(replace(control_chart(), series=nil))


def test_a_run_chart_has_a_middle_and_no_limits() -> None:
    plain = series("Severity", level=40)
    run = replace(plain, stretches=(replace(plain.stretches[-1], has_limits=False),))
    said = words(replace(control_chart(), series=run))
    assert any(word.startswith("Middle ") for word in said)
    assert not any("limit " in word or word.startswith("Mean") for word in said)


def test_bars_start_at_nought() -> None:
    root = tree(drawn(contributions()))
    bars = [r for r in root.iter(f"{SVG}rect") if r.get("height") == "13"]
    rights = {round(float(b.get("x", 0)) + float(b.get("width", 0)), 1) for b in bars[-3:]}
    lefts = {round(float(b.get("x", 0)), 1) for b in bars[:4]}
    # The four that grew start where the three that shrank end
    assert len(bars) == 7
    assert lefts == rights
    assert len(lefts) == 1


def test_a_bar_that_is_not_known_is_a_word_and_not_a_nought() -> None:
    assert "not known: no count is published" in words(contributions())
    assert words(peers()).count("not known") == 1


def test_intervals_are_drawn_wherever_they_are_known() -> None:
    lines = tree(drawn(peers())).iter(f"{SVG}line")
    assert sum(line.get("stroke-width") in ("2", "3.2") for line in lines) == 7
    whiskers = tree(drawn(counts())).iter(f"{SVG}line")
    assert sum(line.get("stroke-width") == "3" for line in whiskers) == 14


def test_labels_of_one_chart_have_one_precision() -> None:
    # 112.4 and 96.0 stand in one list: one decimal for both
    assert {"112.4", "96.0"} <= set(words(peers()))


def test_a_label_keeps_off_the_reference_rule() -> None:
    bars = (Bar("Luton", 95.5, 95, 96, ours=True), Bar("Slough", 60.0, 59, 61))
    chart = replace(peers(), bars=bars, reference=(97.0, "median"))
    label = next(one for one in all_words(drawn(chart)) if one.text == "95.5")
    rule = next(
        float(line.get("x1", 0))
        for line in tree(drawn(chart)).iter(f"{SVG}line")
        if line.get("stroke-dasharray")
    )
    assert label.right < rule


def test_a_month_without_an_index_says_so() -> None:
    assert words(month_index()).count("not known") == 1


def test_a_pyramid_without_a_comparator_has_no_outline() -> None:
    alone = replace(pyramid(), compare_left=None, compare_right=None)
    assert "Outline: the comparator" in words(pyramid())
    assert "Outline: the comparator" not in words(alone)


def test_a_chart_of_nothing_can_be_drawn() -> None:
    empty = Bars("empty", "No data", "", "", "Nothing is known.", None, bars=(), unit="offences")
    assert tree(drawn(empty)).findtext(f"{SVG}desc") == "Nothing is known."


def test_a_picture_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot draw"):
        drawn(Picture("odd", "Odd", "", "", "", None))

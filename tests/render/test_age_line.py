"""The line of ages: gaps where a year is withheld, the years that stand out named."""

from __future__ import annotations

from wardwise.document.pictures import AgeLine
from wardwise.render.pictures import draw


def line(rates: tuple[float | None, ...], *, marked: tuple[int, ...] = ()) -> AgeLine:
    """Rates from the age of 10, each with an interval of a half on either side."""
    return AgeLine(
        name="ages",
        title="Ages",
        subtitle="",
        source="",
        alt="Ages.",
        table=None,
        ages=tuple(range(10, 10 + len(rates))),
        rates=rates,
        lower=tuple(rate and rate - 0.5 for rate in rates),
        upper=tuple(rate and rate + 0.5 for rate in rates),
        usual=rates,
        usual_is="as in all crime",
        unit="per 1,000",
        marked=marked,
    )


def paths(svg: str) -> int:
    return svg.count("<path")


def test_a_withheld_year_breaks_the_line_and_has_a_sign() -> None:
    whole = draw(line((2.0, 3.0, 4.0, 5.0)), boundaries=None).svg
    broken = draw(line((2.0, 3.0, None, 5.0)), boundaries=None).svg
    # band, line and comparator, once for each stretch
    assert (paths(whole), paths(broken)) == (3, 6)
    assert "too few to be shown" in broken
    assert "too few to be shown" not in whole


def test_a_year_that_stands_out_is_named() -> None:
    svg = draw(line((2.0,) * 4 + (9.0,) + (2.0,) * 4, marked=(14,)), boundaries=None).svg
    assert ">14<" in svg
    assert "<circle" in svg


def test_a_marked_year_that_is_withheld_is_not_drawn() -> None:
    svg = draw(line((2.0, None, 2.0), marked=(11,)), boundaries=None).svg
    assert "<circle" not in svg
    assert ">11<" not in svg

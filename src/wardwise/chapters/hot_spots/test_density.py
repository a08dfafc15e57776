"""Worked examples: four square kilometres with a market place, and a place that grew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import shapely

from tests.builders import AREA, LSOAS, desk_with
from wardwise.chapters.hot_spots import CHAPTER
from wardwise.chapters.hot_spots.density import DensityFindings, analyse
from wardwise.chapters.hot_spots.density_words import answer, caution, change, key_findings
from wardwise.chapters.hot_spots.write_density import density_section
from wardwise.document.blocks import Note, Paragraph, Table
from wardwise.document.cover import CoverMaps
from wardwise.domain.evidence import NotHeld
from wardwise.domain.period import Month
from wardwise.domain.points_recorded import PointPrecision, PointsRecorded
from wardwise.figures.desk import Desk


MARKET, GREW = (600.0, 600.0), (1500.0, 1500.0)
CORNER = np.array([400_000.0, 280_000.0])
FIRST = Month(2023, 1)


def points_desk(*, market: int = 0, grew: int = 0, **changes: Any) -> Desk:
    """Each month 100 spread over the land and so many at the market; more in the later year."""
    random = np.random.default_rng(7)
    places, months = [], []
    for month in range(24):
        later = grew if month >= 12 else 0
        spread = random.uniform(0, 2000, (100, 2)).round(-2)  # to a list of points 100 m apart
        places += [spread, np.tile(MARKET, (market, 1)), np.tile(GREW, (later, 1))]
        months += [month] * (100 + market + later)
    at = np.vstack(places) + CORNER
    points = PointsRecorded(
        source="police_uk",
        precision=PointPrecision.SNAPPED,
        easting=at[:, 0],
        northing=at[:, 1],
        month=(FIRST.ordinal + np.array(months)).astype(np.int32),
        offence=np.zeros(len(at), dtype=np.int32),
        offences=("Burglary",),
    )
    desk = desk_with({"Burglary": [400] * 24}, recorded_points=points, **changes)
    squares = [shapely.box(x, y, x + 1000, y + 1000) for y in (0, 1000) for x in (0, 1000)]
    outlines = {
        area.code: shapely.transform(square, CORNER.__add__).wkb_hex
        for area, square in zip(LSOAS, squares, strict=True)
    }
    place = replace(desk.evidence.place, outlines=outlines)
    return Desk(replace(desk.evidence, place=place), desk.settings)


def found_on(desk: Desk) -> DensityFindings:
    found = analyse(desk)
    assert found is not None
    return found


def test_a_market_place_is_where_crime_lies_thickest_and_holds_a_quarter() -> None:
    found = found_on(points_desk(market=50))
    assert found.whole.density.ward == "Eastgate"
    # a third of it stands at one point, smoothed over a radius of 300 m: π 0.3² is 7% of 4 km²
    quarter, half, most = (figure.number for figure in found.whole.density.land)
    assert quarter < 7
    assert quarter < half < most
    assert "it is thickest in Eastgate" in str(answer(found))
    # the same every month: nothing changed
    assert "Nowhere did recorded crime or burglary lie thicker or thinner" in str(change(found))
    assert key_findings(found) == ()
    picture = density_section(found).blocks[1]
    assert isinstance(picture, CoverMaps)
    assert len(picture.covers) == 1


def test_the_rule_of_the_bandwidth_minds_how_far_apart_points_stand() -> None:
    found = found_on(points_desk())
    one = found.whole.density
    assert one.spacing is not None
    # 2,000 m / 150 is 13 m a cell and 65 m; points are 100 m apart: three times that is 300 m
    assert (one.spacing.number, one.bandwidth.number) == (100, 300)
    said = caution(found)
    assert said is not None
    assert "100 m from one to the next" in str(said)


def test_a_place_that_grew_is_named_with_both_years() -> None:
    found = found_on(points_desk(grew=25))
    moved = found.whole.moved
    assert moved is not None
    assert moved.more_km2.number > 0
    assert moved.less_km2.number == 0
    before, after = (figure.number for figure in moved.in_more)
    assert after - before > 250  # 25 in each of twelve months, more or less chance
    assert moved.more_wards[0] == "Westgate"
    assert "Recorded crime rose by more than chance" in str(change(found))
    assert "Recorded crime rose" in key_findings(found)[0].claim
    section = density_section(found)
    picture, table = section.blocks[1], section.blocks[3]
    assert isinstance(picture, CoverMaps)
    assert isinstance(table, Table)
    assert picture.covers[1].diverging
    assert "2" in "".join(picture.covers[1].rows)
    assert "rose in Westgate" in picture.alt
    assert getattr(table.rows[0][-1], "text", "") == "nowhere"


def test_years_that_cannot_be_compared_are_not() -> None:
    found = found_on(points_desk(grew=25, breaks=((Month(2024, 1), "", "a new system"),)))
    assert "Where that changed is not known: the series breaks" in str(change(found))
    table = density_section(found).blocks[3]
    assert isinstance(table, Table)
    assert [str(cell) for cell in table.rows[0]][-2:] == ["not comparable"] * 2


def test_a_group_counted_otherwise_is_not_compared_and_the_total_says_that_it_holds_it() -> None:
    desk = points_desk(grew=25, breaks=((Month(2024, 1), "Burglary", "a new system"),))
    found = found_on(desk)
    said = str(change(found))
    assert "Recorded crime rose by more than chance" in said
    assert "Part of that may be counting: it holds burglary, now counted differently." in said
    assert "Burglary rose" not in said
    # the total says so already, and the table has the group as not comparable
    assert "is not compared" not in said
    (finding,) = key_findings(found)
    assert finding.alternatives[0] == "it holds burglary, now counted differently"


def test_without_points_outlines_or_enough_offences_there_is_no_section() -> None:
    desk = points_desk(market=50)
    counts_alone = replace(desk.evidence, recorded_points=NotHeld("points", "the police"))
    assert analyse(Desk(counts_alone, desk.settings)) is None
    no_outlines = replace(desk.evidence, place=replace(desk.evidence.place, outlines={}))
    assert analyse(Desk(no_outlines, desk.settings)) is None
    few = points_desk()
    points = few.evidence.recorded_points
    assert isinstance(points, PointsRecorded)
    kept = {
        name: getattr(points, name)[-150:] for name in ("easting", "northing", "month", "offence")
    }
    fewer = replace(few.evidence, recorded_points=replace(points, **kept))
    assert analyse(Desk(fewer, few.settings)) is None


def test_the_section_stands_in_the_chapter() -> None:
    section = CHAPTER.write(CHAPTER.analyse(points_desk(market=50)))
    part = next(one for one in section.walk() if one.anchor == "hot-spots-density")
    words = [str(block.text) for block in part.blocks if isinstance(block, Paragraph | Note)]
    assert AREA.name in words[0]
    assert "map points" in words[1]

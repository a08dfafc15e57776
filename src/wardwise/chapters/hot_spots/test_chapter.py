"""Worked examples: a square of 6 × 6 neighbourhoods with a busy corner."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.builders import AREA, WARDS, desk_with
from wardwise.chapters.hot_spots import CHAPTER
from wardwise.document.blocks import Paragraph
from wardwise.document.section import Section
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.figures.desk import Desk
from wardwise.measures.hot_spots.hot_spot_classes import HotSpotClass


SIDE = 6
AREAS = tuple(
    Area(f"E019999{n:02d}", f"Sampleton {n:02d}", AreaKind.LSOA) for n in range(SIDE * SIDE)
)
CORNER = (0, 1, 6, 7)  # two rows of two: with the cell inside it touches all the others


def square_desk(per_year: list[np.ndarray], offence: str = "Burglary") -> Desk:
    """A year's offences of each neighbourhood lie in its first month; the latest is 2024."""
    months = tuple(Month(2025 - len(per_year), 1).plus(n) for n in range(12 * len(per_year)))
    counts = np.zeros((len(AREAS), len(months), 1), dtype=np.int64)
    counts[:, ::12, 0] = np.array(per_year).T
    held = np.ones((len(AREAS), len(months)), dtype=bool)
    local = MonthlyCounts("police_uk", AREAS, months, (offence,), counts, held)
    desk = desk_with({offence: [0] * len(months)}, local=local)
    codes = [area.code for area in AREAS]
    at = {code: divmod(n, SIDE) for n, code in enumerate(codes)}
    neighbours = {
        one: tuple(
            other
            for other in codes
            if other != one and max(abs(a - b) for a, b in zip(at[one], at[other], strict=True)) < 2
        )
        for one in codes
    }
    place = replace(
        desk.evidence.place,
        lsoas=AREAS,
        ward_of={code: WARDS[at[code][0] // 3].code for code in codes},
        members={code: (code,) for code in codes} | {AREA.code: tuple(codes)},
        neighbours=neighbours,
    )
    return Desk(replace(desk.evidence, place=place), desk.settings)


def busy(times: int = 50) -> np.ndarray:
    """Five everywhere, and so many times as many in the corner."""
    year = np.full(len(AREAS), 5)
    year[list(CORNER)] *= times
    return year


def words_of(section: Section) -> str:
    """Every paragraph, in reading order."""
    return " ".join(
        str(block.text)
        for part in section.walk()
        for block in part.blocks
        if isinstance(block, Paragraph)
    )


def test_a_corner_busy_in_all_three_years_is_long_term_active() -> None:
    found = CHAPTER.analyse(square_desk([busy(), busy(), busy()]))
    kinds = {one.area.code: one.kind for one in found.whole.places}
    # the four lie together: each has all four in its surroundings, which few orders would give it
    assert kinds[AREAS[0].code] is HotSpotClass.LONG_TERM
    assert {AREAS[n].code for n in CORNER} <= set(kinds)
    text = words_of(CHAPTER.write(found))
    assert "hot in every one of the three years" in text
    assert found.key_findings[0].figures[0].value == found.whole.long_term.value


def test_nothing_planted_is_called_nothing() -> None:
    random = np.random.default_rng(1)
    years = [random.poisson(20, len(AREAS)) for _ in range(3)]
    found = CHAPTER.analyse(square_desk(years))
    assert found.whole.codes == frozenset()
    assert "is a hot spot of recorded crime beyond chance" in words_of(CHAPTER.write(found))
    assert found.key_findings == ()


def test_few_neighbourhoods_or_no_outlines_are_not_known_and_said() -> None:
    desk = desk_with({"Burglary": [4] * 24})
    found = CHAPTER.analyse(desk)
    assert isinstance(found.whole.found, NotKnown)
    section = CHAPTER.write(found)
    assert [part.anchor for part in section.walk()] == [
        "hot-spots",
        "hot-spots-foretold",
        "hot-spots-lately",
    ]


def test_one_year_is_too_little_for_classes() -> None:
    found = CHAPTER.analyse(square_desk([busy()]))
    assert isinstance(found.whole.found, NotKnown)
    assert "fewer than two whole years" in found.whole.found.reason

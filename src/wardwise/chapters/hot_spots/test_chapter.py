"""Worked examples: a square of 6 × 6 neighbourhoods with a busy corner."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.builders import AREA, WARDS, desk_with
from tests.section_words import words_of
from wardwise.chapters.hot_spots import CHAPTER
from wardwise.chapters.hot_spots.words import borderline
from wardwise.chapters.hot_spots.write_groups import groups_section
from wardwise.document.blocks import Table
from wardwise.document.pictures import Map, MapPair
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.evidence import GroupWeight, HarmWeights
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk
from wardwise.figures.harm_hot_spots import HotByHarm
from wardwise.measures.hot_spots.hot_spot_classes import HotSpotClass


SIDE = 6
AREAS = tuple(
    Area(f"E019999{n:02d}", f"Sampleton {n:02d}", AreaKind.LSOA) for n in range(SIDE * SIDE)
)
CORNER = (0, 1, 6, 7)  # two rows of two: with the cell inside it touches all the others


def square_desk(per_year: list[np.ndarray], **others: list[np.ndarray]) -> Desk:
    """A year's offences of each neighbourhood lie in its first month; the latest is 2024."""
    groups = {"Burglary": per_year, **others}
    months = tuple(Month(2025 - len(per_year), 1).plus(n) for n in range(12 * len(per_year)))
    counts = np.zeros((len(AREAS), len(months), len(groups)), dtype=np.int64)
    for n, years in enumerate(groups.values()):
        counts[:, ::12, n] = np.array(years).T
    held = np.ones((len(AREAS), len(months)), dtype=bool)
    local = MonthlyCounts("police_uk", AREAS, months, tuple(groups), counts, held)
    desk = desk_with({name: [0] * len(months) for name in groups}, local=local)
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


def test_a_corner_busy_in_all_three_years_is_long_term_active() -> None:
    found = CHAPTER.analyse(square_desk([busy(), busy(), busy()]))
    kinds = {one.area.code: one.kind for one in found.whole.places}
    # the four lie together: each has all four in its surroundings, which few orders would give it
    assert kinds[AREAS[0].code] is HotSpotClass.LONG_TERM
    assert {AREAS[n].code for n in CORNER} <= set(kinds)
    text = words_of(CHAPTER.write(found))
    assert "hot in every one of the three years" in text
    assert found.key_findings[0].figures[0].value == found.whole.long_term.value
    assert found.key_findings[0].claim.startswith(f"In {AREA.name}, ")


def test_nothing_planted_is_called_nothing() -> None:
    random = np.random.default_rng(1)
    years = [random.poisson(20, len(AREAS)) for _ in range(3)]
    found = CHAPTER.analyse(square_desk(years))
    assert found.whole.codes == frozenset()
    assert "is a hot spot of recorded crime beyond chance" in words_of(CHAPTER.write(found))
    assert found.key_findings == ()


@pytest.mark.parametrize(
    ("years_hot", "said"),
    [
        (
            (1,),
            "One more (called off and on) was hot in one year of three, which chance can do; it is",
        ),
        ((1, 1), "Two more (called off and on) were hot in one year of three, which chance can do"),
        ((1, 2), "Two more (called off and on) were hot in one to two years of three"),
        ((1,) * 11, "Another 11 (called off and on) were hot in one year of three"),
    ],
)
def test_those_off_and_on_are_told_by_how_many_years_they_were_hot(
    years_hot: tuple[int, ...], said: str
) -> None:
    found = CHAPTER.analyse(square_desk([busy(), busy(), busy()]))
    one = found.whole.places[0]
    places = tuple(
        replace(
            one, kind=HotSpotClass.OFF_AND_ON, years_hot=replace(one.years_hot, value=float(years))
        )
        for years in years_hot
    )
    number = replace(found.whole.off_and_on, value=float(len(years_hot)))
    changed = replace(found, whole=replace(found.whole, places=places, off_and_on=number))
    assert str(borderline(changed)).startswith(said)


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


def far_corner(times: int = 50) -> np.ndarray:
    """The same at the opposite corner."""
    return np.asarray(busy(times)[::-1])


def test_a_group_whose_hot_spots_lie_elsewhere_is_shown_beside() -> None:
    """Drugs in the far corner are a tenth of burglary in the near one, and lost in all crime."""
    few = [np.where(far_corner() > 5, 40, 4)] * 3
    found = CHAPTER.analyse(square_desk([20 * busy()] * 3, Drugs=few))
    assert found.elsewhere == ("Drugs",)
    assert found.alike == ("Burglary",)
    section = CHAPTER.write(found)
    text = words_of(section)
    assert (
        "The hot spots of drugs lie elsewhere than those of all crime. Those of burglary are "
        "largely the same as those of all crime." in text
    )
    blocks = [block for part in section.walk() for block in part.blocks]
    (pair,) = [block for block in blocks if isinstance(block, MapPair)]
    assert pair.right.unit == "hot spots, drugs"
    by_group = next(b for b in blocks if isinstance(b, Table) and b.name == "hot-spots-by-group")
    assert [str(row[0]) for row in by_group.rows] == ["All recorded crime", "Drugs"]
    assert "Westgate" in str(by_group.rows[1][1])


def test_where_all_crime_has_no_hot_spot_nothing_lies_elsewhere_than_its() -> None:
    """Burglary, high and low anywhere, drowns the drugs of the corner in the sum of both."""
    noise = np.random.default_rng(1).integers(100, 900, len(AREAS))
    few = [np.where(far_corner() > 5, 40, 4)] * 3
    found = CHAPTER.analyse(square_desk([noise] * 3, Drugs=few))
    assert (found.whole.codes, found.elsewhere) == (frozenset(), ("Drugs",))
    text = words_of(CHAPTER.write(found))
    assert "There are hot spots of drugs, though none of all recorded crime." in text
    assert "elsewhere" not in text


def test_a_group_with_an_and_of_its_own_is_told_apart_in_a_list() -> None:
    found = CHAPTER.analyse(square_desk([busy(), busy(), busy()]))
    names = ("Burglary", "Criminal damage and arson", "Drugs")
    (section,) = groups_section(replace(found, alike=names))
    said = words_of(section)
    assert "of burglary; criminal damage and arson; and drugs are largely the same as" in said


def test_a_new_hot_spot_is_named_and_told_to_the_summary() -> None:
    quiet = np.full(len(AREAS), 20)
    found = CHAPTER.analyse(square_desk([quiet, quiet, 4 * busy()]))
    assert found.whole.new.value == len(found.whole.codes) > 0
    text = words_of(CHAPTER.write(found))
    assert "New are Sampleton 00" in text
    assert [one.weight for one in found.key_findings[:1]] == [0.5]
    assert found.key_findings[0].claim.startswith("In 2024, ")


def test_a_hot_spot_that_cooled_is_fading_and_hot_no_more() -> None:
    quiet = np.full(len(AREAS), 20)
    found = CHAPTER.analyse(square_desk([4 * busy(), 4 * busy(), quiet]))
    assert found.whole.codes == frozenset()
    assert "Fading are Sampleton 00" in words_of(CHAPTER.write(found))
    picture = next(b for b in CHAPTER.write(found).blocks if isinstance(b, Map))
    assert {area.value for area in picture.areas} == {-1.0, 0.0}
    assert "fading: Sampleton 00" in picture.alt


def test_last_years_list_is_judged_beside_chance() -> None:
    found = CHAPTER.analyse(square_desk([busy(), busy(), busy()]))
    # 5% of 36 is 2: two of the corner's four, 250 each of 4 × 250 + 32 × 5 = 1,160
    middle = found.foretold[1]
    assert middle.places.value == 2
    assert middle.hits.number == 100 * 500 / 1160
    assert middle.pei.value == 1
    text = words_of(CHAPTER.write(found))
    assert "5% of all, held 43.1% of those" in text
    assert "the best possible list would have held 43.1%." in text


def test_with_two_years_those_hot_in_both_are_said_to_be() -> None:
    text = words_of(CHAPTER.write(CHAPTER.analyse(square_desk([busy(), busy()]))))
    assert "All of them were hot in both years." in text


def test_those_hot_only_over_the_years_together_are_told_apart() -> None:
    """In the middle year half of the places are as busy, and the corner does not stand out."""
    middle = busy()
    middle[18:] = 250
    found = CHAPTER.analyse(square_desk([busy(), middle, busy()]))
    text = words_of(CHAPTER.write(found))
    assert "hot in every one of the three years" not in text
    assert "Three were hot over the three years together, if not in each." in text


def weighed(desk: Desk) -> Desk:
    """Burglary weighs 2.5, drugs 60.5."""
    groups = {"Burglary": 2.5, "Drugs": 60.5}
    weights = HarmWeights(
        scheme="made up",
        version="1",
        force="Sampleshire",
        quarters=(Period(Month(2024, 1), Month(2024, 3)),),
        police_uk={
            name: GroupWeight(value, value, value, value, 100.0, ("1",))
            for name, value in groups.items()
        },
        official={},
        by_code={"1": 1.0},
    )
    return Desk(replace(desk.evidence, harm=weights), desk.settings)


def test_where_harm_is_hot_and_counts_are_not_is_said_and_shown() -> None:
    few = [np.where(far_corner() > 5, 40, 4)] * 3
    found = CHAPTER.analyse(weighed(square_desk([20 * busy()] * 3, Drugs=few)))
    text = words_of(CHAPTER.write(found))
    assert isinstance(found.by_harm, HotByHarm)
    # burglary: 5,000 × 2.5 = 12,500 points in each cell of the near corner and 250 elsewhere;
    # drugs: 40 × 60.5 = 2,420 in the far corner: harm and counts call the near one alike
    assert "hot in 2024, the same as by count." in text
    table = next(b for b in CHAPTER.write(found).blocks if isinstance(b, Table))
    assert [column.heading for column in table.columns][-2:] == ["Severity points", "By harm"]
    first = found.whole.places[0].area.code
    assert found.by_harm.harm[first].number == 5000 * 2.5 + 4 * 60.5
    # drugs alone, hot where burglary is not: another list
    heavy = CHAPTER.analyse(weighed(square_desk([2 * busy(8)] * 3, Drugs=few)))
    assert isinstance(heavy.by_harm, HotByHarm)
    assert heavy.by_harm.new_names
    told = words_of(CHAPTER.write(heavy))
    assert "not so by count (Sampleton" in told


def test_without_weights_hot_spots_have_no_harm() -> None:
    found = CHAPTER.analyse(square_desk([busy(), busy(), busy()]))
    assert isinstance(found.by_harm, NotKnown)
    assert "By harm" not in words_of(CHAPTER.write(found))

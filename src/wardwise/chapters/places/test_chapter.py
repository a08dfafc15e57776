"""Worked examples: two wards of two neighbourhoods each."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.builders import LSOAS, WARDS, desk_with
from wardwise.chapters.places import CHAPTER
from wardwise.chapters.places.close_picture import close_picture
from wardwise.chapters.places.reading import above_usual, below_usual, beside_whole
from wardwise.document.blocks import Paragraph, Table
from wardwise.document.section import Section
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.figure import Ask, Recipe
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk


# 12 a month in the first year, 20 in the second: 144 → 240. The LSOAs have 1/2, 1/4, 1/4, 0.
MONTHLY = {"Burglary": [8] * 12 + [16] * 12, "Drugs": [4] * 24}
SHARES = (0.5, 0.25, 0.25, 0.0)


def words_of(section: Section) -> str:
    """Every paragraph, in reading order."""
    return " ".join(
        str(block.text)
        for part in section.walk()
        for block in part.blocks
        if isinstance(block, Paragraph)
    )


def test_counts_rates_shares_and_places_by_ward() -> None:
    found = CHAPTER.analyse(desk_with(MONTHLY, shares=SHARES))
    east, west = found.wards
    # Eastgate holds the first two LSOAs: (1/2 + 1/4) × 240 = 180, 75%; 180 / 2,000 = 90 per 1,000
    assert (east.area.name, east.count.value, east.share.value) == ("Eastgate", 180, 75.0)
    assert (east.rate.value, west.rate.value, found.whole.rate.value) == (90.0, 30.0, 60.0)
    assert east.rank is not None
    assert east.rank.value == 1
    assert found.whole.rank is None
    assert beside_whole(east, found.whole) == "above"
    assert beside_whole(west, found.whole) == "below"


def test_a_ward_is_judged_at_998_and_by_the_wards_own_dispersion() -> None:
    found = CHAPTER.analyse(desk_with(MONTHLY, shares=SHARES))
    change = found.wards[0].change
    # 108 → 180: +66.7%; ln(180/108) = 0.511 against 3.09 × √(1/108 + 1/180) = 0.376
    assert round(change.number, 1) == 66.7
    assert change.comparison is not None
    assert change.comparison.verdict is Verdict.ROSE
    assert change.interval is not None
    assert change.interval.level == 0.998
    assert _pooled(change.recipe) == [ward.code for ward in WARDS]
    assert _pooled(found.whole.change.recipe) != [ward.code for ward in WARDS]


def _pooled(recipe: Recipe | None) -> object:
    assert recipe is not None
    phi = recipe.arguments["phi"]
    assert isinstance(phi, Recipe)
    asked = phi.arguments["before"]
    assert isinstance(asked, Ask)
    return asked.arguments["areas"]


def test_concentration_beside_chance() -> None:
    found = CHAPTER.analyse(desk_with(MONTHLY, shares=SHARES))
    assert found.spread is not None
    # 120 of 240 lie in the first LSOA: one of four holds half
    assert (found.spread.places.value, found.spread.places_of.value) == (1, 4)
    assert found.spread.share.places.value == 25.0
    # ordered 0, 60, 60, 120: (−3·0 − 60 + 60 + 3·120) / (4 × 240) = 0.375
    assert found.spread.gini.value == 0.375
    assert found.spread.beyond_chance
    # the same shares in both years: the top place stays
    assert found.stability.overlap.value == 100.0


def test_more_movement_than_dice_give_is_not_said_to_be_sure() -> None:
    found = CHAPTER.analyse(desk_with(MONTHLY, shares=SHARES))
    same = found.stability.found
    assert not isinstance(same, NotKnown)
    assert found.moved is not None
    told = replace(
        found,
        stability=replace(found.stability, found=replace(same, p_value=0.01)),
        moved=replace(found.moved, beyond_chance=True),
    )
    text = words_of(CHAPTER.write(told))
    assert "more movement than chance alone gives if crime varied like dice" in text
    assert "some did move" not in text


def _mixed() -> Desk:
    """Burglary 100 in Eastgate and 20 in Westgate a year, drugs the other way round."""
    months = tuple(Month(2023, 1).plus(n) for n in range(24))
    counts = np.zeros((4, 24, 2), dtype=np.int64)
    counts[0, ::12, :] = (100, 20)
    counts[2, ::12, :] = (20, 100)
    local = MonthlyCounts(
        "police_uk", LSOAS, months, ("Burglary", "Drugs"), counts, np.ones((4, 24), dtype=bool)
    )
    return desk_with(MONTHLY, local=local)


def test_what_is_different_in_a_ward() -> None:
    found = CHAPTER.analyse(_mixed())
    groups = found.standing_out["E05999991"]
    # 100 of 120 burglaries, 120 of 240 offences: 0.833 / 0.5 = 1.667; drugs 0.167 / 0.5 = 0.333
    assert [group.offence for group in above_usual(groups)] == ["Burglary"]
    assert [group.offence for group in below_usual(groups)] == ["Drugs"]
    assert groups[0].quotient.number == pytest.approx(5 / 3)
    assert groups[1].quotient.number == pytest.approx(1 / 3)
    text = words_of(CHAPTER.write(found))
    assert "What stands out is burglary: 1.67 times its usual share of offences" in text
    assert "Drugs made up less than usual." in text


def test_the_same_mix_everywhere_is_called_usual() -> None:
    text = words_of(CHAPTER.write(CHAPTER.analyse(desk_with(MONTHLY, shares=SHARES))))
    assert "The mix of offences is the usual one, as far as these counts can tell." in text
    assert "Beyond chance, the count rose in Eastgate (+66.7%)" in text


def test_no_ward_commissioned_is_said() -> None:
    desk = desk_with(MONTHLY, shares=SHARES)
    place = replace(desk.evidence.place, commissioned=())
    section = CHAPTER.write(CHAPTER.analyse(desk_with(MONTHLY, shares=SHARES, place=place)))
    assert "The partnership has named no ward for a closer look" in words_of(section)
    tables = {
        block.name: block
        for part in section.walk()
        for block in part.blocks
        if isinstance(block, Table)
    }
    # every ward still has its line
    assert [str(row[0]) for row in tables["wards-stand-out"].rows] == ["Eastgate", "Westgate"]
    assert not tables["wards-stand-out"].appendix


def test_an_own_area_gets_what_a_ward_gets() -> None:
    estate = Area("own-1", "The estate", AreaKind.OWN)
    desk = desk_with(MONTHLY, shares=SHARES)
    members = {**desk.evidence.place.members, estate.code: (LSOAS[0].code, LSOAS[2].code)}
    people = desk.evidence.people
    residents = {**people.residents, estate.code: 2_000}
    found = CHAPTER.analyse(
        desk_with(
            MONTHLY,
            shares=SHARES,
            place=replace(desk.evidence.place, own=(estate,), members=members),
            people=replace(people, residents=residents),
        )
    )
    # (1/2 + 1/4) × 240 = 180; it lies in both wards, and has no place among them
    assert [(one.count.value, one.rank) for one in found.own] == [(180, None)]
    close = found.own_close[0]
    picture = close_picture(found, close)
    assert picture.where.focus == (estate.code,)
    titles = [part.title for part in CHAPTER.write(found).walk()]
    assert titles[-1] == "The estate"


def test_a_missing_month_leaves_nothing_known_and_says_so() -> None:
    found = CHAPTER.analyse(desk_with(MONTHLY, shares=SHARES, missing=(Month(2024, 6),)))
    assert found.spread is None
    assert {line.count.status for line in found.wards} == {"not_known"}
    assert "is not known" in words_of(CHAPTER.write(found))


def test_nothing_recorded_is_nought_and_not_unknown() -> None:
    found = CHAPTER.analyse(desk_with({"Burglary": [0] * 24}))
    assert [line.count.value for line in found.wards] == [0, 0]
    assert found.spread is None
    assert found.key_findings == ()
    assert CHAPTER.write(found).title == "Places"

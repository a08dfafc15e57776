"""A made-up district of four neighbourhoods beside one peer, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.builders import AREA, LSOAS, PEER, desk_with
from wardwise.chapters.area_and_people import CHAPTER
from wardwise.document.blocks import Note, Paragraph
from wardwise.document.pictures import Picture
from wardwise.document.section import Section
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.evidence import (
    Comparators,
    Context,
    ContextValue,
    Deprivation,
    NotHeld,
    Similar,
)
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk


MONTHS = {"Burglary": [4] * 24}
# Ours: LSOAs of 1,000 residents in tenths 1, 1, 2 and 10; the peer's 8,000 are 800 in each tenth
TENTHS = dict(zip((area.code for area in LSOAS), (1, 1, 2, 10), strict=True))
DEPRIVATION = Deprivation(
    editions={"imd_2025": TENTHS},
    households_deprived={area.code: 100 for area in LSOAS},
    residents_by_tenth={
        "imd_2025": {
            AREA.code: (2_000, 1_000, 0, 0, 0, 0, 0, 0, 0, 1_000),
            PEER.code: (800,) * 10,
        }
    },
    households_deprived_in={AREA.code: 400, PEER.code: 400},
)
PEOPLE: dict[str, Any] = {
    "ages": {
        AREA.code: {"0 to 15": 800, "16 to 64": 2_400, "65 and over": 800},
        PEER.code: {"0 to 15": 800, "16 to 64": 4_800, "65 and over": 2_400},
    },
    "sexes": {
        AREA.code: {"females": 2_040, "males": 1_960},
        PEER.code: {"females": 4_000, "males": 4_000},
    },
    "ethnicity": {
        AREA.code: {"White": 3_000, "Other ethnic group": 1_000},
        PEER.code: {"White": 8_000, "Other ethnic group": 0},
    },
}
ALIKE = Comparators(
    force_peers=(AREA, PEER),
    most_similar=(Similar(Area("E22999992", "Otherham", AreaKind.PARTNERSHIP), 0.5),),
    method="standardised distance",
    variables=("usual residents",),
    official=False,
    dated="Census 2021",
)


def desk(**changes: Any) -> Desk:
    made = desk_with(MONTHS, deprivation=DEPRIVATION, comparators=ALIKE)
    people = replace(made.evidence.people, **PEOPLE)
    return Desk(replace(made.evidence, people=people, **changes), made.settings)


def words_of(section: Section) -> str:
    """What the paragraphs and notes of the section say."""
    said = [block.text for block in section.blocks if isinstance(block, Paragraph | Note)]
    return " ".join(str(text) for text in said)


def test_a_share_stands_beside_each_comparator() -> None:
    found = CHAPTER.analyse(desk())
    row = found.deprivation[0]
    # ours 2,000 of 4,000; the force area (2,000 + 800) of 12,000; the one similar 800 of 8,000
    assert row.ours.number == 50.0
    assert row.force.number == pytest.approx(100 * 2_800 / 12_000)
    assert row.similar.number == 10.0
    assert row.country is None  # an English index cannot speak of England and Wales


def test_the_country_is_every_district_together() -> None:
    found = CHAPTER.analyse(desk())
    older = next(row for row in found.people if row.trait.name == "Aged 65 and over")
    # 800 of 4,000 here is 20%; (800 + 2,400) of 12,000 is 26.7%; 6.7 points fewer
    assert older.country is not None
    assert older.country.number == pytest.approx(26.6667, abs=1e-4)
    assert older.difference is not None
    assert older.difference.number == pytest.approx(-6.6667, abs=1e-4)


def test_deprived_neighbourhoods_are_counted_with_their_wards() -> None:
    found = CHAPTER.analyse(desk())
    # both neighbourhoods in the most deprived tenth lie in the first ward
    assert found.places is not None
    assert (found.places.neighbourhoods.value, found.places.of.value) == (2, 4)
    assert (found.places.wards.value, found.places.of_wards.value) == (1, 2)
    said = words_of(CHAPTER.write(found).sections[1])
    assert "Of the 4 neighbourhoods 2 are" in said
    assert "They lie in 1 of the 2 wards: Eastgate (2)." in said


def test_wards_with_most_are_told_where_others_have_some() -> None:
    found = CHAPTER.analyse(desk())
    assert found.places is not None
    more = replace(found.places, wards=replace(found.places.wards, value=2.0))
    said = words_of(CHAPTER.write(replace(found, places=more)).sections[1])
    assert "They lie in 2 of the 2 wards, the most in Eastgate (2)." in said


def test_the_title_of_the_picture_follows_the_numbers() -> None:
    section = CHAPTER.write(CHAPTER.analyse(desk()))
    # White: 75% here, 11,000 of 12,000 = 91.7% together; other groups: 25% and 8.3%
    picture = next(block for block in section.blocks if isinstance(block, Picture))
    assert picture.title == (
        "Sampleton has a larger share of residents of other ethnic groups and a smaller share of "
        "White residents than England and Wales"
    )


def test_a_welsh_area_has_household_deprivation_and_no_english_index() -> None:
    made = desk()
    welsh = replace(made.evidence.place, country="Wales")
    found = CHAPTER.analyse(Desk(replace(made.evidence, place=welsh), made.settings))
    assert [row.trait.english for row in found.deprivation] == [False]
    # 400 of 2,000 households
    assert found.deprivation[0].ours.number == 20.0
    assert "Welsh Index of Multiple Deprivation" in words_of(CHAPTER.write(found).sections[1])


def test_what_is_missing_is_named_with_who_could_supply_it() -> None:
    bare = desk(deprivation=NotHeld("the deprivation indices", "the ministry"))
    found = CHAPTER.analyse(bare)
    assert (
        words_of(CHAPTER.write(found).sections[1])
        == "This needs the deprivation indices, from the ministry."
    )
    assert found.key_findings == ()


def test_a_similar_partnership_without_the_index_has_no_share() -> None:
    fewer = replace(DEPRIVATION, residents_by_tenth={"imd_2025": {}})
    found = CHAPTER.analyse(desk(deprivation=fewer))
    assert isinstance(found.deprivation[0].similar.value, NotKnown)


def test_without_similar_partnerships_the_paper_says_why() -> None:
    nobody = Comparators((AREA, PEER), (), "not known: a figure is missing", (), False, "")
    section = CHAPTER.write(CHAPTER.analyse(desk(comparators=nobody)))
    assert "are not known: a figure is missing." in words_of(section.sections[2])
    assert "in the middle one" not in words_of(section)


def test_where_nobody_lives_in_the_tenth_the_fifth_is_told() -> None:
    # tenths 2, 2, 3 and 10: nobody in the first tenth, 2,000 of 4,000 in the first fifth
    fewer = replace(
        DEPRIVATION,
        editions={"imd_2025": dict(zip(TENTHS, (2, 2, 3, 10), strict=True))},
    )
    section = CHAPTER.write(CHAPTER.analyse(desk(deprivation=fewer)))
    assert "50.0% live in neighbourhoods among the most deprived fifth" in words_of(section)
    assert "None of the 4 neighbourhoods" in words_of(section.sections[1])


def test_context_leads_with_what_lies_furthest_from_england() -> None:
    def value(name: str, ours: float | None, england: float) -> ContextValue:
        return ContextValue(name, "2024", ours, None, None, "percent", england, 9.0, "DfE", "")

    # 24 against 20 is a fifth more; 9 against 10 a tenth less; the third is not known here
    held = (value("Poverty", 24.0, 20.0), value("Absence", 9.0, 10.0), value("Care", None, 1.0))
    gap = NotHeld("Care", "Department for Education, children looked after")
    section = CHAPTER.write(CHAPTER.analyse(desk(context=Context(held, (gap,)))))
    words = words_of(section.sections[3])
    assert "lies furthest from England: ‘Poverty’, 24.0 here and 20.0 in England (percent)" in words
    assert "Some of what bears on crime is not held." in words

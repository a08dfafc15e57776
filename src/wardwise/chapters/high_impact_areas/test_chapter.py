"""Worked examples: 36 neighbourhoods of 1,000 residents on a square, a ward to each row of six."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import shapely

from tests.builders import AREA, FORCE, desk_with, sample_settings
from wardwise.chapters.high_impact_areas import CHAPTER
from wardwise.chapters.high_impact_areas.findings import HighImpactFindings
from wardwise.document.blocks import Note, Paragraph
from wardwise.document.section import Section
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.evidence import Deprivation, GroupWeight, HarmWeights
from wardwise.domain.figure import Ask
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import PlaceSettings, PopulationSettings
from wardwise.figures.area_profiles import Thing, judged, profile_line
from wardwise.figures.by_lsoa import ByLsoa
from wardwise.figures.desk import Desk
from wardwise.figures.high_impact_areas import Areas, areas_found
from wardwise.measures.place.moved_boundary import moved_boundary


SIDE, GROUPS = 6, ("Anti-social behaviour", "Burglary", "Criminal damage and arson")
CODES = tuple(f"E01999{n:03d}" for n in range(SIDE * SIDE))
LSOAS = tuple(Area(code, f"Sampleton {n:03d}A", AreaKind.LSOA) for n, code in enumerate(CODES))
WARDS = tuple(Area(f"E0599990{n}", f"Row {n}", AreaKind.WARD) for n in range(SIDE))
CORNER = (0, 1, 6)
MONTHS = Period.ending(Month(2024, 12), months=24).months


def square_desk(*, hot: tuple[int, ...] = CORNER, times: int = 8, **settings: object) -> Desk:
    """Every neighbourhood has 2 of each group a month, the hot ones ``times`` as many."""
    held = np.full((36, 24, len(GROUPS)), 2, dtype=np.int64)
    held[list(hot)] *= times
    desk = desk_with({name: [4] * 24 for name in GROUPS})
    counts = MonthlyCounts("police_uk", LSOAS, MONTHS, GROUPS, held, np.ones((36, 24), dtype=bool))
    at = {(n // SIDE, n % SIDE): n for n in range(36)}
    beside = {
        CODES[n]: tuple(
            CODES[at[row + y, column + x]]
            for y, x in ((0, 1), (1, 0), (0, -1), (-1, 0))
            if (row + y, column + x) in at
        )
        for (row, column), n in at.items()
    }
    ward_of = {code: WARDS[n // SIDE].code for n, code in enumerate(CODES)}
    members: dict[str, tuple[str, ...]] = {code: (code,) for code in CODES}
    for ward in WARDS:
        members[ward.code] = tuple(code for code in CODES if ward_of[code] == ward.code)
    place = replace(
        desk.evidence.place,
        wards=WARDS,
        lsoas=LSOAS,
        commissioned=(),
        ward_of=ward_of,
        members={**members, AREA.code: CODES},
        neighbours=beside,
        hectares=dict.fromkeys(CODES, 100.0),
        outlines={
            CODES[n]: shapely.box(1000 * x, 1000 * y, 1000 * x + 1000, 1000 * y + 1000).wkb_hex
            for (y, x), n in at.items()
        },
    )
    people = replace(
        desk.evidence.people, residents={**dict.fromkeys(CODES, 1000), AREA.code: 36_000}
    )
    evidence = replace(desk.evidence, place=place, people=people, local=counts, harm=_weights())
    return Desk(evidence, sample_settings(**settings))


def _weights() -> HarmWeights:
    def group(value: float) -> GroupWeight:
        return GroupWeight(value, value, value, value, 100.0, ("1",))

    return HarmWeights(
        scheme="test weights",
        version="1",
        force=FORCE.name,
        quarters=(Period(MONTHS[0], MONTHS[2]),),
        police_uk={"Burglary": group(10.0), "Criminal damage and arson": group(2.0)},
        official={},
        by_code={"1": 1.0},
    )


@cache
def found() -> HighImpactFindings:
    findings = CHAPTER.analyse(
        square_desk(places=PlaceSettings.model_validate({"high_impact": {"people_percent": 9}}))
    )
    assert isinstance(findings, HighImpactFindings)
    return findings


def words_of(section: Section) -> str:
    return " ".join(
        str(block.text)
        for part in section.walk()
        for block in part.blocks
        if isinstance(block, Paragraph | Note)
    )


def test_the_planted_corner_is_proposed_and_judged_on_the_year_after() -> None:
    told = found().found
    assert not isinstance(told, NotKnown)
    # 3 of 36 neighbourhoods are 8.3% of residents; a fourth would be 11.1%
    assert told.areas.codes == tuple(CODES[n] for n in CORNER)
    assert told.areas.chosen_on == Period.ending(Month(2023, 12))
    assert told.crime.thing.period == Period.ending(Month(2024, 12))
    # of 2 groups 3 × 16 + 33 × 2 a month: 48 of 114; 48/114 ÷ 3/36 = 5.05
    assert told.crime.share.value == pytest.approx(100 * 48 / 114)
    assert told.crime.quotient.value == pytest.approx(48 / 114 * 12)
    assert told.land.share.value == told.residents.share.value == pytest.approx(100 / 12)
    assert told.crime.beyond_chance
    assert told.crime.p_value is not None
    # a random area of three is the corner itself about once in a hundred draws
    assert told.crime.p_value < 0.03


def test_harm_has_a_wider_interval_than_as_many_equal_offences() -> None:
    told = found().found
    assert not isinstance(told, NotKnown)
    assert told.harm is not None
    assert told.harm.share.value == told.crime.share.value
    assert told.harm.share.interval is not None
    assert told.crime.share.interval is not None
    harm, crime = told.harm.share.interval, told.crime.share.interval
    assert harm.upper - harm.lower > crime.upper - crime.lower


def test_a_boundary_moved_outwards_thins_the_quotient() -> None:
    told = found().found
    assert not isinstance(told, NotKnown)
    (inwards, _, _), (outwards, out, _) = told.moved
    assert (inwards, outwards) == (-250, 250)
    land = moved_boundary(outlines=told.areas.land.outlines, inside=told.areas.inside, metres=250)
    others = float(land.sum()) - 3
    expected = (48 + 2 * 2 * others / 2) / 114 / ((3 + others) / 36)
    assert out.number == pytest.approx(expected)


def test_the_words() -> None:
    words = words_of(CHAPTER.write(found()))
    assert words.startswith(
        "One area, in Row 0 and Row 1 wards, with 8.3% of Sampleton's residents and 8.3% of its "
        "land, held 42.1% of its recorded crime and 42.1% of its harm in 2024: beyond what "
        "contiguous areas of equal population drawn at random hold."
    )
    assert "They are judged on the year after" in words
    (finding,) = found().key_findings
    assert "proposed from the year before and judged on this one" in finding.why_sure


def test_with_nothing_planted_nothing_is_beyond_chance() -> None:
    findings = CHAPTER.analyse(square_desk(hot=()))
    told = findings.found
    assert not isinstance(told, NotKnown)
    assert not any(line.beyond_chance for line in told.tested)
    words = words_of(CHAPTER.write(findings))
    assert "no more than contiguous areas of equal population drawn at random may hold" in words
    assert "Of no kind of offence do the areas hold more" in words


def test_areas_that_the_partnership_chose_are_named_and_not_proposed() -> None:
    desk = square_desk(
        places=PlaceSettings.model_validate(
            {
                "high_impact": {
                    "areas": [{"name": "The Quay", "areas": ["Row 3"], "source": "board, May 2023"}]
                }
            }
        )
    )
    row = desk.evidence.place.members[WARDS[3].code]
    place = replace(desk.evidence.place, high_impact={"The Quay": row})
    findings = CHAPTER.analyse(Desk(replace(desk.evidence, place=place), desk.settings))
    told = findings.found
    assert not isinstance(told, NotKnown)
    assert told.areas.chosen_on is None
    # 6 × 2 of 114 a month over 6 of 36 residents
    assert told.crime.quotient.value == pytest.approx(12 / 114 * 6)
    words = words_of(CHAPTER.write(findings))
    assert words.startswith("The Quay, with 16.7% of Sampleton's residents")
    assert "The partnership chose The Quay. Their boundaries: The Quay: board, May 2023." in words


def test_people_by_day_are_a_second_base() -> None:
    desk = square_desk(
        places=PlaceSettings.model_validate(
            {
                "high_impact": {
                    "areas": [{"name": "Centre", "areas": ["Row 3"], "workday_people": 20_000}],
                    "workday": {"people": 50_000, "source": "Census 2021"},
                }
            }
        )
    )
    row = desk.evidence.place.members[WARDS[3].code]
    place = replace(desk.evidence.place, high_impact={"Centre": row})
    findings = CHAPTER.analyse(Desk(replace(desk.evidence, place=place), desk.settings))
    told = findings.found
    assert not isinstance(told, NotKnown)
    assert told.workday is not None
    # 12 of 114 crimes over 20 of 50 people
    assert told.workday.quotient.value == pytest.approx(12 / 114 / 0.4)
    assert "of the people by day the areas have 40.0%" in words_of(CHAPTER.write(findings))


def test_areas_proposed_by_one_group_hold_most_of_that() -> None:
    desk = square_desk(
        places=PlaceSettings.model_validate({"high_impact": {"by": "Burglary", "parts": 1}})
    )
    held = desk.evidence.local.counts.copy()
    held[:, :, 1] = 2
    held[[21, 22, 28], :, 1] = 30
    local = replace(desk.evidence.local, counts=held)
    areas = areas_found(Desk(replace(desk.evidence, local=local), desk.settings))
    assert isinstance(areas, Areas)
    assert areas.codes == (CODES[21], CODES[22], CODES[28])


@pytest.mark.parametrize(("inside", "total"), [(3, 400), (397, 400)])
def test_a_share_that_gives_a_few_people_away_is_withheld(inside: int, total: int) -> None:
    desk = square_desk()
    areas = areas_found(desk)
    assert isinstance(areas, Areas)
    values = np.zeros(36)
    values[0], values[30] = inside, total - inside
    held = ByLsoa(values, Ask("partner_homes_by_lsoa"))
    thing = Thing("Suspects", held, desk.latest, "partner:suspects", about_people=True)
    (line,) = judged([profile_line(desk, areas, thing)])
    assert isinstance(line.share.value, Withheld)
    assert isinstance(line.quotient.value, Withheld)
    assert line.quotient.interval is None
    assert line.beside_chance is None
    assert not line.beyond_chance


def test_without_outlines_the_chapter_says_what_it_needs() -> None:
    desk = desk_with({"Burglary": [4] * 24})
    section = CHAPTER.write(CHAPTER.analyse(desk))
    (note, *_) = section.blocks
    assert isinstance(note, Note)
    assert "it needs the outlines of every neighbourhood" in str(note.text)


def _deprived(desk: Desk) -> Desk:
    """The first neighbourhoods are the most deprived."""
    rising = {code: float(n + 1) for n, code in enumerate(CODES)}
    falling = {code: float(36 - n) for n, code in enumerate(CODES)}
    columns = ("imd2025_score", "imd2025_income", "imd2025_employment", "imd2025_education")
    held = Deprivation(
        editions={},
        households_deprived={},
        by_lsoa={
            "imd2025_rank": rising,
            "aged_15_24": dict.fromkeys(CODES, 100.0),
            **dict.fromkeys(columns, falling),
        },
    )
    return Desk(replace(desk.evidence, deprivation=held), desk.settings)


def test_crime_that_follows_deprivation_is_said_to() -> None:
    findings = CHAPTER.analyse(_deprived(square_desk(hot=(0, 1, 2, 3, 4, 5, 6, 7), times=3)))
    assert not isinstance(findings.gradient, NotKnown)
    assert findings.gradient.side == 1
    # 7 neighbourhoods are a fifth; of the eight hot ones seven: 2 groups × 12 × 6 = 144 per 1,000
    assert findings.gradient.fifths[4].value == 144
    assert findings.gradient.fifths[0].value == 48
    assert "is higher where people are more deprived" in words_of(CHAPTER.write(findings))


def test_crime_that_does_not_follow_deprivation_is_not_said_to() -> None:
    findings = CHAPTER.analyse(_deprived(square_desk(hot=())))
    assert not isinstance(findings.gradient, NotKnown)
    assert findings.gradient.side == 0
    assert "does not clearly follow deprivation" in words_of(CHAPTER.write(findings))


def test_an_index_of_other_neighbourhoods_is_refused() -> None:
    desk = _deprived(square_desk(population=PopulationSettings(deprivation="imd_2019")))
    findings = CHAPTER.analyse(desk)
    assert isinstance(findings.gradient, NotKnown)
    assert "of the neighbourhoods of 2011" in words_of(CHAPTER.write(findings))


def test_vulnerable_neighbourhoods_and_flagged_wards() -> None:
    findings = CHAPTER.analyse(_deprived(square_desk()))
    told, flagged = findings.vulnerable, findings.flagged
    assert not isinstance(told, NotKnown)
    assert not isinstance(flagged, NotKnown)
    # the first: burglary and damage 16/(114/36) each, deprivation 36/18.5 three times, ages 1
    by_hand = 100 * (2 * 16 / (114 / 36) + 3 * 36 / 18.5 + 1) / 6
    assert told.places[0][1].value == pytest.approx(by_hand)
    assert [area.code for area in told.above] == [CODES[n] for n in CORNER]
    assert told.how_many.value == 3
    # the top fifth of six wards is one: the first row has every flag that can be judged
    assert flagged.wards[0].ward == WARDS[0]
    assert flagged.wards[0].weight.value == len(flagged.flags) == 5
    assert flagged.not_judged == ("violence",)
    words = words_of(CHAPTER.write(findings))
    assert (
        "3 of Sampleton's 36 neighbourhoods have a vulnerable localities index above 200" in words
    )
    assert "Row 0 has most, 5 of 5" in words


def test_weights_of_the_settings_count() -> None:
    places = PlaceSettings.model_validate(
        {
            "vulnerability": {"weights": {"aged 15 to 24": 0}, "threshold": 300},
            "ward_flags": {"weights": {"burglary": 2.5}, "top_percent": 34},
        }
    )
    findings = CHAPTER.analyse(_deprived(square_desk(places=places)))
    assert not isinstance(findings.vulnerable, NotKnown)
    assert not isinstance(findings.flagged, NotKnown)
    by_hand = 100 * (2 * 16 / (114 / 36) + 3 * 36 / 18.5) / 5
    assert findings.vulnerable.places[0][1].value == pytest.approx(by_hand)
    assert findings.flagged.wards[0].weight.value == 6.5
    words = words_of(CHAPTER.write(findings))
    assert "Row 0 and Row 1 have most, 6.5 of 6.5" in words

"""Worked examples of high-impact areas: a square of neighbourhoods with a busy corner."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from tests.builders import desk_with
from tests.square_place import CODES, CORNER, WARDS, square_desk, words_of
from wardwise.chapters.high_impact_areas import CHAPTER
from wardwise.chapters.high_impact_areas.findings import HighImpactFindings
from wardwise.document.blocks import Note
from wardwise.domain.figure import Ask
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import PlaceSettings
from wardwise.figures.area_profiles import Thing, judged, profile_line
from wardwise.figures.by_lsoa import ByLsoa
from wardwise.figures.desk import Desk
from wardwise.figures.high_impact_areas import Areas, areas_found
from wardwise.measures.place.moved_boundary import moved_boundary


@cache
def found() -> HighImpactFindings:
    findings = CHAPTER.analyse(
        square_desk(places=PlaceSettings.model_validate({"high_impact": {"people_percent": 9}}))
    )
    assert isinstance(findings, HighImpactFindings)
    return findings


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
        "joined-up areas with as many residents, drawn at random, hold."
    )
    assert "The area is proposed: a compact group of neighbourhoods that held most" in words
    assert "It is judged on the year after" in words
    assert " it stands out for " in words
    assert "A boundary is a choice. Moved 250 m either way it would still hold " in words
    assert " times its share of residents" in words
    for several in (
        "the areas",
        "The areas",
        "In the areas",
        "they ",
        "They ",
        "their share of res",
    ):
        assert several not in words.replace("The ends", "")
    (finding,) = found().key_findings
    assert "proposed from the year before and judged on this one" in finding.why_sure


def test_two_areas_are_spoken_of_as_several_and_flags_in_plain_words() -> None:
    findings = found()
    high = findings.found
    assert not isinstance(high, NotKnown)
    knife = replace(high.crime, thing=replace(high.crime.thing, name="Knife (flag)"))
    two = replace(
        high, areas=replace(high.areas, parts=high.areas.parts * 2), partners=(knife,), offences=()
    )
    words = words_of(CHAPTER.write(replace(findings, found=two)))
    assert "they stand out for offences flagged with a knife (" in words
    assert "The areas are proposed: compact groups" in words
    assert "they would still hold" in words


@pytest.mark.parametrize(("drawn", "told"), [(40, "Chance is 40 draws of joined-up"), (3, "")])
def test_the_number_of_draws_is_of_those_that_were_drawn(drawn: int, told: str) -> None:
    findings = found()
    high = findings.found
    assert not isinstance(high, NotKnown)
    fewer = replace(high, areas=replace(high.areas, drawn=high.areas.drawn[:drawn]))
    words = words_of(CHAPTER.write(replace(findings, found=fewer)))
    assert told in words
    assert "999" not in words
    assert ("Chance is" in words) == bool(told)


def test_with_nothing_planted_nothing_is_beyond_chance() -> None:
    findings = CHAPTER.analyse(square_desk(hot=()))
    told = findings.found
    assert not isinstance(told, NotKnown)
    assert not any(line.beyond_chance for line in told.tested)
    words = words_of(CHAPTER.write(findings))
    assert "no more than joined-up areas with as many residents, drawn at random, may hold" in words
    assert "Of no kind of offence does the area hold more" in words


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
    assert "The partnership chose The Quay. Its boundary: The Quay: board, May 2023." in words


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
    assert "of the people by day the area has 40.0%" in words_of(CHAPTER.write(findings))


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

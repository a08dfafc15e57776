"""Worked examples of the deprivation gradient, vulnerable places and flags of wards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.square_place import CODES, CORNER, WARDS, deprived, square_desk, words_of
from wardwise.chapters.high_impact_areas import CHAPTER
from wardwise.chapters.high_impact_areas.vulnerable_map import vulnerable_map
from wardwise.chapters.high_impact_areas.write_vulnerable import flagged_blocks
from wardwise.document.blocks import Table
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.settings import PlaceSettings, PopulationSettings
from wardwise.figures.desk import Desk
from wardwise.figures.flagged_wards import WardLine


def test_crime_that_follows_deprivation_is_said_to() -> None:
    findings = CHAPTER.analyse(deprived(square_desk(hot=(0, 1, 2, 3, 4, 5, 6, 7), times=3)))
    assert not isinstance(findings.gradient, NotKnown)
    assert findings.gradient.side == 1
    # 7 neighbourhoods are a fifth; of the eight hot ones seven: 2 groups × 12 × 6 = 144 per 1,000
    assert findings.gradient.fifths[4].value == 144
    assert findings.gradient.fifths[0].value == 48
    words = words_of(CHAPTER.write(findings))
    assert (
        "is higher where people are more deprived: 48.0 offences per 1,000 residents in the least "
        "deprived fifth of residents, 144.0 in the most deprived." in words
    )
    # 48 in each of the first four fifths: the last makes the whole of the rise
    assert "Most of that difference is between the fourth fifth and the last." in words
    assert "befalls visitors as well" in words
    assert "A straight line through all neighbourhoods" in words
    assert "rises by" in words


def test_crime_that_does_not_follow_deprivation_is_not_said_to() -> None:
    findings = CHAPTER.analyse(deprived(square_desk(hot=())))
    assert not isinstance(findings.gradient, NotKnown)
    assert findings.gradient.side == 0
    words = words_of(CHAPTER.write(findings))
    assert "is not clearly different where people are more deprived: 48.0 offences" in words
    assert "Most of that difference" not in words
    assert "befalls visitors" not in words
    assert "from one end to the other, which may be nothing" in words


def test_an_index_of_other_neighbourhoods_is_refused() -> None:
    desk = deprived(square_desk(population=PopulationSettings(deprivation="imd_2019")))
    findings = CHAPTER.analyse(desk)
    assert isinstance(findings.gradient, NotKnown)
    assert "of the neighbourhoods of 2011" in words_of(CHAPTER.write(findings))


def test_the_english_index_stops_at_the_border() -> None:
    made = square_desk()
    welsh = replace(made.evidence.place, country="Wales")
    findings = CHAPTER.analyse(Desk(replace(made.evidence, place=welsh), made.settings))
    for found in (findings.gradient, findings.vulnerable):
        assert isinstance(found, NotKnown)
        assert "stops at the border" in found.reason
        assert "Welsh Index of Multiple Deprivation, from the Welsh Government" in found.reason


def test_vulnerable_neighbourhoods_and_flagged_wards() -> None:
    findings = CHAPTER.analyse(deprived(square_desk()))
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


def test_of_wards_with_as_many_flags_the_table_shows_all_or_none() -> None:
    findings = CHAPTER.analyse(deprived(square_desk()))
    assert not isinstance(findings.flagged, NotKnown)
    line = findings.flagged.wards[0]

    def table(weights: list[int]) -> tuple[int, str]:
        lines = tuple(
            replace(line, ward=replace(line.ward, name=f"Ward {n}"), weight=weight_of(line, w))
            for n, w in enumerate(weights)
        )
        assert not isinstance(findings.flagged, NotKnown)
        flagged = replace(findings.flagged, wards=lines)
        made = flagged_blocks(replace(findings, flagged=flagged))[1]
        assert isinstance(made, Table)
        return len(made.rows), str(made.notes[0])

    # the sixth, seventh and eighth have one each: five are shown, and three are named beneath
    assert table([6, 5, 4, 4, 2, 1, 1, 1]) == (5, "With 1: Ward 5, Ward 6 and Ward 7.")
    assert table([6, 5, 4, 4, 3, 3, 2, 1]) == (6, "With 2 or fewer: Ward 6 and Ward 7.")
    assert table([6, 5])[1].startswith("Weights: ")
    assert table([1] * 8)[0] == 8


def weight_of(line: WardLine, weight: int) -> Figure:
    return replace(line.weight, value=float(weight))


def test_weights_of_the_settings_count() -> None:
    places = PlaceSettings.model_validate(
        {
            "vulnerability": {"weights": {"aged 15 to 24": 0}, "threshold": 300},
            "ward_flags": {"weights": {"burglary": 2.5}, "top_percent": 34},
        }
    )
    findings = CHAPTER.analyse(deprived(square_desk(places=places)))
    assert not isinstance(findings.vulnerable, NotKnown)
    assert not isinstance(findings.flagged, NotKnown)
    by_hand = 100 * (2 * 16 / (114 / 36) + 3 * 36 / 18.5) / 5
    assert findings.vulnerable.places[0][1].value == pytest.approx(by_hand)
    assert findings.flagged.wards[0].weight.value == 6.5
    words = words_of(CHAPTER.write(findings))
    assert "Row 0 and Row 1 have most, 6.5 of 6.5" in words


def test_the_map_of_vulnerable_places_says_above_what() -> None:
    findings = CHAPTER.analyse(deprived(square_desk()))
    assert not isinstance(findings.vulnerable, NotKnown)
    where = vulnerable_map(findings, findings.vulnerable)
    assert where.title == "Three neighbourhoods have a vulnerability index above 200"

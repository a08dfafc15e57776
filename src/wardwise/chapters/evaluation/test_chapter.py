"""Did it work: worked by hand on four neighbourhoods over four years.

The first is the area, the second next door, the third and fourth the control. Each has 20 a month
before 2024 unless a test says otherwise, so that years are 240 and the control 480 a year.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import desk_with, sample_settings
from tests.initiative_builders import BURGLARY, SAME, YEARS, desk_of, initiative, told
from tests.section_words import words_of
from wardwise.chapters.evaluation import CHAPTER
from wardwise.chapters.evaluation.findings import EvaluationFindings
from wardwise.document.blocks import Table
from wardwise.document.pictures import ControlCharts
from wardwise.domain.card import lock_card
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.figures.desk import Desk
from wardwise.figures.initiative_card import terms_of
from wardwise.figures.initiative_rows import Rows
from wardwise.measures.effect.called import Effect


def test_without_an_initiative_there_is_no_chapter() -> None:
    found: EvaluationFindings = CHAPTER.analyse(desk_with({BURGLARY: [4] * YEARS}))
    assert not CHAPTER.is_told(found)
    assert found.key_findings == ()


def test_a_fall_beyond_the_control_is_called_reduced() -> None:
    # 240 → 120 against 480 → 480: −120; 2024 has a day more, so 240 counts as 240 × 366 ÷ 365
    one, said = told(desk_of([[20, 20, 20, 10], SAME, SAME, SAME], initiative()))
    assert one.effects.called is Effect.REDUCED
    day = 240 / 365
    # next door, which is as large as the area, and the control at its level are all level
    assert one.effects.local.number == pytest.approx(120 - (240 + day) + day)
    assert "New locks reduced burglary: 120 fewer offences in Mill Street" in said
    assert "Nothing shows that it moved next door" in said
    # £10,000 ÷ 120 = £83
    assert "Each one prevented cost £83" in said
    assert "Level 3 of 5 on the Maryland scale" in said


def test_the_same_fall_beside_a_control_that_falls_as_much_is_none() -> None:
    half = [20, 20, 20, 10]
    one, said = told(desk_of([half, half, half, half], initiative()))
    assert one.effects.called is Effect.NOT_SHOWN
    assert "No reduction is shown for New locks" in said
    assert "a range that holds nought" in said
    assert "reduced" not in said
    assert "prevented" not in said


def test_what_moved_next_door_is_not_reduced() -> None:
    one, said = told(desk_of([[20, 20, 20, 8], [20, 20, 20, 32], SAME, SAME], initiative()))
    assert one.effects.called is Effect.MOVED
    assert "New locks moved burglary rather than reduced it" in said
    assert "144 more next door, in Weir Lane" in said
    assert "prevented" not in said


def test_a_place_picked_at_its_height_returns_to_its_level() -> None:
    one, said = told(
        desk_of(
            [[20, 20, 40, 20], SAME, SAME, SAME],
            initiative(chosen="high", displacement=None),
        )
    )
    assert one.effects.called is Effect.RETURNED
    assert one.effects.height.number == pytest.approx(240 * 366 / 365)
    assert one.effects.since_earlier.number == pytest.approx(0, abs=0.3)  # a leap year
    assert (
        "The year before the start was itself unusual: 241 more offences of burglary than the year "
        "before that, beside the control. Set against that earlier year the difference is 0 "
    ) in said
    assert "), no difference beyond chance." in said
    assert "Whether any of it moved next door was not watched." in said
    assert "reduced" not in said


def test_a_place_that_stood_high_is_asked_so_even_if_nobody_says_it_was_picked() -> None:
    one, said = told(desk_of([[20, 20, 40, 20], SAME, SAME, SAME], initiative()))
    assert one.effects.picked_high
    assert "would fall back anyway" in said


def test_without_an_earlier_year_a_picked_place_is_not_called_reduced() -> None:
    one = initiative(chosen="high", start="2022-01-01", end="2022-12-31")
    found, said = told(desk_of([[20, 8, 8, 8], SAME, SAME, SAME], one))
    assert isinstance(found.effects.since_earlier.value, NotKnown)
    assert found.effects.called is Effect.NOT_SHOWN
    assert "return to" not in said
    assert "usual level" not in said
    assert "shows no reduction" in said
    assert "How far is not known: the same months of the year before that are not held" in said


def test_more_in_the_area_is_said_without_a_cause() -> None:
    one, said = told(desk_of([[20, 20, 20, 40], SAME, SAME, SAME], initiative()))
    assert one.effects.called is Effect.MORE
    assert "No reduction is shown for New locks: 240 more offences of burglary" in said


def test_few_offences_have_to_pass_the_exact_test_too() -> None:
    # from 12 a year to 6: chance gives as much in one year of six
    control = [100, 100, 100, 100]
    one, said = told(desk_of([[1, 1, 1, 0], SAME, control, control], initiative()))
    assert one.effects.exact is not None
    assert one.effects.exact.number == pytest.approx(0.156, abs=1e-3)
    assert one.effects.called is Effect.NOT_SHOWN
    assert "set against each other exactly" in said


def test_a_break_between_the_years_refuses() -> None:
    breaks = ((Month(2023, 6), BURGLARY, "a new system"),)
    one, said = told(desk_of([[20, 20, 20, 10], SAME, SAME, SAME], initiative(), breaks=breaks))
    assert one.effects.called is None
    assert "New locks cannot be judged: the series breaks in June 2023: a new system." in said
    found: EvaluationFindings = CHAPTER.analyse(
        desk_of([[20, 20, 20, 10], SAME, SAME, SAME], initiative(), breaks=breaks)
    )
    assert found.key_findings == ()


def test_the_table_and_the_picture_show_the_areas() -> None:
    found = CHAPTER.analyse(desk_of([[20, 20, 20, 10], SAME, SAME, SAME], initiative()))
    section = CHAPTER.write(found).sections[0]
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    (picture,) = (block for block in section.blocks if isinstance(block, ControlCharts))
    assert [str(row[0]) for row in table.rows] == [
        "Mill Street (area)",
        "The rest of Sampleton (control)",
        "Weir Lane (next door)",
        "All of it",
    ]
    assert [one.name for one in picture.series] == [
        "Mill Street",
        "The rest of Sampleton",
        "Weir Lane",
    ]
    assert {one.breaks for one in picture.series} == {((Month(2024, 1), "it begins"),)}
    assert found.key_findings[0].figures[0] is found.evaluated[0].effects.total


def card_on(day: datetime.date, **changes: Any) -> str:
    """What is said where a card of these terms was locked on that day."""
    one = initiative()
    desk = desk_of([[20, 20, 20, 10], SAME, SAME, SAME], one)
    terms = {**terms_of(Rows(desk, one)), **changes}
    card = lock_card(file="cards/x.json", initiative="new LOCKS", locked_on=day, terms=terms)
    return told(Desk(replace(desk.evidence, cards=(card,)), desk.settings))[1]


def test_the_card_is_told_of() -> None:
    early, late = datetime.date(2023, 12, 1), datetime.date(2024, 2, 1)
    assert "before the start, and what is judged is what was registered." in card_on(early)
    assert "was locked on 1 February 2024, after the start." in card_on(late)
    departs = card_on(early, start="2024-03-01", chosen="high")
    assert "departs from it in the start and why the area was chosen." in departs
    none = told(desk_of([SAME, SAME, SAME, SAME], initiative()))[1]
    assert "Nobody set down before the start what would count as success." in none


def test_what_is_to_come_is_told_by_its_power_alone() -> None:
    one = initiative(start="2025-04-01")
    found: EvaluationFindings = CHAPTER.analyse(desk_of([SAME, SAME, SAME, SAME], one))
    said = words_of(CHAPTER.write(found))
    assert (len(found.evaluated), len(found.planned)) == (0, 1)
    assert "No initiative has run long enough to be judged. One is to come." in said
    section = CHAPTER.write(found).sections[0]
    text = " ".join(str(item) for block in section.blocks for item in block.items)  # type: ignore[union-attr]
    assert ": a 30% fall in burglary here would be visible in" in text
    assert "What will count as success has not been set down yet." in text


def test_two_of_a_kind_are_told_together() -> None:
    one, other = initiative(), initiative(name="More locks", start="2024-03-10")
    desk = desk_of([SAME, SAME, SAME, SAME], one)
    place = desk.evidence.place
    members = dict(place.members)
    for role in other.roles:
        members[other.area_code(role)] = members[one.area_code(role)]
    evidence = replace(desk.evidence, place=replace(place, members=members))
    settings = sample_settings(initiatives=(one, other))
    found: EvaluationFindings = CHAPTER.analyse(Desk(evidence, settings))
    assert "Of two initiatives that have run, two show no reduction." in words_of(
        CHAPTER.write(found)
    )
    # it began in March, so that its first whole month is April
    assert found.evaluated[1].spans.after.label == "April 2024 to December 2024"
    assert found.evaluated[1].spans.before.label == "April 2023 to December 2023"


def test_harm_that_cannot_be_had_is_said() -> None:
    _, said = told(desk_of([SAME, SAME, SAME, SAME], initiative(harm_weighted=True)))
    assert "Not every offence of it has a weight of harm, so they are counted by number." in said

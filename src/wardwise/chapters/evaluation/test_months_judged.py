"""What is judged on which months, and what is said where it cannot be: worked by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from tests.builders import LSOAS
from tests.initiative_builders import BURGLARY, SAME, desk_of, initiative, told
from tests.section_words import words_of
from wardwise.chapters.evaluation import CHAPTER
from wardwise.chapters.evaluation.findings import EvaluationFindings
from wardwise.chapters.evaluation.verdicts import headline_of
from wardwise.document.blocks import Bullets
from wardwise.domain.period import Month
from wardwise.domain.published import GroupWeight, HarmWeights
from wardwise.figures.desk import Desk
from wardwise.figures.initiative_rows import Rows
from wardwise.measures.effect.called import Effect


def test_an_area_that_fell_with_more_next_door_is_not_reduced_in_all() -> None:
    # 240 → 168 in the area; next door 240 → 288, which alone is not beyond chance
    one, said = told(desk_of([[20, 20, 20, 14], [20, 20, 20, 23], SAME, SAME], initiative()))
    assert one.effects.called is Effect.NOT_SHOWN
    assert "with what was recorded next door the range holds nought" in said


def test_next_door_is_told_of_whatever_happened_in_the_area() -> None:
    more = told(desk_of([SAME, [20, 20, 20, 40], SAME, SAME], initiative()))[1]
    assert "Next door, in Weir Lane, there were 240 more than the control" in more
    fewer = told(desk_of([[20, 20, 20, 8], [20, 20, 20, 8], SAME, SAME], initiative()))[1]
    assert "Next door, in Weir Lane, there were 144 fewer than the control" in fewer


def test_a_break_before_the_earlier_year_leaves_the_choice_unknown() -> None:
    breaks = ((Month(2022, 6), BURGLARY, "a new system"),)
    by_lsoa = [[20, 20, 20, 10], SAME, SAME, SAME]
    one, said = told(desk_of(by_lsoa, initiative(chosen="high"), breaks=breaks))
    assert one.effects.called is Effect.NOT_SHOWN
    assert "How far is not known: the series breaks in June 2022" in said
    assert told(desk_of(by_lsoa, initiative(), breaks=breaks))[0].effects.called is Effect.REDUCED


def test_counts_by_area_are_not_said_to_be_snapped() -> None:
    desk = desk_of([SAME, SAME, SAME, SAME], initiative())
    assert "shared points" in told(desk)[1]
    local = replace(desk.evidence.local, source="area_counts")
    other = Desk(replace(desk.evidence, local=local), desk.settings)
    assert "shared points" not in told(other)[1]


def test_no_more_years_are_judged_than_are_held_before() -> None:
    one, _ = told(desk_of([SAME, SAME, SAME, SAME], initiative(start="2022-01-01")))
    assert one.spans.after.label == "2022"
    assert one.spans.before.label == "2021"
    one, _ = told(desk_of([SAME, SAME, SAME, SAME], initiative(start="2023-01-01")))
    assert (one.spans.after.label, one.spans.before.label) == (
        "January 2023 to December 2024",
        "January 2021 to December 2022",
    )
    assert one.spans.earlier is None


def young(start: str, by_lsoa: Sequence[Sequence[float]]) -> str:
    """What is said of an initiative that began then and cannot be judged."""
    found: EvaluationFindings = CHAPTER.analyse(desk_of(by_lsoa, initiative(start=start)))
    section = CHAPTER.write(found)
    (listed,) = (b for part in section.sections for b in part.blocks if isinstance(b, Bullets))
    return " ".join([words_of(section), *map(str, listed.items)])


def test_what_cannot_be_judged_says_why() -> None:
    level = [SAME, SAME, SAME, SAME]
    said = young("2024-11-01", level)
    assert "One is to come or cannot be judged yet." in said
    assert ": it cannot be judged: too few whole months are held since its start." in said
    said = young("2021-06-01", level)
    assert "the same months of the year before its start are not held" in said
    assert "cannot be reckoned: a whole year before its start is not held" in said
    nothing = [[-1, -1, -1, -1], SAME, SAME, SAME]
    assert "nothing was recorded there, or in the control" in young("2024-11-01", nothing)


def test_a_place_so_small_that_nothing_would_be_seen() -> None:
    rare = [[-1, -1, -1, 1], SAME, SAME, SAME]
    assert "in a year no fall would be" in young("2024-12-01", rare)


def test_areas_are_told_by_what_they_are_made_of() -> None:
    one = initiative(
        area={"wards": ["Eastgate"]},
        displacement=None,
        control={"lsoas": [LSOAS[2].code, LSOAS[3].code]},
    )
    desk = desk_of([SAME, SAME, SAME, SAME], one)
    assert [area.name for area in Rows(desk, one).areas.values()] == [
        "Eastgate",
        "3 neighbourhoods",
    ]
    several = initiative(
        area={"wards": ["Eastgate", "Westgate"], "own_areas": ["Quay"]}, displacement=None
    )
    desk = desk_of([SAME, SAME, SAME, SAME], several)
    assert next(iter(Rows(desk, several).areas.values())).name == "Eastgate, Westgate and Quay"


def test_without_next_door_there_is_one_difference_alone() -> None:
    said = told(desk_of([[20, 20, 20, 10], SAME, SAME, SAME], initiative(displacement=None)))[1]
    assert "fewer offences in Mill Street than the control leads one to expect (" in said
    assert "next door," not in said


def test_so_few_that_the_area_itself_did_not_clearly_fall() -> None:
    # 12 a year throughout, while the control trebles: the exact test of 12 and 12 sees nothing
    control = [100, 100, 100, 300]
    one, said = told(desk_of([[1, 1, 1, 1], SAME, control, control], initiative(displacement=None)))
    assert one.effects.local.interval is not None
    assert one.effects.local.interval.upper < 0
    assert one.effects.called is Effect.NOT_SHOWN
    assert "of so few that an exact test does not tell them from chance" in said


def test_harm_is_levelled_by_harm_so_that_one_common_fall_is_no_effect() -> None:
    """Of 100 points and of 1: area 100 and 900 a month, control 100 and 9,900; all fall 20%."""
    one = initiative(
        offences=["Robbery", BURGLARY], displacement=None, harm_weighted=True, chosen="other"
    )
    desk = desk_of([SAME, SAME, SAME, SAME], one)
    local = desk.evidence.local
    level = np.zeros((len(LSOAS), len(local.months), 2), dtype=np.int64)
    level[0] = (100, 900)
    level[1] = (100, 9_900)
    level[:, -12:] = level[:, -12:] * 4 // 5
    local = replace(local, offences=("Robbery", BURGLARY), counts=level)
    weights = {
        name: GroupWeight(points, points, points, points, 100.0, ("1",))
        for name, points in (("Robbery", 100.0), (BURGLARY, 1.0))
    }
    harm = HarmWeights("made up", "1", "Sampleshire", (), weights, {}, {})
    judged = told(Desk(replace(desk.evidence, local=local, harm=harm), desk.settings))[0]
    # 19,900 ÷ 10,900 points; only the leap day is left
    assert judged.effects.local.number == pytest.approx(0, abs=1e-6)
    assert judged.effects.called is Effect.NOT_SHOWN


def test_a_crime_prevented_has_a_cost_only_if_all_of_the_initiative_is_judged() -> None:
    def said(fallen: Sequence[Sequence[float]], **changes: object) -> str:
        return told(desk_of([*fallen, SAME, SAME, SAME], initiative(**changes)))[1]

    last_year, two_years = [[20, 20, 20, 8]], [[20, 8, 8, 8]]
    assert "Each one prevented cost £" in said(last_year, end="2024-12-31")
    assert "if what it cost was spent by December 2024." in said(last_year)
    # three years of it, of which one is judged, because one is held before it
    cut = said(two_years, start="2022-01-01", end="2024-12-31")
    assert "is not known: its cost is for all of it, and it is judged to December 2022" in cut
    assert "judged to December 2022 only" in said(two_years, start="2022-01-01")
    assert "judged to December 2024 only" in said(last_year, end="2025-03-31")
    assert "judged from January 2024 only" in said(last_year, start="2023-12-10")


def test_a_title_says_of_the_control_no_more_than_was_tested() -> None:
    # the control falls too, by less: 480 → 432
    less = [20, 20, 20, 18]
    one, _ = told(desk_of([[20, 20, 20, 8], SAME, less, less], initiative()))
    assert one.effects.called is Effect.REDUCED
    assert headline_of(one) == (
        "Burglary: lower since the start than the control leads one to expect"
    )


def test_the_second_look_says_when_it_shows_nothing() -> None:
    said = told(desk_of([[20, 20, 20, 8], SAME, SAME, SAME], initiative()))[1]
    assert "A second look, month by month: the area's share of the offences is 6" in said
    assert "% lower than in all the months before the start (" in said
    said = told(desk_of([SAME, SAME, SAME, SAME], initiative()))[1]
    assert "A second look, month by month, shows no difference beyond chance" in said


def test_one_month_is_one_month() -> None:
    many = [4_000, 4_000, 4_000, 4_000]
    one = initiative(expected_change_percent=-90)
    assert "visible in 1 month." in told(desk_of([many, many, many, many], one))[1]

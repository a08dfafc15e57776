"""A worked example: a common light group and a rare group with a few grave offences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import desk_with
from wardwise.chapters.harm import CHAPTER
from wardwise.chapters.harm.findings import HarmFindings
from wardwise.document.blocks import Paragraph, Table
from wardwise.domain.evidence import GroupWeight, HarmWeights
from wardwise.domain.figure import Figure
from wardwise.domain.period import Month, Period
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk


# Burglary 20 a month in both years, drugs 5 then 10: 240 → 240 and 60 → 120; ASB weighs nothing
MONTHLY = {
    "Burglary": [20] * 24,
    "Drugs": [5] * 12 + [10] * 12,
    "Anti-social behaviour": [9] * 24,
}
WEIGHTS = {
    "Burglary": GroupWeight(10.0, 8.0, 12.0, 5.0, 100.0, ("28A",)),
    "Drugs": GroupWeight(100.0, 50.0, 150.0, 1.0, 90.0, ("92A", "92D")),
}


def desk(weights: dict[str, GroupWeight] | None = None, missing: tuple[Month, ...] = ()) -> Desk:
    """Shares 3/4 and 1/4 of each month in the first LSOA of each ward."""
    harm = HarmWeights(
        scheme="ONS severity weights",
        version="0.1.0",
        force="Sampleshire",
        quarters=(Period(Month(2024, 10), Month(2024, 12)),),
        police_uk=weights or WEIGHTS,
        official={},
        by_code={"28A": 10.0, "92A": 991.0, "92D": 1.0},
    )
    monthly = {name: [4 * value for value in values] for name, values in MONTHLY.items()}
    return desk_with(monthly, shares=(0.75, 0.0, 0.25, 0.0), missing=missing, harm=harm)


def test_harm_is_offences_times_weight_and_asb_is_left_out() -> None:
    found = CHAPTER.analyse(desk())
    # four times the months above: 960 × 10 = 9,600 and 480 × 100 = 48,000; together 57,600
    assert [(one.offence, one.harm.value) for one in found.groups] == [
        ("Drugs", 48_000.0),
        ("Burglary", 9_600.0),
    ]
    assert found.total.value == 57_600.0
    drugs, burglary = found.groups
    # 48,000 / 57,600 = 83.3%; 480 / 1,440 = 33.3%
    assert drugs.share.number == pytest.approx(100 * 5 / 6)
    assert drugs.count_share.number == pytest.approx(100 / 3)
    # by the middle offence 960 × 5 = 4,800 and 480 × 1 = 480: burglary has 10/11
    assert burglary.by_typical.number == pytest.approx(100 * 10 / 11)
    assert (drugs.typical.value, drugs.coverage.value) == (1.0, 90.0)


def test_harm_may_rise_more_than_the_count() -> None:
    found = CHAPTER.analyse(desk())
    # before 9,600 + 24,000 = 33,600, after 57,600: +71.4%; the count 1,200 → 1,440: +20%
    assert found.change.number == pytest.approx(100 * (57_600 / 33_600 - 1))
    assert found.count_change.value == 20.0
    assert found.change.comparison is not None
    assert found.change.comparison.verdict is Verdict.ROSE
    assert found.change.comparison.baseline_value == 33_600.0


def test_harm_by_ward_is_for_every_thousand_residents() -> None:
    found = CHAPTER.analyse(desk())
    # Eastgate has three quarters: 43,200 for 2,000 residents
    assert [(one.area.name, one.rate.value) for one in found.wards] == [
        ("Eastgate", 21_600.0),
        ("Westgate", 7_200.0),
    ]
    assert found.whole.rate.value == 14_400.0


def test_the_words_say_which_index_the_order_hangs_on() -> None:
    section = CHAPTER.write(CHAPTER.analyse(desk()))
    text = " ".join(
        str(block.text)
        for part in section.walk()
        for block in part.blocks
        if isinstance(block, Paragraph)
    )
    assert "drugs made up 83% of the harm recorded in Sampleton in 2024, from 33%" in text
    assert "By typical weights the group with most harm is burglary, with 91% of it" in text
    assert "the part of drugs is 9% instead of 83%" in text
    # 240 of 360 offences and 2,400 of 14,400 points
    assert "The other way round is burglary: 67% of the offences, 17% of the harm." in text


def test_where_neither_moved_it_is_said_once_and_no_reason_is_made_up() -> None:
    found = CHAPTER.analyse(desk())
    still = replace(found, change=_with(found.change, Verdict.NO_CLEAR_CHANGE, 1.0))
    both = replace(still, count_change=_with(found.count_change, Verdict.NO_CLEAR_CHANGE, -0.5))
    assert _changed_words(both) == (
        "Neither the harm score (+1.0%) nor the count (−0.5%) showed a clear change on the year "
        "before: both are within the usual variation of such counts."
    )
    assert "The two part because" in _changed_words(still)
    broken = replace(found, change=_with(found.change, Verdict.NOT_COMPARABLE, 1.0))
    assert "The two part because" not in _changed_words(broken)


def _with(change: Figure, verdict: Verdict, value: float) -> Figure:
    assert change.comparison is not None
    return replace(change, value=value, comparison=replace(change.comparison, verdict=verdict))


def _changed_words(found: HarmFindings) -> str:
    block = CHAPTER.write(found).sections[1].blocks[0]
    assert isinstance(block, Paragraph)
    return str(block.text)


def test_a_range_of_one_printed_value_is_one_weight() -> None:
    narrow = {**WEIGHTS, "Burglary": GroupWeight(10.0, 9.99, 10.01, 5.0, 100.0, ("28A",))}
    table = CHAPTER.write(CHAPTER.analyse(desk(narrow))).sections[0].blocks[1]
    assert isinstance(table, Table)
    assert [str(row[2]) for row in table.rows] == ["50.0 to 150.0", "one weight"]


def test_a_group_without_a_weight_makes_the_whole_not_known() -> None:
    found = CHAPTER.analyse(desk({"Burglary": WEIGHTS["Burglary"]}))
    assert found.total.status == "not_known"
    assert found.change.status == "not_known"
    assert found.groups[0].offence == "Burglary"
    assert CHAPTER.write(found).title == "Harm"


def test_a_missing_month_is_not_harmless() -> None:
    found = CHAPTER.analyse(desk(missing=(Month(2024, 6),)))
    assert found.total.status == "not_known"
    assert {one.rate.status for one in found.wards} == {"not_known"}
    assert CHAPTER.write(found).title == "Harm"

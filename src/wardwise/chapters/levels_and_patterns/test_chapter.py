"""A worked example: 24 months, two groups and ASB."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import desk_with
from wardwise.chapters.levels_and_patterns import CHAPTER
from wardwise.chapters.levels_and_patterns.tables import change_table, three_year_table
from wardwise.document.section import Section
from wardwise.domain.finding import Sureness
from wardwise.domain.period import Month, Period
from wardwise.domain.quality import Completeness, Stretch
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk


# Burglary: 10 a month, then 20: 120 → 240, +100%. Drugs: 5 a month throughout: 60 → 60.
# Total: 180 → 300, +66.7%; burglary contributes 120 / 180 = 66.7 points, drugs none.
MONTHLY = {
    "Burglary": [10, 11, 9, 10, 10, 11, 9, 10, 10, 11, 9, 10] * 1
    + [20, 21, 19, 20, 20, 21, 19, 20, 20, 21, 19, 20],
    "Drugs": [5] * 24,
    "Anti-social behaviour": [7] * 24,
}


def test_three_years_changes_and_contributions() -> None:
    found = CHAPTER.analyse(desk_with(MONTHLY))
    assert [figure.status for figure in found.whole.years] == ["not_known", "known", "known"]
    assert [figure.value for figure in found.whole.years[1:]] == [180, 300]
    burglary, drugs = found.groups
    assert (burglary.offence, drugs.offence) == ("Burglary", "Drugs")
    assert burglary.change.value == 100.0
    assert burglary.change.comparison is not None
    assert burglary.change.comparison.verdict is Verdict.ROSE
    assert drugs.change.comparison is not None
    assert drugs.change.comparison.verdict is Verdict.NO_CLEAR_CHANGE
    assert burglary.contribution is not None
    assert round(burglary.contribution.number, 1) == 66.7
    assert drugs.contribution is not None
    assert drugs.contribution.value == 0.0
    # 300 / 4,000 × 1,000 = 75
    assert found.whole.rate.value == 75.0


def test_the_words_say_what_the_test_allows() -> None:
    section = CHAPTER.write(CHAPTER.analyse(desk_with(MONTHLY)))
    text = " ".join(
        str(block.text)
        for part in section.walk()
        for block in part.blocks
        if hasattr(block, "text")
    )
    assert "One group rose beyond chance: burglary." in text
    # 24 months are held: the first of the three years is not, and the page says so
    assert "2022 is not known: the source does not hold all twelve months." in text


def test_the_table_of_years_is_headed_by_as_many_as_it_prints() -> None:
    def headed(monthly: dict[str, list[int]]) -> str:
        return CHAPTER.write(CHAPTER.analyse(desk_with(monthly))).sections[0].title

    # 24 months are held, so that the first of the three years has no column
    assert headed(MONTHLY) == "Two years, by offence group"
    longer = {name: counts + counts[:12] for name, counts in MONTHLY.items()}
    assert headed(longer) == "Three years, by offence group"


def test_a_missing_month_makes_the_year_not_known() -> None:
    desk = desk_with(MONTHLY, missing=(Month(2023, 4),))
    found = CHAPTER.analyse(desk)
    assert found.whole.years[1].status == "not_known"
    assert found.whole.change.status == "not_known"
    assert found.whole.change.comparison is not None
    assert found.whole.change.comparison.verdict is Verdict.NOT_COMPARABLE


def test_a_year_with_incomplete_months_is_printed_and_marked() -> None:
    # 100 of 115 offences held in January to March 2023 is 87%, below the 97% of a complete stretch
    quarter = Stretch(Period.parse("2023-01", "2023-03"), "incomplete", 100 / 115, "")
    found = CHAPTER.analyse(desk_with(MONTHLY, completeness=Completeness((quarter,))))
    table = three_year_table(found)
    assert [column.heading for column in table.columns[1:4]] == ["2022", "2023, incomplete", "2024"]
    assert found.whole.years[1].value == 180
    assert str(table.notes[-1]) == (
        "2023 is too low and is never compared: the source is incomplete for "
        "January 2023 to March 2023 (87% held)."
    )


def words(section: Section) -> str:
    """Every sentence of the chapter."""
    return " ".join(
        str(block.text)
        for part in section.walk()
        for block in part.blocks
        if hasattr(block, "text")
    )


def with_break(offence: str) -> Desk:
    """The example, with a break between the two years."""
    desk = desk_with(MONTHLY)
    broken = ((Month(2024, 2), offence, "a new system {as the force writes it}"),)
    return Desk(replace(desk.evidence, breaks=broken), desk.settings)


def test_a_break_of_one_group_is_told_of_the_total_too() -> None:
    found = CHAPTER.analyse(with_break("Burglary"))
    told = words(CHAPTER.write(found))
    assert "Part of that may be counting: it holds burglary, counted otherwise now." in told
    assert "February 2024: a new system {as the force writes it}" in told
    assert [one.offence for one in found.key_findings] == [None]


def test_a_break_of_everything_leaves_nothing_to_compare() -> None:
    found = CHAPTER.analyse(with_break(""))
    told = words(CHAPTER.write(found))
    assert "No group can be compared with the year before: " in told
    assert "rose" not in told.replace("rose beyond", "")
    (whole,) = found.key_findings
    assert whole.sureness is Sureness.LOW
    assert whole.why_sure == "the two periods cannot be compared"


def test_a_table_of_changes_of_which_none_is_known_is_not_printed() -> None:
    found = CHAPTER.analyse(desk_with(MONTHLY, missing=[Month(2023, 3)]))
    table = change_table(found)
    assert (table.appendix, table.off_paper) == (True, True)
    assert "year before: the source holds nothing for March 2023." in words(CHAPTER.write(found))
    assert not change_table(CHAPTER.analyse(desk_with(MONTHLY))).appendix


def test_key_findings_are_the_whole_and_then_what_moved_it_most() -> None:
    months = MONTHLY | {"Drugs": [40] * 12 + [20] * 12, "Anti-social behaviour": [30] * 24}
    found = CHAPTER.analyse(desk_with(months))
    # burglary +120, drugs −240 of 600: 20 and −40 points
    assert [one.offence for one in found.key_findings] == [None, "Drugs", "Burglary"]
    assert found.key_findings[1].weight == pytest.approx(40.0)
    told = words(CHAPTER.write(found))
    assert "One group rose beyond chance: burglary. One group fell beyond chance: drugs." in told
    assert all(
        one.claim.startswith(one.offence or "All recorded crime") for one in found.key_findings
    )


def test_groups_are_counted_in_words_to_ten_and_a_steady_year_is_said_to_be() -> None:
    names = ("Burglary", "Drugs", "Robbery", "Shoplifting", "Vehicle crime", "Public order")
    steady = words(CHAPTER.write(CHAPTER.analyse(desk_with({name: [50] * 24 for name in names}))))
    assert "None of the offence groups showed a clear change." in steady
    risen = {name: [50] * 12 + [150] * 12 for name in names}
    assert "Six groups rose beyond chance" in words(
        CHAPTER.write(CHAPTER.analyse(desk_with(risen)))
    )


def test_what_the_register_says_of_counting_is_a_caution_by_group() -> None:
    desk = desk_with(MONTHLY)
    noted = ((Month(2024, 2), "Drugs", "counted otherwise"),)
    found = CHAPTER.analyse(Desk(replace(desk.evidence, register=noted), desk.settings))
    assert found.cautions == (("counted otherwise (February 2024)", ("Drugs",)),)
    assert "changed between the two years for drugs: counted otherwise" in words(
        CHAPTER.write(found)
    )

"""A worked example: eighteen months of two offences, and a year of searches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.builders import AREA, LAST, PEER, desk_with, sample_settings
from tests.section_words import words_of
from wardwise.chapters.outcomes_and_searches import CHAPTER
from wardwise.chapters.outcomes_and_searches.findings import (
    OutcomesAndSearches,
    OutcomesFound,
    SearchesFound,
)
from wardwise.document.blocks import Table
from wardwise.document.pictures import Picture
from wardwise.domain.evidence import NotHeld, Outcomes, Searches
from wardwise.domain.finding import Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import MeasureSettings
from wardwise.figures.desk import Desk


ASB = "Anti-social behaviour"
# Eighteen months to December 2024: each of 10 burglaries, 40 drug offences and 5 incidents
MONTHLY = {"Burglary": [10] * 18, "Drugs": [40] * 18, ASB: [5] * 18}
OFFENCES = (ASB, "Burglary", "Drugs")
GROUPS = (
    "Charged or summonsed",
    "Suspect not prosecuted",
    "No suspect identified",
    "Outcome not known",
    "No outcome recorded",
)
# a month of each offence by group: charged, not prosecuted, no suspect, not known, none
MONTH = {ASB: (0, 0, 0, 0, 5), "Burglary": (1, 2, 6, 1, 0), "Drugs": (20, 10, 5, 3, 2)}
WINDOW = Period.parse("2023-07", "2024-06")
YEAR = Period.ending(LAST)


def outcomes(**changes: Any) -> Outcomes:
    cube = np.array([[MONTH[name]] * 18 for name in OFFENCES], dtype=np.int64)
    held = Outcomes(
        source="police_uk",
        offences=OFFENCES,
        months=Period.ending(LAST, months=18).months,
        groups=GROUPS,
        counts=cube,
        force_counts=2 * cube,
        outcomes_of={
            "Charged or summonsed": ("Suspect charged",),
            "Suspect not prosecuted": ("Unable to prosecute suspect",),
            "No suspect identified": ("Investigation complete; no suspect identified",),
            "Outcome not known": ("Status update unavailable",),
        },
    )
    return replace(held, **changes)


def searches(**changes: Any) -> Searches:
    held = Searches(
        source="police_uk",
        period=YEAR,
        by_ethnicity={"White": 30, "Other ethnic group": 40, "Not stated": 30},
        found={"White": 6, "Other ethnic group": 8, "Not stated": 3},
        outcome_known={"White": 30, "Other ethnic group": 40, "Not stated": 30},
        by_object={"Controlled drugs": 100},
        force_total=250,
        force_unlocated=50,
        in_force={"White": 80, "Other ethnic group": 40},
        in_force_found={"White": 20, "Other ethnic group": 10},
        in_force_outcome_known={"White": 80, "Other ethnic group": 40},
        labels={"White": ("White - Irish",), "Not stated": ("",)},
        led_to_nothing=("A no further action disposal",),
        forces=("Sampleshire Police",),
    )
    return replace(held, **changes)


def desk(**parts: Any) -> Desk:
    made = desk_with(MONTHLY, **{"outcomes": outcomes(), "searches": searches(), **parts})
    groups: Mapping[str, Mapping[str, int]] = {
        AREA.code: {"White": 3_000, "Other ethnic group": 1_000},
        PEER.code: {"White": 7_000, "Other ethnic group": 1_000},
    }
    people = replace(made.evidence.people, ethnicity=groups)
    return Desk(replace(made.evidence, people=people), made.settings)


def outcomes_in(made: Desk) -> OutcomesFound:
    found: OutcomesAndSearches = CHAPTER.analyse(made)
    assert isinstance(found.outcomes, OutcomesFound)
    return found.outcomes


def searches_in(made: Desk) -> SearchesFound:
    found: OutcomesAndSearches = CHAPTER.analyse(made)
    assert isinstance(found.searches, SearchesFound)
    return found.searches


def titles_of(made: Desk) -> list[str]:
    section = CHAPTER.write(CHAPTER.analyse(made))
    blocks = [block for part in section.walk() for block in part.blocks]
    return [block.title for block in blocks if isinstance(block, Picture)]


def test_offences_have_six_months_to_have_an_outcome() -> None:
    # the latest month held is December 2024: six months before it ends the year to June 2024
    assert outcomes_in(desk()).period == WINDOW


def test_shares_by_offence_and_the_whole_without_anti_social_behaviour() -> None:
    found = outcomes_in(desk())
    # burglary 1 of 10, drugs 20 of 40; together (1 + 20) of 50, twelve months of each
    assert [row.offence for row in found.rows] == [None, "Drugs", "Burglary"]
    assert [row.charged.value for row in found.rows] == [42.0, 50.0, 10.0]
    assert found.whole.offences.value == 600
    assert found.whole.counts[0].value == 252
    # not known: (1 + 3) published so and 2 with none, of 50
    assert found.whole.missing.value == 12.0
    assert found.whole.charged.interval is not None


def test_the_force_stands_beside() -> None:
    # twice the outcomes on twice the offences: the peer district has the same months
    assert outcomes_in(desk()).force[0].value == 42.0


def test_a_month_that_is_not_held_leaves_shares_not_known() -> None:
    made = desk_with(MONTHLY, outcomes=outcomes(), missing=(Month(2024, 1),))
    found = outcomes_in(made)
    assert isinstance(found.whole.charged.value, NotKnown)
    assert "is not known: the source holds nothing for January 2024" in words_of(
        CHAPTER.write(CHAPTER.analyse(made))
    )


def test_an_archive_younger_than_the_age_has_no_outcomes_yet() -> None:
    settings = sample_settings(measures=MeasureSettings(outcomes_age_months=24))
    made = desk_with(MONTHLY, outcomes=outcomes(), settings=settings)
    found = CHAPTER.analyse(made)
    assert isinstance(found.outcomes, NotHeld)
    assert "records of offences at least 24 months old" in words_of(CHAPTER.write(found))


def test_rates_and_ratio_by_residents() -> None:
    found = searches_in(desk())
    rows = {row.group: row for row in found.rows}
    white, other = rows["White"], rows["Other ethnic group"]
    assert white.rate is not None
    assert other.rate is not None
    assert other.ratio is not None
    assert other.force_ratio is not None
    # 30 / 3,000 and 40 / 1,000: 10 and 40 a thousand, four times
    assert (white.rate.value, other.rate.value) == (10.0, 40.0)
    assert other.ratio.value == pytest.approx(4.0)
    # in the force 80 / 10,000 and 40 / 2,000: 8 and 20, two and a half times
    assert other.force_ratio.value == pytest.approx(2.5)
    # a find in 6 of 30 and in 8 of 40
    assert (white.finds.value, other.finds.value) == (20.0, 20.0)


def test_what_is_missing_is_shown_and_what_it_could_change() -> None:
    found = searches_in(desk())
    # 30 of 100 not stated; 50 of the force's 250 without a place
    assert found.not_stated_percent.value == 30.0
    assert found.not_located_percent.value == 20.0
    assert found.rows[-1].group == "Not stated"
    assert found.rows[-1].rate is None
    # had the 30 been White: 40 / 1,000 against 60 / 3,000 is twice, its interval above 1
    assert found.ratio_if_white is not None
    assert found.ratio_if_white.value == pytest.approx(2.0)
    finding = CHAPTER.analyse(desk()).key_findings[-1]
    assert finding.sureness is Sureness.MODERATE


def test_a_ratio_that_the_missing_could_undo_is_said_with_little_sureness() -> None:
    counts = {"White": 30, "Other ethnic group": 40, "Not stated": 70}
    made = desk(searches=searches(by_ethnicity=counts))
    # had the 70 been White: 40 / 1,000 against 100 / 3,000 is 1.2, its interval across 1
    assert CHAPTER.analyse(made).key_findings[-1].sureness is Sureness.LOW


def test_a_group_that_nobody_lives_in_has_no_rate() -> None:
    found = searches_in(desk())
    black = next(row for row in found.rows if row.group.startswith("Black"))
    assert black.rate is not None
    assert isinstance(black.rate.value, NotKnown)
    assert black.searches.value == 0


def test_titles_follow_the_test() -> None:
    alike = searches(by_ethnicity={"White": 30, "Other ethnic group": 10})
    pictures = [titles_of(desk()), titles_of(desk(searches=alike))]
    assert pictures[0][1] == "A charge came most often for drugs"
    assert "4.0 times as often as White people" in pictures[0][2]
    # 10 a thousand in both groups
    assert pictures[1][2] == (
        "No group was searched in Sampleton clearly more often than White people"
    )


def test_searches_are_not_said_to_come_from_records_of_crime() -> None:
    section = CHAPTER.write(CHAPTER.analyse(desk()))
    blocks = [block for part in section.walk() for block in part.blocks]
    sources = {one.name: one.source for one in blocks if isinstance(one, Picture | Table)}
    told = [source for name, source in sources.items() if name.startswith("search")]
    assert told
    assert all(source.startswith("data.police.uk stop and search records, ") for source in told)
    rest = [source for name, source in sources.items() if name.startswith("outcomes")]
    assert all("stop and search" not in source for source in rest)


def test_each_half_says_what_it_needs_by_itself() -> None:
    made = desk_with(MONTHLY, outcomes=outcomes())
    text = words_of(CHAPTER.write(CHAPTER.analyse(made)))
    assert "42.0% ended with a charge" in text
    assert "This needs stop and search, from the police force." in text


def test_with_neither_half_the_chapter_is_a_few_lines() -> None:
    section = CHAPTER.write(CHAPTER.analyse(desk_with(MONTHLY)))
    assert section.sections == ()
    assert not section.new_page
    assert words_of(section).startswith(
        "Not known: how offences ended, and who was stopped and searched. "
        "The first needs outcomes, from the police force"
    )


def test_what_the_force_could_not_place_is_told() -> None:
    text = words_of(CHAPTER.write(CHAPTER.analyse(desk())))
    assert "50 of the 250 searches by the police force, 20.0%, have no place" in text

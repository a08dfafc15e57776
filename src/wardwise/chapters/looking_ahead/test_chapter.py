"""A worked example, by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.builders import desk_with
from wardwise.chapters.looking_ahead import CHAPTER
from wardwise.chapters.looking_ahead.findings import AheadFindings, GroupAhead
from wardwise.chapters.looking_ahead.picture import fan_picture
from wardwise.chapters.looking_ahead.tables import group_table, quarter_table, rule_table
from wardwise.document.section import Section
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import Settings
from wardwise.figures.alarms import alarms
from wardwise.figures.desk import Desk
from wardwise.measures import MEASURES
from wardwise.measures.time.forecast import Direction
from wardwise.measures.time.forecast_models import STEADY, TOGETHER


# three years: burglary 100 a month, drugs 40; the noise is in the third digit
LEVEL = [100, 104, 97, 101, 96, 103, 99, 105, 98, 102, 100, 95] * 3
MONTHLY = {"Burglary": LEVEL, "Drugs": [n - 60 for n in LEVEL]}


def words(section: Section) -> str:
    return " ".join(
        str(block.text)
        for part in section.walk()
        for block in part.blocks
        if hasattr(block, "text")
    )


def found_of(monthly: dict[str, list[int]], **more: object) -> AheadFindings:
    found: AheadFindings = CHAPTER.analyse(desk_with(monthly, **more))  # type: ignore[arg-type]
    return found


def test_a_steady_past_is_expected_to_go_on() -> None:
    found = found_of(MONTHLY)
    figure = found.whole.outlook.figure
    # 1,680 in 2024's 366 days, as in each year before: 365 of 366 days of it
    assert figure.number == pytest.approx(1680 * 365 / 366, rel=0.01)
    assert figure.period == Period.parse("2025-01", "2025-12")
    told = words(CHAPTER.write(found))
    assert "If nothing changes, 1,6" in told
    assert "For no group can we say whether the next year will be higher or lower." in told
    assert (
        "All crime's own range held for every one of 274 partnerships in a calm year, and for "
        "95.0% of forces since 2015: it is wide on purpose."
    ) in told
    assert "whose counting changed" not in told
    assert "came true within the 95% range" in told


def test_the_quarters_and_months_sum_to_the_year() -> None:
    outlook = found_of(MONTHLY).groups[0].outlook
    assert [str(one.period) for one in outlook.quarters][:2] == [
        "2025-01/2025-03",
        "2025-04/2025-06",
    ]
    total = outlook.figure.number
    assert sum(one.number for one in outlook.quarters) == pytest.approx(total)
    assert sum(one.number for one in outlook.months) == pytest.approx(total)
    assert outlook.narrow.interval is not None
    assert outlook.figure.interval is not None
    assert outlook.figure.interval.lower < outlook.narrow.interval.lower


def test_the_tables_have_a_row_for_each_and_the_whole_first() -> None:
    found = found_of(MONTHLY)
    assert [row[0] for row in group_table(found).rows] == [
        "All recorded crime",
        "Burglary",
        "Drugs",
    ]
    (quarters,) = quarter_table(found)
    assert [column.heading for column in quarters.columns][1:3] == [
        "Jan to Mar 2025",
        "Apr to Jun 2025",
    ]
    rules = rule_table(found)
    assert len(rules.rows) == 3
    titles = [column.heading for column in rules.columns]
    assert titles[:3] == ["Group", "Rule", "Error less than repeating last year"]
    assert "Tried from (months)" not in titles  # the same in every row: a note says it
    assert len(rules.notes) == 1
    assert all(len(row) == len(rules.columns) for row in rules.rows)


def test_the_fan_holds_the_same_numbers() -> None:
    picture = fan_picture(found_of(MONTHLY))
    assert picture is not None
    assert (len(picture.past), len(picture.ahead), len(picture.months)) == (36, 12, 48)


def test_too_short_a_past_has_no_forecast_and_says_why() -> None:
    short = {name: counts[:20] for name, counts in MONTHLY.items()}
    found = found_of(short)
    told = words(CHAPTER.write(found))
    assert "There is no forecast of all recorded crime: a forecast needs 24 months" in told
    assert fan_picture(found) is None
    assert quarter_table(found) == ()
    assert found.whole.outlook.naive is None
    assert found.whole.outlook.better is None
    assert found.whole.outlook.narrow.status == "not_known"


def test_months_that_are_not_complete_are_not_drawn() -> None:
    found = found_of(MONTHLY, missing=(Month(2022, 3),))
    assert len(found.past) == 33  # April 2022 to December 2024


def test_a_forecast_begins_after_the_last_break() -> None:
    desk = desk_with(MONTHLY)
    broken = ((Month(2023, 6), "Burglary", "a new system"),)
    found: AheadFindings = CHAPTER.analyse(
        Desk(replace(desk.evidence, breaks=broken), desk.settings)
    )
    burglary = found.groups[0].outlook.forecast
    assert burglary == NotKnown("a forecast needs 24 months without a gap or a break; found 19")
    assert group_table(found).rows[1][-1] == "no forecast"
    told = "All recorded crime holds burglary, whose counting changed in June 2023."
    assert told in words(CHAPTER.write(found))


def test_a_month_far_above_the_ones_before_alarms_and_few_others_do() -> None:
    counts = [*LEVEL]
    counts[-2] = 200
    found = found_of(MONTHLY | {"Burglary": counts})
    (alarm,) = found.alarms.alarms
    assert (alarm.offence, alarm.when) == ("Burglary", "November 2024")
    assert (found.alarms.step, found.alarms.looked_at) == ("month", 6)
    told = words(CHAPTER.write(found))
    assert "One group stood out from October 2024 to December 2024: burglary." in told
    assert "two groups, six months in all" in told
    finding = next(one for one in found.key_findings if "stood out" in one.claim)
    assert finding.offence == "Burglary"


def test_an_alarm_is_made_again_from_its_recipe() -> None:
    counts = [*LEVEL]
    counts[-1] = 220
    found = alarms(desk_with({"Burglary": counts}))
    (alarm,) = found.alarms
    recipe = alarm.usual.recipe
    assert recipe is not None
    assert recipe.measure in MEASURES
    assert recipe.take == "limits.mean"


def test_nothing_stands_out_in_a_steady_quarter() -> None:
    told = words(CHAPTER.write(found_of(MONTHLY)))
    assert "No offence group stood out from October 2024 to December 2024 by this test" in told
    assert "asks for a look" not in told


def test_without_months_before_nothing_can_be_judged() -> None:
    short = {name: counts[:13] for name, counts in MONTHLY.items()}
    assert "Nothing could be judged" in words(CHAPTER.write(found_of(short)))


def test_a_direction_is_a_finding() -> None:
    # what was 100 a month is 300 for the last year: the steady level says more of the same, and
    # a level that fell in the last year by half is below it; only a rule that grows says a rise
    grown = [int(20 * 1.06**n) for n in range(48)]
    found = found_of({"Burglary": grown})
    made = found.groups[0].outlook.forecast
    claims = [one.claim for one in found.key_findings]
    assert getattr(made, "direction", None) is not None
    assert all("likely to" in claim or "stood out" in claim for claim in claims)


def forecast_as(
    found: AheadFindings, offence: str, *, direction: Direction, method: str
) -> AheadFindings:
    """The findings, with another outcome of one group's forecast."""

    def told(one: GroupAhead) -> GroupAhead:
        made = one.outlook.forecast
        if one.offence != offence or isinstance(made, NotKnown):
            return one
        other = replace(made, direction=direction, method=method)
        return replace(one, outlook=replace(one.outlook, forecast=other))

    return replace(found, groups=tuple(told(one) for one in found.groups))


def test_a_direction_is_a_whole_sentence_and_names_the_rule_behind_it() -> None:
    found = found_of(MONTHLY)
    one = forecast_as(found, "Drugs", direction=Direction.FALL, method=TOGETHER)
    told = words(CHAPTER.write(one))
    assert "Of the groups, drugs is likely to fall." in told
    assert "The rule for drugs is “four rules averaged”, which leans on the latest months" in told
    both = forecast_as(one, "Burglary", direction=Direction.FALL, method=STEADY)
    told = words(CHAPTER.write(both))
    assert "are likely to fall." in told
    assert "The rule for drugs is" in told
    assert "burglary is “" not in told


def test_levels_follow_the_settings() -> None:
    desk = desk_with(MONTHLY)
    chosen = desk.settings.model_dump()
    chosen["measures"]["confidence_percent"] = 99
    wider: AheadFindings = CHAPTER.analyse(Desk(desk.evidence, Settings.model_validate(chosen)))
    narrower: AheadFindings = CHAPTER.analyse(desk)
    reach = [one.whole.outlook.figure.interval for one in (wider, narrower)]
    assert reach[0] is not None
    assert reach[1] is not None
    assert np.ptp([reach[0].lower, reach[0].upper]) > np.ptp([reach[1].lower, reach[1].upper])


def test_groups_that_are_judged_by_ears_are_named() -> None:
    found = found_of(MONTHLY)
    weekly = replace(found.alarms, step="week", early=("Drugs",), alarms=(), why_monthly="")
    told = words(CHAPTER.write(replace(found, alarms=weekly)))
    assert "Drugs reaches back less than three years unbroken" in told
    assert "reaches back" not in words(CHAPTER.write(found))

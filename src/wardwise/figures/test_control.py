"""Control charts: months made equal, limits by stretch, gaps and incomplete months."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import AREA, desk_with, sample_settings
from wardwise.domain.evidence import Completeness, Stretch
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import MeasureSettings
from wardwise.figures.control import control
from wardwise.figures.control_pictures import (
    control_alt,
    control_chart_picture,
    control_charts_picture,
    control_table,
    control_title,
)
from wardwise.figures.desk import Desk


BY_THE_DAY = Period.parse("2023-01", "2024-12").months


def steady() -> Desk:
    """Ten offences a day for two years: months differ by their length alone."""
    return desk_with({"Burglary": [10 * month.days for month in BY_THE_DAY]})


def test_a_short_month_is_no_fall() -> None:
    found = control(steady(), area=AREA, offence="Burglary")
    # 10 a day × 365.25 / 12 = 304.4 in every month of average length
    assert [round(value or 0, 1) for value in found.series.values] == [304.4] * 24
    assert found.series.signals == ()
    (limits,) = found.limits
    assert limits.value == pytest.approx(304.375)
    # counts are printed as they were recorded: 280 in February 2023, 290 in 2024
    february = [month.value for month in found.months if month.period.first.number == 2]
    assert february == [280, 290]
    assert found.equal_months[1].value == pytest.approx(304.375)


def test_limits_begin_again_at_a_break_unless_the_settings_say_not() -> None:
    desk = steady()
    broken = replace(desk.evidence, breaks=((Month(2024, 1), "", "a new system"),))
    found = control(Desk(broken, desk.settings), area=AREA, offence=None)
    assert [part.first for part in found.series.stretches] == [Month(2023, 1), Month(2024, 1)]
    assert found.series.breaks == ((Month(2024, 1), "a new system"),)
    as_one = sample_settings(measures=MeasureSettings(rebase_at_breaks=False))
    assert len(control(Desk(broken, as_one), area=AREA, offence=None).series.stretches) == 1


def test_a_month_that_is_not_held_is_a_gap_and_an_incomplete_one_is_drawn_apart() -> None:
    desk = desk_with(
        {"Burglary": [10 * month.days for month in BY_THE_DAY]}, missing=(Month(2023, 5),)
    )
    spring = Stretch(Period.parse("2023-01", "2023-02"), "incomplete", 0.9, "")
    judged = Desk(replace(desk.evidence, completeness=Completeness((spring,))), desk.settings)
    found = control(judged, area=AREA, offence="Burglary")
    assert found.series.values[4] is None
    assert found.equal_months[4].status == "not_known"
    assert found.series.incomplete == (Month(2023, 1), Month(2023, 2))
    assert found.series.values[0] is not None  # printed, and not in the limits
    recipe = found.limits[0].recipe
    assert recipe is not None
    assert "'2023-01'" not in repr(recipe.arguments["values"]).split("Ask")[1]


def test_a_month_far_outside_signals_and_the_title_says_when() -> None:
    values = [100 + n % 3 for n in range(24)]
    values[20] = 900
    found = control(desk_with({"Burglary": values}), area=AREA, offence="Burglary")
    assert Month(2024, 9) in [signal.month for signal in found.series.signals]
    assert control_title(found.series).startswith("Burglary left the usual range: ")
    assert control_alt(found.series).endswith("; 24 months signalled.")
    once = replace(found.series, signals=found.series.signals[:1])
    assert control_alt(once).endswith("; one month signalled.")
    both = control_charts_picture((found, found), name="both", source="police_uk")
    assert both.title == "Two of two groups left their usual range at some time"


def test_a_run_is_told_with_its_side_of_the_mean_and_the_month_that_it_ran_to() -> None:
    # the mean is about 110: May to November of the second year are a little below it
    values = [118, 101, 115, 108, 121, 99, 112, 119, 104, 116, 98, 117]
    values += [102, 119, 110, 121, 106, 107, 105, 108, 106, 107, 105, 120]
    by_the_day = [n * Month(2023 + i // 12, i % 12 + 1).days for i, n in enumerate(values)]
    found = control(desk_with({"Burglary": by_the_day}), area=AREA, offence="Burglary")
    told = control_title(found.series)
    assert told.endswith("seven months running below the mean, to November 2024")


def test_anti_social_behaviour_is_charted_as_incidents() -> None:
    name = "Anti-social behaviour"
    picture = control_chart_picture(
        control(desk_with({name: [100 + n % 3 for n in range(24)]}), area=AREA, offence=name),
        name="one",
        source="police_uk",
    )
    assert picture.unit == "incidents a month"
    assert picture.subtitle.startswith("Anti-social behaviour: incidents a month")


def test_a_quiet_series_and_a_short_one_say_so() -> None:
    desk = steady()
    found = control(desk, area=AREA, offence="Burglary")
    assert control_title(found.series).endswith("within the usual range over the last year")
    assert control_alt(found.series).endswith("; no month signalled.")
    charts = control_charts_picture((found,), name="all", source="police_uk")
    assert charts.title == "Every group stayed within its usual range"
    picture = control_chart_picture(found, name="one", source="police_uk")
    assert "made equal for the days in it" in picture.subtitle
    assert picture.figures
    short = control(desk_with({"Burglary": [5, 6, 7]}), area=AREA, offence="Burglary")
    assert "too few months" in control_title(short.series)
    assert "trial" in short.limits[0].method


def test_the_table_has_the_count_the_equal_month_and_the_limits() -> None:
    found = control(steady(), area=AREA, offence="Burglary")
    table = control_table((found,), name="x", source="police_uk")
    assert len(table.rows) == 24
    january = [getattr(cell, "text", cell) for cell in table.rows[0]]
    assert january == ["January 2023", "Burglary", "310", "304.4", "304.4", "304.4 to 304.4", ""]


def test_a_series_of_which_nothing_is_known_is_told_in_words() -> None:
    gone = Stretch(BY_YEAR, "incomplete", 0.5, "")
    desk = desk_with({"Burglary": [5] * 12})
    found = control(desk, area=AREA, offence="Burglary")
    empty = replace(found.series, values=(None,) * 12)
    assert control_alt(empty) == "Burglary: no month is known."
    judged = Desk(replace(desk.evidence, completeness=Completeness((gone,))), desk.settings)
    nothing = control(judged, area=AREA, offence="Burglary")
    assert nothing.limits == ()
    table = control_table((nothing,), name="x", source="police_uk")
    assert table.rows[0][4:6] == ("–", "–")


BY_YEAR = Period.parse("2024-01", "2024-12")


# 30 a day in July and August, 10 a day in other months, and a little more or less by turns of
# seven months, so that the two years are not the same
TURNS = (3, -8, 11, -5, 0, 9, -10)
SUMMERS = [
    (30 if month.number in (7, 8) else 10) * month.days + TURNS[n % 7]
    for n, month in enumerate(BY_THE_DAY)
]


def test_a_season_is_taken_out_and_said() -> None:
    found = control(desk_with({"Burglary": SUMMERS}), area=AREA, offence="Burglary")
    assert found.series.season_out
    assert found.series.signals == ()
    # 10 a day in ten months and 30 in two: (303 + 62 × 3) / 365 × 10 a day are 13.4; by the month
    # of 30.44 days 408, from which the turns take or to which they add up to 15
    assert all(390 < (value or 0) < 425 for value in found.series.values)
    july = found.equal_months[6]
    assert (july.measure, found.months[6].value) == ("without_season", SUMMERS[6])
    picture = control_chart_picture(found, name="burglary", source="police_uk")
    assert "made equal for the days in it and for its season, with" in picture.subtitle
    assert "range usual for the season" in picture.title
    assert "its season taken out" in picture.alt
    assert picture.table is not None
    assert "where a test finds one" in str(picture.table.notes[0])


def test_small_charts_name_those_without_their_season() -> None:
    desk = desk_with({"Burglary": SUMMERS, "Drugs": [10 * month.days for month in BY_THE_DAY]})
    charts = tuple(control(desk, area=AREA, offence=name) for name in ("Burglary", "Drugs"))
    picture = control_charts_picture(charts, name="groups", source="police_uk")
    assert "for its season where a test finds one (Burglary);" in picture.subtitle

"""The desk: which year is the latest, which counts hold an area, how sure a limit is."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest

from tests.builders import AREA, FORCE, LSOAS, PEER, WARDS, desk_with, sample_settings
from wardwise.document.blocks import Note, NoteKind
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.errors import EvidenceMissing
from wardwise.domain.evidence import Completeness, NotHeld, Stretch
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import MeasureSettings, PeriodSettings
from wardwise.figures.changes import change_figure, why_not_comparable
from wardwise.figures.chapter import Chapter
from wardwise.figures.classes import round_breaks
from wardwise.figures.concentration_curve import spread
from wardwise.figures.concentrations import concentration
from wardwise.figures.contributions import contribution_figures
from wardwise.figures.desk import Desk
from wardwise.figures.forecasts import outlook
from wardwise.figures.not_held import not_held_section
from wardwise.figures.offences import offences_figure
from wardwise.figures.pooled import dispersion_of, pooled_codes
from wardwise.figures.rates import rate_figure
from wardwise.figures.seasons import season
from wardwise.figures.series import usable_series
from wardwise.figures.stable import stability
from wardwise.figures.threats import threats_found
from wardwise.figures.ward_ranks import ward_rank_figure


STEADY = {"Burglary": [10] * 24, "Drugs": [4] * 24}


def test_the_latest_year_ends_with_the_last_month_that_is_held() -> None:
    desk = desk_with(STEADY)
    assert desk.latest == Period.parse("2024-01", "2024-12")
    assert desk.before == Period.parse("2023-01", "2023-12")
    assert [year.first.year for year in desk.three_years] == [2022, 2023, 2024]
    # December is not held: the year ends in November, and its December is the year before's
    gap = desk_with(STEADY, missing=(Month(2024, 12),))
    assert gap.latest == Period.parse("2023-12", "2024-11")
    whole = offences_figure(gap, area=AREA, period=gap.latest, offence=None)
    assert whole.value == 12 * 14


def test_the_settings_may_end_the_year() -> None:
    ends = sample_settings(period=PeriodSettings(year_ends="2024-03"))
    assert desk_with(STEADY, settings=ends).latest == Period.parse("2023-04", "2024-03")


@pytest.mark.parametrize("month", ["2019-03", "2023-11", "2025-01"])
def test_a_year_that_the_source_does_not_hold_is_told(month: str) -> None:
    # held: January 2023 to December 2024; the year to November 2023 begins a month too early
    desk = desk_with(STEADY, settings=sample_settings(period=PeriodSettings(year_ends=month)))
    with pytest.raises(EvidenceMissing, match="found January 2023 to December 2024, expected"):
        _ = desk.latest


def test_groups_stand_in_order_of_size_and_then_of_name() -> None:
    months = {"Drugs": [4] * 12, "Burglary": [4] * 12, "Robbery": [9] * 12}
    assert desk_with(months).offences == ("Robbery", "Burglary", "Drugs")


def test_small_areas_are_counted_in_our_lsoas_and_wide_ones_in_districts() -> None:
    desk = desk_with(STEADY, shares=(0.5, 0.5, 0.0, 0.0))
    assert desk.counts_of(WARDS[0]) == (desk.evidence.local, tuple(a.code for a in LSOAS[:2]))
    assert desk.counts_of(FORCE)[1] == (AREA.code, PEER.code)
    assert desk.counts_of(PEER) == (desk.evidence.wider, (PEER.code,))
    nowhere = Area("E06000001", "Elsewhere", AreaKind.DISTRICT)
    assert desk.counts_of(nowhere)[1] == ("E06000001",)
    assert (desk.level_of(AREA), desk.level_of(WARDS[0])) == (0.95, 0.998)


def test_a_level_is_what_the_settings_say() -> None:
    chosen = sample_settings(measures=MeasureSettings(confidence_percent=90.0))
    desk = desk_with(STEADY, settings=chosen)
    figure = offences_figure(desk, area=AREA, period=desk.latest, offence=None)
    assert figure.interval is not None
    assert figure.interval.level == 0.9
    assert figure.marking == "OFFICIAL"


def test_a_rate_needs_somebody_to_live_there() -> None:
    desk = desk_with(STEADY)
    people = replace(desk.evidence.people, residents={}, households={AREA.code: 0})
    empty = Desk(replace(desk.evidence, people=people), desk.settings)
    for households in (False, True):
        figure = rate_figure(
            empty, area=AREA, period=empty.latest, offence=None, households=households
        )
        assert isinstance(figure.value, NotKnown)
    # 12 × 14 = 168 offences among 2,000 households: 84 for every 1,000
    rate = rate_figure(desk, area=AREA, period=desk.latest, offence=None, households=True)
    assert rate.value == 84.0
    ranked = ward_rank_figure(empty, ward=WARDS[0], period=empty.latest, offence=None)
    assert ranked.value == NotKnown("the residents of a ward are not known")


def test_a_change_over_incomplete_months_is_not_compared() -> None:
    desk = desk_with(STEADY)
    spring = Stretch(Period.parse("2023-04", "2023-06"), "incomplete", 0.9, "")
    judged = Desk(replace(desk.evidence, completeness=Completeness((spring,))), desk.settings)
    asked = {"period": judged.latest, "before": judged.before}
    why = why_not_comparable(judged, offence=None, **asked)
    assert why == "the source is incomplete for April 2023 to June 2023 (90% held)"
    figure = change_figure(
        judged, area=AREA, offence=None, period=judged.latest, before=judged.before
    )
    assert figure.comparison is not None
    assert figure.comparison.verdict == "not comparable"
    parts = contribution_figures(judged, offences=("Burglary", "Drugs"))
    assert {part.status for part in parts.values()} == {"not_known"}
    # and the months are left out of what is projected from
    series = usable_series(judged, area=AREA, offence=None)
    assert int(np.isnan(series.values).sum()) == 3


def test_months_before_a_break_are_left_out_of_what_is_projected_from() -> None:
    desk = desk_with(STEADY)
    broken = replace(desk.evidence, breaks=((Month(2023, 7), "Burglary", "a new system"),))
    series = usable_series(Desk(broken, desk.settings), area=AREA, offence="Burglary")
    assert int(np.isnan(series.values).sum()) == 6
    other = usable_series(Desk(broken, desk.settings), area=AREA, offence="Drugs")
    assert not np.isnan(other.values).any()
    arguments = series.ask.arguments["months"]
    assert isinstance(arguments, list)
    assert arguments[:7] == [None] * 6 + ["2023-07"]


def test_too_few_months_have_no_season_and_no_forecast() -> None:
    desk = desk_with({"Burglary": [10] * 6})
    assert season(desk, area=AREA, offence="Burglary").is_seasonal is False
    assert season(desk, area=AREA, offence="Burglary").months == ()
    assert outlook(desk, area=AREA, offence="Burglary").figure.status == "not_known"


def test_the_dispersion_is_pooled_over_districts_or_over_our_wards() -> None:
    desk = desk_with(STEADY)
    assert pooled_codes(desk) == (AREA.code, PEER.code)
    assert pooled_codes(desk, small=True) == tuple(ward.code for ward in WARDS)
    asked = {"period": desk.latest, "before": desk.before, "offence": "Burglary"}
    # the same count every month varies less than chance would: never below 1
    assert dispersion_of(desk, **asked).phi == 1.0  # type: ignore[arg-type]


def test_months_that_only_one_year_holds_are_not_matched() -> None:
    # 18 months: July to December 2023 of the year before, so six pairs of months
    desk = desk_with({"Burglary": [10, 30] * 9})
    found = dispersion_of(desk, period=desk.latest, before=desk.before, offence="Burglary")
    assert found.areas == 2
    gone = dispersion_of(
        desk, period=desk.latest, before=desk.before.earlier(120), offence="Burglary"
    )
    assert gone.areas == 0


def test_nothing_recorded_is_not_concentrated_anywhere() -> None:
    desk = desk_with({"Burglary": [0] * 24, "Drugs": [4] * 24})
    found = concentration(desk, offence="Burglary", period=desk.latest)
    assert found.found == NotKnown("none was recorded")
    assert spread(desk, offence="Burglary", period=desk.latest) is None
    lasting = stability(desk, offence="Burglary")
    assert lasting.found == NotKnown("too little was recorded to compare places")
    assert not lasting.lasts
    gap = desk_with(STEADY, missing=(Month(2023, 5),))
    assert stability(gap, offence="Burglary").overlap.status == "not_known"
    half = concentration(gap, offence="Burglary", period=gap.before)
    assert half.found == NotKnown("the period is not held for every neighbourhood")


def test_breaks_of_a_map_are_round_and_inside_the_values() -> None:
    assert round_breaks([None, None]) == ()
    assert round_breaks([0, 0, 0]) == ()
    values = [1, 2, 3, 50, 60, 70, 800, None]
    breaks = round_breaks(values)
    assert list(breaks) == sorted(set(breaks))
    assert all(1 < one <= 800 for one in breaks)


def test_a_chapter_without_its_evidence_says_what_it_needs_and_from_whom() -> None:
    chapter = Chapter("some_place", "Some place", "What is there?", ("x",), str, str)  # type: ignore[arg-type]
    section = not_held_section(chapter, [NotHeld("records of searches", "the police force")])
    assert section.anchor == "some-place"
    assert str(section.blocks[0].text) == "Not known: What is there?"  # type: ignore[union-attr]
    note = section.blocks[1]
    assert isinstance(note, Note)
    assert note.kind is NoteKind.MISSING
    assert "needs records of searches, from the police force" in str(note.text)


def test_what_is_worked_out_once_goes_with_its_desk() -> None:
    desk = desk_with(STEADY)
    assert threats_found(desk) is threats_found(desk)
    first, second = (
        dispersion_of(desk, period=desk.latest, before=desk.before, offence="Burglary")
        for _ in range(2)
    )
    assert first is second
    gone = weakref.ref(desk)
    del desk
    gc.collect()
    assert gone() is None

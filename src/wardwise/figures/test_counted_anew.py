"""Breaks as they are told: a base that is waited for, and a refused comparison bridged."""

from __future__ import annotations

import pytest

from tests.builders import desk_with
from wardwise.domain.evidence import Evidence
from wardwise.domain.period import Month
from wardwise.domain.settings import MeasureSettings, Settings
from wardwise.figures.baselining import baselining, baselining_words
from wardwise.figures.bridged import bridge_words, bridges
from wardwise.figures.changes import change_figure
from wardwise.figures.control import control
from wardwise.figures.desk import Desk
from wardwise.measures import MEASURES


# 2023: 120 burglaries; 2024: 240
MONTHLY = {"Burglary": [10] * 12 + [20] * 12, "Drugs": [5] * 24}
RATE = {
    "month": "2024-01",
    "before_percent": 50.0,
    "after_percent": 80.0,
    "source": "Audit",
    "offences": ("Burglary",),
}


JANUARY = Month(2024, 1)


def _desk(month: Month = JANUARY, *, rebase: bool = True) -> Desk:
    desk = desk_with(MONTHLY)
    evidence: Evidence = desk.evidence
    fields = {name: getattr(evidence, name) for name in evidence.__dataclass_fields__}
    broken = Evidence(**{**fields, "breaks": ((month, "Burglary", "sheds count"),)})
    settings = Settings.model_validate({**desk.settings.model_dump(), "recording_rates": [RATE]})
    measures = MeasureSettings(rebase_at_breaks=rebase)
    return Desk(broken, settings.model_copy(update={"measures": measures}))


def test_a_group_in_its_baselining_year() -> None:
    desk = _desk(Month(2024, 3))
    found = baselining(desk, "Burglary")
    assert found is not None
    assert str(found.base) == "2024-03/2025-02"
    assert not found.is_base_whole(desk.latest.last)
    told = str(baselining_words(found, desk.latest.last))
    assert told == (
        "Burglary is in its baselining year: since March 2024 it is counted anew (sheds count)."
        " The year to February 2025 will be its base, and the year to February 2026 the first that"
        " can be compared."
    )


def test_a_base_that_is_whole_is_said() -> None:
    desk = _desk(Month(2024, 1))
    found = baselining(desk, "Burglary")
    assert found is not None
    assert found.is_base_whole(desk.latest.last)
    assert "has its base, the year to December 2024" in str(
        baselining_words(found, desk.latest.last)
    )


def test_a_group_that_did_not_break_waits_for_nothing() -> None:
    assert baselining(_desk(), "Drugs") is None


def test_a_refused_comparison_is_bridged() -> None:
    desk = _desk()
    change = change_figure(
        desk, area=desk.area, period=desk.latest, before=desk.before, offence="Burglary"
    )
    assert change.status == "not_known"
    (bridge,) = bridges(desk, change)
    # 240 ÷ 120 = 2 as counted; 80 ÷ 50 = 1.6 by recording; 2 ÷ 1.6 = 1.25 is left
    assert bridge.counted.number == pytest.approx(100)
    assert bridge.effect.effect.number == pytest.approx(60)
    assert bridge.left.number == pytest.approx(25)
    told = str(bridge_words(bridge))
    assert told.startswith(
        "Burglary is not compared across the break. As counted it moved by +100.0%; of what was"
        " reported 50.0% was recorded in the year before and 80.0% in the latest (Audit), which"
        " alone would move it by +60.0%."
    )
    assert bridge.left.recipe is not None
    assert bridge.left.recipe.measure in MEASURES


def test_what_may_be_compared_is_not_bridged() -> None:
    desk = _desk()
    change = change_figure(
        desk, area=desk.area, period=desk.latest, before=desk.before, offence="Drugs"
    )
    assert bridges(desk, change) == ()


@pytest.mark.parametrize("rebase", [True, False])
def test_a_break_is_drawn_whether_or_not_limits_begin_anew(rebase: bool) -> None:
    desk = _desk(rebase=rebase)
    chart = control(desk, area=desk.area, offence="Burglary").series
    assert [month for month, _ in chart.breaks] == [Month(2024, 1)]
    assert len(chart.stretches) == (2 if rebase else 1)

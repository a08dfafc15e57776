"""Seasons of several series at once: a test among many is no season."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.square_place import WARDS, square_desk
from wardwise.domain.area import Area
from wardwise.figures import seasons
from wardwise.figures.desk import Desk
from wardwise.figures.seasons import season
from wardwise.measures.time.month_index import MonthIndex


def test_a_season_of_one_ward_is_allowed_for_how_many_wards_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = square_desk()
    found = season(desk, area=WARDS[0], offence=None).index
    assert isinstance(found, MonthIndex)
    # of six wards one at 0.03 by itself is 0.18 with the others looked at; one at 0.004 is 0.024
    chances = {ward.code: p for ward, p in zip(WARDS, (0.03, 0.5, 0.6, 0.7, 0.8, 0.9), strict=True)}

    def told(_: Desk, area: Area, __: str | None) -> MonthIndex:
        p_value = chances[area.code]
        return replace(found, p_value=p_value, is_seasonal=p_value < 0.05)

    monkeypatch.setattr(seasons, "_index", told)
    assert not season(square_desk(), area=WARDS[0], offence=None).is_seasonal
    chances[WARDS[0].code] = 0.004
    desk = square_desk()
    assert season(desk, area=WARDS[0], offence=None).is_seasonal
    assert not season(desk, area=WARDS[1], offence=None).is_seasonal

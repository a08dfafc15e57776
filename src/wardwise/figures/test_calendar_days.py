"""The calendar: published dates of holidays and of the clocks."""

from __future__ import annotations

import datetime

from tests.builders import desk_with
from wardwise.domain.period import Period
from wardwise.domain.settings import CalendarSettings
from wardwise.figures.calendar_days import (
    bank_holidays,
    clocks_change,
    easter_sunday,
    school_holidays,
    usual_school_holidays,
)


YEAR = Period.parse("2024-01", "2024-12")


def test_bank_holidays_as_published_for_2024() -> None:
    assert bank_holidays(YEAR) == [
        "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26",
        "2024-12-25", "2024-12-26",
    ]  # fmt: skip


def test_days_given_once_or_in_the_stead_of_others() -> None:
    found = bank_holidays(Period.parse("2022-06", "2023-05"))
    assert {"2022-06-03", "2022-09-19", "2022-12-27", "2023-05-08"} <= set(found)


def test_easter_and_the_clocks() -> None:
    assert easter_sunday(2025) == datetime.date(2025, 4, 20)
    assert clocks_change(YEAR) == (["2024-10-27"], ["2024-03-31"])
    assert clocks_change(Period.parse("2024-04", "2024-09")) == ([], [])


def test_the_usual_school_holidays() -> None:
    # as most authorities had them in 2024/25: 17 February, 14 April, 26 May, 27 October 2025
    firsts = [str(first) for first, _ in usual_school_holidays(2025)]
    assert firsts == [
        "2025-02-17", "2025-04-14", "2025-05-26", "2025-07-23", "2025-10-27", "2025-12-20",
    ]  # fmt: skip
    assert str(usual_school_holidays(2024)[0][0]) == "2024-02-12"


def test_weekdays_only_and_no_bank_holidays() -> None:
    settings = desk_with(monthly={"Burglary": [1]}).settings
    found = school_holidays(YEAR, settings)
    assert {"2024-01-02", "2024-02-12", "2024-08-27"} <= set(found)
    assert not {"2024-01-01", "2024-08-26", "2024-02-17", "2024-03-01"} & set(found)


def test_the_settings_own_holidays_take_their_place() -> None:
    settings = desk_with(monthly={"Burglary": [1]}).settings.model_copy(
        update={
            "calendar": CalendarSettings.model_validate(
                {"school_holidays": [{"first": "2024-02-15", "last": "2024-02-20"}]}
            )
        }
    )
    assert school_holidays(YEAR, settings) == [
        "2024-02-15", "2024-02-16", "2024-02-19", "2024-02-20",
    ]  # fmt: skip

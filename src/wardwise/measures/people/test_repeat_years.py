"""Time course of repeats, and one year of people against the year before, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from wardwise.measures.people.repeat_change import repeat_change
from wardwise.measures.people.repeat_course import repeat_course


START = np.datetime64("2022-01-01")


def rows(*people: tuple[int, ...]) -> tuple[list[str], np.ndarray]:
    """Keys and days from each person's days since the start."""
    keys = [f"p{n}" for n, days in enumerate(people) for _ in days]
    return keys, START + np.array([day for days in people for day in days])


def test_repeats_are_shared_out_by_how_soon_they_came() -> None:
    # gaps 3, 7, 28, 29, 200; 366 days is too late, the same day is no repeat, and two are alone
    keys, days = rows((0, 3), (5, 12), (9, 37), (9, 38), (1, 201), (0, 366), (4, 4), (8,), (2,))
    found = repeat_course(person_keys=keys, days=days, last_day="2023-12-31")
    assert found.repeats == (2, 3, 4, 4)
    assert (found.repeated, found.followed) == (5, 9)
    assert [share.value for share in found.within] == [40.0, 60.0, 80.0, 80.0]
    # five of nine come again: 1 − (4/9)^(7/365) = 1 − e^(−0.81093 × 0.0191781) = 0.0154316;
    # ÷ 0.55556 = 2.7777%
    assert found.if_even[0] == pytest.approx(2.7777, abs=5e-4)


def test_soon_is_only_said_beyond_chance() -> None:
    # forty of eighty come again, all on the second day: two in a hundred would within a week
    many, days = rows(*([(0, 2)] * 40), *([(0,)] * 40))
    assert (
        repeat_course(person_keys=many, days=days, last_day="2023-12-31").is_sooner == (True,) * 4
    )
    # forty of 400, every ninth day one of them: nobody comes sooner than that
    even, days = rows(*((0, 9 * n) for n in range(1, 41)), *([(0,)] * 360))
    found = repeat_course(person_keys=even, days=days, last_day="2023-12-31")
    assert not any(found.is_sooner)


def test_everybody_again_leaves_nothing_to_share_out_after_the_last_day() -> None:
    # all come again: had each day the same chance, that chance would be 1, and all come at once
    keys, days = rows((0, 3), (1, 300))
    assert repeat_course(person_keys=keys, days=days, last_day="2023-12-31").if_even == (100.0,) * 4


def test_nobody_again_has_no_course() -> None:
    with pytest.raises(ValueError, match="Nobody watched for 365 days"):
        repeat_course(person_keys=["a", "b"], days=[START, START], last_day="2023-12-31")


def test_each_year_of_people_is_watched_for_as_long() -> None:
    """The records cover days 0 to 1094: firsts of days 0 to 364 and of 365 to 729."""
    keys, days = rows(
        (0, 100),  # the year before, again
        (364, 729),  # the year before, again on the 365th day; and of the year itself, not again
        (10,),
        (20, 400),  # again after 380 days: not within a year; first of the year itself on day 400
        (365, 730),  # the year itself, again on the 365th day
        (500,),
        (729, 1094),  # the last day that can be watched
        (730, 740),  # too late to be watched
    )
    found = repeat_change(
        person_keys=keys, days=days, first_day="2022-01-01", last_day="2024-12-30"
    )
    assert found.followed == (4, 5)
    assert found.repeated == (2, 2)
    assert found.points.value == pytest.approx(40 - 50)
    assert not found.is_distinguishable


def test_the_seeds_own_fall_is_beyond_chance() -> None:
    """Repeat burglary victims 7% to 1.7%, here of 1,000 homes a year."""
    before = [(n % 300, n % 300 + 30) if n < 70 else (n % 300,) for n in range(1000)]
    after = [(400 + n % 300, 430 + n % 300) if n < 17 else (400 + n % 300,) for n in range(1000)]
    keys, days = rows(*before, *after)
    found = repeat_change(
        person_keys=keys, days=days, first_day="2022-01-01", last_day="2024-12-30"
    )
    assert [one.value for one in (found.before, found.after)] == pytest.approx([7.0, 1.7])
    assert found.points.value == pytest.approx(-5.3)
    assert found.is_distinguishable


@pytest.mark.parametrize(
    ("keys", "days", "first", "message"),
    [
        (["a"], [START], "2022-01-02", "less than three times 365 days"),
        (["a"], [START], START, "nobody to watch"),
        (["a"], ["NaT"], START, "A day is not known"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    keys: list[str], days: list[object], first: object, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        repeat_change(
            person_keys=keys,
            days=np.array(days, "M8[D]"),
            first_day=str(first),
            last_day="2024-12-30",
        )

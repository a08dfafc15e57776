"""What other services see, where nobody supplies it, and which of two counts is said to move."""

from __future__ import annotations

import pytest

from tests.return_builders import desk_of
from wardwise.chapters.other_services import CHAPTER
from wardwise.chapters.other_services.findings import OtherServices
from wardwise.chapters.other_services.police_words import ALONE, BOTH
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict
from wardwise.figures.service_months import in_both_years


def test_where_nobody_supplied_anything_there_is_no_chapter() -> None:
    found: OtherServices = CHAPTER.analyse(desk_of())
    assert not CHAPTER.is_told(found)
    assert found.key_findings == ()


def test_every_pair_of_words_says_which_moved() -> None:
    moved = (Verdict.ROSE, Verdict.FELL)
    words = (*moved, Verdict.NO_CLEAR_CHANGE)
    assert set(BOTH) == {(hospital, police) for hospital in words for police in words}
    assert all(BOTH[one, Verdict.NO_CLEAR_CHANGE] == ALONE[0] for one in moved)
    assert all(BOTH[Verdict.NO_CLEAR_CHANGE, one] == ALONE[1] for one in moved)


@pytest.mark.parametrize(
    ("before", "now", "compared"),
    [
        (("2024-01", "2024-12"), ("2025-01", "2025-12"), "2025"),
        # the first half of the year before is lacking
        (("2024-07", "2024-12"), ("2025-01", "2025-12"), "July 2025 to December 2025"),
        # two months are too few, and the year as a whole stands as not comparable
        (("2024-11", "2024-12"), ("2025-01", "2025-12"), "2025"),
    ],
)
def test_only_months_of_both_years_are_compared(
    before: tuple[str, str], now: tuple[str, str], compared: str
) -> None:
    year = Period.parse(*now)
    held = [*Period.parse(*before).months, *year.months]
    assert in_both_years(year, held).label == compared

"""What the menu leads to on the first day, when nobody has begun a year."""

from __future__ import annotations

import pytest


LISTS = (
    "plan/",
    "plan/recommendations/",
    "plan/on-a-page/",
    "performance/packs/",
    "performance/annual-plan/",
    "drafting/",
    "approval/",
)


@pytest.mark.parametrize("address", LISTS)
def test_before_a_year_each_page_says_who_begins_one(sign_in, address):
    page = sign_in("manager").get(f"/p/exampleshire/{address}")
    assert page.status_code == 200
    assert "There is no year yet" in page.content.decode()


def test_on_the_first_day_each_is_told_where_to_begin(sign_in, seats):
    def told(who):
        return sign_in(who).get("/p/exampleshire/").content.decode()

    assert "Begin the year of the first assessment" in told("manager")
    assert "Say in which folder the data lie" in told("analyst")
    seats.partnership.data_folders.create(path="/srv/data")
    assert "Write the settings of the assessment" in told("analyst")
    assert "Add the other agencies" not in told("administrator")  # they sit at the table already


def test_somebody_without_the_right_is_told_nothing_more(sign_in):
    assert sign_in("administrator").get("/p/exampleshire/drafting/").status_code == 404

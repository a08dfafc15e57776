"""An analyst uploads a partner's file and builds; what is no data file is refused in words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser.steps import HOME, goes_to, is_told, picks_day, presses


pytestmark = [pytest.mark.slow, pytest.mark.browser]
SECONDS_TO_BUILD = 600


def test_an_analyst_uploads_and_builds(site, sit_down, is_accessible):
    analyst = sit_down("analyst")
    given_a_dataset_that_the_fire_service_supplies(analyst, is_accessible)
    when_a_picture_is_handed_in_it_is_refused(analyst, is_accessible)
    when_the_file_is_handed_in(analyst, site)
    when_the_build_is_started(analyst, is_accessible)
    then_its_progress_is_told_and_the_page_may_be_closed(analyst, is_accessible)
    then_the_build_ends_with_figures_to_open(analyst, is_accessible)
    then_it_is_compared_with_the_last(analyst, is_accessible)


def given_a_dataset_that_the_fire_service_supplies(page, is_accessible):
    """Declared in the demo, with its law."""
    goes_to(page, "Evidence")
    is_accessible(page)
    page.get_by_role("link", name="Incidents attended", exact=False).first.click()
    is_told(page, "Midshire Fire and Rescue Service")
    is_accessible(page)


def when_a_picture_is_handed_in_it_is_refused(page, is_accessible):
    """Whatever its name says: the content is looked at."""
    presses(page, "Hand in a file")
    picture = {"name": "fires.csv", "mimeType": "text/csv", "buffer": b"\x89PNG\r\n\x1a\n\x00\x00"}
    page.locator("input[type=file]").set_input_files(picture)
    picks_day(page, "When was it received?", timezone.localdate() - timedelta(days=1))
    page.locator("main button").first.click()
    is_told(page, "There is a problem")
    assert page.title().startswith("Error: ")
    is_accessible(page)


def when_the_file_is_handed_in(page, site):
    """The one that is held already, a day later and with a row less."""
    held = next(site.installation.home.rglob("*ire*.csv"))
    rows = held.read_bytes().splitlines(keepends=True)
    page.locator("input[type=file]").set_input_files(
        {"name": "fires_again.csv", "mimeType": "text/csv", "buffer": b"".join(rows[:-1])}
    )
    picks_day(page, "When was it received?", timezone.localdate() - timedelta(days=1))
    page.locator("main button").first.click()
    is_told(page, "fires_again.csv")


def when_the_build_is_started(page, is_accessible):
    """After reading what it will read."""
    page.goto(f"{HOME}builds/start/")
    is_accessible(page)
    presses(page, "Start the build")


def then_its_progress_is_told_and_the_page_may_be_closed(page, is_accessible):
    """It says how far it is, and goes on without anybody watching."""
    is_told(page, "You can close this page: the build goes on.")
    is_accessible(page)


def then_the_build_ends_with_figures_to_open(page, is_accessible):
    """The page turns by itself into what was made."""
    page.get_by_role("link", name="Figures").wait_for(timeout=SECONDS_TO_BUILD * 1000)
    goes_to(page, "Figures")
    is_accessible(page)
    page.locator("table a").first.click()
    is_told(page, "How it is made")
    is_accessible(page)


def then_it_is_compared_with_the_last(page, is_accessible):
    """Which figures moved, and why."""
    page.goto(f"{HOME}builds/2/compare/")
    is_accessible(page)

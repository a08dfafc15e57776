"""An owner updates an action late, from a telephone; the quarterly pack, in one press."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser.looks import CUT_OFF
from tests.browser.steps import (
    HOME,
    follows,
    given_by_services,
    goes_to,
    is_not_found,
    is_told,
    picks_day,
    presses,
    reaches,
)


pytestmark = [pytest.mark.slow, pytest.mark.browser]
SECONDS_TO_MAKE = 240
AN_ACTION = """
from datetime import date, timedelta
from django.utils import timezone
from wardwise_web.plan.services.actions import begin_action
from wardwise_web.plan.terms import ActionTerms
today = timezone.localdate()
made = begin_action(
    cycle=partnership.cycles.first(),
    terms=ActionTerms(
        title="Light the path behind the shops",
        owner_id=person("owner").pk,
        owner_agency_id=partnership.agencies.get(name="Kilnfield Homes").pk,
        scale=2,
        starts_on=today - timedelta(days=90),
        due_on=today - timedelta(days=10),
        no_recommendation_because="Carried over from last year.",
        no_milestone_because="One piece of work.",
        no_indicator_because="No count is kept of it.",
    ),
    by=actor("manager"),
)
print(made.pk)
"""


@pytest.fixture(scope="module")
def action(site):
    """Due ten days ago, and nothing told of it."""
    return given_by_services(site, AN_ACTION)


def test_an_owner_updates_an_action_late_on_a_telephone(site, sit_down, is_accessible, action):
    owner = sit_down("owner", width="phone")
    then_home_says_what_waits(owner, is_accessible)
    when_the_update_is_sent_without_words_it_is_asked_for(owner, is_accessible)
    when_the_owner_tells_how_it_goes(owner)
    then_the_list_says_that_it_is_late_and_what_was_told(sit_down("manager"), is_accessible, action)


def test_an_update_is_sent_by_keyboard_alone(site, sit_down, action):
    owner = sit_down("owner")
    owner.goto(f"{HOME}plan/actions/{action}/")
    reaches(owner, "Tell how it goes")
    with owner.expect_navigation():
        owner.keyboard.press("Enter")
    reaches(owner, "What happened?")
    owner.keyboard.type("The last two lamps are up.")
    next_day = timezone.localdate() + timedelta(days=28)
    reaches(owner, "Day")
    owner.keyboard.type(str(next_day.day))
    owner.keyboard.press("Tab")
    owner.keyboard.type(str(next_day.month))
    owner.keyboard.press("Tab")
    owner.keyboard.type(str(next_day.year))
    reaches(owner, "Send")
    owner.keyboard.press("Enter")
    is_told(owner, "Thank you. Your update of")


def test_the_quarterly_pack_is_one_press(site, sit_down, is_accessible):
    analyst, board = sit_down("analyst"), sit_down("board")
    when_the_analyst_asks_for_the_pack(analyst, is_accessible)
    then_the_board_has_no_new_one_yet(board, analyst.url)
    when_the_pack_is_made_it_is_given_out(analyst, is_accessible)
    then_the_board_opens_it(board, is_accessible)


def test_a_list_is_whole_on_a_telephone_and_on_paper(site, sit_down, action):
    """No column is out of sight; what is printed is the list with its marking, and no buttons."""
    page = sit_down("manager", width="phone")
    page.goto(f"{HOME}plan/")
    standing = page.locator('td[data-heading="Standing"]').first
    assert standing.is_visible()
    assert page.evaluate(CUT_OFF) == []
    page.emulate_media(media="print")
    assert page.locator(".ww-marking").is_visible()
    for hidden in (".ww-filters", ".ww-header__row", ".ww-leaves"):
        assert not page.locator(hidden).is_visible(), hidden


def then_home_says_what_waits(page, is_accessible):
    """The first thing on the first screen, marked late."""
    is_accessible(page)
    late = page.locator(".govuk-task-list__item", has_text="Light the path behind the shops")
    assert "Late" in late.inner_text()
    follows(page, late.get_by_role("link"))


def when_the_update_is_sent_without_words_it_is_asked_for(page, is_accessible):
    """The error names the field and the focus goes to it."""
    is_accessible(page)
    presses(page, "Send")
    is_told(page, "There is a problem")
    is_told(page, "Enter what happened")
    is_accessible(page)


def when_the_owner_tells_how_it_goes(page):
    """Three questions."""
    page.get_by_label("What happened?").fill("Four of six lamps are up; the rest wait for parts.")
    page.get_by_label("How far is it, in percent?").fill("65")
    picks_day(page, "Next date", timezone.localdate() + timedelta(days=14))
    presses(page, "Send")
    is_told(page, "Thank you. Your update of")


def then_the_list_says_that_it_is_late_and_what_was_told(page, is_accessible, action):
    """To everybody at the table."""
    goes_to(page, "Plan")
    is_told(page, "Light the path behind the shops")
    is_accessible(page)
    page.goto(f"{HOME}plan/actions/{action}/")
    is_told(page, "10 days late")
    is_told(page, "Four of six lamps are up")
    is_accessible(page)


def when_the_analyst_asks_for_the_pack(page, is_accessible):
    """The quarter and whom it is for."""
    goes_to(page, "Performance", "Packs")
    is_accessible(page)
    presses(page, "Make a pack")
    is_accessible(page)
    page.get_by_label("The board").check()
    presses(page, "Make the pack")
    is_accessible(page)


def then_the_board_has_no_new_one_yet(page, address):
    """What is not given out is not there for its readers."""
    is_not_found(page, address)


def when_the_pack_is_made_it_is_given_out(page, is_accessible):
    """The page turns by itself when the worker has made it."""
    give = page.get_by_role("button", name="Give it out to")
    give.wait_for(timeout=SECONDS_TO_MAKE * 1000)
    is_accessible(page)
    follows(page, give)
    is_told(page, "The pack is given out to")


def then_the_board_opens_it(page, is_accessible):
    """And takes its papers."""
    page.goto(f"{HOME}performance/packs/")
    follows(page, page.locator("main table a").first)
    is_accessible(page)
    with page.expect_download() as taken:
        page.get_by_role("link", name="PDF").click()
    assert taken.value.suggested_filename.endswith(".pdf")

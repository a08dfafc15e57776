"""Five agencies score blind and the group agrees: five browsers, one shared screen, a phone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

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
    sends,
    writes,
)


pytestmark = [pytest.mark.slow, pytest.mark.browser]
KEPT = ("Serious violence", "Domestic abuse", "Shoplifting")
SCORERS = ("police", "fire", "health", "probation", "manager")
NEXT_YEAR = """
from datetime import date
from wardwise_web.assessments.services import begin_cycle, use_build
from wardwise_web.evidence.states import BuildState
made = begin_cycle(partnership=partnership, name="2027/28", starts_on=date(2027, 10, 1),
    ends_on=date(2028, 9, 30), by=actor("manager"))
build = partnership.builds.filter(state=BuildState.DONE).first()
use_build(cycle=made, build=build, by=actor("analyst"))
"""
SHORT_LIST = f"""
from wardwise_web.priorities.models import Round
from wardwise_web.priorities.services.rounds import leave_out
scoring = Round.objects.get(cycle__name="2027/28")
for threat in scoring.threats.filter(left_out_because="").exclude(name__in={KEPT!r}):
    leave_out(threat=threat, because="Not scored in this story.", by=actor("analyst"))
print(scoring.pk)
"""


@pytest.fixture(scope="module")
def next_year(site):
    """A year with a finished build and no scoring yet."""
    given_by_services(site, NEXT_YEAR)


def test_five_agencies_score_blind_and_the_group_agrees(site, sit_down, is_accessible, next_year):
    analyst = sit_down("analyst")
    when_the_analyst_begins_the_round(analyst, is_accessible)
    number = given_by_services(site, SHORT_LIST)
    when_five_scorers_are_named(analyst, number, is_accessible)
    when_the_round_is_opened(analyst)

    screen = sit_down("manager")
    screen.goto(f"{HOME}scoring/{number}/live/")
    is_told(screen, "0 of 5 scorers have finished")
    is_accessible(screen)

    police = sit_down("police", width="phone")
    when_somebody_scores(police, number, "3", is_accessible)
    then_the_shared_screen_counts(screen, 1)
    then_nobody_sees_a_mark(police, screen, number)

    when_somebody_scores(sit_down("fire", scripts=False), number, "2", is_accessible=None)
    when_somebody_scores_by_keyboard(sit_down("health", mouse=False))
    when_somebody_scores(sit_down("probation", width="phone"), number, "4", is_accessible=None)
    when_somebody_scores(sit_down("manager"), number, "1", is_accessible=None)
    then_the_shared_screen_counts(screen, 5)

    when_the_marks_are_revealed(analyst, number)
    then_the_spread_is_seen(analyst, number, is_accessible)
    then_the_mark_stands_as_it_was_given(police, number)

    manager = sit_down("manager")
    when_the_group_agrees_one_score_with_a_reason(manager, number, is_accessible)
    when_the_rest_is_taken_as_marked(manager, number)
    when_the_scores_are_recorded_as_agreed(manager, number)
    when_priorities_are_placed_and_adopted(sit_down, manager, number, is_accessible)


def when_the_analyst_begins_the_round(page, is_accessible):
    """From the navigation, with a day by which scores are asked for."""
    goes_to(page, "Priorities", "Threat scoring", "Begin the scoring for 2027/28")
    is_accessible(page)
    picks_day(page, "Scores are asked for by", timezone.localdate() + timedelta(days=14))
    presses(page, "Begin the round")
    is_told(page, "The long list stands.")


def when_five_scorers_are_named(page, number, is_accessible):
    """Each for an agency."""
    page.goto(f"{HOME}scoring/{number}/panel/")
    for name in ("Petra Lowe", "Femi Ward", "Hana Okoye", "Piotr Finch", "Morgan Reid"):
        presses(page, "Name a scorer")
        choice = page.locator("option", has_text=name).first.get_attribute("value")
        page.locator("select").select_option(choice)
        sends(page)
    is_told(page, "5 scorers from 5 agencies.")
    is_accessible(page)


def when_the_round_is_opened(page):
    """It stands open from then on."""
    page.go_back()
    goes_to(page, "2027/28")
    presses(page, "Open for blind scoring")
    presses(page, "Open for blind scoring")
    is_told(page, "The round is open.")


def when_somebody_scores(page, number, mark, is_accessible):
    """From what needs them today, threat by threat."""
    page.goto(f"{HOME}scoring/{number}/")
    presses(page, "Score the threats")
    if is_accessible:
        is_accessible(page)
    follows(page, page.locator("main a.govuk-button"))
    for _ in KEPT:
        for factor in page.locator("[data-factor]").all():
            factor.locator(f'input[type=radio][value="{mark}"]').check()
            factor.locator("input[type=text], textarea").first.fill("From what our crews see.")
        if is_accessible:
            is_accessible(page)
        presses(page, "Save and go on")
    is_told(page, "You have finished. Thank you.")


def when_somebody_scores_by_keyboard(page):
    """From home: Tab, the arrows, space and Enter; no mouse since the sign-in."""
    for words in (f"Score {len(KEPT)} threats", "Begin with"):
        reaches(page, words)
        with page.expect_navigation():
            page.keyboard.press("Enter")
    for _ in KEPT:
        page.wait_for_selector("[data-factor]")
        for factor in range(page.locator("[data-factor]").count()):
            reaches(page, "1:", most=60)
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
            page.keyboard.type("Seen at the hospital.")
            assert page.locator("[data-factor]").nth(factor).locator(":checked").count() == 1
        reaches(page, "Save and go on")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    is_told(page, "You have finished. Thank you.")


def then_the_shared_screen_counts(screen, finished):
    """By itself, with nobody touching it."""
    is_told(screen, f"{finished} of 5 scorers have finished")


def then_nobody_sees_a_mark(scorer, manager, number):
    """Neither another's marks, nor the order: not even whoever called the meeting."""
    results = f"{HOME}scoring/{number}/results/"
    own = scorer.url
    for page in (scorer, manager):
        page.goto(results)
        assert page.get_by_text("Krippendorff").count() == 0
    is_not_found(manager, own.replace("http://", "").partition("/")[2].join(["/", ""]))
    manager.goto(f"{HOME}scoring/{number}/live/")


def when_the_marks_are_revealed(page, number):
    """By whoever runs the round."""
    page.goto(f"{HOME}scoring/{number}/")
    presses(page, "Reveal the marks")
    presses(page, "Reveal the marks")
    is_told(page, "The marks are on the table.")


def then_the_spread_is_seen(page, number, is_accessible):
    """Order, spread and agreement, and where to talk."""
    page.goto(f"{HOME}scoring/{number}/results/")
    is_told(page, "5 scorers from 5 agencies.")
    is_told(page, "Talk about it")
    is_told(page, "Krippendorff")
    is_accessible(page)


def then_the_mark_stands_as_it_was_given(page, number):
    """After the reveal no mark can be changed."""
    page.goto(f"{HOME}scoring/{number}/")
    assert page.get_by_role("link", name="Score the threats").count() == 0


def when_the_group_agrees_one_score_with_a_reason(page, number, is_accessible):
    """The first threat's first factor, talked through."""
    page.goto(f"{HOME}scoring/{number}/results/")
    goes_to(page, "Serious violence")
    is_accessible(page)
    follows(page, page.get_by_role("link", name="Agree the score").first)
    writes(page, value="3.5", reason="The hospital's admissions settle it.")
    sends(page)
    is_told(page, "The hospital's admissions settle it.")


def when_the_rest_is_taken_as_marked(page, number):
    """One press and one reason for what nobody wants to talk about."""
    page.goto(f"{HOME}scoring/{number}/results/")
    presses(page, "Take the rest as marked")
    writes(page, reason="Nobody wanted to talk about these.")
    sends(page)


def when_the_scores_are_recorded_as_agreed(page, number):
    """By a meeting that was quorate."""
    page.goto(f"{HOME}scoring/{number}/meeting/")
    picks_day(page, "Held on", timezone.localdate())
    for box in page.locator("main input[type=checkbox]").all():
        box.check()
    sends(page)
    page.goto(f"{HOME}scoring/{number}/")
    presses(page, "Record the scores as agreed")
    presses(page, "Record the scores as agreed")
    is_told(page, "The scores are recorded as agreed.")


def when_priorities_are_placed_and_adopted(sit_down, page, number, is_accessible):
    """By the order of the scores, then adopted by the board."""
    page.goto(f"{HOME}priorities/{number}/fill/")
    writes(page, priorities="1", focus="1", monitor="1")
    sends(page)
    is_accessible(page)
    board = sit_down("board")
    board.goto(f"{HOME}priorities/{number}/adopt/")
    is_accessible(board)
    sends(board)
    is_told(board, "Adopted")

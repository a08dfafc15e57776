"""The board approves: by its members' votes and nobody else's, and what it approved is frozen."""

from __future__ import annotations

import pytest

from tests.browser.small_paper import ready_for_the_board
from tests.browser.steps import HOME, is_not_found, reaches
from tests.browser.year.approved import takes, votes_for_it, what_was_approved_is_frozen


pytestmark = [pytest.mark.slow, pytest.mark.browser]
APPROVES, TAKES_BACK = "Record that the board approves", "Take the approval back"
NOT_THEIRS = "You cannot make this step as the paper stands now."
ANALYST, PARTNER, OUTSIDE = "analyst", "police", "administrator"


@pytest.fixture
def numbers(site):
    """The paper, with every comment in and the law answered, and its summary."""
    return ready_for_the_board(site)


def test_the_board_approves(table, numbers):
    paper, summary = numbers
    then_nobody_votes_before_it_is_put_to_the_board(table)
    when_the_manager_puts_it_to_the_board(table)
    then_only_the_board_and_the_manager_could_record_it(table, paper)
    then_it_waits_for_the_votes(table, paper)
    when_two_members_vote(table)
    then_nobody_votes_twice(table)
    when_the_approval_is_recorded_it_asks_for_the_minute(table)
    then_it_is_frozen_with_its_hashes(table)
    then_nobody_writes_in_it_any_more(table, summary)
    then_it_is_the_same_when_it_is_made_again(table)
    then_nobody_below_takes_it_back(table, paper)
    when_the_board_takes_it_back_it_asks_why(table)
    then_that_is_kept_and_nothing_of_it_can_be_published(table)
    when_the_board_votes_anew(table)
    then_both_approvals_are_on_record(table)


def then_nobody_votes_before_it_is_put_to_the_board(table):
    """A member finds the paper and nothing to do with it."""
    table.seat("board").turns_to("Assessment", "Approval").is_told("Approval of 2027/28")
    table.seat("board").has_no("Vote").has_no(APPROVES)


def when_the_manager_puts_it_to_the_board(table):
    """And can record its decision later, but has no vote."""
    takes(table.seat("manager"), "Put it to the board")
    table.seat("manager").has_no("Vote")


def then_only_the_board_and_the_manager_could_record_it(table, paper):
    """No button for anybody else; the address does nothing, whoever it was sent by."""
    address = f"approval/{paper}/move/approved/"
    for who in (ANALYST, PARTNER, "assurer", "scrutiny"):
        seat = table.seat(who).opens("approval/").has_no(APPROVES).has_no("Vote")
        seat.is_refused(address, NOT_THEIRS, note="Because I say so")
        seat.opens("approval/").is_told("Before the board")
    is_not_found(table.seat(OUTSIDE).page, HOME + address)


def then_it_waits_for_the_votes(table, paper):
    """What is lacking is told, and there is no button until it is there."""
    board = table.seat("board").opens("approval/").has_no(APPROVES)
    lacking = "0 of the 2 votes that are needed have been cast."
    board.is_told(lacking).is_refused(f"approval/{paper}/move/approved/", lacking, note="Minute 7")


def when_two_members_vote(table):
    """One on a telephone, the other by keyboard alone."""
    votes_for_it(table.seat("chair", at="phone"))
    board = table.seat("board").opens("approval/").enters("Vote")
    reaches(board.page, "For")
    board.page.keyboard.press("Space")
    board.enters("Vote").is_told("Your vote is kept").is_told("2 for, 0 against, 0 abstained.")


def then_nobody_votes_twice(table):
    """A member who has voted is not asked again."""
    table.seat("chair", at="phone").opens("approval/").has_no("Vote")


def when_the_approval_is_recorded_it_asks_for_the_minute(table):
    """The meeting's minute stands with the approval."""
    board = table.seat("board").opens("approval/").presses(APPROVES)
    board.sends(APPROVES, note="").is_told("There is a problem").is_told("Enter the reason")
    board.sends(APPROVES, note="Minute 7 of the board").is_told("The paper is now")


def then_it_is_frozen_with_its_hashes(table):
    """Of its data, of its words, of each file."""
    board = what_was_approved_is_frozen(table)
    board.page.get_by_text("Hashes").click()
    for words in ("Data:", "Words:", "assessment.pdf:", "public-summary.pdf:"):
        board.is_told(words)


def then_nobody_writes_in_it_any_more(table, summary):
    """The analyst, who wrote it, holds no pen."""
    analyst = table.seat(ANALYST).opens(f"drafting/{summary}/").is_told("412")
    assert analyst.page.get_by_role("link", name="Add words").count() == 0
    address = f"drafting/{summary}/words/?section=summary&after=start"
    analyst.is_refused(address, "You cannot do this", words="One more thing.")
    analyst.opens(f"drafting/{summary}/")
    assert analyst.page.get_by_text("One more thing.").count() == 0


def then_it_is_the_same_when_it_is_made_again(table):
    """To the byte, from what is stored; the page says so by itself."""
    board = what_was_approved_is_frozen(table).presses("Make it again and compare")
    board.waits_for("files were made again and are the same.", seconds=300)


def then_nobody_below_takes_it_back(table, paper):
    """Not the manager, who put it there; not whoever wrote it."""
    for who in ("manager", ANALYST, PARTNER):
        seat = table.seat(who).opens("approval/").has_no(TAKES_BACK)
        seat.is_refused(f"approval/{paper}/move/board/", NOT_THEIRS, note="It is wrong")


def when_the_board_takes_it_back_it_asks_why(table):
    """Without a reason nothing moves."""
    chair = table.seat("chair").opens("approval/").presses(TAKES_BACK)
    chair.sends(TAKES_BACK, note=" ").is_told("There is a problem").is_told("Enter the reason")
    chair.sends(TAKES_BACK, note="A ward is misnamed").is_told("The paper is now")


def then_that_is_kept_and_nothing_of_it_can_be_published(table):
    """Who, when, why; the paper that was approved stays to be read."""
    manager = table.seat("manager").opens("approval/").is_told("A ward is misnamed")
    manager.follows("Approved on …").is_told("The approval was taken back on")
    manager.has_no("Ask that the public summary be published")


def when_the_board_votes_anew(table):
    """The votes of the first time do not count."""
    table.seat("board").opens("approval/").has_no(APPROVES).is_told("0 for, 0 against")
    for who in ("board", "chair"):
        votes_for_it(table.seat(who))
    takes(table.seat("board"), APPROVES)


def then_both_approvals_are_on_record(table):
    """The one that was taken back, and the one that stands."""
    board = table.seat("board").opens("approval/")
    assert board.page.get_by_role("link", name="Approved on").count() == 2
    assert board.page.get_by_text("Taken back", exact=True).count() == 1
    assert "whole" in table.site.installation.command("verify_audit")

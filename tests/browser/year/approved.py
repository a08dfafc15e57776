"""The paper: agreed by the group, circulated, approved by the board, published, and frozen."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.browser.seat import Seat
from tests.browser.steps import is_not_found
from tests.browser.table import YEAR, Table
from tests.browser.year.drafted import CHAPTER


SECONDS_TO_FREEZE = 300


def the_law_is_answered(table: Table) -> None:
    """Item by item: what meets it, or why it is not met. Before that the year is not complete."""
    manager = table.seat("manager").turns_to("Assessment").follows(YEAR)
    manager.has_no("Call it complete").is_told("16 of 16 things that the law asks are unanswered")
    manager.follows("What the law asks")
    for _ in range(16):
        manager.follows("Answer …").sends("Answer", how="met", met_by="The assessment's chapters")
    manager.turns_to("Assessment").follows(YEAR).presses("Call it complete").presses(
        "Call it complete"
    )
    manager.is_told(f"The year {YEAR} is now 'complete'.")


def the_group_agrees(table: Table) -> None:
    """The manager puts it to the group; the chair records that it agrees."""
    scrutiny_finds_nothing(table)
    takes(table.seat("manager"), "Put it to the strategy group")
    takes(table.seat("chair"), "Record that findings and recommendations are agreed")


def scrutiny_finds_nothing(table: Table) -> None:
    """Before circulation there is no chapter there for a councillor."""
    scrutiny = table.seat("scrutiny").opens("drafting/")
    assert scrutiny.page.get_by_role("link", name=CHAPTER).count() == 0
    address = table.seat("analyst").turns_to("Assessment", "Drafting").follows(CHAPTER).page.url
    is_not_found(scrutiny.page, address)


def it_is_circulated(table: Table) -> None:
    """With the day by which comments are due; scrutiny reads it now, and holds no pen."""
    the_manager_circulates_it(table)
    scrutiny = table.seat("scrutiny").opens("drafting/").follows(CHAPTER)
    scrutiny.is_told("The wardens took 317 calls in the spring.")
    holds_no_pen(scrutiny)
    takes(table.seat("manager"), "Close the comments")


def the_manager_circulates_it(table: Table) -> None:
    """Comments are due in a fortnight."""
    due = timezone.localdate() + timedelta(days=14)
    takes(table.seat("manager"), "Circulate for comments", due=due)


def holds_no_pen(reader: Seat) -> None:
    """On a chapter that is open before them there is nothing to write, to say or to mark."""
    for words in ("Add words", "Comment on", "Edit", "Marking"):
        assert reader.page.locator("main").get_by_role("link", name=words).count() == 0, words


def takes(seat: Seat, step: str, **answers: object) -> None:
    """One step of the paper, with a note."""
    seat.opens("approval/").presses(step)
    seat.sends(step, **{"note": "As the meeting minuted.", **answers})
    seat.is_told("The paper is now")


def the_board_approves(table: Table) -> None:
    """Two members vote, one records it; what was approved is frozen with its hashes."""
    takes(table.seat("manager"), "Put it to the board")
    for member in (table.seat("board"), table.seat("chair", at="phone")):
        votes_for_it(member)
    takes(table.seat("board"), "Record that the board approves")
    what_was_approved_is_frozen(table).presses("Make it again and compare")
    table.seat("board").is_told("It is being made again.")


def votes_for_it(member: Seat) -> None:
    """A member of the board."""
    member.opens("approval/").presses("Vote").sends("Vote", choice="for")
    member.is_told("Your vote is kept")


def what_was_approved_is_frozen(table: Table) -> Seat:
    """Its page turns by itself once its files are written."""
    board = table.seat("board").opens("approval/").follows("Approved on …")
    return board.waits_for("Is it what was approved?", seconds=SECONDS_TO_FREEZE)


def two_people_publish(table: Table) -> None:
    """One asks, another confirms; from then on anybody reads the public summary."""
    one_asks_that_it_be_published(table)
    another_confirms(table)


def one_asks_that_it_be_published(table: Table) -> None:
    """The manager, who cannot confirm it."""
    manager = table.seat("manager").opens("approval/").follows("Approved on …")
    manager.presses("Ask that the public summary be published").sends("Ask", note="")
    manager.is_told("Somebody else has to confirm.").has_no("Confirm and publish")


def another_confirms(table: Table) -> None:
    """The chair of the board."""
    chair = table.seat("chair").opens("approval/").follows("Approved on …")
    chair.presses("Confirm and publish").is_told("The public summary is published")


def anybody_reads_the_summary(table: Table) -> None:
    """Without an account, on a telephone: what was adopted, and nothing restricted."""
    anybody = table.anybody().opens("/public/exampleshire/").follows(f"{YEAR} …")
    anybody.is_told("Priorities adopted on ")
    words = anybody.page.locator("main").inner_text()
    assert "OFFICIAL-SENSITIVE" not in words
    anybody.page.goto("/p/exampleshire/drafting/")
    anybody.page.get_by_role("button", name="Sign in").wait_for()


def what_was_approved_is_the_same(table: Table) -> None:
    """Made again from what is stored, to the byte; the page says so by itself."""
    board = table.seat("board").opens("approval/").follows("Approved on …")
    board.waits_for("The same", seconds=SECONDS_TO_FREEZE)

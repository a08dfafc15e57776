"""The quarter: a reading, a target, and the board's pack in one press."""

from __future__ import annotations

from datetime import date

from tests.browser.seat import Seat
from tests.browser.table import Table


SECONDS_TO_MAKE = 240


def a_reading_is_entered(table: Table) -> None:
    """Of September; one of a month that is not over is refused."""
    analyst = table.seat("analyst").turns_to("Performance").follows("B1 …")
    analyst.presses("Enter a reading")
    for month, number in ((date(2026, 8, 1), "61"), (date(2026, 9, 1), "58")):
        analyst.sends("Save", month=month, state="known", numerator=number)
        analyst.is_told("is kept.").presses("Enter a reading")


def the_owner_says_why(table: Table) -> None:
    """In words, below the figures; no owner judges their own direction."""
    police = table.seat("police").turns_to("Performance").follows("B1 …")
    police.presses("Comment on it")
    police.sends("Save", text="Two gangs were charged in August.").is_told("Two gangs")


def the_pack_is_made_in_one_press(table: Table) -> None:
    """The page turns by itself when the worker has made it; then it is given out."""
    analyst = table.seat("analyst").turns_to("Performance").follows("Packs")
    analyst.presses("Make a pack").sends("Make the pack", audience="board")
    analyst.waits_for("Give it out to", seconds=SECONDS_TO_MAKE)
    analyst.presses("Give it out to: board").is_told("The pack is given out to")


def the_board_takes_it(table: Table) -> None:
    """As a paper to take to the meeting."""
    board = (
        table.seat("board").turns_to("Performance").follows("Packs", "Quarter to September 2026 …")
    )
    takes_a_paper(board, "PDF …")


def takes_a_paper(seat: Seat, words: str) -> None:
    """A download, with something in it."""
    with seat.page.expect_download() as taken:
        seat.page.locator("main").get_by_role("link", name=words.removesuffix(" …")).first.click()
    assert taken.value.path().stat().st_size > 1000

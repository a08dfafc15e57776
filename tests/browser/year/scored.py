"""Threats are scored blind by agencies, agreed by the meeting, and placed in tiers."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.browser.seat import Seat
from tests.browser.table import YEAR, Table


KEPT = ("Residential burglary", "Robbery", "Anti-social behaviour", "Criminal damage and arson")
BY_HAND = {
    "name": "Fly-tipping by night",
    "definition": "Waste left by vans.",
    "source": "The wardens' log",
}
PANEL = {
    "police": ("Petra Lowe", "4"),
    "fire": ("Femi Ward", "2"),
    "health": ("Hana Okoye", "3"),
}


def the_long_list_is_laid_out(table: Table, year: str = YEAR) -> None:
    """From the build, with its evidence; what is not scored is left out with a reason."""
    analyst = table.seat("analyst")
    analyst.turns_to("Priorities", "Threat scoring").presses(f"Begin the scoring for {year}")
    asked_by = timezone.localdate() + timedelta(days=14)
    analyst.sends("Begin the round", score_by=asked_by).is_told("The long list stands.")


def the_list_is_shortened(table: Table) -> None:
    """Four are scored in this year; the others stay on the register."""
    analyst = table.seat("analyst")
    analyst.turns_to("Priorities", "Threat scoring").follows(YEAR, "Open the long list")
    analyst.presses("Add a threat").sends("Save", **BY_HAND).is_told("is on the long list.")
    for name in threats_on(analyst):
        if name not in KEPT:
            analyst.follows(f"Leave out : {name} …")
            analyst.sends("Go on", reason="Not scored this year: too few agencies know it.")
            analyst.is_told(f"'{name}' is left out.")


def threats_on(seat: Seat) -> list[str]:
    """The threats of the long list that is open before somebody, that could be left out."""
    links = seat.page.get_by_role("link", name="Leave out").all_inner_texts()
    return [words.partition(":")[2].strip() for words in links]


def three_agencies_are_named(table: Table) -> None:
    """The round opens once they are: with two it is refused."""
    analyst = table.seat("analyst")
    analyst.turns_to("Threat scoring").follows(YEAR, "Open the panel")
    for count, (name, _) in enumerate(PANEL.values(), start=1):
        analyst.presses("Name a scorer")
        option = analyst.page.locator("option", has_text=name).first.inner_text()
        analyst.sends("Name them", who=option).is_told(f"{name} scores for")
        if count == 2:
            analyst.turns_to("Threat scoring").follows(YEAR).has_no("Open for blind scoring")
            analyst.is_told("Name scorers from at least 3")
            analyst.turns_to("Threat scoring").follows(YEAR, "Open the panel")
    analyst.turns_to("Threat scoring").follows(YEAR).presses("Open for blind scoring")
    analyst.presses("Open for blind scoring").is_told("The round is open.")


def each_scores_blind(table: Table) -> None:
    """At desks and on a telephone, with reasons; "I don't know" is an answer."""
    screen = table.seat("manager")
    screen.turns_to("Priorities", "Threat scoring").follows(YEAR, "The screen for the meeting")
    screen.is_told("0 of 3 scorers have finished")
    for count, (who, (_, mark)) in enumerate(PANEL.items(), start=1):
        scorer = table.seat(who, at="phone" if who == "police" else "desk")
        scorer.opens("").follows("Score …")
        scores(scorer, mark)
        screen.is_told(f"{count} of 3 scorers have finished")
    screen.turns_to("Priorities", "Threat scoring").follows(YEAR)
    assert screen.page.get_by_text("Order, spread and agreement").count() == 0


def scores(scorer: Seat, mark: str) -> None:
    """Every threat, factor by factor."""
    begin = scorer.page.locator("main a.govuk-button")
    while scorer.page.locator("[data-factor]").count() == 0:
        scorer.goes(begin.first)
    for place in range(len(KEPT)):
        for factor in scorer.page.locator("[data-factor]").all():
            wanted = "dont-know" if place == 0 and mark == "2" else mark
            factor.locator(f'input[type=radio][value="{wanted}"]').check()
            factor.locator("input[type=text], textarea").first.fill("From what our crews see.")
        scorer.presses("Save and go on")
    scorer.is_told("You have finished. Thank you.")


def the_marks_are_revealed(table: Table) -> None:
    """Order, spread and agreement are there at once, for everybody."""
    analyst = table.seat("analyst")
    analyst.turns_to("Threat scoring").follows(YEAR).presses("Reveal the marks")
    analyst.presses("Reveal the marks").is_told("The marks are on the table.")
    analyst.follows("Order, spread and agreement").is_told("Krippendorff")
    fire = table.seat("fire").opens("").turns_to("Priorities", "Threat scoring").follows(YEAR)
    fire.has_no("Score the threats")


def one_threat_is_voted_on_again(table: Table) -> None:
    """A ballot as blind as the first, closed by who called it."""
    manager = table.seat("manager")
    manager.turns_to("Threat scoring").follows(YEAR, "Order, spread and agreement", KEPT[1])
    manager.presses("Vote again")
    manager.sends("Save", reason="The spread is three steps.").is_told("The ballot is open.")
    table.seat("police", at="phone").opens(_path(manager)).follows("Give your vote")
    scorer = table.seat("police", at="phone")
    for factor in scorer.page.locator("[data-factor]").all():
        factor.locator('input[type=radio][value="3"]').check()
    scorer.presses("Save and go on")
    manager.presses("Close the ballot and show it").is_told("The ballot is closed")


def _path(seat: Seat) -> str:
    return "/" + seat.page.url.split("/", 3)[3]


def the_meeting_agrees(table: Table) -> None:
    """One score talked through, the rest as marked, by a meeting that was quorate."""
    manager = table.seat("manager")
    manager.follows("Agree the score …")
    manager.sends("Record it", value="3.5", reason="The hospital's admissions settle it.")
    manager.is_told("is agreed.")
    manager.turns_to("Threat scoring").follows(YEAR, "Order, spread and agreement")
    manager.presses("Take the rest as marked")
    manager.sends("Take them", reason="Nobody wanted to talk about these.")
    manager.turns_to("Threat scoring").follows(YEAR, "Record a meeting")
    manager.answers(held_on=timezone.localdate(), note="In the council's chamber.")
    for box in manager.page.locator("main input[type=checkbox]").all():
        box.check()
    manager.presses("Save")
    manager.turns_to("Threat scoring").follows(YEAR).presses("Record the scores as agreed")
    manager.presses("Record the scores as agreed").is_told("The scores are recorded as agreed.")


def priorities_are_adopted(table: Table) -> None:
    """In the order of the scores, but for one; it and what it passes over say why in writing."""
    manager = table.seat("manager")
    manager.turns_to("Priorities", "Threat scoring").follows(YEAR, "Priorities")
    manager.presses("Place them in the order of the scores")
    manager.sends("Place them", priorities="2", focus="1", monitor="1")
    tiers = manager.page.get_by_role("link", name="Change the tier of")
    manager.goes(tiers.last).sends("Save", tier="priority", reason="")
    board = table.seat("board")
    board.turns_to("Priorities", "Threat scoring").follows(YEAR, "Priorities")
    board.has_no("Change the tier of").presses("Adopt the priorities")
    board.presses("Adopt them").is_told("have no reason in writing")
    for place, tier in ((2, "priority"), (3, "focus")):
        manager.goes(tiers.nth(place))
        manager.sends("Save", tier=tier, reason="The serious violence duty asks for it.")
    board.presses("Adopt them").is_told("The priorities are adopted; the others are on the")
    board.is_told("The serious violence duty asks for it.")

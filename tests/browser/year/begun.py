"""The year is begun: its terms, its strategy group, its timetable."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from tests.browser.table import YEAR, Table


TERMS = {
    "purpose": "To say what crime and disorder there is, for the board to decide on.",
    "questions": "What rose and what fell?\nWho is harmed most?",
    "commissioned": "Kilnfield\nMarket and Minster",
    "equality": "Findings are looked at by age, sex and ethnicity where the numbers allow it.",
    "marking": "OFFICIAL",
}
GROUP = (
    ("Exampleshire Council", "Morgan Reid"),
    ("Midshire Police", "Petra Lowe"),
    ("Midshire Fire and Rescue Service", "Femi Ward"),
    ("Midshire Integrated Care Board", "Hana Okoye"),
)


def the_manager_begins_the_year(table: Table, name: str = YEAR) -> None:
    """Its name and its days."""
    manager = table.seat("manager")
    manager.turns_to("Assessment").presses("Begin a year")
    manager.sends("Begin the year")  # with nothing in it
    manager.is_told("There is a problem").is_told("Enter the name of the year")
    first = int(name[:4])
    manager.sends(
        "Begin the year",
        name=name,
        starts_on=date(first, 10, 1),
        ends_on=date(first + 1, 9, 30),
    ).is_told(f"The year {name} is begun.")


def the_terms_are_written(table: Table) -> None:
    """Purpose, questions, the places that get a profile, equality."""
    manager = table.seat("manager")
    manager.turns_to("Assessment").follows(YEAR, "Terms of reference")
    manager.presses("Write the terms").sends("Save the terms", **TERMS)
    manager.is_told("The terms are kept.").is_told("Market and Minster")


def the_strategy_group_is_seated(table: Table) -> None:
    """Four agencies, each with who sits for it."""
    manager = table.seat("manager")
    manager.turns_to("Assessment").follows(YEAR, "Strategy group")
    for agency, person in GROUP:
        manager.presses("Add somebody")
        manager.sends("Add them", agency=agency, person=person, from_on=timezone.localdate())
        manager.is_told(person)


def the_timetable_is_set(table: Table) -> None:
    """A day on which the partners have scored."""
    manager = table.seat("manager")
    manager.turns_to("Assessment").follows(YEAR, "Timetable").presses("Add a day")
    manager.sends(
        "Add it",
        what="Threats scored by the partners",
        due_on=timezone.localdate() + timedelta(days=30),
        person="Asha Daley",
    ).is_told("is in the timetable")

"""Residents: a public meeting on the record, and what was decided on what they said."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from tests.browser.table import Table


MEETING = {
    "agency": "Exampleshire Council",
    "title": "Face the public",
    "is_public": "yes",
    "place": "The old corn hall",
}
REST = {
    "invited": "Residents' associations, traders, schools",
    "announced": "In the paper and on the council's pages, three weeks before",
    "discussed": "Lighting behind the houses in Kilnfield",
    "told_after": "Minutes on the council's pages",
    "came": "46",
}
SENIORS = {
    "Exampleshire Council": "Chief executive",
    "Midshire Police": "Borough commander",
    "Midshire Fire and Rescue Service": "Area manager",
    "Midshire Integrated Care Board": "Director of places",
    "Probation Service, Midshire": "Head of the delivery unit",
}
SAID = "The path behind the houses is dark."


def a_public_meeting_is_recorded(table: Table) -> None:
    """It is complete once everything that regulation 12 asks is on the record."""
    manager, held = table.seat("manager"), timezone.localdate() - timedelta(days=7)
    manager.turns_to("Evidence", "Consultation").presses("Put an event on the register")
    manager.sends("Keep it", held_on=held, **MEETING).is_told("The event is on the register.")
    manager.is_told("The record is complete once it says").turns_to("Evidence", "Consultation")
    manager.follows("Face the public").presses("Change the record").sends("Save", **REST)
    for agency, post in SENIORS.items():
        manager.presses("Add a senior person")
        manager.sends("Add this person", name=f"The {post}", agency=agency, post=post)
        manager.is_told("is on the record.")
    for move in ("The record is complete", "Publish"):
        manager.presses(move).presses(move).is_told("The record is now")


def you_said_we_did(table: Table) -> None:
    """What was said, what was decided, because; the public reads it."""
    manager = (
        table.seat("manager").turns_to("Evidence", "Consultation").follows("You said, we decided")
    )
    manager.presses("Add what people said")
    manager.page.get_by_label("Face the public").check()
    manager.sends(
        "Keep it",
        said=SAID,
        outcome="we are doing it",
        decided="Six lamps are up.",
        because="It was dark, and doors there were forced twice a month.",
    ).is_told("It is kept.")
    for move in ("The partners agreed it", "Publish"):
        manager.follows(f"{move} …").presses(move).is_told("It is now")
    table.anybody().opens("/you-said/exampleshire/").is_told(SAID)


def something_may_come(table: Table) -> None:
    """On the horizon: what, from where, how likely in words with its band."""
    analyst = table.seat("analyst").turns_to("Evidence", "Horizon").presses("Add something")
    analyst.sends(
        "Put it on the register",
        title="The last bus to Kilnfield is withdrawn",
        area="Economic",
        source="Notice of the bus company",
        source_on=date(2026, 10, 20),
        effect="People walk home late along the path behind the houses.",
        when="within a year",
        review_on=timezone.localdate() + timedelta(days=60),
        likelihood="likely",
        because="Notice was given.",
    ).is_told("It is on the register.")

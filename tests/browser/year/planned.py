"""The plan: recommendation, action, milestone, evidence and indicator, each tied to the next."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.browser.table import Table


INDICATOR = {
    "code": "B1",
    "name": "Residential burglaries a month in Kilnfield",
    "theme": "Residential burglary",
    "owner_id": "Petra Lowe",
    "owner_agency_id": "Midshire Police",
}
DEFINITION = {
    "kind": "count",
    "numerator": "Residential burglaries recorded in Kilnfield",
    "per": "1",
    "unit": "offences",
    "source": "Midshire Police",
    "better": "lower",
    "is_recording_driven": "no",
    "direction_because": "Agreed by the strategy group: fewer are better.",
    "months": "1",
    "lag_days": "20",
    "tolerance_percent": "5",
}
ACTION = "Light the path behind the houses"
RECOMMENDED = "Light the paths behind the houses in Kilnfield before the next winter."


def an_indicator_is_defined(table: Table) -> None:
    """What is counted, on what, from where, which way is better; signed by somebody else."""
    analyst = table.seat("analyst").turns_to("Performance").presses("Add an indicator")
    analyst.sends("Go on", **INDICATOR).is_told("Now say what it counts.")
    analyst.sends("Save", **DEFINITION).is_told("The assurer signs it.")
    assurer = table.seat("assurer").turns_to("Performance").follows("B1 …")
    assurer.presses("Sign this version").is_told("is signed.")


def a_recommendation_is_decided(table: Table) -> None:
    """Resting on a finding of the build; the manager accepts it, with the reason."""
    analyst = table.seat("analyst").turns_to("Plan").follows("Recommendations")
    analyst.presses("Write one")
    analyst.sends("Propose it", text=RECOMMENDED, about="Residential burglary")
    analyst.is_told("Choose a finding, or say why it rests on none")
    analyst.page.get_by_role(
        "checkbox", name="Residential burglaries in Exampleshire"
    ).first.check()
    analyst.presses("Propose it").is_told("is proposed.")
    manager = table.seat("manager").turns_to("Plan").follows("Recommendations", "R1 …")
    manager.presses("Accept").sends("Accept", note="The group agreed it.").is_told("is accepted.")


def an_action_is_agreed(table: Table) -> None:
    """It had to be done ten days ago: its owner will be late."""
    manager, today = table.seat("manager"), timezone.localdate()
    manager.turns_to("Plan").presses("Agree an action")
    manager.answers(
        title=ACTION,
        owner_id="Owen Tranter (Kilnfield Homes)",
        owner_agency_id="Kilnfield Homes",
        scale="2",
        starts_on=today - timedelta(days=90),
        due_on=today - timedelta(days=10),
        milestone="Six lamps are up",
        milestone_due_on=today - timedelta(days=20),
        cost="18000",
        funding="Safer streets grant",
    )
    manager.presses("Agree it").is_told("Choose a recommendation, or say why there is none")
    boxes = manager.page.locator('main [name="indicator_ids"]')
    boxes.first.check()
    option = manager.page.locator('main [name="recommendation_id"] option').nth(1)
    manager.sends("Agree it", recommendation_id=option.inner_text()).is_told("is agreed.")


def the_owner_updates_late(table: Table) -> None:
    """From a telephone, from what home says is late."""
    owner = table.seat("owner", at="phone").opens("")
    late = owner.page.locator(".govuk-task-list__item", has_text=ACTION).first
    assert "Late" in late.inner_text()
    owner.goes(late.get_by_role("link"))
    owner.sends(
        "Send",
        happened="Five of six lamps are up; the last waits for parts.",
        percent_complete="80",
        next_on=timezone.localdate() + timedelta(days=14),
    ).is_told("Thank you. Your update of").is_told("10 days late")


def what_was_done_is_shown(table: Table) -> None:
    """Evidence for the milestone, then the milestone itself; then the owner asks to close."""
    owner = table.seat("owner").turns_to("Plan").follows("A1 …")
    paper = {"name": "lamps.txt", "mimeType": "text/plain", "buffer": b"Six lamps, switched on."}
    owner.follows("Add evidence").answers(title="The electrician's note", file=paper)
    owner.answers(milestone_id="Six lamps are up").presses("Add it")
    owner.is_told("The evidence is added.").follows("Mark as done …")
    owner.sends("It is done", on=timezone.localdate()).is_told("is done.")
    owner.presses("Ask to close it").presses("Ask to close it")
    owner.has_no("Accept that it is done")


def somebody_else_closes_it(table: Table) -> None:
    """Nobody accepts their own work as done."""
    manager = table.seat("manager").turns_to("Plan").follows("A1 …")
    manager.presses("Accept that it is done")
    manager.sends("Accept that it is done", note="Seen on a walk at night.").is_told("A1: closed.")

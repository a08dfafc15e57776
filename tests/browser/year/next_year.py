"""The next year begins: what became of this one's plan, its rejected threats, its horizon."""

from __future__ import annotations

from tests.browser.table import NEXT, YEAR, Table
from tests.browser.year.begun import the_manager_begins_the_year
from tests.browser.year.evidence import a_build_runs_to_its_end, the_year_takes_the_build
from tests.browser.year.scored import the_long_list_is_laid_out


def what_came_of_the_horizon_is_told(table: Table) -> None:
    """Did it happen? The year's likelihoods are scored by it."""
    analyst = table.seat("analyst").turns_to("Evidence", "Horizon")
    analyst.follows("The last bus to Kilnfield is withdrawn").presses("Say what became of it")
    analyst.sends("Save", outcome="happened", note="Withdrawn in January.")
    analyst.is_told("Kept. It counts in the score of its year.")
    analyst.turns_to("Horizon").is_told("Brier")


def what_became_of_a_threat_is_told(table: Table) -> None:
    """Beside the threat when it is scored again."""
    manager = table.seat("manager").turns_to("Priorities", "Threat scoring")
    manager.follows(YEAR, "Priorities", "What became of it …")
    manager.sends("Save", text="Burglaries in Kilnfield fell after the lamps.")
    manager.is_told("It is shown beside the threat when the next round begins.")


def the_next_year_begins(table: Table) -> None:
    """It knows the one before."""
    the_manager_begins_the_year(table, NEXT)
    table.seat("manager").turns_to("Assessment").follows(NEXT).is_told("The year before: 2026/27")


def last_years_plan_is_reviewed(table: Table) -> None:
    """The next build is handed it, and says how far it was carried out."""
    a_build_runs_to_its_end(table)
    the_year_takes_the_build(table, NEXT)
    analyst = table.seat("analyst").turns_to("Drafting")
    analyst.follows("How far last year's plan was carried out")
    analyst.is_told("Light the path behind the houses")


def rejected_threats_come_back(table: Table) -> None:
    """Those of the register are on the long list, with what was decided of them."""
    the_long_list_is_laid_out(table, NEXT)
    analyst = table.seat("analyst").follows("Open the long list")
    analyst.is_told(f"The register of {YEAR}")  # no build knows of it: it was added by hand
    analyst.is_told("Left out: Not scored this year").is_told(
        "Burglaries in Kilnfield fell after the lamps."
    )

"""Evidence: the engine is set, a partner's file comes in, a build runs, its figures are read."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from tests.browser.table import YEAR, Table, TableWithFiles


SECONDS_TO_BUILD = 600
FIRES = {
    "kind": "Fires and false alarms (Fire and rescue)",
    "agency": "Midshire Fire and Rescue Service",
    "supplier": "Midshire Fire and Rescue Service",
    "controller": "Midshire Fire Authority",
    "gateway": "s.17A",
    "lawful_basis": "None: no row is about a person",
    "regime": "none",
    "special_category": "no",
    "about_children": "no",
    "purpose": "Strategic assessment under section 6 of the Crime and Disorder Act 1998",
    "retention": "As the sharing agreement says",
    "retain_until": date(2040, 3, 31),
    "marking": "OFFICIAL",
    "mapping": "exampleshire_fire",
    "no_agreement_because": "Section 17A requires it to be supplied",
}


def the_engine_is_set(table: TableWithFiles) -> None:
    """Settings, a mapping for the fire service's columns, a folder of open data."""
    analyst = table.seat("analyst")
    analyst.turns_to("Evidence").follows("Engine settings").presses("Write the settings")
    analyst.sends("Check and save", text="partnership: [", note="A slip of the pen")
    analyst.is_told("There is a problem")
    analyst.sends("Check and save", text=table.settings, note="As the year was begun")
    analyst.is_told("Version 1 is in force at the next build.")
    mapping = table.partners / "mappings" / "exampleshire_fire.yaml"
    analyst.presses("Add a mapping")
    analyst.sends("Check and save", name=mapping.stem, text=mapping.read_text("utf-8"))
    analyst.is_told("Mapping exampleshire_fire, version 1, is kept.")
    analyst.presses("Point at a folder on the server")
    analyst.sends("Read this folder", path="/etc").is_told("There is a problem")
    analyst.sends("Read this folder", path=str(table.open_data))
    analyst.is_told("The folder is read at the next build.")


def a_partners_file_is_handed_in(table: TableWithFiles) -> None:
    """Its law is declared first; a picture under a file's name is refused."""
    analyst = table.seat("analyst")
    analyst.turns_to("Evidence").presses("Declare a dataset").sends("Declare it", **FIRES)
    analyst.is_told("The dataset is declared.")
    yesterday = timezone.localdate() - timedelta(days=1)
    picture = {"name": "fires.csv", "mimeType": "text/csv", "buffer": b"\x89PNG\r\n\x1a\n\x00\x00"}
    analyst.sends("Hand it in", file=picture, received_on=yesterday)
    analyst.is_told("The file is a picture, whatever its name says.")
    the_fire_service_sends(table, "frs_2026_Q3.csv")


def the_fire_service_sends(table: TableWithFiles, name: str) -> None:
    """The analyst, on the page that asks for a file, hands in what came yesterday."""
    sent = table.partners / "partners" / "fire" / name
    fires = {"name": sent.name, "mimeType": "text/csv", "buffer": sent.read_bytes()}
    yesterday = timezone.localdate() - timedelta(days=1)
    analyst = table.seat("analyst").sends("Hand it in", file=fires, received_on=yesterday)
    analyst.is_told(f"'{name}' is taken in")


def a_build_runs_to_its_end(table: Table) -> None:
    """Its page tells how far it is, by itself, and turns into what was made."""
    analyst = table.seat("analyst")
    analyst.turns_to("Evidence").presses("Start a build").presses("Start the build")
    analyst.is_told("You can close this page: the build goes on.")
    analyst.waits_for("so far.", seconds=60)
    analyst.waits_for("Documents", seconds=SECONDS_TO_BUILD)


def its_figures_are_read(table: Table) -> None:
    """Each with how it is made; what was set aside stands in the quality report."""
    analyst = table.seat("analyst")
    analyst.follows("Figures")
    analyst.goes(analyst.page.locator("main table a").first)
    analyst.is_told("How it is made")
    analyst.turns_to("Evidence").follows("Data quality")
    analyst.waits_for("frs_2026_Q3.csv", seconds=120)
    analyst.turns_to("Evidence").follows("Supply tracker")
    analyst.waits_for("Fires and false alarms (Fire and rescue)", seconds=120)


def the_year_takes_the_build(table: Table, year: str = YEAR) -> None:
    """From now on its chapters and its long list read the newest build."""
    analyst = table.seat("analyst").turns_to("Assessment").follows(year)
    analyst.page.get_by_text("Take another build").click()
    analyst.presses("Take build …").is_told("The year reads build")

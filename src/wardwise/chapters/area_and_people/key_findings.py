"""The chapter's key finding: how deprived the area is beside those it is compared with."""

from __future__ import annotations

from wardwise.chapters.area_and_people.findings import TraitRow
from wardwise.document.text import say
from wardwise.document.words import percent
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.figures.desk import Desk


PLACES_NOT_PEOPLE = (
    "an index speaks of neighbourhoods: many people who are poor live outside the most deprived "
    "ones, and many who live in those are not poor"
)


def key_findings(desk: Desk, deprivation: tuple[TraitRow, ...]) -> tuple[KeyFinding, ...]:
    """One finding from the leading measure of deprivation; none where none is held."""
    if not deprivation or deprivation[0].ours.status != "known":
        return ()
    row = deprivation[0]
    claim = say(
        "{what} in {place}: {ours}, beside {force} in the {area} police force area.",
        what=row.trait.name,
        place=desk.area.name,
        ours=percent(row.ours),
        force=percent(row.force),
        area=desk.evidence.place.force.name,
    )
    return (
        KeyFinding(
            claim=str(claim),
            figures=(row.ours, row.force, row.similar),
            sureness=Sureness.HIGH,
            why_sure="the Census counted everybody and every neighbourhood is ranked",
            alternatives=(PLACES_NOT_PEOPLE,),
            gap="What has changed for residents since the Census of March 2021.",
            area=desk.area,
        ),
    )

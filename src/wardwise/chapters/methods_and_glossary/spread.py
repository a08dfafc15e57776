"""The dispersion of each offence: a sentence and a table."""

from __future__ import annotations

from wardwise.chapters.methods_and_glossary.findings import MethodsFindings
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import decimal, whole
from wardwise.domain.offences import ALL_RECORDED_CRIME


def most_dispersed(found: MethodsFindings) -> Text:
    """Which offence varies most beyond chance."""
    known = [row for row in found.dispersions if row.offence and row.phi.status == "known"]
    if not known:
        return say("Dispersion is not known: no two years can be set beside one another.")
    most = max(known, key=lambda row: row.phi.number)
    if most.phi.number == 1:
        return say("No offence varies more than chance here.")
    return say(
        "The group that varies most is {offence}: its variance is {phi} times that of chance.",
        offence=(most.offence or "").lower(),
        phi=decimal(most.phi),
    )


def dispersion_table(found: MethodsFindings) -> Table:
    """φ of partnerships and of wards, and the areas that the first is pooled over."""
    return Table(
        name="dispersion",
        caption=f"Dispersion φ by offence, {found.period.label} against {found.before.label}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("φ of a partnership's year"),
            Column("Areas pooled", quiet=True),
            Column("φ of a ward's year"),
        ),
        rows=tuple(
            (
                row.offence or ALL_RECORDED_CRIME,
                decimal(row.phi, 2),
                whole(row.areas),
                decimal(row.wards, 2),
            )
            for row in found.dispersions
        ),
        notes=(
            say(
                "Pooled over the partnerships of the force and the most similar ones that the "
                "same source holds; for wards, over those of the partnership."
            ),
        ),
        source=source_line(found.source),
        emphasis=(0,),
        groups=(1,),
    )

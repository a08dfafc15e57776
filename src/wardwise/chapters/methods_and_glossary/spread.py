"""The dispersion of each offence as a picture and a table."""

from __future__ import annotations

from wardwise.chapters.methods_and_glossary.findings import MethodsFindings
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.pictures import Bar, Bars
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import decimal, whole
from wardwise.domain.figure import Figure
from wardwise.domain.offences import ALL_RECORDED_CRIME


def dispersion_picture(found: MethodsFindings) -> Bars:
    """One bar per offence, 1 being chance alone."""
    rows = found.dispersions
    return Bars(
        name="dispersion-chart",
        title=dispersion_title(found),
        subtitle=f"Dispersion φ of a year's count, {found.period.label} against "
        f"{found.before.label}; 1 is chance alone",
        source=source_line(found.source),
        alt=dispersion_title(found)
        + ". "
        + " ".join(f"{row.offence or ALL_RECORDED_CRIME}: {_said(row.phi)}." for row in rows),
        table=dispersion_table(found),
        bars=tuple(
            Bar(
                row.offence or ALL_RECORDED_CRIME,
                row.phi.number if row.phi.status == "known" else None,
                ours=row.offence is None,
                why_not="not known",
            )
            for row in rows
        ),
        unit="φ, times the variance of chance alone",
        reference=(1.0, "chance alone"),
    )


def _said(figure: Figure) -> str:
    return decimal(figure).text if figure.status == "known" else "not known"


def dispersion_title(found: MethodsFindings) -> str:
    """Which offence varies most beyond chance."""
    known = [row for row in found.dispersions if row.offence and row.phi.status == "known"]
    if not known:
        return "Dispersion is not known: no two years can be set beside one another"
    most = max(known, key=lambda row: row.phi.number)
    if most.phi.number == 1:
        return "No offence varies more than chance"
    return f"{most.offence} varies most: {decimal(most.phi).text} times what chance alone would"


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

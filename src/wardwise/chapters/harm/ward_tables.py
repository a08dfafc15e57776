"""Tables of harm by ward."""

from __future__ import annotations

from wardwise.chapters.harm.findings import HarmFindings, PlaceHarm
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, rounded, whole


FIRST = 10  # wards that are printed on paper


def ward_tables(found: HarmFindings) -> tuple[Table, ...]:
    """Wards and own areas by harm; on paper the first of them: the map shows the rest."""
    if len(found.wards) + len(found.own) <= FIRST:
        return (_ward_table(found, found.wards),)
    return (
        _ward_table(found, found.wards[:FIRST], name="harm-wards-first"),
        _ward_table(found, found.wards, appendix=True),
    )


def _ward_table(
    found: HarmFindings,
    wards: tuple[PlaceHarm, ...],
    *,
    name: str = "harm-wards",
    appendix: bool = False,
) -> Table:
    some = "" if len(wards) == len(found.wards) else f", the first {rounded(len(wards), 0)}"
    return Table(
        name=name,
        caption=f"Harm by ward of {found.area.name}, {found.period.label}{some}",
        columns=(
            Column("Ward" + (" or own area" if found.own else ""), Align.LEFT),
            Column("Points per 1,000 residents"),
            Column("Range of the weights", quiet=True),
            Column("Part of harm, %"),
            Column("Offences per 1,000 residents"),
        ),
        rows=tuple(_ward_row(one) for one in (*wards, *found.own, found.whole)),
        notes=(
            say(
                "The range is that of the weights, which all wards share: it says how high the "
                "scores may lie, and not how the wards stand to one another."
            ),
        ),
        source=source_line(found.source, found.period),
        groups=(len(wards), len(wards) + len(found.own)) if found.own else (len(wards),),
        emphasis=(len(wards) + len(found.own),),
        appendix=appendix,
    )


def _ward_row(one: PlaceHarm) -> tuple[Cell, ...]:
    return (
        one.area.name,
        whole(one.rate),
        between(one.rate),
        decimal(one.share),
        decimal(one.offence_rate),
    )

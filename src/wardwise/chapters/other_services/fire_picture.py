"""Deliberate fires for each resident by ward, drawn."""

from __future__ import annotations

from wardwise.chapters.other_services.findings import Fires, WardFires
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Table
from wardwise.document.pictures import Bars
from wardwise.document.words import decimal, opening_some_of


DRAWN = 6


def clearly_above(found: Fires) -> tuple[WardFires, ...]:
    """Wards whose 99.8% interval lies above the rate of the partnership."""
    if found.rate is None or found.rate.status != "known":
        return ()
    whole_rate = found.rate.number
    return tuple(
        ward
        for ward in found.wards
        if ward.rate.interval is not None and ward.rate.interval.lower > whole_rate
    )


def wards_picture(found: Fires, table: Table) -> Bars:
    shown = [ward for ward in found.wards if ward.rate.status == "known"][:DRAWN]
    return Bars(
        name="fires-wards",
        title=_title(found),
        subtitle=f"Deliberate fires per 1,000 residents in the {len(shown)} wards with the highest "
        f"rates that are shown, with 99.8% intervals; {found.deliberate.count.period.label}",
        source=table.source,
        alt=" ".join(f"{ward.area.name}: {decimal(ward.rate, 2).text}." for ward in shown),
        table=table,
        bars=tuple(bar_of(ward.area.name, ward.rate, ours=False) for ward in shown),
        unit="per 1,000 residents",
        dots=True,
        reference=(found.rate.number, "the partnership")
        if found.rate and found.rate.status == "known"
        else None,
    )


def _title(found: Fires) -> str:
    above = len(clearly_above(found))
    if not above:
        return "No ward has clearly more deliberate fires per resident than the partnership"
    return (
        f"{opening_some_of(above, len(found.wards), 'wards')} clearly "
        f"{'has' if above == 1 else 'have'} more deliberate fires per resident than the partnership"
    )

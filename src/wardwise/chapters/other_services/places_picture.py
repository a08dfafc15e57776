"""The kinds of place of assaults seen at the emergency department, drawn."""

from __future__ import annotations

from wardwise.chapters.other_services.findings import Emergency
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Table
from wardwise.document.pictures import Bars
from wardwise.document.words import percent
from wardwise.figures.people_groups import Groups


def places_picture(found: Emergency, table: Table) -> Bars | None:
    """The kinds of place, as far as they may be shown."""
    if "premises" not in found.groups:
        return None
    shown = [one for one in found.groups["premises"].groups if one.share.status == "known"]
    return Bars(
        name="ed-places",
        title=_title(found.groups["premises"]),
        subtitle="Assaults seen at the emergency department by kind of place, percent of those "
        f"whose place is told, with 95% intervals; {found.service.count.period.label}",
        source=table.source,
        alt=" ".join(f"{one.name}: {percent(one.share).text}." for one in shown),
        table=table,
        bars=tuple(bar_of(one.name, one.share, ours=True) for one in shown),
        unit="percent of those whose place is told",
    )


def _title(groups: Groups) -> str:
    """One kind of place leads only where its interval is clear of the next."""
    first, *others = [one for one in groups.groups if one.share.interval is not None]
    name = first.name[:1].lower() + first.name[1:]
    limits = [one.share.interval.upper for one in others if one.share.interval is not None]
    if first.share.interval is not None and first.share.interval.lower > max(limits, default=0.0):
        return f"More were hurt in one kind of place than in any other: {name}"
    return "No kind of place clearly leads"

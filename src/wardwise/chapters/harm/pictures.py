"""The parts of the harm as bars, and harm by ward as a map."""

from __future__ import annotations

from wardwise.chapters.harm.findings import GroupHarm, HarmFindings, PlaceHarm
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.pictures import AreaValue, Bar, Bars, Map
from wardwise.document.sources import NAMES, source_line
from wardwise.document.words import between, decimal, percent, whole
from wardwise.domain.figure import Figure
from wardwise.figures.classes import round_breaks


def number_of(figure: Figure) -> float | None:
    """The number, or None where it is not known."""
    return figure.number if figure.status == "known" else None


def share_bars(found: HarmFindings) -> Bars:
    """Each group's part of the harm, its part of the offences in the label."""
    return Bars(
        name="harm-shares",
        title=_bars_title(found),
        subtitle=f"Part of the harm recorded in {found.area.name}, percent; in brackets the part "
        f"of offences; {found.period.label}",
        source=f"{NAMES.get(found.source, found.source)}; {NAMES['home_office_prc']}",
        alt=_bars_alt(found),
        table=_bars_table(found),
        bars=tuple(_bar(group) for group in found.groups),
        unit="% of the harm",
    )


def _bar(group: GroupHarm) -> Bar:
    return Bar(
        label=f"{group.offence} ({percent(group.count_share).text})",
        value=number_of(group.share),
        why_not="not known",
    )


def _bars_title(found: HarmFindings) -> str:
    first = found.groups[0]
    if first.share.status != "known":
        return "The harm of the groups is not known"
    return (
        f"{first.offence}: {percent(first.count_share, 0).text} of offences, "
        f"{percent(first.share, 0).text} of the harm"
    )


def _bars_alt(found: HarmFindings) -> str:
    said = [
        f"{group.offence} {percent(group.share).text} of the harm and "
        f"{percent(group.count_share).text} of offences"
        for group in found.groups[:3]
    ]
    return f"The groups by harm: {'; '.join(said)}."


def _bars_table(found: HarmFindings) -> Table:
    return Table(
        name="harm-shares-table",
        caption="Part of the harm and of the offences by group, percent",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Part of the harm, %"),
            Column("Part of offences, %"),
        ),
        rows=tuple(
            (group.offence, decimal(group.share), decimal(group.count_share))
            for group in found.groups
        ),
        source=source_line(found.source, found.period),
        appendix=True,
    )


def ward_map(found: HarmFindings) -> Map:
    """Harm for every 1,000 residents by ward."""
    values = [number_of(ward.rate) for ward in found.wards]
    return Map(
        name="harm-map",
        title=_map_title(found),
        subtitle=f"Severity points per 1,000 residents by ward; {found.period.label}",
        source=f"{NAMES.get(found.source, found.source)}; {NAMES['home_office_prc']}",
        alt=_map_alt(found),
        table=None,
        layer="ward",
        areas=tuple(
            AreaValue(ward.area.code, ward.area.name, value, _tells(ward))
            for ward, value in zip(found.wards, values, strict=True)
        ),
        breaks=round_breaks(values),
        unit="severity points per 1,000 residents",
    )


def _tells(ward: PlaceHarm) -> str:
    return (
        f"{ward.area.name}: {whole(ward.rate).text} points per 1,000 residents "
        f"({between(ward.rate)}), {decimal(ward.offence_rate).text} offences"
    )


def _known(found: HarmFindings) -> list[PlaceHarm]:
    return [ward for ward in found.wards if ward.rate.status == ward.offence_rate.status == "known"]


def _map_title(found: HarmFindings) -> str:
    known = _known(found)
    if not known:
        return "Harm by ward is not known"
    most = max(known, key=lambda ward: ward.offence_rate.number)
    if most is known[0]:
        return f"Harm and offences per resident were both highest in {most.area.name}"
    return (
        f"Harm per resident was highest in {known[0].area.name}, offences per resident in "
        f"{most.area.name}"
    )


def _map_alt(found: HarmFindings) -> str:
    known = _known(found)
    if not known:
        return "A map without values: the harm is not known."
    first, last = known[0], known[-1]
    return (
        f"{_map_title(found)}. Harm runs from {whole(last.rate).text} points per 1,000 residents "
        f"in {last.area.name} to {whole(first.rate).text} in {first.area.name}."
    )

"""Maps of wards and own areas: rate beside count."""

from __future__ import annotations

from wardwise.chapters.places.findings import PlaceLine, PlacesFindings
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.phrases import verdict_of
from wardwise.document.pictures import AreaValue, Map, MapPair
from wardwise.document.sources import NAMES, source_line
from wardwise.document.words import between, decimal, rounded, whole
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict
from wardwise.figures.classes import round_breaks


RATE, COUNT = "offences per 1,000 residents", "offences"


def number_of(figure: Figure) -> float | None:
    """The number, or None where it is not known."""
    return figure.number if figure.status == "known" else None


def place_maps(found: PlacesFindings, lines: tuple[PlaceLine, ...], *, layer: str) -> MapPair:
    """Rate beside count: where people come to shop or go out, the rate alone misleads."""
    title = _pair_title(found) if layer == "ward" else _own_title(lines)
    name = f"{layer}-maps"
    return MapPair(
        name=name,
        title=title,
        subtitle=f"Recorded offences per 1,000 residents, left, and offences, right; "
        f"{found.period.label}",
        source=NAMES.get(found.source, found.source),
        alt=_pair_alt(lines),
        table=_pair_table(found, lines, name),
        left=_place_map(found, lines, layer, unit=RATE),
        right=_place_map(found, lines, layer, unit=COUNT),
    )


def _own_title(lines: tuple[PlaceLine, ...]) -> str:
    """Which of several areas of the partnership's own has most; the one, where there is one."""
    known = [line for line in lines if number_of(line.count) is not None]
    if len(known) < 2:
        return "The partnership's own area" if len(lines) == 1 else "The partnership's own areas"
    first = max(known, key=lambda line: line.count.number)
    return f"Of the partnership's own areas {first.area.name} had most offences"


def _place_map(
    found: PlacesFindings, lines: tuple[PlaceLine, ...], layer: str, *, unit: str
) -> Map:
    """Classes are those of the wards, so that both maps can be read together."""
    of_wards = [line.rate if unit == RATE else line.count for line in found.wards]
    shown = [(line, line.rate if unit == RATE else line.count) for line in lines]
    values = [number_of(figure) for _, figure in shown]
    return Map(
        name=f"{layer}-maps-{'rate' if unit == RATE else 'count'}",
        title="",
        subtitle="",
        source="",
        alt="",
        table=None,
        layer=layer,
        areas=tuple(
            AreaValue(line.area.code, line.area.name, value, tells(line))
            for (line, _), value in zip(shown, values, strict=True)
        ),
        breaks=round_breaks(number_of(figure) for figure in of_wards),
        unit=unit,
    )


def tells(line: PlaceLine) -> str:
    """What a map says of a ward under the pointer."""
    rank = ""
    if line.rank and line.rank.status == "known" and line.rank.interval:
        limits = line.rank.interval
        rank = (
            f"; place {rounded(line.rank.number, 0)} by rate "
            f"({rounded(limits.lower, 0)} to {rounded(limits.upper, 0)})"
        )
    return (
        f"{line.area.name}: {whole(line.count).text} offences, {decimal(line.rate).text} per "
        f"1,000 residents ({between(line.rate, 1)}){rank}"
    )


def _pair_title(found: PlacesFindings) -> str:
    known = [line for line in found.wards if line.rank and line.rank.status == "known"]
    if len(known) < 2:
        return "Offences by ward"
    most = found.wards[0].area.name
    top = min(known, key=lambda line: line.rank.number if line.rank else 0.0)
    limits = top.rank.interval if top.rank else None
    if limits is None or limits.upper > 1:
        return f"Most offences were recorded in {most}; no ward's rate is clearly the highest"
    if top.area.name == most:
        return f"Most offences and the highest rate were both recorded in {most}"
    return f"Most offences were recorded in {most}, the highest rate in {top.area.name}"


def _pair_alt(lines: tuple[PlaceLine, ...]) -> str:
    known = [line for line in lines if line.count.status == line.rate.status == "known"]
    if not known:
        return "Two maps without values: the counts are not known."
    most, least = known[0], known[-1]
    high = max(known, key=lambda line: line.rate.number)
    low = min(known, key=lambda line: line.rate.number)
    return (
        f"Offences run from {whole(least.count).text} in {least.area.name} to "
        f"{whole(most.count).text} in {most.area.name}; the rate per 1,000 residents from "
        f"{decimal(low.rate).text} in {low.area.name} to {decimal(high.rate).text} in "
        f"{high.area.name}."
    )


def _pair_table(found: PlacesFindings, lines: tuple[PlaceLine, ...], name: str) -> Table:
    return Table(
        name=f"{name}-table",
        caption=f"Offences and rates as mapped, {found.period.label}",
        columns=(Column("Area", Align.LEFT), Column("Per 1,000 residents"), Column("Offences")),
        rows=tuple((line.area.name, decimal(line.rate), whole(line.count)) for line in lines),
        source=source_line(found.source, found.period),
        appendix=True,
    )


def moved(lines: tuple[PlaceLine, ...], verdict: Verdict) -> tuple[PlaceLine, ...]:
    """Wards whose change has this word."""
    return tuple(line for line in lines if verdict_of(line.change) is verdict)

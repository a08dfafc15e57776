"""The density map, with where it changed beside it; and a line for each group."""

from __future__ import annotations

from wardwise.chapters.hot_spots.density import DensityFindings, DensityLine
from wardwise.chapters.hot_spots.density_words import band_words, called
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.cover import Cover, CoverMaps
from wardwise.document.initials import capital
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import Number
from wardwise.document.words import decimal, percent
from wardwise.domain.figure import Figure
from wardwise.figures.density_cover import change_cover, density_cover
from wardwise.figures.density_maker import SHARES


CHANGES = ("fell", "no clear change", "rose")


def density_maps(found: DensityFindings) -> CoverMaps:
    """All recorded crime; beside it the first group that changed anywhere beyond chance."""
    first = density_cover(
        found.whole.density, heading="Where recorded crime lies", words=band_words(found)
    )
    moved = next((line for line in found.lines if line.moved), None)
    share = percent(found.whole.density.land[1], 0).text
    return CoverMaps(
        name="density",
        title=f"Half of {found.area.name}'s recorded crime lies on {share} of its land",
        subtitle=_subtitle(found, moved),
        source=NAMES.get(found.whole.density.used.source, found.whole.density.used.source),
        alt=_alt(found, moved),
        table=density_table(found, appendix=True),
        covers=(first, *_changes(moved)),
    )


def _subtitle(found: DensityFindings, moved: DensityLine | None) -> str:
    wide = f"{found.whole.density.bandwidth.number:g} m"
    beside = (
        f"; beside it, where {called(moved)} changed by more than chance against the year before"
        if moved
        else ""
    )
    return f"Density, smoothed over {wide}, {found.period.label}{beside}"


def _changes(moved: DensityLine | None) -> tuple[Cover, ...]:
    if moved is None or moved.moved is None:
        return ()
    heading = f"{capital(called(moved))} against the year before"
    return (change_cover(moved.moved, heading=heading, words=CHANGES),)


def _alt(found: DensityFindings, moved: DensityLine | None) -> str:
    held = "; ".join(
        f"{share}% on {percent(figure).text} of the land"
        for share, figure in zip(SHARES, found.whole.density.land, strict=True)
    )
    told = f"Recorded crime lies thickest in {found.whole.density.ward}: {held}."
    if moved is None or moved.moved is None:
        return told
    rose, fell = moved.moved.more_wards, moved.moved.less_wards
    named = [f"rose in {', '.join(rose)}"] if rose else []
    named += [f"fell in {', '.join(fell)}"] if fell else []
    return f"{told} {capital(called(moved))} {' and '.join(named)}."


def density_table(found: DensityFindings, *, appendix: bool = False) -> Table:
    """Each group on a line."""
    return Table(
        name="density-mapped" if appendix else "density-groups",
        caption=f"The least land that holds a part of the offences, {found.period.label}",
        columns=(
            Column("Offences", Align.LEFT),
            Column("Thickest in", Align.LEFT),
            *(Column(f"{share}% of them") for share in SHARES),
            Column("Rose, km²"),
            Column("Fell, km²"),
        ),
        rows=tuple(_row(line) for line in found.lines),
        source=source_line(found.whole.density.used.source, found.period),
        appendix=appendix,
        off_paper=appendix,
    )


def _row(line: DensityLine) -> tuple[Cell, ...]:
    return (
        capital(called(line)) if line.density.offence else "All recorded crime",
        line.density.ward,
        *(percent(figure) for figure in line.density.land),
        _land(line, "more_km2"),
        _land(line, "less_km2"),
    )


def _land(line: DensityLine, name: str) -> Cell:
    figure: Figure | None = getattr(line.change, name, None)
    if figure is None:
        return "not comparable"
    return decimal(figure, 2) if figure.number else Number("nowhere", figure)

"""Tables of wards and own areas."""

from __future__ import annotations

from wardwise.chapters.places.findings import PlaceLine, PlacesFindings
from wardwise.chapters.places.reading import USUAL_SHARE, above_usual
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import verdict_cell
from wardwise.document.sources import source_line
from wardwise.document.text import Number, say
from wardwise.document.words import between, decimal, rounded, signed_percent, whole
from wardwise.domain.figure import Figure


ON_PAGE = 25  # rows of a table that paper can carry
TOP = 10
MANY = say(
    "Intervals and verdicts are at 99.8%, because many areas are looked at together; they are "
    "widened by how irregular the wards' own counts are."
)


def place_tables(found: PlacesFindings) -> tuple[Table, ...]:
    """Every ward and own area; on paper the first of them, where there are many."""
    if len(found.wards) <= ON_PAGE:
        return (_place_table(found, found.wards, found.own),)
    return (
        _place_table(found, found.wards[:TOP], found.own, name="wards-first"),
        _place_table(found, found.wards, found.own, appendix=True),
    )


def _place_table(
    found: PlacesFindings,
    wards: tuple[PlaceLine, ...],
    own: tuple[PlaceLine, ...],
    *,
    name: str = "wards",
    appendix: bool = False,
) -> Table:
    first = "" if len(wards) == len(found.wards) else f"{len(wards)} wards with most "
    return Table(
        name=name,
        caption=f"{first}Recorded offences by ward of {found.area.name}, {found.period.label}"
        if not first
        else f"The {first}offences in {found.area.name}, {found.period.label}",
        columns=(
            Column("Ward" + (" or own area" if own else ""), Align.LEFT),
            Column("Offences"),
            Column("Share, %"),
            Column("Per 1,000 residents"),
            Column("99.8% interval", quiet=True),
            Column("Place by rate (range)"),
            Column("On the year before"),
            Column("Verdict", Align.LEFT),
        ),
        rows=tuple(_place_row(line) for line in (*wards, *own, found.whole)),
        notes=(MANY,),
        source=source_line(found.source, found.period),
        groups=(len(wards), len(wards) + len(own)) if own else (len(wards),),
        emphasis=(len(wards) + len(own),),
        appendix=appendix,
    )


def _place_row(line: PlaceLine) -> tuple[Cell, ...]:
    is_small = line.share.number < 100 if line.share.status == "known" else True
    return (
        line.area.name,
        whole(line.count),
        decimal(line.share),
        decimal(line.rate),
        between(line.rate, 1) if is_small else "–",
        rank_cell(line.rank),
        signed_percent(line.change),
        verdict_cell(line.change),
    )


def rank_cell(rank: Figure | None) -> Cell:
    """``3 (2 to 5)``; a dash for what is no ward."""
    if rank is None:
        return "–"
    if rank.interval is None or rank.status != "known":
        return whole(rank)
    if rank.interval.lower == rank.interval.upper:
        return whole(rank)
    limits = f"{rounded(rank.interval.lower, 0)} to {rounded(rank.interval.upper, 0)}"
    return Number(f"{whole(rank).text} ({limits})", rank)


def stands_out_table(found: PlacesFindings) -> Table:
    """One line for every ward and own area: the largest group, and what stands out."""
    lines = (*found.wards, *found.own)
    return Table(
        name="wards-stand-out",
        caption=f"What was recorded most in each ward of {found.area.name}, and what stands out",
        columns=(
            Column("Ward", Align.LEFT),
            Column("Largest group", Align.LEFT),
            Column("Offences"),
            Column("Furthest above its usual share", Align.LEFT),
            Column("Times its usual share"),
            Column("99.8% interval", quiet=True),
        ),
        rows=tuple(_stands_out_row(found, line) for line in lines),
        notes=(
            say(
                USUAL_SHARE + " Only groups are named whose whole interval is above one.",
                place=found.area.name,
            ),
        ),
        source=source_line(found.source, found.period),
        groups=(len(found.wards),) if found.own else (),
        appendix=bool(found.commissioned) or len(lines) > ON_PAGE,
    )


def _stands_out_row(found: PlacesFindings, line: PlaceLine) -> tuple[Cell, ...]:
    groups = found.standing_out[line.area.code]
    above = above_usual(groups)
    largest = groups[0]
    return (
        line.area.name,
        largest.offence,
        whole(largest.count),
        above[0].offence if above else "none beyond chance",
        decimal(above[0].quotient, 2) if above else "–",
        between(above[0].quotient, 2) if above else "–",
    )

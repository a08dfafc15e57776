"""The figures of the current situation, one a row, with period and source."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Months, Profile, Situation
from wardwise.chapters.profile.kind import RARE_BELOW
from wardwise.chapters.profile.words import group_words, rate_places
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import limits, verdict_cell
from wardwise.document.text import Number, say
from wardwise.document.words import (
    NOT_KNOWN,
    between,
    decimal,
    ordinal,
    percent,
    signed_percent,
    whole,
)
from wardwise.domain.figure import Figure


SHORT = {
    "ons_csp_tables": "ONS tables",
    "police_uk": "police.uk records",
    "area_counts": "police.uk counts",
    "home_office_prc": "Home Office",
}

Row = tuple[Cell, ...]


def situation_table(profile: Profile, situation: Situation) -> Table:
    """What stands behind the text, in rows of one figure."""
    first = _own_rows(situation)
    rows = [
        *first,
        *(_month_rows(profile, situation, situation.months) if situation.months else []),
    ]
    return Table(
        name=f"profile-{profile.slug}-figures",
        caption=f"{profile.name}: the figures",
        columns=(
            Column("", Align.LEFT),
            Column("Figure"),
            Column("95% interval", quiet=True),
            Column("Period", Align.LEFT),
            Column("Source", Align.LEFT, quiet=True),
        ),
        rows=tuple(rows),
        groups=(len(first),) if len(rows) > len(first) else (),
    )


def _own_rows(situation: Situation) -> list[Row]:
    rows = [
        _row("Offences recorded", whole(situation.volume), 0),
        _row(
            "Per 1,000 residents",
            decimal(situation.rate, rate_places(situation.rate)),
            rate_places(situation.rate),
        ),
    ]
    if situation.household_rate:
        rows.append(_row("Per 1,000 households", decimal(situation.household_rate), 1))
    if situation.volume.number < RARE_BELOW:
        rows.append(_row("Offences recorded the year before", whole(situation.before), 0))
    else:
        rows.append(_change_row("Change on the year before", situation.change))
    if situation.rank:
        rows.append(_rank_row(situation.rank, situation.of))
    if situation.severity:
        rows.append(_row("Severity of one offence, points", whole(situation.severity), 0))
    if situation.share:
        places = 1 if situation.share.status == "known" and situation.share.number < 10 else 0
        label = f"Part of {group_words(situation.share.detail.removeprefix('of '))}, %"
        rows.append(_row(label, percent(situation.share, places), places))
    return rows


def _month_rows(profile: Profile, situation: Situation, months: Months) -> list[Row]:
    """Three years, the change and the outlook; nothing that stands above already."""
    what = profile.group or ""
    above = {situation.volume.figure_id, situation.change.figure_id}
    rows = [
        *(
            _row(f"{what}, recorded", whole(year), 0)
            for year in months.years
            if year.figure_id not in above
        ),
    ]
    if months.change.figure_id not in above:
        rows.append(_change_row(f"{what}, change", months.change))
    return [*rows, _row("Expected if nothing changes", whole(months.outlook), 0)]


def _row(label: str, number: Number, places: int) -> Row:
    figure = number.figure
    return (label, number, between(figure, places), figure.period.label, _source(figure))


def _change_row(label: str, change: Figure) -> Row:
    return (
        label,
        say("{size}, {verdict}", size=signed_percent(change), verdict=verdict_cell(change)),
        limits(change),
        change.period.label,
        _source(change),
    )


def _rank_row(rank: Figure, of: int) -> Row:
    label = f"Rank among {of} similar (1st is highest)" if of else "Rank among similar"
    if rank.status != "known" or rank.interval is None:
        return (label, Number(NOT_KNOWN, rank), "–", rank.period.label, _source(rank))
    held = f"{ordinal(int(rank.interval.lower))} to {ordinal(int(rank.interval.upper))}"
    at = Number(ordinal(int(rank.number)), rank)
    return (label, at, held, rank.period.label, _source(rank))


def _source(figure: Figure) -> str:
    named = [SHORT[source] for source in figure.sources if source in SHORT]
    return named[0] if named else ""

"""The figures of the current situation, one a row, with period and source."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Months, OwnCounts, Profile, Situation
from wardwise.chapters.profile.kind import RARE_BELOW
from wardwise.chapters.profile.words import capital, group_words, rate_places
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import limits, verdict_cell
from wardwise.document.sources import counted_in, source_line
from wardwise.document.text import Number, Text, say
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
from wardwise.domain.nothing import NotKnown
from wardwise.figures.held_part import told_with


SHORT = {
    "ons_csp_tables": "ONS tables",
    "police_uk": "police.uk records",
    "area_counts": "police.uk counts",
    "home_office_prc": "Home Office",
    "partner:recorded_crime": "police extract",
    "partner:fires": "fire service",
    "partner:collisions": "council",
    "partner:hospital_admissions": "care board",
}

Row = tuple[Cell, ...]


def situation_tables(profile: Profile, situation: Situation) -> tuple[Table, ...]:
    """The year's figures; and apart from them the years of another source, if it is another."""
    own, months = _own_rows(situation), situation.months
    if months is None:
        return (_figures(profile, situation, own),)
    if profile.months_source in situation.volume.sources:
        rows = _month_rows(situation, months)
        return (_figures(profile, situation, own + rows, (len(own),)),)
    return _figures(profile, situation, own), years_table(profile, months)


def _figures(
    profile: Profile, situation: Situation, rows: list[Row], groups: tuple[int, ...] = ()
) -> Table:
    """Each row with its period and source."""
    return Table(
        name=f"profile-{profile.slug}-figures",
        caption=f"{profile.name}: the figures of {situation.volume.period.label}",
        columns=(
            Column("", Align.LEFT),
            Column("Figure"),
            Column("95% interval", quiet=True),
            Column("Period", Align.LEFT),
            Column("Source", Align.LEFT, quiet=True),
        ),
        rows=tuple(rows),
        groups=groups,
    )


def years_table(profile: Profile, months: Months) -> Table:
    """Years of the source that counts by month and place; they are not the published year."""
    change, outlook = months.change, months.outlook
    rows: list[Row] = [
        (_year_label(year, months), whole(year), between(year), "–") for year in months.years
    ]
    rows.append(
        (
            "Expected if nothing changes, " + outlook.period.label,
            whole(outlook),
            between(outlook),
            "–",
        )
    )
    rows[2] = (
        *rows[2][:3],
        say("{size}, {verdict}", size=signed_percent(change), verdict=verdict_cell(change)),
    )
    own = profile.own
    if isinstance(own, OwnCounts):
        rows += _same_year(own)
    return Table(
        name=f"profile-{profile.slug}-years",
        caption=f"{capital(profile.counted)} by month and place: the years to "
        f"{profile.months_period.last.label}",
        columns=(
            Column("Year", Align.LEFT),
            Column("Recorded"),
            Column("95% interval", quiet=True),
            Column("On the year before", Align.LEFT),
        ),
        rows=tuple(rows),
        notes=(_why_two(profile), *_held_in_part(months)),
        source=source_line(profile.months_source, profile.months_period),
    )


def _held_in_part(months: Months) -> tuple[Text, ...]:
    """Beside the change on the year before, where too little is held for it to stand alone."""
    if months.held_only is None:
        return ()
    held = told_with(months.held_only)
    return (say("These are counted {held}, which bears on every change here.", held=held),)


def _same_year(own: OwnCounts) -> list[Row]:
    """The extract in the months of the published count, and how much of that it is."""
    if own.same_year is None or own.beside is None:
        return []
    beside = say("{share} of the published count", share=percent(own.beside))
    return [
        (f"{own.same_year.period.label}, the year as published", whole(own.same_year), "–", beside),
    ]


def _why_two(profile: Profile) -> Text:
    """Why this table and the one above do not agree."""
    situation = profile.situation
    if isinstance(situation, NotKnown):
        return say("Every crime of the extract, with or without a place, by month of recording.")
    if isinstance(profile.own, OwnCounts):
        return say(
            "The table above is as published by ONS; this one counts the crimes of the police "
            "force's extract, with or without a place, by month of recording. Neither is a change "
            "on the other."
        )
    year = situation.volume.period
    apart = (
        f"The table above is of {year.label} and this one of years to {profile.period.last.label}"
        if year != profile.period
        else "The two tables count one year in two ways"
    )
    return say(
        apart + ": ONS counts what the force recorded for the partnership, police.uk what it "
        "could place in a month and a neighbourhood. Neither is a change on the other."
    )


def _own_rows(situation: Situation) -> list[Row]:
    rows = [
        _row(_recorded(situation.volume), whole(situation.volume), 0),
        _row(
            "Per 1,000 residents",
            decimal(situation.rate, rate_places(situation.rate)),
            rate_places(situation.rate),
        ),
    ]
    if situation.household_rate:
        rows.append(_row("Per 1,000 households", decimal(situation.household_rate), 1))
    if situation.volume.number < RARE_BELOW:
        label = f"{_recorded(situation.before)} the year before"
        rows.append(_row(label, whole(situation.before), 0))
    else:
        rows.append(_change_row("Change on the year before", situation.change))
    if situation.rank:
        rows.append(_rank_row(situation.rank, situation.of))
    if situation.severity:
        rows.append(_severity_row(situation.severity))
    if situation.share:
        places = 1 if situation.share.status == "known" and situation.share.number < 10 else 0
        label = f"Part of {group_words(situation.share.detail.removeprefix('of '))}, %"
        rows.append(_row(label, percent(situation.share, places), places))
    return rows


def _month_rows(situation: Situation, months: Months) -> list[Row]:
    """Three years, the change and the outlook; nothing that stands above already."""
    above = {situation.volume.figure_id, situation.change.figure_id}
    rows = [
        *(_year_row(year, months) for year in months.years if year.figure_id not in above),
    ]
    if months.change.figure_id not in above:
        rows.append(_change_row("Change on the year before", months.change))
    return [*rows, _row("Expected if nothing changes", whole(months.outlook), 0)]


def _year_row(year: Figure, months: Months) -> Row:
    label, number, limits_of_it, _, source = _row(_recorded(year), whole(year), 0)
    return (label, number, limits_of_it, _year_label(year, months), source)


def _recorded(count: Figure) -> str:
    return f"{counted_in(count.sources[0], count.offence).capitalize()} recorded"


def _year_label(year: Figure, months: Months) -> str:
    """The year; one that is printed though too little of it is held says so."""
    is_short = year.status == "known" and year.period in months.incomplete
    return f"{year.period.label}, incomplete" if is_short else year.period.label


def _row(label: str, number: Number, places: int) -> Row:
    figure = number.figure
    return (label, number, between(figure, places), figure.period.label, _source(figure))


def _severity_row(severity: Figure) -> Row:
    label, number, _, *rest = _row("Severity of one offence, points", whole(severity), 0)
    lower, _, upper = (told := between(severity)).partition(" to ")
    return (label, number, "one weight" if lower == upper else told, *rest)


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

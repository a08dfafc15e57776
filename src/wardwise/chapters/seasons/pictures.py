"""The grid of months, and the tables of seasons, of levels, and of days that differ."""

from __future__ import annotations

from wardwise.chapters.seasons.findings import GroupSeason, SeasonsFindings, WeekFound
from wardwise.chapters.seasons.words import name_of
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.phrases import limits, listed
from wardwise.document.pictures import MonthGrid
from wardwise.document.sources import NAMES as SOURCES
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import (
    between,
    in_words,
    percent,
    rounded,
    signed_percent,
    some_of,
    whole,
)
from wardwise.domain.figure import Figure
from wardwise.domain.period import NAMES, Period
from wardwise.figures.day_kinds import BANK, DARK, HOT, KINDS, SCHOOL, DayKind
from wardwise.figures.level_changes import LevelChange
from wardwise.measures.time.change_points import ChangePoints
from wardwise.measures.time.month_index import MonthIndex


NO_PEAK = "The months differ, though no single one stands clearly above the average day"
HEADINGS = {
    BANK: "Bank holidays",
    SCHOOL: "School holidays",
    DARK: "Dark evenings",
    HOT: "Hot days",
}


def index_of(one: GroupSeason) -> MonthIndex:
    """The index of a group that has a season."""
    index = one.season.index
    assert isinstance(index, MonthIndex), "a season has an index"
    return index


def months_of(found: SeasonsFindings) -> Period:
    """The months that the seasons rest on."""
    return found.seasonal[0].season.months[0].period


def levels_period(found: SeasonsFindings) -> Period:
    """The months in which changes of level were looked for."""
    last = found.period.last
    longest = max(one.found.months for one in found.levels if isinstance(one.found, ChangePoints))
    return Period(last.plus(1 - longest), last)


def grid_picture(found: SeasonsFindings) -> MonthGrid:
    """Every group with a season: which months are clearly above and below the average day."""
    rows = found.seasonal
    indexes = [index_of(one) for one in rows]
    return MonthGrid(
        name="seasons-grid",
        title=_title(found),
        subtitle="Each month against the average day, in percent, where it is clearly above or "
        f"below it; {indexes[0].years} years to {found.period.last.label}; offences with no "
        "season are left out",
        source=SOURCES.get(found.source, found.source),
        alt=" ".join(_alt(one) for one in rows),
        table=index_table(found),
        names=tuple(name_of(one.offence) for one in rows),
        index=tuple(one.index for one in indexes),
        clear=tuple(_clear(one) for one in indexes),
    )


def _title(found: SeasonsFindings) -> str:
    """The high months of the one offence with a season, or what is high when most are."""
    rows = found.seasonal
    if len(rows) == 1:
        high = [NAMES[n] for n in index_of(rows[0]).high]
        return f"{name_of(rows[0].offence)}: highest in {listed(high)}" if high else NO_PEAK
    counted = [sum(n in index_of(one).high for one in rows) for n in range(1, 13)]
    most = max(counted)
    if most < 2:
        return "Each offence with a season has high months of its own"
    months = [NAMES[n + 1] for n in range(12) if counted[n] == most]
    how_many = f"all {in_words(most)}" if most == len(rows) else some_of(most, len(rows))
    return f"{listed(months)}: high for {how_many} with a season"


def _clear(index: MonthIndex) -> tuple[int, ...]:
    return tuple((n in index.high) - (n in index.low) for n in range(1, 13))


def _alt(one: GroupSeason) -> str:
    index = index_of(one)
    top = max(range(12), key=lambda n: index.index[n])
    low = min(range(12), key=lambda n: index.index[n])
    return (
        f"{name_of(one.offence)}: highest in {NAMES[top + 1]} at {rounded(index.index[top], 0)}, "
        f"lowest in {NAMES[low + 1]} at {rounded(index.index[low], 0)}, of 100 on an average day."
    )


def index_table(found: SeasonsFindings) -> Table:
    """The index of every month with its interval, a row for each month, offences across."""
    rows = found.seasonal
    return Table(
        name="seasons-index",
        sheet="Month index",
        caption="Index of each month, 100 = an average day, with 95% intervals",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Month", Align.LEFT),
            Column("Index"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(
            (name_of(one.offence), NAMES[n + 1], whole(figure), between(figure))
            for one in rows
            for n, figure in enumerate(one.season.months)
        ),
        groups=tuple(12 * n for n in range(1, len(rows))),
        source=source_line(found.source, months_of(found)),
        appendix=True,
    )


def strength_table(found: SeasonsFindings) -> Table:
    """The highest and the lowest month, and how much of the ups and downs the season is."""
    return Table(
        name="seasons-strength",
        sheet="Seasons",
        caption="Offences with a season",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Highest month, 100 = average day", Align.LEFT),
            Column("Lowest month", Align.LEFT),
            Column("Season's part"),
        ),
        rows=tuple(_strength_row(one) for one in found.seasonal),
        notes=(
            say(
                "The season's part is how much of the ups and downs about the trend comes again "
                "each year (STL). Chance alone gives about a third of it in three years of "
                "months, and half in two: it orders seasons and does not prove them."
            ),
        ),
        source=source_line(found.source, months_of(found)),
    )


def _strength_row(one: GroupSeason) -> tuple[Cell, ...]:
    index, months = index_of(one), one.season.months
    top = max(range(12), key=lambda n: index.index[n])
    low = min(range(12), key=lambda n: index.index[n])
    return (
        name_of(one.offence),
        _month_cell(top, months[top]),
        _month_cell(low, months[low]),
        percent(one.strength, 0) if one.strength is not None else "–",
    )


def _month_cell(n: int, figure: Figure) -> Text:
    return say("{month} {n} ({range})", month=NAMES[n + 1], n=whole(figure), range=between(figure))


def levels_table(found: SeasonsFindings) -> Table:
    """Every change of level, with what is known to have happened about then."""
    return Table(
        name="seasons-levels",
        sheet="Changes of level",
        caption="Changes of level",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("From", Align.LEFT),
            Column("Change"),
            Column("95% interval", quiet=True),
            Column("Known to have happened about then", Align.LEFT),
        ),
        rows=tuple(
            (
                name_of(one.offence),
                change.month.label,
                signed_percent(change.change, 0),
                limits(change.change, 0),
                _happened(change),
            )
            for one in found.levels
            for change in one.changes
        ),
        source=source_line(found.source, levels_period(found)),
    )


def _happened(change: LevelChange) -> str:
    told = [f"{one.month.label}: {one.what}" for one in change.happened]
    return "; ".join(told) if told else "nothing that is registered"


def kinds_table(week: WeekFound) -> Table:
    """What bank holidays, school holidays and dark evenings do to each group."""
    offences = list(dict.fromkeys(one.offence for one in week.kinds))
    held = {one.kind for one in week.kinds}
    kinds = [kind for kind in KINDS if kind != HOT or HOT in held]
    return Table(
        name="seasons-days",
        sheet="Days that differ",
        caption="Against days and hours like them: difference, with 95% interval",
        columns=(
            Column("Offence group", Align.LEFT),
            *(Column(HEADINGS[kind]) for kind in kinds),
        ),
        rows=tuple(
            (name_of(offence), *(_kind_cell(week, offence, kind) for kind in kinds))
            for offence in offences
        ),
        notes=(say("* beyond chance, allowing for the number of comparisons in the table."),)
        if any(one.is_beyond_chance for one in week.kinds)
        else (),
        source=source_line(week.crimes.sources[0], week.kinds_period),
    )


def _kind_cell(week: WeekFound, offence: str | None, kind: str) -> Cell:
    one: DayKind | None = next(
        (one for one in week.kinds if (one.offence, one.kind) == (offence, kind)), None
    )
    if one is None:
        return "too few"
    return say(
        "{n}{star} ({range})",
        n=signed_percent(one.change, 0),
        star="*" if one.is_beyond_chance else "",
        range=limits(one.change, 0),
    )

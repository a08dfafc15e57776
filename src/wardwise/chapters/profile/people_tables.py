"""Tables of people by group, of flags, and of hours by weekday."""

from __future__ import annotations

from wardwise.chapters.profile.age_tables import rate_cells, rate_columns, rate_notes
from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.hour_words import Timed
from wardwise.chapters.profile.people_again_tables import hides_any
from wardwise.chapters.profile.people_words import NOUN
from wardwise.chapters.profile.words import capital
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.pictures import HourGrid
from wardwise.document.sources import counted_in, source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, percent, rounded, whole
from wardwise.domain.figure import Figure
from wardwise.domain.period import Period
from wardwise.figures.people_flags import FlagLine
from wardwise.figures.people_found import PeopleFound, RoleFound
from wardwise.figures.people_groups import Group
from wardwise.figures.people_homes import HomesFound
from wardwise.figures.people_hours import FIRST_HOUR, Hours


HEADINGS = {
    "age band": "Age",
    "sex": "Sex",
    "ethnicity": "Ethnicity, as the supplier records it",
    "home": "Home",
    "relationship": "The victim is to the suspect",
}
AGAINST = "Home against the crime"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def people_table(profile: Profile, found: PeopleFound, part: RoleFound) -> Table:
    """Age, sex, ethnicity, home, relationship: people and shares, each property its own base."""
    rows: list[tuple[Cell, ...]] = []
    starts: list[int] = []
    for by, groups in part.groups.items():
        starts.append(len(rows))
        rows += _rows(HEADINGS[by], groups.groups, groups.missing, rate_cells(part, by))
    if isinstance(part.homes, HomesFound):
        starts.append(len(rows))
        homes, empty = part.homes, ("",) * len(rate_columns(part))
        rows += _rows(AGAINST, homes.groups, homes.missing, [empty] * (len(homes.groups) + 1))
    notes = [
        say("Each person once. Shares are of the people whose group is known."),
    ]
    if hides_any(rows):
        least = found.selected.desk.settings.people.least_count
        notes.append(
            say(
                f"[c] is a number from 1 to {least - 1}, or one that would give such a number "
                "away. A nought is shown."
            )
        )
    return Table(
        name=f"profile-{profile.slug}-{part.role}s",
        caption=f"{profile.name}: {NOUN[part.role]} by group",
        columns=(
            Column("Group", Align.LEFT),
            Column("People"),
            Column("Share"),
            Column("95% interval", quiet=True),
            *rate_columns(part),
        ),
        rows=tuple(rows),
        notes=(*notes, *rate_notes(part)),
        source=_source(part.people, found.crimes.period),
        groups=tuple(starts[1:]),
    )


def _rows(
    heading: str, groups: tuple[Group, ...], missing: Figure, rates: list[tuple[Cell, ...]]
) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [
        (
            f"{heading}: {group.name}",
            whole(group.count),
            percent(group.share),
            between(group.share, 1, "%"),
            *rates[n],
        )
        for n, group in enumerate(groups)
    ]
    return [*rows, (f"{heading}: not known, of all", "", percent(missing), "", *rates[-1])]


def flags_table(*, name: str, of: str, crimes: Figure, flags: tuple[FlagLine, ...]) -> Table:
    """Each flag: how many of the crimes carry it, and in how many it was used at all."""
    return Table(
        name=f"{name}-flags",
        caption=f"{of}: what the crimes are flagged with",
        columns=(
            Column("Flag", Align.LEFT),
            Column("Of the crimes"),
            Column("95% interval", quiet=True),
            Column("Answered, yes or no"),
        ),
        rows=tuple(_flag(line) for line in flags),
        notes=(say("A crime with two flags is in both rows. An unanswered flag is no ‘no’."),),
        source=_source(crimes, crimes.period),
    )


def _flag(line: FlagLine) -> tuple[Cell, ...]:
    return line.name, percent(line.share), between(line.share, 1, "%"), percent(line.used, 0)


def hours_picture(profile: Profile, found: Timed, hours: Hours) -> HourGrid:
    """A row a day from 06:00 to 06:00, with the table of the same numbers."""
    values = tuple(
        tuple(cell.number for cell in (_cell(hours, day, n) for n in range(24))) for day in range(7)
    )
    what = found.called(profile.reading.plural)
    until = (hours.busiest + 6) % 24
    title = (
        f"Most {what} happen between {hours.busiest:02d}:00 and {until:02d}:00"
        if hours.six_hours.number > 50
        else f"{capital(what)} by hour and weekday"
    )
    return HourGrid(
        name=f"profile-{profile.slug}-hours",
        title=title,
        subtitle=f"{capital(counted_in(found.crimes.sources[0]))} by hour and weekday, "
        f"{found.crimes.period.label}; a row runs from 06:00 to 06:00 of the next day; one "
        "with a span of time is shared out over it",
        source=_source(found.crimes, found.crimes.period),
        alt="; ".join(f"{DAYS[day]} {rounded(sum(row), 0)}" for day, row in enumerate(values)),
        table=hours_table(profile, found, hours),
        values=values,
        first_hour=FIRST_HOUR,
    )


def hours_table(profile: Profile, found: Timed, hours: Hours) -> Table:
    """The same numbers, an hour a row, each weekday as it stands in the calendar."""
    return Table(
        name=f"profile-{profile.slug}-hours-table",
        caption=f"{profile.name} by hour and weekday",
        columns=(Column("Hour from", Align.LEFT), *(Column(day[:3]) for day in DAYS)),
        rows=tuple(
            (f"{hour:02d}:00", *(decimal(hours.cells[hour][day]) for day in range(7)))
            for hour in range(24)
        ),
        source=_source(found.crimes, found.crimes.period),
        appendix=True,
    )


def _cell(hours: Hours, day: int, n: int) -> Figure:
    """The nth hour of a day that begins at six: after midnight it is the next weekday's."""
    hour = (FIRST_HOUR + n) % 24
    return hours.cells[hour][(day + (FIRST_HOUR + n) // 24) % 7]


def _source(figure: Figure, period: Period) -> str:
    """The extract that the figure's own people come from."""
    return source_line(figure.sources[-1], period)

"""Tables of people by group, of flags, and of hours by weekday."""

from __future__ import annotations

from wardwise.chapters.profile.age_tables import rate_cells, rate_columns, rate_notes
from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.people_again_tables import hides_any
from wardwise.chapters.profile.people_words import NOUN
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.period import Period
from wardwise.figures.people_flags import FlagLine
from wardwise.figures.people_found import PeopleFound, RoleFound
from wardwise.figures.people_groups import Group
from wardwise.figures.people_homes import HomesFound


HEADINGS = {
    "age band": "Age",
    "sex": "Sex",
    "ethnicity": "Ethnicity",
    "home": "Home",
    "relationship": "Relationship",
}
HOME, AGAINST = "home", "Home and crime"
COLUMNS = (
    Column("Group", Align.LEFT),
    Column("People"),
    Column("Share"),
    Column("95% interval", quiet=True),
)
OFF_PAPER = ("offender",)  # few beside the suspects, and the sentences say who they are


def people_table(profile: Profile, found: PeopleFound, part: RoleFound) -> Table:
    """Age, sex, ethnicity, relationship: people and shares, each property its own base."""
    rows: list[tuple[Cell, ...]] = []
    starts: list[int] = []
    for by, groups in part.groups.items():
        if by != HOME:
            starts.append(len(rows))
            rows += _rows(HEADINGS[by], groups.groups, groups.missing, rate_cells(part, by))
    return Table(
        name=f"profile-{profile.slug}-{part.role}s",
        caption=f"{profile.name}: {NOUN[part.role]} by group",
        columns=(*COLUMNS, *rate_columns(part)),
        rows=tuple(rows),
        notes=(*_notes(found, part, rows), *rate_notes(part)),
        source=_source(part.people, found.crimes.period),
        groups=tuple(starts[1:]),
        appendix=part.role in OFF_PAPER,
        off_paper=part.role in OFF_PAPER,
    )


def homes_table(profile: Profile, found: PeopleFound, part: RoleFound) -> Table | None:
    """Who lives here, and who where it happened: the sentences tell it, so never on paper."""
    rows: list[tuple[Cell, ...]] = []
    if HOME in part.groups:
        homes = part.groups[HOME]
        rows += _rows(HEADINGS[HOME], homes.groups, homes.missing, [()] * (len(homes.groups) + 1))
    starts = (len(rows),)
    if isinstance(part.homes, HomesFound):
        near = part.homes
        rows += _rows(AGAINST, near.groups, near.missing, [()] * (len(near.groups) + 1))
    if not rows:
        return None
    return Table(
        name=f"profile-{profile.slug}-{part.role}-homes",
        caption=f"{profile.name}: where {NOUN[part.role]} live",
        columns=COLUMNS,
        rows=tuple(rows),
        notes=tuple(_notes(found, part, rows)),
        source=_source(part.people, found.crimes.period),
        groups=tuple(start for start in starts if 0 < start < len(rows)),
        appendix=True,
        off_paper=True,
    )


def _notes(found: PeopleFound, part: RoleFound, rows: list[tuple[Cell, ...]]) -> list[Text]:
    whole_note = "Each person once. Shares are of the people whose group is known."
    if "ethnicity" in part.groups:
        whole_note += " Ethnicity is as the supplier records it."
    notes = [say(whole_note)]
    if hides_any(rows):
        least = found.selected.desk.settings.people.least_count
        words = "[c] is a number from 1 to {most}, or one that would give such a number away. "
        notes.append(say(words + "A nought is shown.", most=str(least - 1)))
    return notes


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


def _source(figure: Figure, period: Period) -> str:
    """The extract that the figure's own people come from."""
    return source_line(figure.sources[-1], period)

"""Tables of people by group, of flags, and of hours by weekday."""

from __future__ import annotations

from wardwise.chapters.profile.age_tables import rate_cells, rate_columns, rate_notes
from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.people_again_tables import hides_any
from wardwise.chapters.profile.people_words import NOUN
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import say
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
AGAINST = "Home and crime"
OFF_PAPER = ("offender",)  # few beside the suspects, and the sentences say who they are


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
        say(
            "Each person once. Shares are of the people whose group is known. Ethnicity is as the "
            "supplier records it."
            if "ethnicity" in part.groups
            else "Each person once. Shares are of the people whose group is known."
        ),
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
        appendix=part.role in OFF_PAPER,
        off_paper=part.role in OFF_PAPER,
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


def _source(figure: Figure, period: Period) -> str:
    """The extract that the figure's own people come from."""
    return source_line(figure.sources[-1], period)

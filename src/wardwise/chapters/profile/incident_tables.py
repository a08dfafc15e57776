"""Calls and cases by group, and from whom they came, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.incident_words import kind
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.survey import FEWEST_SHOWN
from wardwise.figures.incidents import IncidentSet
from wardwise.figures.people_flags import FlagLine
from wardwise.figures.people_groups import Groups
from wardwise.figures.survey import ProblemFound
from wardwise.figures.themes import DISTRICT


HEADINGS = {
    "category": "Kind",
    "outcome": "What was done",
    "age band": "Age of the person complained of",
    "premises": "Their home",
}


def groups_table(profile: Profile, found: IncidentSet, by: tuple[str, ...]) -> Table:
    """Each group of each property with its share; what is not known of all stands below."""
    rows: list[tuple[Cell, ...]] = []
    starts: list[int] = []
    shown = [(one, found.groups[one]) for one in by if one in found.groups]
    for property_, groups in shown:
        starts.append(len(rows))
        rows += group_rows(HEADINGS[property_], groups)
    what = "calls" if found.is_calls else "cases"
    return Table(
        name=f"profile-{profile.slug}-{what}-{by[0].replace(' ', '-')}",
        caption=f"{profile.name}: {_whose(found)} by group",
        columns=share_columns(what.capitalize()),
        rows=tuple(rows),
        notes=share_notes(
            [groups for _, groups in shown],
            least=found.selected.desk.settings.people.least_count,
        ),
        source=source_line(found.source, found.crimes.period),
        groups=tuple(starts[1:]),
    )


def share_columns(what: str) -> tuple[Column, ...]:
    """The columns of a table of groups; ``what`` is what is counted."""
    return (
        Column("Group", Align.LEFT),
        Column(what),
        Column("Share"),
        Column("95% interval", quiet=True),
    )


def group_rows(heading: str, groups: Groups) -> list[tuple[Cell, ...]]:
    """Each group of one property, then of all the share that is not known."""
    rows: list[tuple[Cell, ...]] = [
        (
            f"{heading}: {group.name if groups.by == DISTRICT else kind(group)}",
            whole(group.count),
            percent(group.share),
            between(group.share, 1, "%"),
        )
        for group in groups.groups
    ]
    return [*rows, (f"{heading}: not known, of all", "", percent(groups.missing), "")]


def share_notes(shown: Sequence[Groups], *, least: int) -> tuple[Text, ...]:
    """Of whom the shares are, and what a withheld number may be."""
    notes = [say("Shares are of those whose group is known.")]
    if any(groups.hides for groups in shown):
        words = f"[c] is a number from 1 to {least - 1}, or one that would give it away."
        notes.append(say(words))
    return tuple(notes)


def callers_table(profile: Profile, sets: tuple[IncidentSet, ...]) -> Table:
    """Each flag of each supplier: its share, and how often it is answered at all."""
    return Table(
        name=f"profile-{profile.slug}-callers",
        caption=f"{profile.name}: from whom calls and cases came",
        columns=(
            Column("", Align.LEFT),
            Column("Supplier", Align.LEFT),
            Column("Of all"),
            Column("95% interval", quiet=True),
            Column("Answered, yes or no"),
        ),
        rows=tuple(_flag(found, line) for found in sets for line in found.flags.values()),
        notes=(say("Somebody may have told the police and the council: the two are never added."),),
        source="; ".join(source_line(found.source, found.crimes.period) for found in sets),
    )


def _flag(found: IncidentSet, line: FlagLine) -> tuple[Cell, ...]:
    return (
        line.name,
        _whose(found).capitalize(),
        percent(line.share),
        between(line.share, 1, "%"),
        percent(line.used, 0),
    )


def _whose(found: IncidentSet) -> str:
    return "calls to the police" if found.is_calls else "cases of the council"


def concern_table(profile: Profile, found: ProblemFound) -> Table:
    """Everybody, then each group that replied enough."""
    lines = (("Everybody who replied", found.share), *found.groups)
    return Table(
        name=f"profile-{profile.slug}-concern",
        caption=f"{profile.name}: who calls it a very or fairly big problem where they live",
        columns=(
            Column("Residents", Align.LEFT),
            Column("Share"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple((name, percent(one), between(one, 1, "%")) for name, one in lines),
        notes=(
            say("Weighted by the survey. Who did not reply may think otherwise."),
            say(f"A group of fewer than {FEWEST_SHOWN} replies is not shown."),
        ),
        source=source_line(found.share.sources[0], found.share.period),
        groups=(1,),
    )

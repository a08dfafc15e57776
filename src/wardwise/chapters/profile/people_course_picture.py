"""How soon after the first, as a small picture with its table."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.people_again_names import NAMED
from wardwise.chapters.profile.people_again_tables import share_row
from wardwise.chapters.profile.people_again_words import SOON, is_soon, known_course
from wardwise.chapters.profile.words import capital
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.pictures import Bar, Bars
from wardwise.document.sources import source_line
from wardwise.document.words import rounded
from wardwise.figures.people_again import Again
from wardwise.figures.repeat_years import CourseLine


ALIKE = "were days alike"


def course_picture(profile: Profile, again: Again) -> Bars | None:
    """Repeats by how soon, each beside what even days would give; only where something shows."""
    lines = known_course(again)
    if not is_soon(again):
        return None
    were, figure = NAMED[again.what].were, lines[0].share
    soon = any(line.is_sooner and line.days <= SOON for line in lines)
    when = "within weeks" if soon else "within months"
    return Bars(
        name=f"profile-{profile.slug}-{again.what}-course",
        title=f"More are {were} {when} of the first than if every day were alike",
        subtitle=f"Of those {were} within a year: the share within so many days, with 95% "
        f"intervals; {figure.period.label}",
        source=source_line(figure.sources[-1], figure.period),
        alt="; ".join(
            f"within {line.days} days {rounded(line.share.number, 0)}%, if days were alike "
            f"{rounded(line.even.number, 0)}%"
            for line in lines
        ),
        table=_course_table(profile, again),
        bars=tuple(bar for line in lines for bar in _bars(line)),
        unit="% of repeats",
        dots=True,
    )


def _bars(line: CourseLine) -> tuple[Bar, Bar]:
    limits = line.share.interval
    lower, upper = (limits.lower, limits.upper) if limits else (None, None)
    within = Bar(f"Within {line.days} days", line.share.number, lower, upper, ours=True)
    return within, Bar(ALIKE, line.even.number)


def _course_table(profile: Profile, again: Again) -> Table:
    figure = known_course(again)[0].share
    return Table(
        name=f"profile-{profile.slug}-{again.what}-course-table",
        caption=f"{profile.name}: how soon after the first",
        columns=(
            Column("Within", Align.LEFT),
            Column("Share of repeats"),
            Column("95% interval", quiet=True),
            Column(capital(ALIKE), quiet=True),
        ),
        rows=tuple(
            share_row(f"{line.days} days", line.share, line.even) for line in known_course(again)
        ),
        source=source_line(figure.sources[-1], figure.period),
        appendix=True,
    )

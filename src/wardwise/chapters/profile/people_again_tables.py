"""Repeats in one table for each role and for addresses, and how soon as a small picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.people_again_words import (
    NAMED,
    SOON,
    day_words,
    is_soon,
    known_course,
)
from wardwise.chapters.profile.words import capital
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.pictures import Bar, Bars
from wardwise.document.sources import source_line
from wardwise.document.text import Number, say
from wardwise.document.words import WITHHELD, between, percent, rounded
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_again import Again


Row = tuple[Cell, ...]


def again_table(profile: Profile, again: Again) -> Table | None:
    """Within twelve months, how soon, and what the most repeated hold, beside chance."""
    parts = [[*_years(again)], [*_course(again)], [*_most(again)]]
    rows = [row for part in parts for row in part]
    if not rows:
        return None
    starts = [sum(len(part) for part in parts[:n]) for n in (1, 2)]
    figure = _first(again)
    return Table(
        name=f"profile-{profile.slug}-{again.what}-again",
        caption=f"{profile.name}: the same {NAMED[again.what].plural} again",
        columns=(
            Column("What", Align.LEFT),
            Column("Share"),
            Column("95% interval", quiet=True),
            Column("By chance", quiet=True),
        ),
        rows=tuple(rows),
        notes=(
            say(
                "By chance: as many if every day after the first were alike, or if offences fell "
                "blindly. [c] is of so few, or gives away so few, that it is not shown."
                if hides_any(rows)
                else "By chance: as many if every day after the first were alike, or if offences "
                "fell blindly."
            ),
        ),
        source=source_line(figure.sources[-1], figure.period),
        groups=tuple(sorted({start for start in starts if 0 < start < len(rows)})),
    )


def hides_any(rows: Sequence[Row]) -> bool:
    """Whether a number of the rows is withheld."""
    cells = (cell for row in rows for cell in row)
    return any(isinstance(cell, Number) and cell.text == WITHHELD for cell in cells)


def _first(again: Again) -> Figure:
    """A figure whose source and months the table is of."""
    if isinstance(again.share, Figure):
        return again.share
    assert not isinstance(again.most, NotKnown), "by its rows"
    return again.most[0].share


def _years(again: Again) -> Iterator[Row]:
    if isinstance(again.share, NotKnown):
        return
    named = NAMED[again.what]
    told = f"{capital(named.were)} within twelve months"
    yield _row(told, again.share)
    if isinstance(again.years, NotKnown):
        return
    until = day_words(again.years.until)
    yield _row(f"{told}, of those {named.first} in the year to {until}", again.years.after)
    yield _row(f"{told}, of those of the year before", again.years.before)


def _course(again: Again) -> Iterator[Row]:
    for line in () if isinstance(again.course, NotKnown) else again.course:
        told = f"Of those {NAMED[again.what].were}, within {line.days} days"
        yield _row(told, line.share, line.even)


def _most(again: Again) -> Iterator[Row]:
    for one in () if isinstance(again.most, NotKnown) else again.most:
        told = f"The most repeated {one.people_percent}%: share of the offences"
        yield told, percent(one.share), "", percent(one.chance)
        if one.harm is not None:
            yield told.replace("offences", "harm"), percent(one.harm), "", ""


def _row(told: str, figure: Figure, chance: Figure | None = None) -> Row:
    return told, percent(figure), between(figure, 1, "%"), percent(chance) if chance else ""


def course_picture(profile: Profile, again: Again) -> Bars | None:
    """Repeats by how soon, each beside what even days would give; only where something shows."""
    lines = known_course(again)
    if not is_soon(again):
        return None
    were, figure = NAMED[again.what].were, lines[0].share
    soon = any(line.is_sooner and line.days <= SOON for line in lines)
    when = "within weeks" if soon else "within months"
    bars: list[Bar] = []
    for line in lines:
        limits = line.share.interval
        bars.append(
            Bar(
                f"Within {line.days} days",
                line.share.number,
                limits.lower if limits else None,
                limits.upper if limits else None,
                ours=True,
            )
        )
        bars.append(Bar("were days alike", line.even.number))
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
        bars=tuple(bars),
        unit="% of repeats",
        dots=True,
    )


def _course_table(profile: Profile, again: Again) -> Table:
    figure = _first(again)
    return Table(
        name=f"profile-{profile.slug}-{again.what}-course-table",
        caption=f"{profile.name}: how soon after the first",
        columns=(
            Column("Within", Align.LEFT),
            Column("Share of repeats"),
            Column("95% interval", quiet=True),
            Column("Were days alike", quiet=True),
        ),
        rows=tuple(
            _row(f"{line.days} days", line.share, line.even) for line in known_course(again)
        ),
        source=source_line(figure.sources[-1], figure.period),
        appendix=True,
    )

"""Repeats in one table, for each role and for addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.people_again_names import NAMED
from wardwise.chapters.profile.people_again_words import day_words
from wardwise.chapters.profile.words import capital
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.text import Number, say
from wardwise.document.words import WITHHELD, between, percent
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
                "blindly."
            ),
        ),
        source=source_line(figure.sources[-1], figure.period),
        groups=tuple(sorted({start for start in starts if 0 < start < len(rows)})),
        appendix=True,
        off_paper=True,
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
    yield share_row(told, again.share)
    if isinstance(again.years, NotKnown):
        return
    until = day_words(again.years.until)
    yield share_row(f"{told}, of those {named.first} in the year to {until}", again.years.after)
    yield share_row(f"{told}, of those of the year before", again.years.before)


def _course(again: Again) -> Iterator[Row]:
    for line in () if isinstance(again.course, NotKnown) else again.course:
        told = f"Of those {NAMED[again.what].were}, within {line.days} days"
        yield share_row(told, line.share, line.even)


def _most(again: Again) -> Iterator[Row]:
    for one in () if isinstance(again.most, NotKnown) else again.most:
        told = f"The most repeated {one.people_percent}%: share of the offences"
        yield told, percent(one.share), "", percent(one.chance)
        if one.harm is not None:
            yield told.replace("offences", "harm"), percent(one.harm), "", ""


def share_row(told: str, figure: Figure, chance: Figure | None = None) -> Row:
    return told, percent(figure), between(figure, 1, "%"), percent(chance) if chance else ""

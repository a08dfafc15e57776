"""How much of a published count the source holds, and when a change cannot be told without it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wardwise.document.text import Text, say
from wardwise.document.words import percent
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.evidence import NotHeld, OfficialTable
from wardwise.domain.figure import Ask, Figure, Json, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.counted import Counted, asked_figure
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.official import official_offences_figure, official_row
from wardwise.figures.supply import against
from wardwise.reference.load import load_table


LEAST_HELD_PERCENT = 90.0
"""Below this share of the published count no change is told without saying so."""
CLOSE_OFFENCES = 5
"""A count that is within so many of the published one agrees with it, whatever the share."""


@dataclass(frozen=True)
class HeldPart:
    """A count of ours, the published one of the same months, and the first in percent of it."""

    held: Figure
    published: Figure
    percent: Figure

    @property
    def is_short(self) -> bool:
        """Whether so much is missing that a change may be a change in what is missing."""
        if self.percent.status != "known" or self.percent.number >= LEAST_HELD_PERCENT:
            return False
        return self.published.number - self.held.number > CLOSE_OFFENCES


@dataclass(frozen=True)
class PublishedInParts:
    """A crime type that the tables publish as several offences, of one partnership."""

    offence: str | None
    partnership: Area
    parts: tuple[str, ...]


def published_year(desk: Desk) -> Period | None:
    """The latest published year that the source holds whole."""
    table = desk.evidence.official
    if isinstance(table, NotHeld):
        return None
    counted = {rows.period for rows in desk.evidence.quality.source_rows}
    counts, codes = desk.counts_of(desk.area)
    for period in (table.latest, table.before):
        if period in counted and not isinstance(counts.total(period, codes=codes), NotKnown):
            return period
    return None


def published_parts(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Crime type → the published offences that hold the same, largest first here."""
    parts = {
        str(row["offence"]): tuple(str(row["ons_offences"]).split("; "))
        for row in load_table("police_uk_offence").rows
        if row["ons_offences"]
    }
    return {name: parts[name] for name in desk.offences if name in parts}


def held_part(desk: Desk, table: OfficialTable, period: Period, offence: str | None) -> HeldPart:
    """One group in one published year; None is all recorded crime."""
    held = offences_figure(desk, area=desk.area, period=period, offence=offence)
    published = _published(desk, table, period, offence)
    return HeldPart(held, published, against(held, published, detail="of the published count"))


def too_little_held(desk: Desk, offence: str | None) -> Figure | None:
    """The share held of the published count, where it is too small for a change to stand alone."""
    table, period = desk.evidence.official, published_year(desk)
    if isinstance(table, NotHeld) or period is None:
        return None
    if offence is not None and offence not in published_parts(desk):
        return None
    part = held_part(desk, table, period, offence)
    return part.percent if part.is_short else None


def told_with(share: Figure) -> Text:
    """What a change has to say in the same breath: ``in records that hold 68% of …``."""
    return say(
        "in records that hold only {share} of the count published for {year}",
        share=percent(share, 0),
        year=share.period.label,
    )


def _published(desk: Desk, table: OfficialTable, period: Period, offence: str | None) -> Figure:
    parts = published_parts(desk)[offence] if offence else ()
    partnership = Area(desk.evidence.place.csp_code, desk.area.name, AreaKind.PARTNERSHIP)
    if len(parts) > 1:
        return _together(desk, table, period, PublishedInParts(offence, partnership, parts))
    name = parts[0] if parts else None
    figure = official_offences_figure(desk, table, area=partnership, offence=name, period=period)
    return replace(figure, area=desk.area)


def _together(desk: Desk, table: OfficialTable, period: Period, group: PublishedInParts) -> Figure:
    rows = [official_row(table, group.partnership, part) for part in group.parts]
    counts = [row.offences if period == table.latest else row.before for row in rows]
    known = [count for count in counts if count is not None]
    named: list[Json] = list(group.parts)
    return asked_figure(
        desk,
        Ask(
            "official_offences_together",
            {"area": group.partnership.code, "offences": named, "last_month": str(period.last)},
        ),
        sum(known) if len(known) == len(counts) else NotKnown("a part of it is not published"),
        Counted(desk.area, period, table.source, Unit.OFFENCES, group.offence),
    )

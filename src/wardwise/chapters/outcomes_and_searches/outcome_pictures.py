"""Pictures of outcomes: how all offences ended, and the share charged by offence."""

from __future__ import annotations

from wardwise.chapters.outcomes_and_searches.findings import OutcomeRow, OutcomesFound
from wardwise.chapters.outcomes_and_searches.outcome_tables import (
    every_outcome_table,
    group_table,
)
from wardwise.document.bars import bar_of
from wardwise.document.phrases import listed
from wardwise.document.pictures import Bars
from wardwise.document.sources import source_line
from wardwise.document.words import between, percent
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.offences import ALL_RECORDED_CRIME


MANY = 3  # offences: more that cannot be told apart make no claim
FEW = 20  # offences: under so many a share is mostly chance


def groups_picture(found: OutcomesFound, area: Area, force: Area) -> Bars:
    """All recorded crime by last outcome, largest first, the missing last."""
    pairs = list(zip(found.groups, found.whole.shares, strict=True))
    known = sorted(pairs[:-2], key=lambda pair: -_number(pair[1]))
    rows = [*known, *pairs[-2:]]
    return Bars(
        name="outcome-groups-picture",
        title=f"{known[0][0]}: the most frequent outcome, {percent(known[0][1]).text} of offences",
        subtitle=f"Last outcome of offences recorded in {area.name}, percent, with 95% intervals; "
        f"{found.period.label}",
        source=source_line(found.source, found.period),
        alt=" ".join(f"{name}: {percent(share).text}." for name, share in rows),
        table=group_table(found, area, force),
        bars=tuple(bar_of(name, share, ours=True) for name, share in rows),
        unit="percent of offences",
    )


def charged_picture(found: OutcomesFound, area: Area) -> Bars:
    """The share charged by offence, the highest first, the whole marked."""
    rows = drawn(found)
    charged = found.whole.charged
    known = charged.status == "known"
    few = [str(row.offence) for row in found.rows[1:] if row not in rows]
    return Bars(
        name="charged",
        title=_charged_title(rows),
        subtitle=f"Offences recorded in {area.name} that ended with a charge or summons, percent, "
        f"with 95% intervals; {found.period.label}"
        + (f". Under {FEW} offences, not drawn: {', '.join(few)}" if few else ""),
        source=source_line(found.source, found.period),
        alt=" ".join(
            f"{row.offence}: {percent(row.charged).text} ({between(row.charged, 1, '%')})."
            for row in rows
        ),
        table=every_outcome_table(found, area),
        bars=tuple(bar_of(str(row.offence), row.charged, ours=True) for row in rows),
        unit="percent charged or summonsed",
        dots=True,
        reference=(charged.number, f"{ALL_RECORDED_CRIME}: {percent(charged).text}")
        if known
        else None,
    )


def drawn(found: OutcomesFound) -> list[OutcomeRow]:
    """Offences with enough counted for a share, the highest share charged first."""
    return [
        row
        for row in found.rows[1:]
        if row.charged.status == "known" and row.offences.number >= FEW
    ]


def _charged_title(rows: list[OutcomeRow]) -> str:
    if len(rows) < 2:
        return "Share charged by offence"
    most = level_with(rows, rows[0])
    if len(most) > MANY or len(most) == len(rows):
        return "No offence clearly ended with a charge more often than the rest"
    names = [str(row.offence) for row in most]
    return f"A charge came most often for {listed([name.lower() for name in names])}"


def level_with(rows: list[OutcomeRow], one: OutcomeRow) -> list[OutcomeRow]:
    """Those whose share charged cannot be told from that of ``one``, itself among them."""
    ours = one.charged.interval
    return [
        row
        for row in rows
        if row is one
        or ours is None
        or row.charged.interval is None
        or row.charged.interval.overlaps(ours)
    ]


def _number(figure: Figure) -> float:
    return figure.number if figure.status == "known" else -1.0

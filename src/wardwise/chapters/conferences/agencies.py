"""Who referred the cases: drawn and listed."""

from __future__ import annotations

from wardwise.chapters.conferences.findings import Conferences
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.bounded import count_cell
from wardwise.document.pictures import Bars
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.words import between, decimal, percent


def referred_blocks(found: Conferences) -> tuple[Block, ...]:
    """The agencies drawn and listed."""
    table = agencies_table(found)
    return (_agencies_picture(found, table), table)


def agencies_table(found: Conferences) -> Table:
    """Who referred, most first."""
    return Table(
        name="marac-agencies",
        caption=f"Who referred the cases heard, {found.span.whole.label}",
        columns=(
            Column("Agency", Align.LEFT),
            Column("Cases"),
            Column("Of the cases heard, %"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(
            (
                one.name,
                count_cell(one.told.count, one.told.least, one.told.most),
                decimal(one.share),
                between(one.share, 1),
            )
            for one in found.agencies
        ),
        source=source_line(found.source, found.span.whole),
        appendix=True,
        off_paper=True,  # the picture has every share with its interval
    )


def _agencies_picture(found: Conferences, table: Table) -> Bars:
    return Bars(
        name="marac-agencies-picture",
        title=_title(found),
        subtitle=f"Of the cases heard, percent by who referred, with 95% intervals; "
        f"{found.span.whole.label}",
        source=table.source,
        alt=" ".join(f"{one.name}: {percent(one.share).text}." for one in found.agencies),
        table=table,
        bars=tuple(bar_of(one.name, one.share, ours=True) for one in found.agencies),
        unit="percent of the cases heard",
    )


def _title(found: Conferences) -> str:
    first = found.agencies[0]
    if first.share.interval is None:
        return "Who referred the cases"
    if first.share.interval.lower > 50:
        return f"Most cases came from one agency: {first.name}, {percent(first.share).text}"
    return "No agency referred more than half of the cases"

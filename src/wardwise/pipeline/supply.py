"""`wardwise supply`: what partners have to supply each quarter, and what came, as of today."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wardwise.chapters.evidence_and_trust.supplied import quarters_table, supply_table
from wardwise.document.section import Document, Section
from wardwise.document.words import day_in_words
from wardwise.domain.errors import SettingsError
from wardwise.domain.marking import highest_marking
from wardwise.domain.period import Month, Period
from wardwise.domain.supply import quarters_to
from wardwise.evidence.partner_supply import supply as supplied_in
from wardwise.evidence.tables import open_tables
from wardwise.figures.desk import Desk
from wardwise.figures.supplied import SuppliedFigures, supplied_figures
from wardwise.measures.supply.days_late import days_late, due_on
from wardwise.pipeline.assess import STORE
from wardwise.pipeline.clock import today
from wardwise.pipeline.gather import Gatherer
from wardwise.pipeline.inputs import check_folders
from wardwise.pipeline.keeping import who
from wardwise.pipeline.laid_out import laid_out
from wardwise.pipeline.progress import quiet
from wardwise.render.sheets.xlsx import write_xlsx
from wardwise.sources.settings import read_settings
from wardwise.store.lock import sharing
from wardwise.store.tidy import TidyStore


HEADINGS = ("Quarter", "Due", "Received", "Late", "Rows used", "Set aside", "With a place", "Asked")


@dataclass(frozen=True)
class Tracked:
    """Every dataset and quarter, on the day on which it was asked."""

    desk: Desk
    rows: tuple[SuppliedFigures, ...]
    today: datetime.date


def supply(
    settings_file: Path,
    *,
    folders: Sequence[Path],
    store: Path | None = None,
    to: Path | None = None,
    tell: Callable[[str], None] = quiet,
) -> str:
    """The tracker as plain text, and as a workbook where a file is named."""
    with sharing(store or Path("out") / STORE, "supply", by=who()):
        found = track(settings_file, folders=folders, store=store, tell=tell)
    if to is not None:
        if to.suffix != ".xlsx":
            raise SettingsError(f"--to {to.name}: expected a name that ends in .xlsx.")
        write_xlsx(_document(found), to)
    return supply_text(found)


def track(
    settings_file: Path,
    *,
    folders: Sequence[Path],
    store: Path | None = None,
    tell: Callable[[str], None] = quiet,
) -> Tracked:
    """The assessment's four quarters, and the last four that have ended by today."""
    settings = read_settings(settings_file)
    if not settings.partner_files:
        raise SettingsError(
            f"{settings_file.name}: it lists no partner_files. How to list one is in"
            " docs/how-to/read_a_partners_file.md."
        )
    check_folders(folders)
    tidy = TidyStore(store or Path("out") / STORE)
    gathered = Gatherer(settings, folders, tidy, beside=settings_file.parent).gather(tell)
    desk = Desk(laid_out(settings, gathered, tidy), settings)
    now = today()
    ended = Month(now.year, now.month).plus(-1)
    quarters = sorted({*quarters_to(desk.latest.last), *quarters_to(ended)})
    tables = open_tables(gathered.tables)
    found = supplied_in(tables, settings, quarters)
    assert found is not None, "partners' files are listed, so that their table is there"
    return Tracked(desk, tuple(supplied_figures(desk, row) for row in found.rows), now)


def supply_text(found: Tracked) -> str:
    """A plain table for a terminal or a file."""
    lines = [
        f"Prescribed information for {found.desk.area.name}, on {day_in_words(found.today)}",
        "By SI 2007/1831 each quarter is due by the end of the next one.",
    ]
    title = ""
    cells = [supply_cells(row, found.today) for row in found.rows]
    widths = [max(map(len, column)) for column in zip(HEADINGS, *cells, strict=True)]
    for row, told in zip(found.rows, cells, strict=True):
        if row.supply.prescribed.title != title:
            title = row.supply.prescribed.title
            lines += ["", f"{title} ({row.supply.prescribed.supplier})", _line(HEADINGS, widths)]
        lines.append(_line(told, widths))
        lines += [f"      {n:>8,}  {why}" for why, n in row.supply.set_aside.items()]
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
    return ("  " + "  ".join(padded)).rstrip()


def supply_cells(row: SuppliedFigures, today: datetime.date) -> tuple[str, ...]:
    """One dataset in one quarter, in the order of ``HEADINGS``."""
    supply = row.supply
    due = due_on(quarter_ends=str(supply.quarter.last))
    asked = "; ".join(supply.asked) or "–"
    if supply.received_on is None:
        late = days_late(quarter_ends=str(supply.quarter.last), received_on=today.isoformat())
        said = "not supplied" if due < today else "not due yet"
        told = f"{late:,} days and counting" if late else "–"
        return (supply.quarter.label, day_in_words(due), said, told, "–", "–", "–", asked)
    share = row.located_percent
    return (
        supply.quarter.label,
        day_in_words(due),
        day_in_words(supply.received_on) + ("" if supply.is_whole else " (in part)"),
        f"{row.days_late.number:,.0f} days" if row.days_late.number else "in time",
        f"{supply.rows:,}",
        f"{sum(supply.set_aside.values()):,}",
        f"{share.number:.1f}% {', '.join(supply.places)}" if share.status == "known" else "–",
        asked,
    )


def _document(found: Tracked) -> Document:
    """The two tables of the evidence chapter, on the quarters looked at here."""
    desk = found.desk
    periods = [row.supply.quarter for row in found.rows]
    whole = Period(min(periods).first, max(one.last for one in periods))
    markings = [one.marking for one in desk.settings.partner_files if one.marking]
    return Document(
        kind="supply",
        title=f"What partners supplied to {desk.area.name}",
        partnership=desk.area.name,
        subtitle=f"Prescribed information on {day_in_words(found.today)}",
        period=whole.label,
        marking=highest_marking([desk.settings.document.marking, *markings]),
        run=found.today.isoformat(),
        prepared_by=desk.settings.document.prepared_by,
        sections=(
            Section(
                "What partners supply each quarter",
                "evidence-supplied",
                (quarters_table(found.rows, judged_on=found.today), supply_table(found.rows)),
            ),
        ),
    )

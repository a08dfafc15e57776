"""Admissions and ambulance calls by quarter: the answer, a picture of each, one table."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.other_services.changes import how_changed
from wardwise.chapters.other_services.emergency_tables import few_note
from wardwise.document.blocks import Align, Cell, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.phrases import during, listed, verdict_of
from wardwise.document.pictures import Bar, Bars
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Text, join, say
from wardwise.document.words import whole
from wardwise.domain.figure import Figure
from wardwise.domain.period import NAMES, Period
from wardwise.domain.verdict import Verdict
from wardwise.figures.services import Service, is_rare


DRAWN = 8
"""Quarters in a picture; the table has them all."""
INSTEAD = (
    "An admission is coded on the ward, and a call by what the caller said: another way of coding "
    "moves both. Fewer admissions can mean fewer beds, and not fewer injuries."
)
MISSING = (
    "One person may be a call, a patient and an admission: the counts are never added. Abuse that "
    "nobody named is in no count of it."
)
WORD = {
    Verdict.ROSE: "rose on the year before",
    Verdict.FELL: "fell on the year before",
    Verdict.NO_CLEAR_CHANGE: "show no clear change on the year before",
}


def quarter_blocks(found: Sequence[Service]) -> tuple[Block, ...]:
    """All of them; where one is held alone, it alone."""
    table = quarters_table(found)
    return (
        Paragraph(_answer(found), lead=True),
        Paragraph(join([_moved(one) for one in found])),
        *(_picture(one, table) for one in found if not is_rare(one.selected.held)),
        table,
        Note(NoteKind.ALTERNATIVE, say(INSTEAD)),
        Note(NoteKind.MISSING, say(MISSING)),
    )


def _answer(found: Sequence[Service]) -> Text:
    """Which of the counts moved beyond chance, if any did."""
    moved = [one for one in found if verdict_of(one.change) in (Verdict.ROSE, Verdict.FELL)]
    if moved:
        names = listed([one.plural for one in moved])
        return say("Beyond chance moved: {names}.", names=names)
    names = listed([one.plural for one in found], last="or")
    return say("There is no clear change in {names}.", names=names)


def _moved(found: Service) -> Text:
    return say(
        "{n} {what} were counted {period}; the number {changed}.",
        n=whole(found.count),
        what=found.plural,
        period=during(found.count.period),
        changed=how_changed(found),
    )


def quarters_table(found: Sequence[Service]) -> Table:
    """A row for each quarter, the latest last."""
    held = [{one.period: one for one in service.quarters} for service in found]
    periods = sorted({period for one in held for period in one}, key=lambda one: one.first.ordinal)
    rows = tuple((_name(one), *(_cell(of.get(one)) for of in held)) for one in periods)
    is_hidden = any(one.status == "withheld" for of in held for one in of.values())
    least = found[0].selected.desk.settings.people.least_count
    return Table(
        name="service-quarters",
        caption="Admissions and calls by quarter",
        columns=(
            Column("Quarter", Align.LEFT),
            *(Column(service.selected.name) for service in found),
        ),
        rows=rows,
        notes=(
            say("[x] is a quarter that the file does not hold whole."),
            *([few_note(least)] if is_hidden else []),
        ),
        source="; ".join(source_line(service.source) for service in found),
    )


def _cell(figure: Figure | None) -> Cell:
    return "–" if figure is None else whole(figure)


def _name(period: Period) -> str:
    """``Oct to Dec 2025``."""
    first, last = period.first, period.last
    year = "" if first.year == last.year else f" {first.year}"
    return f"{NAMES[first.number][:3]}{year} to {NAMES[last.number][:3]} {last.year}"


def _picture(found: Service, table: Table) -> Bars:
    shown = found.quarters[-DRAWN:]
    return Bars(
        name=f"quarters-{found.selected.chosen.dataset.replace('_', '-')}",
        title=_title(found),
        subtitle=f"{found.selected.name} by quarter, with 95% intervals; "
        f"{shown[0].period.first.label} to {shown[-1].period.last.label}",
        source=source_line(found.source),
        alt=" ".join(f"{_name(one.period)}: {whole(one).text}." for one in shown),
        table=table,
        bars=tuple(_bar(one) for one in shown),
        unit="a quarter",
    )


def _title(found: Service) -> str:
    """What the test of the year says, or that it cannot."""
    said = WORD.get(verdict_of(found.change), "cannot be compared with the year before")
    when = "" if found.is_whole else f", {found.compared.label}"
    return f"{found.selected.name} {said}{when}"


def _bar(figure: Figure) -> Bar:
    name = _name(figure.period)
    if figure.status != "known":
        few = figure.status == "withheld"
        return Bar(name, None, ours=True, why_not="too few to show" if few else "not supplied")
    span = figure.interval
    lower, upper = (span.lower, span.upper) if span else (None, None)
    return Bar(name, figure.number, lower, upper, ours=True)

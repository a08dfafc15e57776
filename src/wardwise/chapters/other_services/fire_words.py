"""The words on fires: how many were set, where, and in which homes no alarm was found."""

from __future__ import annotations

from wardwise.chapters.other_services.changes import how_changed
from wardwise.chapters.other_services.emergency_tables import few_note
from wardwise.chapters.other_services.findings import Fires, WardFires
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Align, Cell, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.phrases import during
from wardwise.document.pictures import Bars
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, decimal, percent, some_of, whole
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown


DRAWN, LISTED = 10, 25
INSTEAD = (
    "Dry weather raises small outdoor fires everywhere, and crews differ in how readily they call "
    "a fire deliberate. Residents per ward say little where few people live and many pass through."
)
MISSING = (
    "Fires to which nobody was called, and who set them. How many homes have no alarm at all is "
    "not held, so that a ward with more such fires may only have more fires."
)


def fire_blocks(found: Fires, area: Area) -> tuple[Block, ...]:
    """The answer, the wards drawn and listed, what else it may be."""
    table = wards_table(found, area)
    kinds = _kinds(found)
    return (
        Paragraph(answer(found), lead=True),
        *([Paragraph(kinds)] if kinds else []),
        *((_picture(found, table), table) if found.wards else ()),
        Note(NoteKind.ALTERNATIVE, say(INSTEAD)),
        Note(NoteKind.MISSING, say(MISSING)),
    )


def answer(found: Fires) -> Text:
    """How many were deliberate, the change, and the homes without an alarm."""
    count = found.deliberate.count
    told = [
        say(
            "The fire service attended {n} deliberate fires {period} (95% interval {range}). The "
            "number {changed}.",
            n=whole(count),
            period=during(count.period),
            range=between(count),
            changed=how_changed(found.deliberate),
        )
    ]
    if found.no_alarm:
        told.append(
            say(
                "In {n} fires in homes no smoke alarm was found; that number {changed}.",
                n=whole(found.no_alarm.count),
                changed=how_changed(found.no_alarm),
            )
        )
    return join(told)


def _kinds(found: Fires) -> Text | None:
    if isinstance(found.kinds, NotKnown):
        return None
    shown = [one for one in found.kinds.groups if one.share.status == "known"]
    if not shown:
        return None
    told = [
        say("{name} ({share})", share=percent(one.share, 0), name=one.name.lower()) for one in shown
    ]
    return say("By kind they are: {told}.", told=join(told, ", "))


def clearly_above(found: Fires) -> tuple[WardFires, ...]:
    """Wards whose 99.8% interval lies above the rate of the partnership."""
    if found.rate is None or found.rate.status != "known":
        return ()
    whole_rate = found.rate.number
    return tuple(
        ward
        for ward in found.wards
        if ward.rate.interval is not None and ward.rate.interval.lower > whole_rate
    )


def _picture(found: Fires, table: Table) -> Bars:
    shown = [ward for ward in found.wards if ward.rate.status == "known"][:DRAWN]
    return Bars(
        name="fires-wards",
        title=_title(found),
        subtitle=f"Deliberate fires per 1,000 residents in the {len(shown)} wards with the highest "
        f"rates that are shown, with 99.8% intervals; {found.deliberate.count.period.label}",
        source=table.source,
        alt=" ".join(f"{ward.area.name}: {decimal(ward.rate, 2).text}." for ward in shown),
        table=table,
        bars=tuple(bar_of(ward.area.name, ward.rate, ours=False) for ward in shown),
        unit="per 1,000 residents",
        dots=True,
        reference=(found.rate.number, "the partnership")
        if found.rate and found.rate.status == "known"
        else None,
    )


def _title(found: Fires) -> str:
    above = len(clearly_above(found))
    if not above:
        return "No ward has clearly more deliberate fires per resident than the partnership"
    words = some_of(above, len(found.wards))
    return (
        f"{words[:1].upper()}{words[1:]} wards clearly {'has' if above == 1 else 'have'} more "
        "deliberate fires per resident than the partnership"
    )


def wards_table(found: Fires, area: Area) -> Table:
    """Every ward, the highest rate first, and the partnership as a whole last."""
    rows = [_row(ward.area.name, ward.count, ward.rate, ward.no_alarm) for ward in found.wards]
    if found.rate:
        rows.append(_row(area.name, found.deliberate.count, found.rate, found.homes))
    return Table(
        name="fires-by-ward",
        caption="Deliberate fires, and homes on fire without a smoke alarm, by ward",
        columns=(
            Column("Ward", Align.LEFT),
            Column("Deliberate fires"),
            Column("Per 1,000 residents"),
            Column("Interval", quiet=True),
            Column("Homes without an alarm"),
        ),
        rows=tuple(rows),
        notes=(
            say("Intervals are of 99.8% for wards and of 95% for the partnership."),
            *(
                [say("Homes without an alarm: {when}.", when=found.homes.period.label)]
                if found.homes
                else []
            ),
            *([few_note(found.least)] if _hides(found) else []),
        ),
        source=source_line(found.deliberate.source, found.deliberate.count.period),
        emphasis=(len(found.wards),) if found.rate else (),
        appendix=len(rows) > LISTED,
    )


def _row(name: str, count: Figure, rate: Figure, homes: Figure | None) -> tuple[Cell, ...]:
    return (
        name,
        whole(count),
        decimal(rate, 2),
        between(rate, 2),
        "–" if homes is None else whole(homes),
    )


def _hides(found: Fires) -> bool:
    shown = [figure for ward in found.wards for figure in (ward.count, ward.no_alarm) if figure]
    return any(figure.status == "withheld" for figure in shown)

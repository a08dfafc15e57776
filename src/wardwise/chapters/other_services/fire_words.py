"""The words on fires: how many were set, where, and in which homes no alarm was found."""

from __future__ import annotations

from wardwise.chapters.other_services.changes import how_changed
from wardwise.chapters.other_services.findings import Fires
from wardwise.chapters.other_services.fire_picture import wards_picture
from wardwise.chapters.other_services.fire_table import wards_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import during
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.area import Area
from wardwise.domain.nothing import NotKnown


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
        *((wards_picture(found, table), table) if found.wards else ()),
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

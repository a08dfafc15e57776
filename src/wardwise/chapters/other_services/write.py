"""The words: assaults at the emergency department, admissions and calls, fires."""

from __future__ import annotations

from wardwise.chapters.other_services.emergency_words import emergency_blocks
from wardwise.chapters.other_services.findings import OtherServices
from wardwise.chapters.other_services.fire_words import fire_blocks
from wardwise.chapters.other_services.quarter_words import quarter_blocks
from wardwise.document.blocks import Paragraph
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import whole
from wardwise.figures.not_held import needs_paragraph


def write(found: OtherServices) -> Section:
    """The answer of the whole, then each part, or in a sentence what it needs."""
    return Section(
        title="What health and fire services see",
        anchor="other-services",
        new_page=True,
        blocks=(Paragraph(_answer(found), lead=True),),
        sections=(
            Section("Assaults seen at the emergency department", "ed-assaults", _injuries(found)),
            Section("Admissions and ambulance calls", "admissions-and-calls", _quarters(found)),
            Section("Deliberate fires and smoke alarms", "service-fires", _fires(found)),
        ),
    )


def _answer(found: OtherServices) -> Text:
    """Each service's count, and that none is a part of another."""
    told = []
    if found.emergency:
        n = whole(found.emergency.service.count)
        told.append(
            say("{n} people were treated at the emergency department after an assault.", n=n)
        )
    if found.quarterly:
        counts = [say("{n} {what}", n=whole(one.count), what=one.plural) for one in found.quarterly]
        told.append(say("There were {told}.", told=_and(counts)))
    if found.fires:
        n = whole(found.fires.deliberate.count)
        told.append(say("{n} fires were set deliberately.", n=n))
    return join(told) if told else say("Little is known here of what other services see.")


def _and(parts: list[Text]) -> Text:
    return join(parts[:-1], ", ") + " and " + parts[-1] if len(parts) > 1 else parts[0]


def _injuries(found: OtherServices) -> tuple[Block, ...]:
    if found.emergency:
        return emergency_blocks(found.emergency)
    return (
        needs_paragraph(
            about="how many people are treated after an assault, where they were hurt and how",
            what="the emergency department's record of assaults, with hour, place and weapon",
            whom="the hospital or the integrated care board",
        ),
    )


def _quarters(found: OtherServices) -> tuple[Block, ...]:
    if found.quarterly:
        return quarter_blocks(found.quarterly)
    return (
        needs_paragraph(
            about="how many people are admitted for violence or abuse, or call for help",
            what="admissions by ICD-10 block and calls by category",
            whom="the integrated care board and the ambulance service",
        ),
    )


def _fires(found: OtherServices) -> tuple[Block, ...]:
    if found.fires:
        return fire_blocks(found.fires, found.area)
    return (
        needs_paragraph(
            about="how many fires are set deliberately, and in how many homes no alarm is found",
            what="the quarterly record of fires by type and place",
            whom="the fire and rescue service",
        ),
    )

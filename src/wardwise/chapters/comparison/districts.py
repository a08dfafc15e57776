"""The words on the force's districts in the recorded-crime source."""

from __future__ import annotations

from wardwise.chapters.comparison.findings import ComparisonFindings, Recorded
from wardwise.chapters.comparison.tables import district_table
from wardwise.chapters.comparison.trend import trend_picture
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.initials import capital
from wardwise.document.phrases import during
from wardwise.document.section import Block
from wardwise.document.text import Text, say
from wardwise.document.words import decimal


def districts(found: ComparisonFindings, recorded: Recorded) -> tuple[Block, ...]:
    if len(recorded.districts) < 2:
        return (
            Note(
                NoteKind.MISSING,
                say(
                    "This needs the records of the force's other districts for {period}, from the "
                    "police force or data.police.uk.",
                    period=recorded.period.label,
                ),
            ),
        )
    blocks: list[Block] = [Paragraph(_latest(recorded), lead=True)]
    if recorded.force and recorded.charts:
        blocks.append(trend_picture(found, recorded, recorded.ours.change, recorded.force.change))
    blocks.append(district_table(found, recorded))
    if recorded.missing:
        blocks.append(
            Note(
                NoteKind.MISSING,
                say(
                    "The source does not hold every district of {force}, so the force area as a "
                    "whole is not shown.",
                    force=found.force.name,
                ),
            )
        )
    return tuple(blocks)


def _latest(recorded: Recorded) -> Text:
    rows = [row for row in recorded.districts if row.rate.status == "known"]
    if not rows:
        return say("No district has a whole year in {period}.", period=recorded.period.label)
    first, last, when = rows[0], rows[-1], during(recorded.period)
    return say(
        "{when} the rate by police records runs from {high} offences for every 1,000 Census "
        "residents in {first} to {low} in {last}.",
        when=capital(when),
        high=decimal(first.rate),
        first=first.area.name,
        low=decimal(last.rate),
        last=last.area.name,
    )

"""The words by offence: what stands clear of the middle of similar partnerships."""

from __future__ import annotations

from wardwise.chapters.comparison.findings import ComparisonFindings, Published, Standing
from wardwise.chapters.comparison.key_findings import drawn, standing_out
from wardwise.chapters.comparison.pictures import (
    above_picture,
)
from wardwise.chapters.comparison.places import place_words
from wardwise.chapters.comparison.tables import offence_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import decimal, rounded, signed_percent
from wardwise.reference.load import load_table


NAMED = 4  # offences named in a sentence; the table has them all


def offences(found: ComparisonFindings, published: Published) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(_standing_out(published), lead=True)]
    if drawn(published.standings):
        blocks.append(above_picture(found, published))
    homes = next((one for one in published.standings if one.households), None)
    if homes and homes.ours.status == "known":
        blocks.append(Paragraph(_homes(homes)))
    blocks.append(offence_table(found, published))
    blocks += [Note(NoteKind.ALTERNATIVE, text) for text in _instead(published)]
    return tuple(blocks)


def _instead(published: Published) -> list[Text]:
    """What the offences furthest above and below the middle might be instead."""
    readings = load_table("offence_reading").by("candidate")
    furthest = [
        str(rows[0].offence)
        for rows in (
            standing_out(published.standings, high=True),
            standing_out(published.standings, high=False),
        )
        if rows and (rows[0].offence,) in readings
    ]
    told = [f"{name}: {readings[(name,)]['instead']}." for name in furthest]
    return [Text((" ".join(told),))] if told else []


def _standing_out(published: Published) -> Text:
    high = standing_out(published.standings, high=True)
    low = standing_out(published.standings, high=False)
    if all(one.above.status != "known" for one in published.standings):
        return say("Without a published rate no offence here has a place among others.")
    if not high and not low:
        return say(
            "No offence stands clear of the middle of the most similar partnerships: for each, "
            "the places that the data allow lie on both sides of it."
        )
    above = (
        say("Beyond chance above the middle of similar partnerships: {names}.", names=_named(high))
        if high
        else say("No offence is beyond chance above the middle of similar partnerships.")
    )
    below = (
        say("Below it: {names}.", names=_named(low))
        if low
        else say("None is beyond chance below it.")
    )
    return join([above, below])


def _named(rows: list[Standing]) -> Text:
    named = [
        say("{name} ({gap})", name=str(one.offence).lower(), gap=signed_percent(one.above, 0))
        for one in rows[:NAMED]
    ]
    more = len(rows) - len(named)
    return join([*named, *([say("and {n} more", n=rounded(more, 0))] if more else [])], ", ")


def _homes(homes: Standing) -> Text:
    return say(
        "Burglary of homes is better counted by homes: {ours} for every 1,000 households, {rank}. "
        "The middle one of the others had {similar}, the force area {force}, and England and Wales "
        "{country}.",
        ours=decimal(homes.ours),
        rank=place_words(homes.among_similar, "similar partnerships"),
        similar=decimal(homes.similar),
        force=decimal(homes.force),
        country=decimal(homes.country),
    )

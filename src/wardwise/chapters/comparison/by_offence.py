"""The words by offence: what stands clear of the middle of similar partnerships."""

from __future__ import annotations

from wardwise.chapters.comparison.findings import ComparisonFindings, Published, Standing
from wardwise.chapters.comparison.key_findings import drawn, standing_out
from wardwise.chapters.comparison.pictures import (
    above_picture,
)
from wardwise.chapters.comparison.places import place_cell, place_words
from wardwise.chapters.comparison.tables import offence_table
from wardwise.document.blocks import Paragraph
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import decimal, signed_percent


NAMED = 4  # offences named in a sentence; the table has them all


def offences(found: ComparisonFindings, published: Published) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(_standing_out(found, published), lead=True)]
    if drawn(published.standings):
        blocks.append(above_picture(found, published))
    homes = next((one for one in published.standings if one.households), None)
    if homes and homes.ours.status == "known":
        blocks.append(Paragraph(_homes(homes)))
    blocks.append(offence_table(found, published))
    return tuple(blocks)


def _standing_out(found: ComparisonFindings, published: Published) -> Text:
    said = []
    for high, words in ((True, "upper"), (False, "lower")):
        rows = standing_out(published.standings, high=high)
        if rows:
            said.append(_half(rows, words))
    if not said:
        return say(
            "No offence in {place} stands clear of the middle of the most similar partnerships: "
            "for each, the places that the data allow lie on both sides of it.",
            place=found.area.name,
        )
    return join(said)


def _half(rows: list[Standing], words: str) -> Text:
    named = [
        say(
            "{name} (rate {gap} against the middle one, {place})",
            name=str(one.offence).lower(),
            gap=signed_percent(one.above, 0),
            place=place_cell(one.among_similar),
        )
        for one in rows[:NAMED]
    ]
    more = len(rows) - len(named)
    return say(
        "In the {words} half of similar partnerships, wherever in the range the true place is: "
        "{names}{more}.",
        words=words,
        names=join(named, ", "),
        more=f", and {more} more" if more else "",
    )


def _homes(homes: Standing) -> Text:
    return say(
        "Burglary of homes is better counted by homes: {ours} for every 1,000 households, {rank} "
        "among similar partnerships, against {similar} in the middle one, {force} in the force "
        "area and {country} in England and Wales.",
        ours=decimal(homes.ours),
        rank=place_words(homes.among_similar),
        similar=decimal(homes.similar),
        force=decimal(homes.force),
        country=decimal(homes.country),
    )

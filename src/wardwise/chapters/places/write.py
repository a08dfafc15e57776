"""The words: where offences were recorded."""

from __future__ import annotations

from wardwise.chapters.places.findings import PlacesFindings
from wardwise.chapters.places.ward_maps import place_maps
from wardwise.chapters.places.write_close import close_sections
from wardwise.chapters.places.write_neighbourhoods import concentrated_blocks, neighbourhoods_blocks
from wardwise.chapters.places.write_wards import wards_blocks
from wardwise.document.blocks import Headline, Paragraph
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent, whole


def write(found: PlacesFindings) -> Section:
    """The chapter, from its answer down to the half-pages."""
    opening: list[Block] = [Paragraph(_answer(found), lead=True)]
    headline = _headline(found)
    if headline:
        opening.append(headline)
    return Section(
        title="Places",
        anchor="places",
        new_page=True,
        blocks=(*opening, place_maps(found, found.wards, layer="ward"), *_own_maps(found)),
        sections=(
            Section("Ward by ward", "places-wards", wards_blocks(found)),
            Section("Neighbourhoods", "places-neighbourhoods", neighbourhoods_blocks(found)),
            Section("How concentrated", "places-concentrated", concentrated_blocks(found)),
            *close_sections(found),
        ),
    )


def _answer(found: PlacesFindings) -> Text:
    most = found.wards[0]
    only = "In {ward}, the one ward of {place}, {n} offences were recorded in {period}."
    ward = say(
        "More of {place}'s recorded offences were in {ward} than in any other ward: {n} in "
        "{period}, {share} of all."
        if len(found.wards) > 1
        else only,
        place=found.area.name,
        ward=most.area.name,
        n=whole(most.count),
        period=found.period.label,
        share=percent(most.share),
    )
    if most.count.status != "known":
        ward = say(
            "Where offences were recorded in {period} is not known.", period=found.period.label
        )
    if found.spread is None:
        return ward
    return join([_half(found), ward])


def _half(found: PlacesFindings) -> Text:
    spread = found.spread
    if spread is None:
        return say("")
    chance = (
        "spread by chance over the residents they would have filled {chance} of them."
        if spread.beyond_chance
        else "which is no more concentrated than chance would make them ({chance})."
    )
    return say(
        "Half of the offences were in {n} of {place}'s {of} neighbourhoods ({share}); " + chance,
        n=whole(spread.places),
        place=found.area.name,
        of=whole(spread.places_of),
        share=percent(spread.share.places),
        chance=percent(spread.chance_places),
    )


def _headline(found: PlacesFindings) -> Headline | None:
    if found.spread is None:
        return None
    most = found.wards[0]
    items = [
        (percent(found.spread.share.places), say("of neighbourhoods hold half of the offences")),
        (percent(found.spread.chance_places), say("would hold half by chance alone")),
    ]
    if most.share.status == "known":
        items.append((percent(most.share), say("were in one ward, {ward}", ward=most.area.name)))
    if found.stability.overlap.status == "known":
        items.append(
            (
                percent(found.stability.overlap, 0),
                say("of the top tenth of neighbourhoods were there the year before"),
            )
        )
    return Headline(tuple(items))


def _own_maps(found: PlacesFindings) -> tuple[Block, ...]:
    return (place_maps(found, found.own, layer="own"),) if found.own else ()

"""The words on neighbourhoods: where most was recorded, and whether there again."""

from __future__ import annotations

from wardwise.chapters.places.findings import PlacesFindings
from wardwise.chapters.places.neighbourhood_pictures import curve_picture, neighbourhood_map
from wardwise.chapters.places.neighbourhood_tables import top_neighbourhoods_table, ways_table
from wardwise.chapters.places.ward_tables import TOP
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block
from wardwise.document.text import Text, say
from wardwise.document.words import decimal, percent, whole
from wardwise.domain.nothing import NotKnown


SNAPPED = (
    "Positions are moved to one of a fixed list of map points before they are published, so that "
    "no home can be told. An offence near a boundary may therefore be counted next door: read "
    "small differences between neighbouring areas as nothing."
)
WANTED = (
    "Street, hour and kind of premises are not in published data: the police force's own records "
    "would show from them what draws offences there. Counts of visitors, from the council or a "
    "supplier of footfall data, would give rates that mean something in a town centre."
)
NOT_JUDGED = (
    "How concentrated offences are is not known: it needs every neighbourhood's count of the year, "
    "at least one offence, and more than three neighbourhoods."
)


def neighbourhoods_blocks(found: PlacesFindings) -> tuple[Block, ...]:
    """The map of every neighbourhood, and those with most."""
    return (
        Paragraph(_top(found)),
        neighbourhood_map(found),
        top_neighbourhoods_table(found),
        Note(NoteKind.CAUTION, say(SNAPPED)),
    )


def _top(found: PlacesFindings) -> Text:
    top = found.neighbourhoods[0]
    wards = list(dict.fromkeys(one.ward for one in found.neighbourhoods[:TOP]))
    ten = " The ten with most lie in {wards}." if len(found.neighbourhoods) > TOP else ""
    return say(
        "The largest count of a single neighbourhood was {n}, in {name} ({ward})." + ten,
        n=whole(top.count),
        name=top.area.name,
        ward=top.ward,
        wards=listed(wards),
    )


def concentrated_blocks(found: PlacesFindings) -> tuple[Block, ...]:
    """Whether offences are concentrated beyond chance, and in the same places as before."""
    if found.spread is None:
        return (Note(NoteKind.MISSING, say(NOT_JUDGED)),)
    return (
        Paragraph(_same_places(found), lead=True),
        curve_picture(found, found.spread),
        *((ways_table(found),) if len(found.ways) > 1 else ()),
        Note(
            NoteKind.METHOD,
            say(
                "The Gini coefficient over neighbourhoods is {gini}: 0 if each had the same, near "
                "1 if one had all. Neighbourhoods are not equally large and chance makes heaps, so "
                "the curve to compare with is that of the same offences dealt out at random by "
                "residents.",
                gini=decimal(found.spread.gini, 2),
            ),
        ),
        Note(NoteKind.MISSING, say(WANTED) + _no_near_repeats(found)),
    )


def _no_near_repeats(found: PlacesFindings) -> str:
    """Once, where a reader looks for it: there is no chapter on them then."""
    if not found.no_near_repeats:
        return ""
    return (
        " Whether one burglary is soon followed by another nearby is not known: "
        f"{found.no_near_repeats}."
    )


def _same_places(found: PlacesFindings) -> Text:
    same = found.stability.found
    if isinstance(same, NotKnown):
        return say(
            "Whether these are the same places as before is not known: {why}.", why=same.reason
        )
    overlap = percent(found.stability.overlap, 0)
    if same.p_value >= 0.05:
        return say(
            "The places with most offences are not the same from year to year: {n} of the top "
            "tenth were in it the year before, about what chance would give.",
            n=overlap,
        )
    how = "largely the same" if same.overlap_percent >= 60 else "only partly the same"
    return say(
        "The places with most offences were " + how + " in both years: {n} of the top tenth of "
        "neighbourhoods were in it the year before, where chance would give one in ten{unmoved}.",
        n=overlap,
        unmoved=_unmoved(found),
    )


def _unmoved(found: PlacesFindings) -> Text:
    """How many would be there again had every place kept its share."""
    moved = found.moved
    if moved is None:
        return say("")
    return say(
        "; had every neighbourhood kept its share, about {n} would be: more movement than "
        "chance alone gives if crime varied like dice, though it varies more"
        if moved.beyond_chance
        else ", and about {n} if every neighbourhood kept its share: none need have moved",
        n=percent(moved.unmoved, 0),
    )

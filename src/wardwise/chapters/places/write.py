"""The words: where offences were recorded, what moved, and how concentrated they are."""

from __future__ import annotations

from wardwise.chapters.places.findings import PlaceLine, PlacesFindings
from wardwise.chapters.places.pictures import (
    curve_picture,
    moved,
    neighbourhood_map,
    place_maps,
)
from wardwise.chapters.places.tables import (
    TOP,
    place_tables,
    stands_out_table,
    top_neighbourhoods_table,
)
from wardwise.chapters.places.write_close import close_sections
from wardwise.document.blocks import Headline, Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import decimal, percent, signed_percent, whole
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict


SNAPPED = (
    "Positions are moved to one of a fixed list of map points before they are published, so that "
    "no home can be told. An offence near a boundary may therefore be counted next door: read "
    "small differences between neighbouring areas as nothing."
)
RESIDENTS = (
    "A rate is worked on the people who live in the area. Where many come to shop, work or go "
    "out, it says more of visitors than of residents: read the count beside it."
)

INSTEAD = (
    "A count can move in one ward alone because a shop opens or closes, because an operation looks "
    "for offences there, or because a map point that many records share is moved across a boundary."
)
WANTED = (
    "Street, hour and kind of premises, which the police force's own extract holds, would show "
    "what draws offences there. Counts of visitors, from the council or a supplier of "
    "footfall data, would give rates that mean something in a town centre."
)

NOT_JUDGED = (
    "How concentrated offences are is not known: it needs every neighbourhood's count of the year, "
    "at least one offence, and more than three neighbourhoods."
)


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
            Section("Ward by ward", "places-wards", _wards(found)),
            Section("Neighbourhoods", "places-neighbourhoods", _neighbourhoods(found)),
            Section("How concentrated", "places-concentrated", _concentrated(found)),
            *close_sections(found),
        ),
    )


def _answer(found: PlacesFindings) -> Text:
    most = found.wards[0]
    only = "{n} offences were recorded in {ward}, the one ward of {place}, in {period}."
    ward = say(
        "More of {place}'s recorded offences were in {ward} than in any other ward: {n} in "
        "{period}, {share} of them all."
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


def _wards(found: PlacesFindings) -> tuple[Block, ...]:
    return (
        Paragraph(_moves(found), lead=True),
        *place_tables(found),
        Note(NoteKind.CAUTION, say(RESIDENTS)),
        *((Note(NoteKind.ALTERNATIVE, say(INSTEAD)),) if _has_moved(found) else ()),
        *((stands_out_table(found),) if found.commissioned else ()),
    )


def _has_moved(found: PlacesFindings) -> bool:
    lines = (*found.wards, *found.own)
    return bool(moved(lines, Verdict.ROSE) or moved(lines, Verdict.FELL))


def _moves(found: PlacesFindings) -> Text:
    lines = (*found.wards, *found.own)
    rose, fell = moved(lines, Verdict.ROSE), moved(lines, Verdict.FELL)
    still = moved(lines, Verdict.NO_CLEAR_CHANGE)
    if not rose and not fell and not still:
        return say("No ward can be compared with the year before; the table says why.")
    if not rose and not fell:
        return say("No ward's count changed beyond chance on the year before.")
    parts = [_moved(words, some) for words, some in (("rose", rose), ("fell", fell)) if some]
    opening = say("Beyond chance, the count {parts}.", parts=join(parts, " and "))
    return opening + " In the other wards no clear change can be told." if still else opening


def _moved(words: str, lines: tuple[PlaceLine, ...]) -> Text:
    ordered = sorted(lines, key=lambda line: -abs(line.change.number))
    named = [
        say("{ward} ({n})", ward=one.area.name, n=signed_percent(one.change)) for one in ordered
    ]
    several = join(named[:-1], ", ") + " and " + named[-1] if len(named) > 1 else named[0]
    return say("{words} in {wards}", words=words, wards=several)


def _neighbourhoods(found: PlacesFindings) -> tuple[Block, ...]:
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


def _concentrated(found: PlacesFindings) -> tuple[Block, ...]:
    if found.spread is None:
        return (Note(NoteKind.MISSING, say(NOT_JUDGED)),)
    return (
        Paragraph(_same_places(found), lead=True),
        curve_picture(found, found.spread),
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
        Note(NoteKind.MISSING, say(WANTED)),
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
        "neighbourhoods were in it the year before, where chance would give one in ten.",
        n=overlap,
    )

"""The chapter's key findings: hot spots that last, and any that are new."""

from __future__ import annotations

from wardwise.document.text import say
from wardwise.document.words import in_words, percent, whole
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.hot_spots import HotSpotsFound
from wardwise.measures.hot_spots.hot_spot_classes import HotSpotClass


DRAWN_THERE = "where shops, stations and the night-time economy stand, and who comes there"
MOVED_POINT = "a map point that many records share and that was moved across a boundary"
GAP = "The street, the hour and the kind of premises, which only the force's own records show."


def key_findings(desk: Desk, found: HotSpotsFound) -> tuple[KeyFinding, ...]:
    """None where nothing is hot beyond chance, or it is not known."""
    if isinstance(found.found, NotKnown):
        return ()
    told = []
    if found.found.long_term:
        told.append(_lasting(desk, found))
    if found.found.new:
        told.append(_new(desk, found))
    return tuple(told)


def _lasting(desk: Desk, found: HotSpotsFound) -> KeyFinding:
    were = "was a hot spot" if found.long_term.number == 1 else "were hot spots"
    claim = say(
        "In {place}, {n} of {of} neighbourhoods " + were + " of recorded crime in every one of "
        "{years} years; all its hot spots held {share} of the latest year's offences.",
        n=whole(found.long_term),
        of=str(len(desk.evidence.local.areas)),
        place=desk.area.name,
        years=in_words(len(found.years)),
        share=percent(found.hot_percent),
    )
    return KeyFinding(
        claim=str(claim),
        figures=(found.long_term, found.hot_percent),
        sureness=Sureness.HIGH,
        why_sure="an exact test of every year, allowing for the number of neighbourhoods",
        alternatives=(DRAWN_THERE,),
        gap=GAP,
        area=desk.area,
    )


def _new(desk: Desk, found: HotSpotsFound) -> KeyFinding:
    names = [one.area.name for one in found.places if one.kind is HotSpotClass.NEW]
    claim = say(
        "In {period}, {n} became a hot spot of recorded crime, {first} foremost."
        if len(names) > 1
        else "In {period}, {n} became a hot spot of recorded crime: {first}.",
        n=say(f"{{n}} neighbourhood{'s' if len(names) > 1 else ''}", n=whole(found.new)),
        period=desk.latest.label,
        first=names[0],
    )
    return KeyFinding(
        claim=str(claim),
        figures=(found.new,),
        sureness=Sureness.MODERATE,
        why_sure="their share of all offences rose beyond chance, but it is one year",
        alternatives=(MOVED_POINT, DRAWN_THERE),
        gap=GAP,
        area=desk.area,
        weight=0.5,
    )

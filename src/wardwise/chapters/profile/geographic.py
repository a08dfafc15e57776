"""Geographic profile: where it was recorded, how concentrated, whether the places stay the same."""

from __future__ import annotations

from wardwise.chapters.profile.beside_words import write_places_beside
from wardwise.chapters.profile.districts import write_districts
from wardwise.chapters.profile.findings import Geography, Profile, Situation, WardLine
from wardwise.chapters.profile.geographic_words import (
    place_words,
    unknown_place_words,
    ward_words,
    with_most,
)
from wardwise.chapters.profile.kind import CONTEXT_PERCENT
from wardwise.chapters.profile.people_addresses import write_addresses
from wardwise.chapters.profile.place_tables import is_by_ward, ward_table
from wardwise.document.blocks import Paragraph
from wardwise.document.section import Block
from wardwise.domain.area import Area
from wardwise.domain.nothing import NotKnown
from wardwise.figures.candidates import Candidate
from wardwise.figures.changes import change_figure
from wardwise.figures.concentrations import concentration
from wardwise.figures.desk import Desk
from wardwise.figures.hot_spots import hot_spots_found
from wardwise.figures.offences import offences_figure
from wardwise.figures.places_counted import lsoas_figure, places_figure
from wardwise.figures.rates import rate_figure
from wardwise.figures.stable import stability
from wardwise.figures.themes import Theme


def analyse_geography(
    desk: Desk, candidate: Candidate, situation: Situation | NotKnown
) -> Geography | NotKnown:
    """Places of the group, where it says anything of the offence."""
    group = candidate.group
    if isinstance(situation, NotKnown) or group is None or isinstance(candidate.theme, Theme):
        return NotKnown("no source that is held counts it by place")
    share = situation.share
    if share is not None and (share.status != "known" or share.number < CONTEXT_PERCENT):
        return NotKnown("no source that is held counts it by place on its own")
    return geography_of(desk, group)


def geography_of(desk: Desk, group: str) -> Geography | NotKnown:
    """The places of one group that the desk counts by neighbourhood."""
    concentrated = concentration(desk, offence=group, period=desk.latest)
    if concentrated.places.status != "known":
        return NotKnown("the year is not held for every neighbourhood, or none was recorded")
    return Geography(
        concentration=concentrated,
        places=places_figure(desk, concentrated, offence=group, period=desk.latest),
        of=lsoas_figure(desk),
        lsoas=tuple(
            (area, offences_figure(desk, area=area, period=desk.latest, offence=group))
            for area in _most_first(desk, group)
        ),
        wards=tuple(_ward_line(desk, ward, group) for ward in _wards(desk, group)),
        stability=stability(desk, offence=group),
        hot_spots=hot_spots_found(desk, offence=group),
    )


def _most_first(desk: Desk, group: str) -> list[Area]:
    counts = desk.evidence.local.by_area(desk.latest, offence=group)
    size = {
        area.code: -count for area, count in zip(desk.evidence.local.areas, counts, strict=True)
    }
    return sorted(desk.evidence.local.areas, key=lambda area: (size[area.code], area.code))


def _wards(desk: Desk, group: str) -> list[Area]:
    def size(ward: Area) -> float:
        counts, codes = desk.counts_of(ward)
        total = counts.total(desk.latest, offence=group, codes=codes)
        return 0.0 if isinstance(total, NotKnown) else float(total)

    return sorted(desk.evidence.place.wards, key=lambda ward: (-size(ward), ward.name))


def _ward_line(desk: Desk, ward: Area, group: str) -> WardLine:
    return WardLine(
        area=ward,
        count=offences_figure(desk, area=ward, period=desk.latest, offence=group),
        rate=rate_figure(desk, area=ward, period=desk.latest, offence=group),
        change=change_figure(
            desk, area=ward, period=desk.latest, before=desk.before, offence=group
        ),
    )


def write_geography(profile: Profile) -> tuple[Block, ...]:
    """The places, and how far to trust them; or plainly that they are not known."""
    found = profile.geography
    if isinstance(found, NotKnown):
        told = (*write_districts(profile), *write_places_beside(profile))
        unknown = () if told else (Paragraph(unknown_place_words(profile, found)),)
        return (*unknown, *told, *write_addresses(profile))
    # a map of wards has brought the table of every ward
    every = () if is_by_ward(found) else (ward_table(profile, found, every=True),)
    return (
        Paragraph(place_words(profile, found)),
        Paragraph(ward_words(found)),
        *([ward_table(profile, found)] if with_most(found) else []),
        *every,
        *write_addresses(profile),
    )

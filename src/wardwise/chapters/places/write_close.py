"""A half-page for every ward that was commissioned and every own area."""

from __future__ import annotations

from wardwise.chapters.places.close_picture import close_picture
from wardwise.chapters.places.close_table import close_table
from wardwise.chapters.places.close_words import (
    deprivation_of,
    level_of,
    mix_of,
    stands_out,
)
from wardwise.chapters.places.findings import ClosePlace, PlacesFindings
from wardwise.chapters.places.reading import name_of
from wardwise.chapters.places.ward_tables import stands_out_table
from wardwise.document.blocks import Paragraph
from wardwise.document.phrases import changed, verdict_of
from wardwise.document.section import Section
from wardwise.document.text import Text, join, say
from wardwise.domain.verdict import Verdict


def close_sections(found: PlacesFindings) -> tuple[Section, ...]:
    """Commissioned wards in the order of the settings, then own areas."""
    sections = [
        Section(
            title="Wards looked at closely",
            anchor="places-commissioned",
            blocks=() if found.commissioned else (Paragraph(_none(found)), stands_out_table(found)),
            sections=tuple(_half_page(found, place) for place in found.commissioned),
            new_page=bool(found.commissioned),
        )
    ]
    if found.own_close:
        sections.append(
            Section(
                title="Areas of the partnership's own",
                anchor="places-own",
                sections=tuple(_half_page(found, place) for place in found.own_close),
                new_page=True,
            )
        )
    return tuple(sections)


def _none(found: PlacesFindings) -> Text:
    return say(
        "The partnership has named no ward for a closer look. Every ward of {place} has its "
        "line here and above; one that is named ('places, commissioned' in the settings) gets a "
        "map, its months and what stands out in it.",
        place=found.area.name,
    )


def _half_page(found: PlacesFindings, place: ClosePlace) -> Section:
    return Section(
        title=place.line.area.name,
        anchor=f"places-{name_of(place.line.area)}",
        blocks=(
            Paragraph(_opening(found, place)),
            close_picture(found, place),
            close_table(found, place),
        ),
        together=True,
        side_by_side=True,
    )


def _opening(found: PlacesFindings, place: ClosePlace) -> Text:
    """What is most certain of the place comes first: a change, then what stands out."""
    if place.line.count.status != "known":
        return say("The offences of {period} are not known here.", period=found.period.label)
    level, mix = level_of(found, place), mix_of(place)
    change = say("The count {changed}.", changed=changed(place.line.change))
    if verdict_of(place.line.change) in (Verdict.ROSE, Verdict.FELL):
        ordered = [change, level, mix]
    elif stands_out(place):
        ordered = [mix, level, change]
    else:
        ordered = [level, change, mix]
    return join([*ordered, *deprivation_of(found, place)])

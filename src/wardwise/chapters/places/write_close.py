"""A half-page for every ward that was commissioned and every own area."""

from __future__ import annotations

from wardwise.chapters.places.close_picture import close_picture
from wardwise.chapters.places.close_table import close_table
from wardwise.chapters.places.findings import ClosePlace, GroupInPlace, PlacesFindings
from wardwise.chapters.places.reading import (
    above_usual,
    below_usual,
    beside_whole,
    lowered,
)
from wardwise.document.blocks import Paragraph
from wardwise.document.phrases import changed, listed, verdict_of
from wardwise.document.section import Section
from wardwise.document.text import Number, Text, join, say
from wardwise.document.words import between, decimal, ordinal, percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict


def close_sections(found: PlacesFindings) -> tuple[Section, ...]:
    """Commissioned wards in the order of the settings, then own areas."""
    sections = [
        Section(
            title="Wards looked at closely",
            anchor="places-commissioned",
            blocks=() if found.commissioned else (Paragraph(_none(found)),),
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
        "No ward was named for a closer look: 'places, commissioned' in the settings is empty. "
        "Every ward of {place} has its line in the tables above; a ward that is named there gets "
        "a map, its months and what stands out in it.",
        place=found.area.name,
    )


def _half_page(found: PlacesFindings, place: ClosePlace) -> Section:
    return Section(
        title=place.line.area.name,
        anchor=f"places-{place.line.area.code.lower()}",
        blocks=(
            Paragraph(_opening(found, place)),
            close_picture(found, place),
            close_table(found, place),
        ),
        together=True,
    )


def _opening(found: PlacesFindings, place: ClosePlace) -> Text:
    """What is most certain of the place comes first: a change, then what stands out."""
    if place.line.count.status != "known":
        return say("The offences of {period} are not known here.", period=found.period.label)
    level, mix = _level(found, place), _mix(place)
    change = say("The count {changed}.", changed=changed(place.line.change))
    is_move = verdict_of(place.line.change) in (Verdict.ROSE, Verdict.FELL)
    ordered = [change, level, mix] if is_move else [level, mix, change]
    return join([*ordered, *_deprivation(found, place)])


def _level(found: PlacesFindings, place: ClosePlace) -> Text:
    line = place.line
    beside = beside_whole(line, found.whole)
    return say(
        "{n} offences were recorded here, {share} of {place}'s: {rate} per 1,000 residents{rank}, "
        + beside
        + " the {usual} of {place} as a whole.",
        n=whole(line.count),
        share=percent(line.share),
        place=found.area.name,
        rate=decimal(line.rate),
        rank=_ranked(line.rank),
        usual=decimal(found.whole.rate),
    )


def _ranked(rank: Figure | None) -> Text:
    """Its place by rate among the wards, with the places that chance allows."""
    if rank is None or rank.status != "known" or rank.interval is None:
        return say("")
    best, worst = (ordinal(int(limit)) for limit in (rank.interval.lower, rank.interval.upper))
    return say(
        " ({nth} highest of the wards{span})",
        nth=Number(ordinal(int(rank.number)), rank),
        span="" if best == worst else f"; chance allowed for, {best} to {worst}",
    )


def _mix(place: ClosePlace) -> Text:
    above, below = above_usual(place.groups), below_usual(place.groups)
    if not above and not below:
        return say("The mix of offences is that of the whole, as far as these counts can tell.")
    parts: list[Text] = []
    if above:
        parts.append(_more(above))
    if below:
        names = listed([lowered(group.offence) for group in below[:3]])
        parts.append(
            say("{less} less than elsewhere.", less=f"{names[:1].upper()}{names[1:]} made up")
        )
    return join(parts)


def _more(above: tuple[GroupInPlace, ...]) -> Text:
    first, rest = above[0], above[1:3]
    lead = say(
        "{group} stands out: {times} times its usual share of offences ({limits})",
        group=first.offence,
        times=decimal(first.quotient),
        limits=between(first.quotient, 1),
    )
    if not rest:
        return lead + "."
    others = [
        say("{group} ({times})", group=lowered(one.offence), times=decimal(one.quotient))
        for one in rest
    ]
    return lead + ", then " + join(others, " and ") + "."


def _deprivation(found: PlacesFindings, place: ClosePlace) -> list[Text]:
    if place.deprived is None:
        return []
    ours, whole_area = place.deprived
    if ours.number == 0:
        return (
            [say("No resident lives in the most deprived tenth of England.")]
            if ("tenth" in ours.detail)
            else []
        )
    return [
        say(
            "{what}: {here} here, {there} in {place}.",
            what=ours.detail.split(",")[0],
            here=percent(ours, 0),
            there=percent(whole_area, 0),
            place=found.area.name,
        )
    ]

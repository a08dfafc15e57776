"""Sentences of a half-page. Which of them comes first is for the evidence to say."""

from __future__ import annotations

from wardwise.chapters.places.findings import ClosePlace, GroupInPlace, PlacesFindings
from wardwise.chapters.places.reading import (
    above_usual,
    below_usual,
    beside_whole,
    lowered,
)
from wardwise.document.initials import capital
from wardwise.document.phrases import listed
from wardwise.document.text import Number, Text, join, say
from wardwise.document.words import between, decimal, ordinal, percent, whole
from wardwise.domain.figure import Figure


STRIKING = 1.5
"""A group with so many times its usual share opens the text; with less it follows."""
SLIGHT = 1.25

LEVELS = {
    "above": "Here {n} offences were recorded, {share} of {place}'s. The rate of {rate} per 1,000 "
    "residents is above the {usual} of {place} as a whole{rank}.",
    "below": "With {n} offences, {share} of {place}'s, the rate is {rate} per 1,000 residents, "
    "below the {usual} of {place} as a whole{rank}.",
    "close to": "The rate is much that of {place}: {rate} per 1,000 residents beside {usual}, from "
    "{n} offences, {share} of the total{rank}.",
    "beside": "Here {n} offences were recorded, {share} of {place}'s: {rate} per 1,000 residents "
    "beside {usual}{rank}.",
}


def stands_out(place: ClosePlace) -> bool:
    """Whether a group is far above its usual share, beyond chance."""
    above = above_usual(place.groups)
    return bool(above) and above[0].quotient.number >= STRIKING


def level_of(found: PlacesFindings, place: ClosePlace) -> Text:
    """How much was recorded, beside the whole partnership and the other wards."""
    line = place.line
    return say(
        LEVELS[beside_whole(line, found.whole)],
        n=whole(line.count),
        share=percent(line.share),
        place=found.area.name,
        rate=decimal(line.rate),
        usual=decimal(found.whole.rate),
        rank=_ranked(line.rank),
    )


def _ranked(rank: Figure | None) -> Text:
    """Its place by rate among the wards, with the places that chance allows."""
    if rank is None or rank.status != "known" or rank.interval is None:
        return say("")
    best, worst = (ordinal(int(limit)) for limit in (rank.interval.lower, rank.interval.upper))
    place = int(rank.number)
    return say(
        ", the {nth} of the wards{span}",
        nth=Number("highest" if place == 1 else f"{ordinal(place)} highest", rank),
        span="" if best == worst else f" (chance allows {best} to {worst})",
    )


def mix_of(place: ClosePlace) -> Text:
    """Which groups make up more, and which less, than their usual share."""
    above, below = above_usual(place.groups), below_usual(place.groups)
    if not above and not below:
        return say("The mix of offences is the usual one, as far as these counts can tell.")
    parts: list[Text] = []
    if above:
        parts.append(_more(above))
    if below:
        names = listed([lowered(group.offence) for group in below[:2]])
        parts.append(say("{names} made up less than usual.", names=capital(names)))
    return join(parts)


def _more(above: tuple[GroupInPlace, ...]) -> Text:
    first, rest = above[0], above[1:3]
    is_slight = first.quotient.number < SLIGHT
    lead = say(
        "{group} made up a little more than usual: {times} times ({limits})"
        if is_slight
        else "What stands out is {low}: {times} times its usual share of offences ({limits})",
        group=first.offence,
        low=lowered(first.offence),
        times=decimal(first.quotient, 2),
        limits=between(first.quotient, 2),
    )
    if not rest:
        return lead + "."
    others = [
        say("{group} ({times})", group=lowered(one.offence), times=decimal(one.quotient, 2))
        for one in rest
    ]
    return lead + ", then " + join(others, " and ") + "."


def deprivation_of(found: PlacesFindings, place: ClosePlace) -> list[Text]:
    """Who lives there, by the leading measure; nothing where none is held."""
    if place.deprived is None:
        return []
    ours, usual = place.deprived
    if ours.number == 0 and "tenth" in ours.detail:
        none = Number("No resident", ours)
        return [say("{none} lives in {tenth}.", none=none, tenth=_with_index(ours))]
    return [
        say(
            "{what}: {here} here, {there} in {place}.",
            what="Residents in " + _with_index(ours) if "tenth" in ours.detail else _what(ours),
            here=percent(ours, 0),
            there=percent(usual, 0),
            place=found.area.name,
        )
    ]


def _what(share: Figure) -> str:
    return share.detail.split(",")[0]


def _with_index(share: Figure) -> str:
    """``the most deprived tenth of England (2025 index)``: editions are not one measure."""
    what, _, edition = share.detail.partition(", ")
    what = what.removeprefix("Residents in ")
    return f"{what} ({edition})" if edition else what

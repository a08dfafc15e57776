"""The page that could stand alone: claim, three figures, a chart, a map, what is recommended."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Geography, Profile, Situation
from wardwise.chapters.profile.kind import Shape
from wardwise.chapters.profile.lead import lead_words
from wardwise.chapters.profile.pictures import (
    Leading,
    beside_picture,
    has_own_places,
    leading_picture,
    map_picture,
    months_picture,
    peers_picture,
    season_picture,
)
from wardwise.chapters.profile.words import during, group_words, part_words, rate_places
from wardwise.document.blocks import Headline, Note, NoteKind, Paragraph
from wardwise.document.pictures import Bars, ControlChart, MonthIndex
from wardwise.document.section import Block
from wardwise.document.text import Link, Number, Strong, Text, say
from wardwise.document.words import decimal, ordinal, percent, places_between, signed_percent, whole
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import NAMES as MONTH_NAMES
from wardwise.figures.seasons import Season


Item = tuple[Number, Text]


def first_page(profile: Profile) -> tuple[Block, ...]:
    """Everything that a reader with one minute needs."""
    blocks: list[Block] = [Paragraph(lead_words(profile), lead=True)]
    items = _items(profile)
    if len(items) > 1:
        blocks.append(Headline(items))
    blocks += _pictures(profile)
    if profile.recommendations:
        blocks.append(Paragraph(_advice(profile)))
    return tuple(blocks)


def _items(profile: Profile) -> tuple[Item, ...]:
    situation = profile.situation
    if isinstance(situation, NotKnown):
        return ()
    made = {
        "volume": _volume(situation),
        "rate": _rate(situation),
        "rank": _rank(situation),
        "change": _change(situation),
        "places": _places(profile),
        "season": _season(profile),
        "severity": _severity(situation),
    }
    wanted = {
        Shape.CHANGING: ("change", "volume", "rank", "rate"),
        Shape.SEASONAL: ("season", "volume", "rate"),
        Shape.CONCENTRATED: ("places", "volume", "rate"),
        Shape.GRAVE: ("severity", "volume", "rank"),
        Shape.STEADY: ("rank", "rate", "volume"),
        Shape.HIDDEN: ("volume", "severity", "rate"),
        Shape.RARE: ("volume", "severity"),
    }[profile.shape]
    found = [item for name in wanted if (item := made[name]) is not None]
    spare = [item for item in (made["rate"], made["change"]) if item and item not in found]
    wanted_items = 2 if profile.shape is Shape.RARE else 3
    return tuple([*found, *spare][:wanted_items])


def _volume(situation: Situation) -> Item:
    return whole(situation.volume), say("recorded {period}", period=during(situation.volume.period))


def _rate(situation: Situation) -> Item | None:
    rate = situation.household_rate or situation.rate
    if rate.status != "known":
        return None
    unit = "households" if situation.household_rate else "residents"
    return decimal(rate, rate_places(rate)), say(f"for every 1,000 {unit}")


def _rank(situation: Situation) -> Item | None:
    rank = situation.rank
    if rank is None or rank.status != "known" or rank.interval is None:
        return None
    best, worst = int(rank.interval.lower), int(rank.interval.upper)
    held = f", {places_between(best, worst)}" if best != worst else ""
    return Number(ordinal(int(rank.number)), rank), say(
        f"of {situation.of} similar partnerships, 1st being the highest{held}"
    )


def _change(situation: Situation) -> Item | None:
    if situation.change.status != "known":
        return None
    return signed_percent(situation.change), say(
        "on the year before: {verdict}",
        verdict=str(situation.change.comparison.verdict) if situation.change.comparison else "",
    )


def _places(profile: Profile) -> Item | None:
    if not isinstance(profile.geography, Geography) or not has_own_places(profile):
        return None
    return percent(profile.geography.concentration.places, 0), say("of neighbourhoods hold half")


def _season(profile: Profile) -> Item | None:
    if not isinstance(profile.season, Season) or not profile.season.months:
        return None
    top = max(profile.season.months, key=lambda figure: figure.number)
    month = profile.season.months.index(top) + 1
    return decimal(top, 0), say(
        "in {month}, where 100 is the average day", month=MONTH_NAMES[month]
    )


def _severity(situation: Situation) -> Item | None:
    if situation.severity is None or situation.severity.status != "known":
        return None
    return whole(situation.severity), say("severity points an offence, on average")


def _pictures(profile: Profile) -> list[Block]:
    """The leading chart beside the map; where there is no map, why not."""
    chart, places = _chart(profile), profile.geography
    if chart is None and isinstance(places, Geography):
        return [map_picture(profile, places)]
    if chart is None:
        return [*_no_map(profile)]
    if isinstance(places, Geography):
        return [beside_picture(profile, places, chart)]
    return [chart, *_no_map(profile)]


def _no_map(profile: Profile) -> tuple[Block, ...]:
    """One line; a rare offence says it in the claim that opens the page."""
    situation, places = profile.situation, profile.geography
    if profile.shape is Shape.RARE or isinstance(places, Geography):
        return ()
    if isinstance(situation, NotKnown) or situation.share is None:
        return (Note(NoteKind.MISSING, say("A map: {why}.", why=places.reason)),)
    words = say(
        "A map: open data place it only inside {group}, of which it is {share}, so that a map "
        "would be one of other offences.",
        group=group_words(profile.group),
        share=part_words(situation.share),
    )
    return (Note(NoteKind.MISSING, words),)


def _chart(profile: Profile) -> Bars | ControlChart | MonthIndex | None:
    situation = profile.situation
    if isinstance(situation, NotKnown):
        return None
    match leading_picture(profile):
        case Leading.SEASON if isinstance(profile.season, Season):
            return season_picture(profile, profile.season)
        case Leading.PEERS:
            return peers_picture(profile, situation)
        case Leading.MONTHS if situation.months:
            return months_picture(profile, situation.months)
        case _:
            return None


def _advice(profile: Profile) -> Text:
    first = profile.recommendations[0]
    return say(
        "{label} for {to}: {action} {more}.",
        label=Strong("First step, provisionally,"),
        to=first.to,
        action=first.action,
        more=Link("See all recommendations", f"profile-{profile.slug}-recommendations"),
    )

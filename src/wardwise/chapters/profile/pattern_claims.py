"""Claims on when and where: a season that a test finds, places that hold half."""

from __future__ import annotations

from wardwise.chapters.profile.claim import made
from wardwise.chapters.profile.findings import Evidence, Found, Geography, OwnCounts
from wardwise.chapters.profile.geographic_words import with_most
from wardwise.chapters.profile.own_words import in_words_of
from wardwise.chapters.profile.words import capital, counted_words, during
from wardwise.document.phrases import listed
from wardwise.document.text import Text, say
from wardwise.document.words import percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.finding import Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import NAMES
from wardwise.figures.desk import Desk
from wardwise.figures.incidents import IncidentsFound
from wardwise.figures.people_found import PeopleFound
from wardwise.figures.people_hours import Hours
from wardwise.figures.seasons import Season
from wardwise.measures.place.share_of_places import PlacesHolding
from wardwise.measures.time.month_index import MonthIndex


CHANCE = 0.05


def season_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """The high months, where a test finds a season."""
    season = evidence.season
    if not isinstance(season, Season) or not season.is_seasonal:
        return None
    index = season.index
    if not isinstance(index, MonthIndex) or not index.high:
        return None
    top = max(range(12), key=lambda n: index.index[n])
    own = evidence.own
    by_whom = f" by {in_words_of(own.source)}" if isinstance(own, OwnCounts) else ""
    text = say(
        f"{{what}} have a season{by_whom}: {{months}} above the average day, {{top}}{{value}} "
        "against 100).",
        what=capital(evidence.reading.plural),
        months=listed([NAMES[n] for n in index.high])
        + (" run" if len(index.high) > 1 else " runs"),
        top=f"{NAMES[top + 1]} most (" if len(index.high) > 1 else "the month (",
        value=whole(season.months[top]),
    )
    return made(
        desk,
        evidence,
        text,
        figures=(season.months[top],),
        sure=(Sureness.MODERATE, f"the test finds a season, but in {index.years} years only"),
        alternatives=(
            "an event or one warm summer in so short a series",
            "longer days, in which more is seen and reported",
        ),
        gap=_hours_or_else(evidence),
        occasion="season",
    )


def _hours_or_else(evidence: Evidence) -> str:
    people, incidents = evidence.people, evidence.incidents
    calls = incidents.calls if isinstance(incidents, IncidentsFound) else incidents
    if any(
        not isinstance(one, NotKnown) and isinstance(one.hours, Hours) for one in (people, calls)
    ):
        return "How many people are about in each month."
    return "Hour and day of the week, which the force's extract holds."


def place_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """How few neighbourhoods hold half, where the places are the offence's own."""
    places = evidence.geography
    if not isinstance(places, Geography) or not is_own(evidence):
        return None
    held = places.concentration.found
    if not isinstance(held, PlacesHolding) or held.p_value >= CHANCE:
        return None
    own = evidence.own
    text = say(
        "Half of the {what} recorded {period} lie in {n} of {of} neighbourhoods ({share}), where "
        "chance would need {chance}{most}.",
        period=during(places.places.period),
        what=own.called
        if isinstance(own, OwnCounts)
        else counted_words(
            evidence.candidate.group,
            plural=evidence.reading.plural,
            is_part=evidence.candidate.group_fit == "part",
        ),
        most=_most_in(places) if isinstance(own, OwnCounts) else "",
        n=whole(places.places),
        of=whole(places.of),
        share=percent(places.concentration.places, 0),
        chance=percent(places.concentration.chance, 0),
    )
    return made(
        desk,
        evidence,
        text,
        figures=(places.concentration.places, places.stability.overlap),
        sure=(
            Sureness.HIGH,
            "chance would hardly give it, and more places last than chance would keep",
        )
        if places.stability.lasts
        else (Sureness.MODERATE, "chance would hardly give it, but the places move about"),
        alternatives=(
            "centres where many people come who do not live there",
            "places from which more of it is reported than from others"
            if isinstance(own, OwnCounts)
            else "published points, which gather a street's records at one spot",
        ),
        gap=_of_addresses(evidence),
        occasion="place",
    )


def _most_in(places: Geography) -> Text | str:
    """The two wards with most, where their numbers may be printed."""
    top = with_most(places)[:2]
    if len(top) < 2:
        return ""
    return say(
        "; {first} ({n}) and {second} ({m}) had the most",
        first=top[0].area.name,
        n=whole(top[0].count),
        second=top[1].area.name,
        m=whole(top[1].count),
    )


def _of_addresses(evidence: Evidence) -> str:
    people = evidence.people
    if isinstance(people, PeopleFound) and isinstance(people.addresses.share, Figure):
        return "What the addresses that recur have in common."
    return "The addresses, and which of them recur."


def is_own(evidence: Evidence) -> bool:
    """Whether months and places are the offence's own, or nearly all of the group is."""
    if isinstance(evidence.own, OwnCounts):
        return True
    return not isinstance(evidence.situation, NotKnown) and evidence.situation.months is not None

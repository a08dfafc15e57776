"""The claim of a profile in one sentence or two: each shape leads with something else."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Geography, Profile, Situation
from wardwise.chapters.profile.kind import Shape
from wardwise.chapters.profile.words import briefly, capital, during, rate_places
from wardwise.document.phrases import listed
from wardwise.document.text import Text, say
from wardwise.document.words import decimal, percent, whole
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import NAMES
from wardwise.figures.seasons import Season
from wardwise.measures.time.month_index import MonthIndex


def lead_words(profile: Profile) -> Text:
    """What a reader takes away."""
    situation = profile.situation
    if isinstance(situation, NotKnown):
        return say(
            "Nobody has counted {what} in {place}. People put it on the list, and until {whom} "
            "give what they hold, this profile can only say what is not known.",
            what=profile.name.lower(),
            place=profile.area.name,
            whom=profile.reading.needs["victim"].held_by,
        )
    leads = {
        Shape.RARE: _rare,
        Shape.HIDDEN: _hidden,
        Shape.CHANGING: _changing,
        Shape.SEASONAL: _seasonal,
        Shape.CONCENTRATED: _concentrated,
        Shape.GRAVE: _grave,
        Shape.STEADY: _steady,
    }
    return leads[profile.shape](profile, situation)


def _rare(profile: Profile, situation: Situation) -> Text:
    one = situation.volume.number == 1
    return say(
        "{n} in {place} {period}: too few for a trend, a season or a map, and grave enough "
        "that {each} has to be understood by itself.",
        n=say("{n} {what}", n=whole(situation.volume), what=profile.reading.plural)
        if not one
        else say("{what}: {n}", what=profile.name, n=whole(situation.volume)),
        place=profile.area.name,
        period=during(situation.volume.period),
        each="it" if one else "each",
    )


def _hidden(profile: Profile, situation: Situation) -> Text:
    return say(
        "Most {what} are never reported, so the {n} recorded in {place} {period} are the part "
        "that came to light. A higher count can be good news, a lower one bad.",
        what=profile.reading.plural,
        n=whole(situation.volume),
        place=profile.area.name,
        period=during(situation.volume.period),
    )


def _changing(profile: Profile, situation: Situation) -> Text:
    text = say(
        "{what} {changed}: {n} in {place} {period}.",
        what=capital(profile.reading.plural),
        changed=briefly(situation.change),
        n=whole(situation.volume),
        place=profile.area.name,
        period=during(situation.volume.period),
    )
    if len(situation.instead) > 1:
        return text + " Not all of it need be offending: see what it might be instead."
    return text


def _seasonal(profile: Profile, situation: Situation) -> Text:
    season = profile.season
    assert isinstance(season, Season), "by its shape"
    assert isinstance(season.index, MonthIndex), "by its shape"
    return say(
        "{what} follow the year: {months} run above the average day. Over the whole year the "
        "count of {n} {changed}.",
        what=capital(profile.reading.plural),
        months=listed([NAMES[n] for n in season.index.high]) or "some months",
        n=whole(situation.volume),
        changed=briefly(situation.change),
    )


def _concentrated(profile: Profile, situation: Situation) -> Text:
    places = profile.geography
    assert isinstance(places, Geography), "by its shape"
    return say(
        "Half of all {what} lie in {n} of {of} neighbourhoods, {share} of them; by chance it "
        "would be {chance}. The year’s {count} are a matter of a few places first.",
        what=profile.reading.plural,
        n=whole(places.places),
        of=whole(places.of),
        share=percent(places.concentration.places, 0),
        chance=percent(places.concentration.chance, 0),
        count=whole(situation.volume),
    )


def _grave(profile: Profile, situation: Situation) -> Text:
    severity = situation.severity
    assert severity is not None, "by its shape"
    return say(
        "What puts {what} on the list is the harm of each, {points} severity points on average, "
        "and their number: {n} in {place} {period}. The count {changed}.",
        what=profile.reading.plural,
        points=whole(severity),
        n=whole(situation.volume),
        place=profile.area.name,
        period=during(situation.volume.period),
        changed=briefly(situation.change),
    )


def _steady(profile: Profile, situation: Situation) -> Text:
    rate = decimal(situation.rate, rate_places(situation.rate))
    if situation.rank is None or situation.rank.status != "known":
        return say(
            "{what} hold their level: {n} in {place} {period}, {rate} for every 1,000 "
            "residents; the count {changed}.",
            what=capital(profile.reading.plural),
            n=whole(situation.volume),
            place=profile.area.name,
            period=during(situation.volume.period),
            rate=rate,
            changed=briefly(situation.change),
        )
    return say(
        "{place} records {rate} {what} for every 1,000 residents, {rank} of those most like it. "
        "The count {changed}.",
        place=profile.area.name,
        rate=rate,
        what=profile.reading.plural,
        rank=_standing_word(situation),
        changed=briefly(situation.change),
    )


def _standing_word(situation: Situation) -> str:
    rank, middle = situation.rank, (situation.of + 1) / 2
    if rank is None or rank.interval is None:
        return "beside an unknown rate"
    if rank.interval.upper < middle:
        return "more than most"
    if rank.interval.lower > middle:
        return "fewer than most"
    return "neither clearly more nor fewer than most"

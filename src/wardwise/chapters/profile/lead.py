"""The claim of a profile in one sentence or two: each shape leads with something else."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Geography, Profile, Situation
from wardwise.chapters.profile.kind import Shape
from wardwise.chapters.profile.words import briefly, capital, during, rate_places
from wardwise.document.phrases import changed, listed, verdict_of
from wardwise.document.text import Number, Text, say
from wardwise.document.words import decimal, in_words, ordinal, percent, whole
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import NAMES
from wardwise.domain.verdict import Verdict
from wardwise.figures.people_found import PeopleFound
from wardwise.figures.seasons import Season
from wardwise.measures.time.month_index import MonthIndex


ONE_WARD = 0.2
"""Part of the whole from which one ward is worth naming in the claim."""


def lead_words(profile: Profile) -> Text:
    """What a reader takes away."""
    situation = profile.situation
    if isinstance(situation, NotKnown) and isinstance(profile.people, PeopleFound):
        return say(
            "{n} offences recorded in {place} {period} are flagged as {what}. No published count "
            "stands beside the extract, so nothing says how that compares.",
            n=whole(profile.people.crimes),
            place=profile.area.name,
            period=during(profile.people.crimes.period),
            what=profile.name.lower(),
        )
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
    text = say(
        "The {n} {what} recorded in {place} {period} are the part that came to light: {by} most "
        "are never reported.",
        what=profile.reading.plural,
        by=profile.reading.by,
        n=whole(situation.volume),
        place=profile.area.name,
        period=during(situation.volume.period),
    )
    return text + " " + _hidden_tail(situation)


def _hidden_tail(situation: Situation) -> Text:
    """What is remarkable in a count of what came to light, and that it can be read both ways."""
    verdict, rank, half = verdict_of(situation.change), situation.rank, half_of(situation)
    if verdict is Verdict.ROSE:
        return say("The count {it}, which can be good news.", it=changed(situation.change))
    if verdict is Verdict.FELL:
        return say("The count {it}, which can be bad news.", it=changed(situation.change))
    if rank is not None and half is not None:
        return say(
            "The rate is {rank} of {of} similar partnerships, 1st being the highest: that can be "
            + half
            + ".",
            rank=Number(ordinal(int(rank.number)), rank),
            of=str(situation.of),
        )
    return say("A higher count can be good news, a lower one bad.")


def half_of(situation: Situation) -> str | None:
    """Both readings of a rate whose place is clearly in one half; None where it is not."""
    rank, middle = situation.rank, (situation.of + 1) / 2
    if rank is None or rank.status != "known" or rank.interval is None:
        return None
    if rank.interval.upper < middle:
        return "more harm than elsewhere, or more people who come forward"
    if rank.interval.lower > middle:
        return "less harm than elsewhere, or fewer people who come forward"
    return None


def _changing(profile: Profile, situation: Situation) -> Text:
    text = say(
        "{what} {changed}: {n} in {place} {period}.",
        what=capital(profile.reading.plural),
        changed=briefly(situation.change),
        n=whole(situation.volume),
        place=profile.area.name,
        period=during(situation.volume.period),
    )
    if situation.moved_with_country:
        moved = verdict_of(situation.change)
        text = text + f" England and Wales {moved} as well, so the cause need not be local."
    elif len(situation.instead) > 1:
        text = text + " Not all of it need be offending: see what it might be instead."
    if verdict_of(situation.change) is Verdict.FELL:
        return text + say(" It is proposed all the same, because {why}.", why=profile.why)
    return text


def _seasonal(profile: Profile, situation: Situation) -> Text:
    season = profile.season
    assert isinstance(season, Season), "by its shape"
    assert isinstance(season.index, MonthIndex), "by its shape"
    months = [NAMES[n] for n in season.index.high]
    return say(
        "{what} have a season: {months} above the average day. Over the whole year the "
        "count of {n} {changed}.",
        what=capital(profile.reading.plural),
        months=f"{listed(months) or 'some months'} {'runs' if len(months) == 1 else 'run'}",
        n=whole(situation.volume),
        changed=briefly(situation.change),
    )


def _concentrated(profile: Profile, situation: Situation) -> Text:
    places = profile.geography
    assert isinstance(places, Geography), "by its shape"
    text = say(
        "Half of the {what} recorded {period} lie in {n} of {of} neighbourhoods, {share} of them; "
        "by chance it would be {chance}.",
        what=profile.reading.plural,
        period=during(profile.period),
        n=whole(places.places),
        of=whole(places.of),
        share=percent(places.concentration.places, 0),
        chance=percent(places.concentration.chance, 0),
    )
    return text + " " + where_words(situation, places)


def where_words(situation: Situation, places: Geography) -> Text:
    """The most telling thing about the places: one ward, one that moved, or how they last."""
    first, total = places.wards[0], situation.months.years[-1] if situation.months else None
    if total is not None and first.count.number >= ONE_WARD * total.number:
        return say(
            "One ward alone, {ward}, had {n} of the {total}.",
            ward=first.area.name,
            n=whole(first.count),
            total=whole(total),
        )
    moved = [one for one in places.wards if verdict_of(one.change) in (Verdict.ROSE, Verdict.FELL)]
    if moved:
        return say(
            "Beyond chance the count {verdict} in {names}, and in no other ward{more}.",
            verdict=str(verdict_of(moved[0].change)),
            names=moved[0].area.name,
            more="" if len(moved) == 1 else say(" but {n} more", n=in_words(len(moved) - 1)),
        )
    return say(
        "Of the tenth of neighbourhoods with most, {most} were in that tenth the year before"
        "{as_well}.",
        most=percent(places.stability.overlap, 0),
        as_well=" as well" if places.stability.lasts else " only",
    )


def _grave(profile: Profile, situation: Situation) -> Text:
    severity = situation.severity
    assert severity is not None, "by its shape"
    return say(
        "What puts {what} on the list is the harm of each, {points} severity points on average, "
        "and their number: {n} in {place} {period}. The count {changed}{low}.",
        what=profile.reading.plural,
        points=whole(severity),
        n=whole(situation.volume),
        place=profile.area.name,
        period=during(situation.volume.period),
        changed=briefly(situation.change),
        low=", and the rate is among the lower ones of similar partnerships"
        if rate_is_low(situation)
        else "",
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
    text = say(
        "{place} records {rate} {what} for every 1,000 residents, {rank} of those most like it. "
        "The count {changed}.",
        place=profile.area.name,
        rate=rate,
        what=profile.reading.plural,
        rank=_standing_word(situation),
        changed=briefly(situation.change),
    )
    if rate_is_low(situation):
        return text + say(" It is proposed all the same, because {why}.", why=profile.why)
    return text


def rate_is_low(situation: Situation) -> bool:
    """Whether every place that the rate may hold is in the lower half."""
    rank = situation.rank
    return bool(rank and rank.interval and rank.interval.lower > (situation.of + 1) / 2)


def _standing_word(situation: Situation) -> str:
    rank, middle = situation.rank, (situation.of + 1) / 2
    if rank is None or rank.interval is None:
        return "beside an unknown rate"
    if rank.interval.upper < middle:
        return "more than most"
    if rank.interval.lower > middle:
        return "fewer than most"
    return "neither clearly more nor fewer than most"

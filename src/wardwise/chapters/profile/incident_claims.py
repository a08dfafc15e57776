"""Key findings from calls and cases: the hours, those who call again, what leads."""

from __future__ import annotations

from wardwise.chapters.profile.claim import made
from wardwise.chapters.profile.findings import Evidence, Found
from wardwise.chapters.profile.incident_words import kind
from wardwise.chapters.profile.words import capital
from wardwise.document.text import say
from wardwise.document.words import percent, whole
from wardwise.domain.finding import Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.hour_words import EVEN_UP_TO, clock
from wardwise.figures.incidents import IncidentSet, IncidentsFound


WORTH_TELLING = 10.0
"""Percent of calls or cases that come again from one person, from which it is a finding."""


def incident_findings(desk: Desk, evidence: Evidence) -> tuple[Found, ...]:
    """At most three: hours, who calls again, what the council's cases are of."""
    found = evidence.incidents
    if not isinstance(found, IncidentsFound):
        return ()
    sets = [one for one in (found.cases, found.calls) if isinstance(one, IncidentSet)]
    claims = (
        _hours(desk, evidence, found.calls),
        next((claim for one in sets if (claim := _again(desk, evidence, one))), None),
        _leads(desk, evidence, found.cases),
    )
    return tuple(one for one in claims if one is not None)


def _hours(desk: Desk, evidence: Evidence, calls: IncidentSet | NotKnown) -> Found | None:
    if isinstance(calls, NotKnown) or isinstance(calls.hours, NotKnown):
        return None
    hours = calls.hours
    if hours.six_hours.number < EVEN_UP_TO:
        return None
    first, last = clock(hours)
    text = say(
        "{share} of the calls to the police about {what} are of behaviour between {first} and "
        "{last}, a quarter of the day.",
        share=percent(hours.six_hours, 0),
        what=evidence.name.lower(),
        first=first,
        last=last,
    )
    return made(
        desk,
        evidence,
        text,
        figures=(hours.six_hours, hours.certain),
        sure=(Sureness.HIGH, "the log has the minute of nearly every call"),
        alternatives=("the hour at which somebody called rather than the hour at which it was",),
        gap="How many people are about at each hour, without which no hour has a rate.",
        occasion="hours",
    )


def _again(desk: Desk, evidence: Evidence, found: IncidentSet) -> Found | None:
    line = found.flags.get("repeat_caller")
    if line is None or line.share.status != "known" or line.share.number < WORTH_TELLING:
        return None
    whose = "calls to the police" if found.is_calls else "cases that the council opened"
    text = say(
        "{share} of {n} {whose} came from somebody who had told of it before.",
        share=percent(line.share, 0),
        n=whole(found.crimes),
        whose=whose,
    )
    return made(
        desk,
        evidence,
        text,
        figures=(line.share, found.crimes, line.used),
        sure=(Sureness.MODERATE, "it is as good as the mark that whoever took the call set"),
        alternatives=(
            "a few people who tell of much",
            "a mark that is set for a place rather than for a person",
        ),
        gap="Who stopped calling, and what was done after the first call.",
        occasion="repeats",
    )


def _leads(desk: Desk, evidence: Evidence, cases: IncidentSet | NotKnown) -> Found | None:
    top = () if isinstance(cases, NotKnown) else cases.largest("category")
    if isinstance(cases, NotKnown) or len(top) < 2:
        return None
    limits, other = top[0].share.interval, top[1].share.interval
    is_clear = limits is not None and other is not None and limits.lower > other.upper
    words = (
        "{first} leads among the council's {n} cases, with {share}; {second} follows with {more}."
        if is_clear
        else "{first} ({share}) and {second} ({more}) are the most frequent kinds among the "
        "council's {n} cases."
    )
    text = say(
        words,
        first=capital(kind(top[0])),
        n=whole(cases.crimes),
        share=percent(top[0].share, 0),
        second=kind(top[1]),
        more=percent(top[1].share, 0),
    )
    return made(
        desk,
        evidence,
        text,
        figures=(top[0].share, top[1].share, cases.crimes),
        sure=(Sureness.HIGH, "the two intervals do not meet")
        if is_clear
        else (Sureness.MODERATE, "chance could put the two the other way round"),
        alternatives=(
            "what residents think is the council's to deal with, rather than what troubles them",
        ),
        gap="Complaints to housing associations, which hold their own.",
        occasion="kinds",
    )


def untold_claim(desk: Desk, evidence: Evidence, found: IncidentsFound) -> Found | None:
    """What the people complained of are not known by."""
    cases = found.cases
    if isinstance(cases, NotKnown) or "age band" not in cases.groups:
        return None
    missing = cases.groups["age band"].missing
    text = say(
        "For {share} of the council's cases no age of the person complained of is written down, "
        "and the police force's log names nobody.",
        share=percent(missing, 0),
    )
    return made(
        desk,
        evidence,
        text,
        figures=(missing, cases.crimes),
        sure=(Sureness.HIGH, "the files themselves show it"),
        alternatives=(),
        gap="Orders and injunctions in force, mental health and drink, from the council and "
        "housing associations.",
        occasion="not named",
    )

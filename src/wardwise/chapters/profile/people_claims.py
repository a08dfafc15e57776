"""Claims on what a count cannot say: reporting, police activity, the people."""

from __future__ import annotations

from wardwise.chapters.profile.claim import made
from wardwise.chapters.profile.findings import Evidence, Found, Situation
from wardwise.chapters.profile.reading import OFFENDER, VICTIM, Need, Reading
from wardwise.chapters.profile.words import capital, counted_words, during
from wardwise.document.text import Text, say
from wardwise.document.words import percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.finding import Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.themes import Theme


def recording_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """That the count follows reporting or police activity rather than the offence."""
    situation, reading = evidence.situation, evidence.reading
    if isinstance(situation, NotKnown) or not (reading.is_hidden or reading.is_found):
        return None
    opening = (
        "The {n} {what} recorded {period} count those who came forward, not those who were harmed."
        if reading.is_hidden
        else "The {n} {what} recorded {period} count what the police found, and so where and "
        "how much they looked."
    )
    return made(
        desk,
        evidence,
        say(
            opening,
            n=whole(situation.volume),
            what=reading.plural,
            period=during(situation.volume.period),
        ),
        figures=(situation.rate, situation.volume),
        sure=how_recorded(reading),
        alternatives=(
            reading.instead
            if reading.is_hidden
            else "a real change in what people carry, use or sell, which the same count would show",
        ),
        gap=f"{capital(reading.needs[VICTIM].tells)}.",
        occasion="recording",
    )


def how_recorded(reading: Reading) -> tuple[Sureness, str]:
    """High only where a source is held for how much of it comes to light."""
    if reading.is_judged:
        return Sureness.MODERATE, "how such offences come to be recorded is judged, not measured"
    return Sureness.HIGH, f"how few come to light was measured ({reading.reported_source})"


def gap_claim(desk: Desk, evidence: Evidence) -> Found:
    """What is not known of the people, or of the theme altogether."""
    situation, need = evidence.situation, evidence.reading.needs[OFFENDER]
    if isinstance(situation, NotKnown):
        text = say(
            "Nobody has counted {what} in {place}.",
            what=evidence.name.lower(),
            place=desk.area.name,
        )
        rests: tuple[Figure, ...] = (evidence.unscored,)
    else:
        text, rests = _unknown_people(desk, evidence, situation)
    return made(
        desk,
        evidence,
        text,
        figures=rests,
        sure=(Sureness.HIGH, "the sources that are held say nothing of it"),
        alternatives=(),
        gap=f"{capital(_needed(evidence, need))}, from {need.held_by}.",
        occasion=_occasion(evidence),
    )


def _occasion(evidence: Evidence) -> str:
    """What to ask for; not an extract that is held already."""
    if isinstance(evidence.situation, NotKnown):
        return "not counted"
    theme = evidence.candidate.theme
    return "" if isinstance(theme, Theme) and theme.is_crime else "unknown"


def _needed(evidence: Evidence, need: Need) -> str:
    """All of it, or where a partner's file counts the theme what is needed beyond that."""
    return need.still_needed if isinstance(evidence.candidate.theme, Theme) else need.needed


def _unknown_people(
    desk: Desk, evidence: Evidence, situation: Situation
) -> tuple[Text, tuple[Figure, ...]]:
    what, place = evidence.reading.plural, desk.area.name
    unsolved = () if isinstance(evidence.endings, NotKnown) else evidence.endings[:1]
    if evidence.reading.is_found:
        text = say(
            "Who is harmed by {what} in {place} is in no crime record.",
            what=evidence.name.lower(),
            place=place,
        )
    elif evidence.reading.is_hidden:
        text = say(
            "How many people harmed by {what} services in {place} know of, and no police record "
            "names, is not known.",
            what=what,
            place=place,
        )
    elif unsolved:
        text = say(
            "In {share} of {group} no suspect was identified; who the victims are is not in open "
            "data at all.",
            share=percent(unsolved[0].share, 0),
            group=counted_words(
                evidence.candidate.group,
                plural=what,
                is_part=evidence.candidate.group_fit == "part",
            ),
        )
    else:
        text = say(
            "{what} in {place}: nothing that is held says {tells}.",
            what=capital(what),
            place=place,
            tells=evidence.reading.needs[OFFENDER].tells,
        )
    return text, tuple(one.share for one in unsolved) or (situation.volume,)

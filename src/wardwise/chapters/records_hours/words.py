"""Sentences on hours: each says no more than the spans allow."""

from __future__ import annotations

from wardwise.chapters.records_hours.findings import HoursFound
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_parts_of_week import Part, Parts


CERTAIN = 99.5  # percent known to the hour: from here on the table shows what was recorded
SIX = 6


def answer(found: HoursFound) -> Text:
    """Which quarter of the day leads, or that none can be said to; then the weekday."""
    return join([_quarter(found.quarters), _weekday(found.weekdays)])


def _quarter(quarters: Parts | None) -> Text:
    if quarters is None or quarters.busiest is None:
        return say(
            "No quarter of the day can be said to have the most: the spans of time that were "
            "recorded leave it open."
        )
    return say(
        "More happened from {hours} than in any other quarter of the day: {share} of it.",
        hours=quarters.busiest.name,
        share=held(quarters.busiest),
    )


def _weekday(weekdays: Parts | None) -> Text:
    if weekdays is None or weekdays.busiest is None:
        return say("No one weekday clearly has the most.")
    return say(
        "{day} has the most of all weekdays: {share}.",
        day=weekdays.busiest.name,
        share=held(weekdays.busiest),
    )


def held(part: Part) -> Text:
    """``27.1%``, or ``at least 21.3% and at most 44.0%`` where spans leave a room."""
    if _is_one(part.surely, part.at_most):
        return say("{share}", share=percent(part.surely))
    return say(
        "at least {low} and at most {high}",
        low=percent(part.surely),
        high=percent(part.at_most),
    )


def _is_one(low: Figure, high: Figure) -> bool:
    return percent(low).text == percent(high).text


def certainty(found: HoursFound) -> Text:
    """How many are known to the hour, and what was done with the rest."""
    if isinstance(found.hours, NotKnown):
        return say("Not known: {why}.", why=found.hours.reason)
    certain = found.hours.certain
    share = say("{share} of them are known to the hour.", share=percent(certain))
    if certain.number >= CERTAIN:
        return share
    return share + say(
        " The others are shared out over the span in which they may have happened, each minute "
        "alike: that fills the table, and it does not find the hour."
    )


def title(found: HoursFound) -> str:
    """The finding of the picture, as far as there is one."""
    lead = found.quarters.busiest if found.quarters else None
    day = found.weekdays.busiest if found.weekdays else None
    if lead and day:
        return f"Most often from {lead.name}, and on a {day.name}"
    if lead:
        return f"Most often from {lead.name}, on no weekday clearly more than on others"
    if day:
        return f"Most often on a {day.name}; the time of day is left open by the spans"
    return "Neither a quarter of the day nor a weekday clearly has the most"


def six_hours(found: HoursFound) -> Text | None:
    """The six hours in a row that hold the most of the table, by name."""
    if isinstance(found.hours, NotKnown):
        return None
    first = found.hours.busiest
    return say(
        "In the table, the six hours in a row that hold the most run from {first} to {last}: "
        "{share}, where any six hours would hold a quarter if the hour did not matter.",
        first=f"{first:02}:00",
        last=f"{(first + SIX) % 24:02}:00",
        share=percent(found.hours.six_hours),
    )

"""Sentences on hours: each says no more than the spans allow."""

from __future__ import annotations

from wardwise.chapters.records_hours.findings import SIX, HoursFound
from wardwise.document.phrases import listed
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent, rounded, whole
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_hours import Hours
from wardwise.figures.people_parts_of_week import Part, Parts


CERTAIN = 98.0  # percent known to the hour: from here on the spans of the rest move nothing
MANY = 3  # weekdays: more that cannot be told apart are not named


def answer(found: HoursFound) -> Text:
    """What gathers where, which quarter of the day leads, which weekday."""
    parts = [_gathers(found), _quarter(found), _weekday(found.weekdays)]
    return join([part for part in parts if part])


def _gathers(found: HoursFound) -> Text | None:
    """The six hours of the table that hold the most, where they are more than chance."""
    if isinstance(found.hours, NotKnown) or not found.gathers:
        return None
    return say(
        "The six hours from {first} to {last} hold {share} of the records{how}.",
        first=_clock(found.hours.busiest),
        last=_clock(found.hours.busiest + SIX),
        share=percent(found.hours.six_hours),
        how="" if _is_certain(found.hours) else " if each minute of a span is as likely as another",
    )


def _clock(hour: int) -> str:
    return f"{hour % 24:02}:00"


def _is_certain(hours: Hours) -> bool:
    return hours.certain.number >= CERTAIN


def _quarter(found: HoursFound) -> Text:
    lead = found.leading
    if lead is None:
        heaped = found.quarters is not None and found.quarters.busiest is not None
        return say(
            "Which quarter of the day has the most cannot be said for sure: {why} leave it open.",
            why="times that were written as midnight or midday"
            if heaped
            else "the spans of time that were recorded",
        )
    return say(
        "More happened from {hours} than in any other quarter of the day: {share}.",
        hours=lead.name,
        share=held(lead),
    )


def _weekday(weekdays: Parts | None) -> Text:
    days = weekdays.may_lead if weekdays else ()
    if len(days) == 1:
        return say(
            "{day} has the most of all weekdays: {share}.", day=days[0].name, share=held(days[0])
        )
    if 1 < len(days) <= MANY:
        return say(
            "{days} have the most of all weekdays and cannot be told apart.",
            days=listed([day.name for day in days]),
        )
    return say("No weekday clearly has the most.")


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
    share = say("{share} of the records are known to the hour.", share=percent(found.hours.certain))
    if found.hours.certain.number == 100:
        return share
    return share + say(
        " The others are shared out over the span in which they may have happened, each minute "
        "alike: that fills the table, and it does not find the hour."
    )


def one_end(found: HoursFound) -> Text | None:
    """Where records give a span, one end alone is counted there, and may be hours off."""
    timed = {name: (n, share) for name, n, share in found.timed}
    if "one end" not in timed:
        return None
    n, share = timed["one end"]
    return say(
        "{n} records ({share}) give one end of a span, where the others give both or one moment. "
        "They count at that end and as known to the hour; where the other was hours away, fewer "
        "are known.",
        n=whole(n),
        share=percent(share),
    )


def title(found: HoursFound) -> str:
    """The finding of the picture, as far as there is one."""
    lead = found.leading
    days = found.weekdays.may_lead if found.weekdays else ()
    if lead:
        days_told = f", and on {listed([day.name for day in days])}" if len(days) <= MANY else ""
        return f"Most often from {lead.name}{days_told}"
    if isinstance(found.hours, NotKnown) or not found.gathers:
        return "No hour of the day clearly has the most"
    first, last = _clock(found.hours.busiest), _clock(found.hours.busiest + SIX)
    return f"Shared out over their spans, records peak from {first} to {last}"


def heaped(found: HoursFound) -> Text | None:
    """Hours on which times gather far beyond those beside them: a habit of writing, perhaps."""
    if not found.heaped:
        return None
    told = [
        say(
            "the hour from {clock} holds {n}, {times} times the mean of the two beside it",
            clock=_clock(one.hour),
            n=whole(one.records),
            times=rounded(one.times, 1),
        )
        for one in found.heaped
    ]
    return say(
        "Where nobody knows the time, midnight or midday is often written: {told}. Some of those "
        "records belong to other hours, and nothing says to which.",
        told=join(told, "; "),
    )

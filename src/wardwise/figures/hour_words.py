"""At what time of day, in sentences: the six busiest hours, and how surely that is known."""

from __future__ import annotations

from wardwise.document.initials import capital
from wardwise.document.text import Text, say
from wardwise.document.words import percent
from wardwise.figures.people_hours import EVEN_PERCENT, Hours


EVEN_UP_TO = 32.0  # percent in the six busiest hours; of 24 such windows the busiest is over 25
MOST = 50.0  # percent in the six busiest hours
SURE_FROM = 50.0  # percent known to the hour
NEARLY_ALL = 99.5  # percent known to the hour, from which the others are not spoken of


def hour_words(plural: str, hours: Hours) -> Text:
    """Which hours hold how much; that the hour says little where it does."""
    first, last = clock(hours)
    known, rest = _known(hours)
    if hours.six_hours.number < EVEN_UP_TO:
        text = say(
            "By the clock {what} are spread widely: even the six busiest hours, from {first} to "
            "{last}, hold {share}, where any six hold {even}% if no hour matters. {known}.",
            what=plural,
            first=first,
            last=last,
            share=percent(hours.six_hours, 0),
            even=f"{EVEN_PERCENT:.0f}",
            known=known,
        )
    else:
        text = say(
            "{what} gather between {first} and {last}: these six hours hold {share} "
            "({even}% if all hours were alike). {known}"
            "{rest}.",
            what=capital(plural),
            first=first,
            last=last,
            share=percent(hours.six_hours, 0),
            even=f"{EVEN_PERCENT:.0f}",
            known=known,
            rest=rest,
        )
    return text


def hours_title(hours: Hours, what: str) -> str | None:
    """What a picture of the hours shows; None where no hours stand out."""
    first, last = clock(hours)
    if hours.six_hours.number > MOST:
        return f"Most {what} happen between {first} and {last}"
    if hours.six_hours.number >= EVEN_UP_TO:
        return f"{capital(what)} gather between {first} and {last}"
    return None


def _known(hours: Hours) -> tuple[Text, str]:
    """How many are known to the hour, and what is done with the others, where there are any."""
    certain = hours.certain
    if certain.number >= NEARLY_ALL:
        return say("All of them, or nearly all, are known to the hour"), ""
    flat = "" if certain.number >= SURE_FROM else ", which flattens any peak"
    rest = f", and the others are shared out evenly over the span in which each happened{flat}"
    return say("{share} are known to the hour", share=percent(certain, 0)), rest


def clock(hours: Hours) -> tuple[str, str]:
    """Where the six busiest hours begin and end: ``18:00`` and ``00:00``."""
    return f"{hours.busiest:02d}:00", f"{(hours.busiest + 6) % 24:02d}:00"

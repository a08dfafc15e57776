"""The same people, or addresses, again: how many, how soon, of which year, and the few."""

from __future__ import annotations

from datetime import date

from wardwise.chapters.profile.people_again_names import NAMED
from wardwise.chapters.profile.words import with_limits
from wardwise.document.text import Text, say
from wardwise.document.words import percent
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import NAMES
from wardwise.figures.people_again import Again
from wardwise.figures.people_repeats import MostRepeatedShare
from wardwise.figures.repeat_years import CourseLine


SOON, LATER = 28, 90  # days
SAID_PERCENT = 5  # of the 1%, 5% and 20% that are in the table, the one that is said


def again_words(again: Again) -> Text | None:
    """Those who come again, how soon, against the year before, and what a few hold."""
    said = (_share(again), soon_words(again), years_words(again), few_words(again))
    told = [text for text in said if text]
    if not told:
        return None
    text = told[0]
    for more in told[1:]:
        text = text + " " + more
    return text


def _share(again: Again) -> Text | None:
    if isinstance(again.share, NotKnown) or again.share.status != "known":
        return None
    named = NAMED[again.what]
    if again.share.number == 0:
        return say(
            "None of the {what} that could be followed for twelve months {again} within them.",
            what=named.plural,
            again=named.again,
        )
    return say(
        "Of the {what} that could be followed for twelve months, {share} {again} within them.",
        what=named.plural,
        share=with_limits(percent(again.share), 1, "%"),
        again=named.again,
    )


def soon_words(again: Again) -> Text | None:
    """Repeats within four weeks and a quarter, if more than evenly spread; else that they wait."""
    lines = {line.days: line for line in known_course(again)}
    if SOON not in lines or LATER not in lines:
        return None
    soon, later = lines[SOON], lines[LATER]
    if not is_soon(again):
        return say("How soon shows no pattern: chance alone could spread the repeats as they lie.")
    return say(
        "Of those {were} within the year, {soon} {did} within {n} days of the first and {later} "
        "within {m}; were every day alike, it would be {even} and {even_later}.",
        were=NAMED[again.what].were,
        did=NAMED[again.what].soon,
        n=str(SOON),
        m=str(LATER),
        soon=percent(soon.share, 0),
        later=percent(later.share, 0),
        even=percent(soon.even, 0),
        even_later=percent(later.even, 0),
    )


def is_soon(again: Again) -> bool:
    """Whether more come again within four weeks, or a quarter, than if days were alike."""
    return any(line.is_sooner and line.days in (SOON, LATER) for line in known_course(again))


def known_course(again: Again) -> tuple[CourseLine, ...]:
    """The lengths whose share is known."""
    lines = () if isinstance(again.course, NotKnown) else again.course
    return tuple(line for line in lines if line.share.status == "known")


def years_words(again: Again) -> Text | None:
    """The last year that can be followed against the year before, and whether chance does it."""
    years = again.years
    if isinstance(years, NotKnown) or years.points.status != "known":
        return None
    verdict = "no more of a difference than chance could make"
    if years.is_distinguishable:
        verdict = "more" if years.points.number > 0 else "fewer"
        verdict = f"{verdict} than before, beyond chance"
    return say(
        "Of the {what} {first} in the year to {until}, {after} {did} within twelve months; of "
        "those of the year before, {before}: {verdict}.",
        what=NAMED[again.what].plural,
        first=NAMED[again.what].first,
        did=NAMED[again.what].did,
        until=day_words(years.until),
        after=with_limits(percent(years.after), 1, "%"),
        before=with_limits(percent(years.before), 1, "%"),
        verdict=verdict,
    )


def day_words(day: date) -> str:
    """``30 September 2025``."""
    return f"{day.day} {NAMES[day.month]} {day.year}"


def few_words(again: Again) -> Text | None:
    """The most repeated against chance, with their share of the harm where that differs."""
    one = said_share(again)
    if one is None:
        return None
    if not one.is_beyond_chance:
        same = "addresses come up" if again.what == "address" else "people come back"
        return say(f"The same {same} no more often than chance would have it.")
    harm = one.harm is not None and one.harm.status == "known"
    return say(
        NAMED[again.what].most + "{harm}, where chance alone would give {chance}.",
        p=str(one.people_percent),
        share=percent(one.share),
        chance=percent(one.chance),
        harm=say(" and {harm} of their harm", harm=percent(one.harm)) if harm else "",  # type: ignore[arg-type]
    )


def said_share(again: Again) -> MostRepeatedShare | None:
    """The most repeated 5%, where their share may be printed."""
    if isinstance(again.most, NotKnown):
        return None
    one = next(one for one in again.most if one.people_percent == SAID_PERCENT)
    return one if one.share.status == "known" else None

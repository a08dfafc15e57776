"""The sentences of the chapter."""

from __future__ import annotations

from collections import Counter

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.document.initials import capital
from wardwise.document.phrases import listed
from wardwise.document.text import Number, Text, join, say
from wardwise.document.words import in_words, percent, whole
from wardwise.measures.hot_spots.hot_spot_classes import HotSpotClass


BOTH = 2
MOST_IN_WORDS = 10


def answer(found: HotSpotsFindings) -> Text:
    """How many neighbourhoods are hot, where, what they hold, and what is new or fading."""
    one = found.whole
    if not one.codes:
        first = say(
            "No neighbourhood of {place} is a hot spot of recorded crime beyond chance over the "
            "{years} years held.",
            place=found.area.name,
            years=in_words(len(one.years)),
        )
        return join([first, *_fading(found)])
    one_is = "is a hot spot of recorded crime beyond chance, in {wards}; it held {share}"
    some_are = "are hot spots of recorded crime beyond chance, in {wards}; they held {share}"
    first = say(
        "In {place}, {n} of {of} neighbourhoods "
        + (one_is if len(one.codes) == 1 else some_are)
        + " of the offences of {period}.",
        n=whole(one.hot),
        place=found.area.name,
        of=str(len(found.lsoas)),
        wards=_wards(found),
        share=percent(one.hot_percent),
        period=found.period.label,
    )
    return join([first, *_lasting(found), *_new(found), *_fading(found)])


def _wards(found: HotSpotsFindings) -> str:
    held = Counter(
        place.ward for place in found.whole.places if place.area.code in found.whole.codes
    )
    return listed([ward for ward, _ in held.most_common()])


def _lasting(found: HotSpotsFindings) -> list[Text]:
    """Which were hot in every year, and which only over the years together; the rest is new."""
    years = len(found.whole.years)
    each = "both years" if years == BOTH else f"every one of the {in_words(years)} years"
    hot = [place for place in found.whole.places if place.area.code in found.whole.codes]
    always = sum(place.years_hot.number == years for place in hot)
    new = sum(place.kind is HotSpotClass.NEW for place in hot)
    if always and always == len(hot):
        who = "All of them were" if always > 1 else "It was"
        return [say(f"{who} hot in {each}.")]
    rest = len(hot) - always - new
    if not always:
        over = f"the {in_words(years)} years together"
        return [say(f"{_some(rest)} hot over {over}, if not in each.")] if rest else []
    more = f", and {in_words(rest)} over all of them together" if rest else ""
    return [say(f"{_some(always)} hot in {each}{more}.")]


def _some(number: int) -> str:
    return f"{capital(in_words(number))} {'were' if number > 1 else 'was'}"


def _new(found: HotSpotsFindings) -> list[Text]:
    return _named(found, HotSpotClass.NEW, "New")


def _fading(found: HotSpotsFindings) -> list[Text]:
    return _named(found, HotSpotClass.FADING, "Fading")


def _named(found: HotSpotsFindings, kind: HotSpotClass, told: str) -> list[Text]:
    names = [one.area.name for one in found.whole.places if one.kind is kind]
    verb = "are" if len(names) > 1 else "is"
    return [say(f"{told} {verb} {{names}}.", names=listed(names))] if names else []


def borderline(found: HotSpotsFindings) -> Text:
    """Places hot in some year only, of which nothing more can be said."""
    off_and_on = [one for one in found.whole.places if one.kind is HotSpotClass.OFF_AND_ON]
    several = len(off_and_on) > 1
    number = found.whole.off_and_on
    many = number.number > MOST_IN_WORDS
    return say(
        ("Another {n}" if many else "{n} more")
        + " (called off and on) "
        + ("were" if several else "was")
        + " hot in {when}, which chance can do; "
        + ("they are" if several else "it is")
        + " not on the map.",
        n=Number(capital(in_words(int(number.number))), number),
        when=_when([int(one.years_hot.number) for one in off_and_on], len(found.whole.years)),
    )


def _when(years_hot: list[int], years: int) -> str:
    """``one year of three``, or ``one to two years of three`` where they are not alike."""
    most = max(years_hot)
    if most > min(years_hot):
        return f"one to {in_words(most)} years of {in_words(years)}"
    return f"{in_words(most)} year{'s' if most > 1 else ''} of {in_words(years)}"

"""The sentences of the chapter."""

from __future__ import annotations

from collections import Counter

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.document.phrases import listed
from wardwise.document.text import Text, join, say
from wardwise.document.words import in_words, percent, whole
from wardwise.measures.hot_spots.hot_spot_classes import HotSpotClass


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
    first = say(
        "{n} of {place}'s {of} neighbourhoods are hot spots of recorded crime beyond chance, in "
        "{wards}; they held {share} of the offences of {period}.",
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
    one = found.whole
    years = in_words(len(one.years))
    always, together = int(one.long_term.number), int(one.persistent.number)
    if always and always == len(one.codes):
        return [say(f"All of them were hot in every one of the {years} years.")]
    every = say(f"{{n}} were hot in every one of the {years} years", n=whole(one.long_term))
    summed = say(f"{{n}} only if the {years} years are taken together", n=whole(one.persistent))
    parts = [words for n, words in ((always, every), (together, summed)) if n]
    return [join(parts, " and ") + "."] if parts else []


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
    return say(
        "{n} more crossed the line in some year and not in others, which chance does too; the map "
        "leaves them out.",
        n=whole(found.whole.off_and_on),
    )

"""The sentences on clusters of late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from wardwise.document.initials import small
from wardwise.document.phrases import listed
from wardwise.document.text import Text, say
from wardwise.document.words import decimal, in_words, whole
from wardwise.domain.area import Area
from wardwise.figures.scanned import ClusterTold, Scanned


MOST_WARDS = 3
SMALL = 10


def answer(area: Area, scans: Scanned, ward_names: Mapping[str, str]) -> Text:
    """The strongest cluster, or that there is none."""
    if scans.clusters:
        return claim(scans.clusters[0], ward_names)
    return say(
        "No part of {place} has lately had a larger share of the partnership's offences than it "
        "had over the two years: none of {looks} scans, of all recorded crime and of each group "
        "with enough offences, found a cluster beyond chance in the months to {last}. Whether a "
        "place had more than in the year before (above) is another question.",
        place=area.name,
        looks=in_words(scans.looks),
        last=scans.period.last.label,
    )


def short_of_it(one: ClusterTold, looks: int, ward_names: Mapping[str, str]) -> Text:
    """The strongest where none is beyond chance."""
    return say(
        "{told} With {looks} scans, chance alone may well give one as strong (p {p} by itself): "
        "worth a question there, and no more.",
        told=claim(one, ward_names, opening="The nearest to one: since"),
        p=decimal(one.chance, 3),
        looks=in_words(looks),
    )


def claim(one: ClusterTold, ward_names: Mapping[str, str], opening: str = "Since") -> Text:
    """Since when, what, where, how many, and how many were to be expected."""
    return say(
        opening
        + " {since}, {n} {what} were recorded in {places}: {times} times the {expected} that "
        "{whose} usual share would be.",
        since=one.since.first.label,
        n=whole(one.recorded),
        what=called(one),
        places=where(one, ward_names),
        times=decimal(one.ratio),
        whose="its" if len(one.areas) == 1 else "their",
        # 18 are no "10.2 times the 2": a small number is rounded no more than the ratio is
        expected=decimal(one.expected) if one.expected.number < SMALL else whole(one.expected),
    )


def called(one: ClusterTold) -> str:
    """What was counted, in running text."""
    return f"offences of the group {small(one.offence)}" if one.offence else "offences of any kind"


def where(one: ClusterTold, ward_names: Mapping[str, str]) -> str:
    """``one neighbourhood of Biscot``, ``13 neighbourhoods, most of them in Northwell``."""
    return wards_of(one.areas, ward_names)


def wards_of(areas: Sequence[Area], ward_names: Mapping[str, str]) -> str:
    """How many neighbourhoods, and of which wards."""
    held = Counter(ward_names[area.code] for area in areas)
    names = [ward for ward, _ in held.most_common()]
    n = len(areas)
    words = f"{in_words(n)} neighbourhood{'s' if n > 1 else ''}"
    if len(names) <= MOST_WARDS:
        return f"{words} of {listed(names)}"
    return f"{words} of {', '.join(names[:MOST_WARDS])} and other wards"


def further(scans: Scanned) -> Text:
    """How many more there are, and whether they are of the same places."""
    first = {area.code for area in scans.clusters[0].areas}
    others = scans.clusters[1:]
    shared = sum(bool(first & {area.code for area in one.areas}) for one in others)
    n = scans.beyond - 1
    more = f"{in_words(n).capitalize()} more cluster{'s are' if n > 1 else ' is'} beyond chance"
    if shared == n:
        tail = "{more}, in part of the same places: they overlap and are one story, not several."
    elif shared:
        tail = (
            "{more}; those that share places with the first overlap with it and are one story, "
            "not several."
        )
    else:
        tail = "{more}, in other places."
    return say(tail, more=more)

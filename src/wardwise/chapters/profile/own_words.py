"""That months and places are an extract's own, and how far it agrees with the published count."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Geography, OwnCounts, Profile
from wardwise.chapters.profile.words import group_words, part_words
from wardwise.document.phrases import changed, verdict_of
from wardwise.document.sources import NAMES
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent, whole
from wardwise.domain.nothing import NotKnown


AGREES = (95.0, 105.0)
"""Percent of the published count between which an extract may be said to hold the same."""


def in_words_of(source: str) -> str:
    """The source inside a sentence."""
    name = NAMES.get(source, source)
    return name[:1].lower() + name[1:]


def own_words(profile: Profile, own: OwnCounts) -> Text:
    """Why the extract is used, what it covers, and how it stands to the published count."""
    parts = [_why(profile, own), _beside(own), _later(profile, own)]
    return join([part for part in parts if part is not None])


def _why(profile: Profile, own: OwnCounts) -> Text:
    situation = profile.situation
    has_places = isinstance(own.geography, Geography)
    opening = "Its months, {held}, " + ("and its places " if has_places else "")
    opening += "are those of {whose}: "
    if isinstance(situation, NotKnown) or situation.share is None:
        return say(
            opening + "no open source counts it by itself.",
            whose=in_words_of(own.source),
            held=own.held.label,
        )
    return say(
        opening + "open data hold it by month and place only inside {group}, of which it is "
        "{share}.",
        group=group_words(profile.group),
        share=part_words(situation.share),
        whose=in_words_of(own.source),
        held=own.held.label,
    )


def _beside(own: OwnCounts) -> Text | None:
    """The same months counted twice: by the extract and as published."""
    if own.beside is None or own.same_year is None or own.beside.status != "known":
        return None
    lower, upper = AGREES
    opening = (
        "In the months of the published count it holds {n}, {share} of that: the two agree."
        if lower <= own.beside.number <= upper
        else "In the months of the published count it holds {n}, {share} of that, so that its "
        "months and places may be read for their pattern, and its level with care."
    )
    return say(opening, n=whole(own.same_year), share=percent(own.beside, 0))


def _later(profile: Profile, own: OwnCounts) -> Text | None:
    """Where the extract's year and the published one are judged otherwise, both in one breath."""
    situation = profile.situation
    if isinstance(situation, NotKnown) or own.same_year is None:
        return None
    ours, theirs = own.months.change, situation.change
    if not ours.status == theirs.status == "known":
        return None
    if ours.period == theirs.period or verdict_of(ours) is verdict_of(theirs):
        return None
    return say(
        "In the extract's year, to {end}, the count {ours}; in the published year, to {then}, it "
        "{theirs}. They are not the same twelve months.",
        end=ours.period.last.label,
        then=theirs.period.last.label,
        ours=changed(ours),
        theirs=changed(theirs),
    )

"""The sentences of the geographic profile. Offences happen in a ward; they are not of it."""

from __future__ import annotations

from collections import Counter

from wardwise.chapters.profile.findings import Geography, OwnCounts, Profile, WardLine
from wardwise.chapters.profile.kind import OWN_PERCENT, Shape
from wardwise.chapters.profile.own_words import in_words_of
from wardwise.chapters.profile.words import during
from wardwise.document.phrases import listed, verdict_of
from wardwise.document.text import Number, Text, join, say
from wardwise.document.words import in_words, percent, whole
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.figures.hot_spots import HotSpotsFound
from wardwise.figures.stable import Stability
from wardwise.measures.place.share_of_places import PlacesHolding


CHANCE = 0.05
ALL, NEARLY_ALL = 100.0, 99.0  # percent, from which a decimal is told
NEW_NAMED = 3
HARDLY_MOVE = 80.0
"""Percent of the top tenth that was in it the year before, from which places hardly move."""


def place_words(profile: Profile, found: Geography) -> Text:
    """How few neighbourhoods hold half, against chance, and whether they stay the same."""
    # a profile that leads with the place has said how few hold half, and what chance gives
    held = _top(found) if profile.shape is Shape.CONCENTRATED else concentrated_words(found)
    parts = [_whose(profile), held, _stays(found), hot_words(found.hot_spots)]
    return join([part for part in parts if part is not None])


def _whose(profile: Profile) -> Text | None:
    situation, own = profile.situation, profile.own
    if isinstance(own, OwnCounts):
        return _own(own)
    if isinstance(situation, NotKnown) or situation.share is None:
        return None
    opening = (
        "The places are those of {group}; this is {share} of them."
        if situation.share.number >= OWN_PERCENT
        else "No open source gives its own places. These are those of {group}, and this is "
        "{share} of them: it may lie elsewhere."
    )
    return say(opening, group=profile.counted, share=percent(situation.share, 0))


def _own(own: OwnCounts) -> Text:
    """Whose places they are, and of how many of the crimes."""
    located = own.located.number
    share = (
        say("every one of the {n}", n=whole(own.crimes))
        if located == ALL
        else say(
            "{share} of the {n}",
            share=percent(own.located, 0 if located < NEARLY_ALL else 1),
            n=whole(own.crimes),
        )
    )
    return say(
        "These are its own places, from {whose}: {share} {what} recorded {period} can be put in a "
        "neighbourhood.",
        whose=in_words_of(own.source),
        share=share,
        what=own.called,
        period=during(own.period),
    )


def concentrated_words(found: Geography) -> Text:
    """How few neighbourhoods hold half, against what chance would give."""
    held = found.concentration.found
    if not isinstance(held, PlacesHolding):
        return say("How concentrated it is cannot be said.")
    opening = (
        "Half lies in {n} of the {of} neighbourhoods ({share}); if residents alone decided, it "
        "would take {chance}."
        if held.p_value < CHANCE
        else "Half lies in {n} of the {of} neighbourhoods ({share}), which is no fewer than chance "
        "would give ({chance})."
    )
    return say(
        opening,
        n=whole(found.places),
        of=whole(found.of),
        share=percent(found.concentration.places, 0),
        chance=percent(found.concentration.chance, 0),
    )


def _stays(found: Geography) -> Text:
    same = found.stability
    if same.overlap.status != "known":
        return say("Whether they are the same places as a year before is not known.")
    opening = (
        "The places hardly move: {share} of the tenth of neighbourhoods with most were in that "
        "tenth the year before, where chance would leave {chance}."
        if same.overlap.number >= HARDLY_MOVE
        else "{part} of the places last: of the tenth of neighbourhoods with most, {share} were in "
        "it the year before, where chance would leave {chance}."
        if same.lasts
        else "The places move about, and last year's map is a poor guide: {share} of the tenth "
        "with most were in it the year before, and chance would leave {chance}."
    )
    told = say(
        opening,
        share=percent(same.overlap, 0),
        chance=percent(same.by_chance, 0),
        **({"part": _part(same)} if "{part}" in opening else {}),
    )
    return told + _new_places(same) if same.lasts else told


def _part(same: Stability) -> str:
    return "Most" if same.overlap.number > 50 else "Half" if same.overlap.number == 50 else "Some"


def _new_places(same: Stability) -> str:
    """Which neighbourhoods came into the tenth, the foremost by name."""
    names = [area.name for area in same.new[:NEW_NAMED]]
    if not names:
        return " None is new to it."
    more = len(same.new) - len(names)
    if more:
        return f" New to it are {in_words(len(same.new))}, {listed(names)} foremost."
    return f" New to it {'are' if len(names) > 1 else 'is'} {listed(names)}."


def hot_words(found: HotSpotsFound) -> Text | None:
    """Where it lies together beyond chance, or that it does so nowhere; nothing if not known."""
    if isinstance(found.found, NotKnown):
        return None
    if not found.codes:
        return say("No hot spot of it can be told from chance.")
    held = Counter(one.ward for one in found.places if one.area.code in found.codes)
    one = "{n} neighbourhood is a hot spot of it beyond chance, in {wards}"
    several = "{n} neighbourhoods are hot spots of it beyond chance, in {wards}"
    new = "; {new} of them {are} new." if found.found.new else "."
    return say(
        (one if len(found.codes) == 1 else several) + new,
        n=Number(in_words(int(found.hot.number)).capitalize(), found.hot),
        wards=listed([ward for ward, _ in held.most_common()]),
        **(
            {
                "new": Number(in_words(int(found.new.number)), found.new),
                "are": "is" if found.new.number == 1 else "are",
            }
            if found.found.new
            else {}
        ),
    )


def _top(found: Geography) -> Text:
    """The neighbourhoods at the very top, for a profile that has told the rest."""
    told = [
        say("{area} ({n})", area=area.name, n=whole(figure))
        for area, figure in found.lsoas[:3]
        if figure.status == "known"
    ]
    return say(
        "Most of all were recorded in the neighbourhoods {a}.",
        a=join([_joined(n, len(told), text) for n, text in enumerate(told)], ""),
    )


def with_most(found: Geography) -> list[WardLine]:
    """Wards with a number that may be printed and is not nought, the most first."""
    return [one for one in found.wards if one.count.status == "known" and one.count.number]


def ward_words(found: Geography) -> Text:
    """The wards with the highest counts, and those whose change a test can see."""
    top = with_most(found)[:3]
    if not top:
        return say("In every ward there was none, or the count is too small to be printed.")
    names = [say("{ward} ({n})", ward=line.area.name, n=whole(line.count)) for line in top]
    first = say(
        "The most were recorded in {a}.",
        a=join([_joined(n, len(names), text) for n, text in enumerate(names)], ""),
    )
    moved = {
        verdict: [line.area.name for line in found.wards if verdict_of(line.change) is verdict]
        for verdict in (Verdict.ROSE, Verdict.FELL)
    }
    told = [
        say("The count {verb} beyond chance in {names}.", verb=str(verdict), names=listed(names))
        for verdict, names in moved.items()
        if names
    ]
    if not told:
        told = [say("In no ward can a change on the year before be told from chance.")]
    return join([first, *told])


def _joined(n: int, of: int, text: Text) -> Text:
    return text if n == 0 else say(" and {it}" if n == of - 1 else ", {it}", it=text)


def unknown_place_words(profile: Profile, found: NotKnown) -> Text:
    """That the places are not known, and what would make them known."""
    situation = profile.situation
    if profile.shape is Shape.RARE:
        return say(
            "Not shown: {why}. Where each happened is for those who are cleared to read the cases.",
            why=found.reason,
        )
    if isinstance(situation, NotKnown) or situation.share is None:
        return say(
            "Not known: {why}. Counts by ward or by a coarser area, from whoever holds the cases, "
            "would fill this part without naming anybody.",
            why=found.reason,
        )
    return say(
        "Not known: {why}. The police force's crime extract has the places; few to a place, "
        "they are for those cleared to see them.",
        why=found.reason,
    )

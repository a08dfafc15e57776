"""The sentences of the current situation: each shape of evidence begins somewhere else."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Months, OwnCounts, Profile, Situation
from wardwise.chapters.profile.kind import Shape
from wardwise.chapters.profile.own_words import in_words_of, own_words
from wardwise.chapters.profile.words import (
    capital,
    during,
    group_words,
    part_words,
    rank_words,
    rate_places,
    with_limits,
)
from wardwise.document.phrases import changed
from wardwise.document.text import Text, join, say
from wardwise.document.words import decimal, percent, whole
from wardwise.domain.nothing import NotKnown
from wardwise.figures.threat_scores import DRAWN


SHORT_SOURCES = {
    "partner:fires": "the fire service's records",
    "partner:collisions": "the council's records",
    "partner:hospital_admissions": "hospital admissions",
    "police_uk": "police.uk records",
    "area_counts": "police.uk records",
    "partner:recorded_crime": "the police force's extract",
}


def situation_words(profile: Profile, situation: Situation) -> Text:
    """Level, change, standing and outlook, in the order that the shape asks for."""
    said = {
        "level": _level(profile, situation),
        "change": _change(profile, situation),
        "standing": _standing(situation),
        "severity": _severity(situation),
        "months": _months(profile, situation),
    }
    order = {
        Shape.CHANGING: ("level", "standing", "months"),
        Shape.GRAVE: ("standing", "months"),
        Shape.STEADY: ("level", "severity", "months"),
        Shape.HIDDEN: ("level", "severity", "standing", "change", "months"),
        Shape.RARE: ("level", "severity"),
    }.get(profile.shape, ("level", "change", "months", "standing"))
    return join([part for name in order if (part := said[name]) is not None])


def _level(profile: Profile, situation: Situation) -> Text:
    opening = {
        Shape.HIDDEN: "What reached the police and was recorded comes to {n} {period}: {rate} "
        "for every 1,000 residents.",
        Shape.CHANGING: "The rate is now {rate} for every 1,000 residents ({n} {period}).",
        Shape.RARE: "The count is {n} {period}; {before}.",
        Shape.STEADY: "The count behind the rate is {n} {period}.",
    }.get(profile.shape, "{n} were recorded {period}, {rate} for every 1,000 residents.")
    text = say(
        opening,
        n=whole(situation.volume),
        period=during(situation.volume.period),
        rate=decimal(situation.rate, rate_places(situation.rate)),
        before=before_words(situation),
    )
    if situation.household_rate is None or situation.household_rate.status != "known":
        return text
    return text + say(
        " Set against homes, which is what can be broken into, it is {rate} for every 1,000 "
        "households.",
        rate=with_limits(decimal(situation.household_rate), 1),
    )


def _change(profile: Profile, situation: Situation) -> Text:
    opening = {
        Shape.HIDDEN: "The recorded count {changed}; recording and reporting move it as much as "
        "offending does.",
    }.get(profile.shape, "The count {changed}.")
    return say(opening, changed=changed(situation.change))


def _standing(situation: Situation) -> Text | None:
    rank = situation.rank
    if rank is None or rank.status != "known":
        return None
    return say(
        "Among the most similar partnerships the rate is {rank}.",
        rank=rank_words(rank, situation.of),
    )


def _severity(situation: Situation) -> Text | None:
    if situation.severity is None or situation.severity.status != "known":
        return None
    return say(
        "One offence weighs {points} severity points on average.",
        points=with_limits(whole(situation.severity)),
    )


def _months(profile: Profile, situation: Situation) -> Text | None:
    if situation.months is None:
        return _only_a_part(profile, situation)
    months = situation.months
    if isinstance(profile.own, OwnCounts):
        return join([own_words(profile, profile.own), outlook_words(profile, months)])
    opening = (
        say(
            "By month and place only {group} are published; this is {share} of them.",
            group=profile.counted,
            share=percent(situation.share, 0),
        )
        if situation.share
        else None
    )
    outlook = outlook_words(profile, months)
    return join([opening, outlook]) if opening else outlook


def outlook_words(profile: Profile, months: Months) -> Text:
    """What to expect, by the source whose months they are."""
    situation = profile.situation
    is_part = not isinstance(situation, NotKnown) and situation.share is not None
    if months.outlook.status != "known":
        return say("There are too few months for a forecast.")
    return say(
        "If nothing changes, {n} {what}are to be expected {period}, counted {source}.",
        n=with_limits(whole(months.outlook)),
        what=f"{profile.counted} " if is_part else "",
        period=during(months.outlook.period),
        source=f"in {_short_source(profile.months_source)}",
    )


def _short_source(source: str) -> str:
    return SHORT_SOURCES.get(source) or in_words_of(source)


def _only_a_part(profile: Profile, situation: Situation) -> Text | None:
    if profile.group is None:
        return say("No source that is held counts it by month or place.")
    if situation.share is None:
        return None
    return say(
        "By month and place it is published only inside {group}, of which it is {share}: too "
        "small a part for the group's months to stand for it, so no month chart and no forecast "
        "is given.",
        group=group_words(profile.group),
        share=part_words(situation.share),
    )


def instead_words(situation: Situation) -> Text:
    """What the count, and any change in it, might show other than offending."""
    said = "; or ".join(situation.instead)
    return say("{said}.", said=capital(said))


def not_counted_words(profile: Profile) -> Text:
    """Why an uncounted theme stands here at all."""
    reason = profile.decision.reason if profile.decision else ""
    whose = "published source" if isinstance(profile.own, OwnCounts) else "source that is held"
    return say(
        f"No {whose} counts {{name}} here. It is in the proposal because people decided "
        "so: {reason} If its likelihood could be anything, it would be among the first in "
        "{share} of the {drawn}.",
        name=profile.reading.plural,
        reason=reason if reason.endswith(".") else reason + ".",
        share=percent(profile.unscored, 0),
        drawn=DRAWN,
    )


def before_words(situation: Situation) -> Text:
    """The year before in words; so few cases have no percentage."""
    if situation.before.status != "known":
        return say("the year before is not known")
    return say("the year before it was {n}", n=whole(situation.before))

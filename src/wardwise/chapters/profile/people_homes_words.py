"""Where those who are named live against where it happened, as a group."""

from __future__ import annotations

from wardwise.chapters.profile.words import with_limits
from wardwise.document.text import Text, say
from wardwise.document.words import decimal, percent
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_groups import Group
from wardwise.figures.people_homes import HomesFound


MOST_OF = 50.0  # percent


def homes_words(homes: HomesFound | NotKnown, *, what: str) -> Text | None:
    """Which of the three holds most of them, and how far the middle one lives."""
    if isinstance(homes, NotKnown):
        return None
    first = larger_half(homes)
    text = say(
        "Of the {what} some live in the ward where it happened, some in other wards and some "
        "elsewhere; none of these is more than half.",
        what=what,
    )
    if first is not None:
        text = say(
            "{share} of the {what} live {where}.",
            share=with_limits(percent(first.share, 0), 0, "%"),
            what=what,
            where=first.name[:1].lower() + first.name[1:],
        )
    far = homes.distances
    return text + say(
        " Half live within {median} km of it, a quarter within {lower} km and three quarters "
        "within {upper} km{near}.",
        median=with_limits(decimal(far.median), 1),
        lower=decimal(far.quartiles[0]),
        upper=decimal(far.quartiles[1]),
        near=say(", {near} in the same neighbourhood", near=percent(far.same_neighbourhood, 0))
        if far.same_neighbourhood.status == "known"
        else "",
    )


def larger_half(homes: HomesFound) -> Group | None:
    """The group that holds more than half beyond chance."""
    for group in homes.groups:
        share = group.share
        if share.status == "known" and share.interval and share.interval.lower > MOST_OF:
            return group
    return None

"""Sentences on people: a group is called the largest only if no other may be."""

from __future__ import annotations

from wardwise.chapters.records_people.findings import RoleOrders
from wardwise.document.initials import small
from wardwise.document.phrases import listed
from wardwise.document.text import Number, Text, join, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_groups import Group
from wardwise.figures.people_order import Order


PEOPLE_OF = {"victim": "victims", "suspect": "suspects", "offender": "proved offenders"}
WHAT_OF = {"age band": "age", "sex": "sex", "ethnicity": "ethnic group"}
LEAST = 0.1  # percent: what is less is not printed as none
MANY = 3  # groups: more that cannot be told apart are not named


def role_answer(found: RoleOrders) -> Text:
    """How many, and the largest group by age, sex and ethnicity."""
    start = say("{n} {people} are recorded.", n=whole(found.people), people=PEOPLE_OF[found.role])
    return join([start, *(short_words(order) for order in found.orders.values())])


def short_words(order: Order) -> Text:
    """The largest group and its share, without the interval; the section gives that."""
    if not order.is_clear:
        return order_words(order)
    return say("{most}, {share}.", most=_largest(order), share=percent(order.first.share))


def order_words(order: Order) -> Text:
    """One sentence on one property, of those for whom it is known."""
    what = WHAT_OF[order.groups.by]
    if order.is_clear:
        return say(
            "{most}: {share} ({range}) of those whose {what} is known.",
            most=_largest(order),
            share=percent(order.first.share),
            range=between(order.first.share, 1, "%"),
            what=what,
        )
    if len(order.may_be) > MANY:
        return say("By {what}, no one group is clearly the largest.", what=what)
    return say(
        "By {what}, {names} are the largest groups and cannot be told apart.",
        what=what,
        names=listed([named(group, order) for group in order.may_be]),
    )


def _largest(order: Order) -> str:
    others = [group for group in order.groups.groups if group is not order.first]
    first = named(order.first, order)
    if order.groups.by == "sex" and len(others) == 1:
        return f"More are {first} than {named(others[0], order)}"
    return f"By {WHAT_OF[order.groups.by]}, the largest group is {first}"


def title(order: Order) -> str:
    """The finding of a picture; none where the largest group cannot be told."""
    people = PEOPLE_OF[order.groups.role].capitalize()
    what = WHAT_OF[order.groups.by]
    if not order.is_clear:
        names = [named(group, order) for group in order.may_be]
        if len(names) > MANY:
            return f"{people}: no one {what} group is clearly the largest"
        return f"{people}: {listed(names)} cannot be told apart as the largest group"
    share = order.first.share.interval
    if order.groups.by != "age band" and share and share.lower > 50:
        return f"Most {people.lower()} whose {what} is known are {named(order.first, order)}"
    known = "" if order.holds else f" whose {what} is known"
    return f"{people}{known}: the largest group by {what} is {named(order.first, order)}"


def named(group: Group, order: Order) -> str:
    """As it stands in a sentence: ages and sexes in small letters, other names as they came."""
    return small(group.name) if order.groups.by in ("age band", "sex") else group.name


def a_part(share: Figure) -> Number:
    """``4.9%``; ``under 0.1%`` where a few would be printed as none."""
    if share.status == "known" and 0 < share.number < LEAST:
        return Number(f"under {LEAST}%", share)
    return percent(share)


def missing_words(order: Order) -> Text:
    """How many are not known, and whether they could change which group is first."""
    told = say(
        "The {what} of {share} of {people} is not known",
        what=WHAT_OF[order.groups.by],
        share=a_part(order.groups.missing),
        people=PEOPLE_OF[order.groups.role],
    )
    if not order.is_clear:
        return told + "."
    if order.holds:
        return told + "; the largest group would be so even if all of those were in the second."
    return told + "; if enough of those were in the second group, it would be the largest."


def per_year_words(found: RoleOrders) -> Text | None:
    """Where bands are unlike in width: which holds the most for each year of age in it."""
    if isinstance(found.peak, NotKnown):
        return None
    if len(found.peak.may_be) == 1:
        return say(
            "For each year of age in a band, {band} holds the most.",
            band=found.peak.group.name.lower(),
        )
    names = [name.lower() for name in found.peak.may_be]
    if len(names) > MANY:
        return None
    return say(
        "For each year of age in a band, {bands} hold the most and cannot be told apart.",
        bands=listed(names),
    )

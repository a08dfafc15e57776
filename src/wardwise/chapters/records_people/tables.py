"""Pictures and tables of people: ages in order of age, other groups by size."""

from __future__ import annotations

from wardwise.chapters.records_people.findings import PeopleOfRecords, RoleOrders
from wardwise.chapters.records_people.words import PEOPLE_OF, WHAT_OF, a_part, title
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.pictures import Bar, Bars
from wardwise.document.text import say
from wardwise.document.words import NOT_APPLICABLE, between, percent, whole
from wardwise.domain.figure import Figure
from wardwise.figures.people_groups import Group
from wardwise.figures.people_order import Order


def order_picture(found: PeopleOfRecords, role: RoleOrders, order: Order) -> Bars:
    """Shares of those whose group is known, with their intervals."""
    people, what = PEOPLE_OF[role.role], WHAT_OF[order.groups.by]
    return Bars(
        name=f"{name_of(order)}-picture",
        title=title(order),
        subtitle=f"Share of {people} whose {what} is known, percent, with 95% intervals; "
        f"{found.area.name}, {found.period.label}",
        source=role.source,
        alt=f"{title(order)}. "
        + " ".join(f"{group.name}: {percent(group.share).text}." for group in order.groups.groups),
        table=order_table(role, order),
        bars=tuple(share_bar(group.name, group.share) for group in order.groups.groups),
        unit=f"percent of {people} whose {what} is known",
    )


def order_table(role: RoleOrders, order: Order) -> Table:
    """People and shares, then those whose group is not known."""
    is_age = order.groups.by == "age band"
    ranges = (
        (say("An age given as a range that no one band holds is not known."),) if is_age else ()
    )
    people, what = PEOPLE_OF[role.role], WHAT_OF[order.groups.by]
    return Table(
        name=name_of(order),
        caption=f"{people.capitalize()} by {what}",
        columns=(
            Column(what.capitalize(), Align.LEFT),
            Column("People"),
            Column("Share of those known, %"),
            Column("95% interval", quiet=True),
        ),
        rows=(
            *(_row(group) for group in order.groups.groups),
            ("Not known", whole(order.not_known), NOT_APPLICABLE, NOT_APPLICABLE),
        ),
        notes=(
            say(
                "Not known are {share} of all {people} ({range}).",
                share=a_part(order.groups.missing),
                people=people,
                range=between(order.groups.missing, 1, "%"),
            ),
            *ranges,
        ),
        source=role.source,
        groups=(len(order.groups.groups),),
    )


def _row(group: Group) -> tuple[Cell, ...]:
    return group.name, whole(group.count), percent(group.share), between(group.share, 1)


def name_of(order: Order) -> str:
    """Unique in the document: ``victim-age-band``."""
    return f"{order.groups.role}-{order.groups.by.replace(' ', '-')}"


def share_bar(label: str, figure: Figure) -> Bar:
    """A share and its interval; a word where it is withheld."""
    if figure.status != "known":
        return Bar(label, None, ours=True, why_not="too few to show")
    span = figure.interval
    lower, upper = (span.lower, span.upper) if span else (None, None)
    return Bar(label, figure.number, lower, upper, ours=True)

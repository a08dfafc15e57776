"""The words: victims, then suspects, then what they were to one another."""

from __future__ import annotations

from wardwise.chapters.records_people.findings import PeopleOfRecords, RoleOrders
from wardwise.chapters.records_people.relationship import relations_section
from wardwise.chapters.records_people.tables import order_picture, order_table
from wardwise.chapters.records_people.words import (
    PEOPLE_OF,
    WHAT_OF,
    missing_words,
    order_words,
    per_year_words,
    role_answer,
)
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_identity import Identity
from wardwise.figures.people_order import Order


SUSPECTS = (
    "A suspect is somebody whom the police recorded as having taken part. Nothing here says that "
    "it was proved, and nobody here is called an offender."
)
AGAIN = "Whether anybody is there again, or in both roles"
TWICE = "Somebody who is there in two incidents is counted twice."
SHARES = (
    "These are shares of the people recorded. How many people of each group live in or come to "
    "the place is not held, so that a large share is no sign of a high risk."
)


def write(found: PeopleOfRecords) -> tuple[Section, ...]:
    """A section for each role, for relationships and for repeats, as far as files were given."""
    sections = [_role(found, role) for role in found.roles]
    if found.relations:
        sections.append(relations_section(found, found.relations))
    again = _again_of_all(found)
    more = (Section(AGAIN, "records-again", again, together=True),) if again else ()
    return (*sections, *more)


def _role(found: PeopleOfRecords, role: RoleOrders) -> Section:
    title = PEOPLE_OF[role.role].capitalize()
    return Section(
        title,
        f"records-{role.role}s",
        (
            Paragraph(role_answer(role), lead=True),
            Note(NoteKind.CAUTION, say(_trust(role))),
        ),
        tuple(_order(found, role, order) for order in role.orders.values()),
        new_page=True,
    )


def _trust(role: RoleOrders) -> str:
    """What has to be known before the shares are read."""
    told = [SUSPECTS] if role.role == "suspect" else []
    told += [TWICE] if role.identity is not Identity.LASTING else []
    return " ".join([*told, SHARES])


def _order(found: PeopleOfRecords, role: RoleOrders, order: Order) -> Section:
    what = WHAT_OF[order.groups.by]
    # two numbers are read at a glance in the sentence and the table
    pictured = (order_picture(found, role, order),) if len(order.groups.groups) > 2 else ()
    return Section(
        f"{PEOPLE_OF[role.role].capitalize()} by {what}",
        f"records-{role.role}s-by-{what.replace(' ', '-')}",
        (
            Paragraph(join(_words(role, order))),
            *pictured,
            order_table(role, order),
        ),
        together=True,
    )


def _words(role: RoleOrders, order: Order) -> list[Text]:
    words = [order_words(order)]
    if order.groups.by == "age band":
        per_year = per_year_words(role)
        words += [per_year] if per_year else []
    words.append(missing_words(order))
    if order.groups.by == "ethnicity":
        words.append(say("Groups are named as the supplier names them, and as police saw people."))
    return words


def _again_of_all(found: PeopleOfRecords) -> tuple[Block, ...]:
    """One block for each role; one for all where the same thing is not known of each."""
    unknown = [role for role in found.roles if isinstance(role.repeats, NotKnown)]
    alike = len({role.identity for role in unknown}) == 1
    if alike and len(unknown) == len(found.roles):
        people = listed([PEOPLE_OF[role.role] for role in unknown])
        return (Note(NoteKind.MISSING, _not_recognised(unknown[0], people)),)
    return tuple(_again(found, role) for role in found.roles)


def _again(found: PeopleOfRecords, role: RoleOrders) -> Block:
    people = PEOPLE_OF[role.role]
    if isinstance(role.repeats, NotKnown):
        return Note(NoteKind.MISSING, _not_recognised(role, people))
    told = say(
        "{share} ({range}) of {people} were there again within a year of the first time, "
        "among those who can be followed for a year.",
        share=percent(role.repeats),
        range=between(role.repeats, 1, "%"),
        people=people,
    )
    if role.role != "victim" or isinstance(found.overlap, NotKnown):
        return Paragraph(told)
    both = say(
        " {share} of victims ({range}) are suspects in some record of the period as well.",
        share=percent(found.overlap),
        range=between(found.overlap, 1, "%"),
    )
    return Paragraph(told + both)


def _not_recognised(role: RoleOrders, people: str) -> Text:
    why = {
        Identity.NONE: "The file gives {people} no number, so that nobody can be recognised in a "
        "second incident",
        Identity.ANEW: "No number of a person is there in two incidents: the supplier numbers "
        "{people} anew each time, so that nobody can be recognised in a second one",
        Identity.LASTING: "Too few {people} can be followed for a year after their first incident",
    }[role.identity]
    return say(
        why + ". How many were harmed or suspected more than once, and how many were both, is "
        "therefore not known: it would need a number that a person keeps, from the supplier.",
        people=people,
    )

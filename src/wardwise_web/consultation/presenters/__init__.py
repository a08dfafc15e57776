"""Events, surveys and answers as pages and exports show them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from wardwise_web.consultation.models import Answer, Event, Survey
from wardwise_web.consultation.rules import missing_of
from wardwise_web.consultation.selectors.from_build import FromBuild
from wardwise_web.core.jinja import day
from wardwise_web.core.moves import Moves, moves_from
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Thing, Verb


State = TypeVar("State", bound=StrEnum)
EVENT_HEADINGS = (
    "Event",
    "Agency",
    "Held on",
    "Where",
    "Public meeting",
    "Came",
    "Senior people there",
    "Who was invited",
    "How it was publicised",
    "What was discussed",
    "How people were told",
    "Record",
    "Still empty",
)
SURVEY_HEADINGS = (
    "Survey",
    "Asked",
    "Chosen",
    "Opens",
    "Closes",
    "Who could be asked",
    "Replies",
    "State",
)
ANSWER_HEADINGS = (
    "You said",
    "Heard in",
    "What was decided",
    "We decided",
    "Because",
    "Priority",
    "State",
)


def event_cells(event: Event) -> tuple[object, ...]:
    """One row of the export."""
    seniors = [f"{one.name}, {one.post}, {one.agency.name}" for one in event.seniors.all()]
    return (
        event.title,
        event.agency.name,
        day(event.held_on),
        event.place,
        "yes" if event.is_public else "no",
        event.came,
        "; ".join(seniors),
        event.invited,
        event.announced,
        event.discussed,
        event.told_after,
        event.state,
        "; ".join(missing_of(event)),
    )


def survey_cells(survey: Survey) -> tuple[object, ...]:
    """One row of the export."""
    return (
        survey.title,
        survey.mode,
        survey.chosen,
        day(survey.opens_on),
        day(survey.closes_on),
        survey.frame,
        replies_in(survey),
        survey.state,
    )


def answer_cells(answer: Answer) -> tuple[object, ...]:
    """One row of the export."""
    return (
        answer.said,
        "; ".join(heard_in(answer)),
        answer.outcome,
        answer.decided,
        answer.because,
        answer.priority,
        answer.state,
    )


def replies_in(survey: Survey) -> int:
    """How many replies stand."""
    standing = survey.handovers.filter(erased_at__isnull=True).first()
    return standing.rows if standing else 0


def build_words(found: FromBuild | None) -> str:
    """What was taken from the build, and what it does not hold."""
    if found is None:
        return (
            "The build in use has residents for none of these groups. It prints them by age (0 to"
            " 15, 16 to 64, 65 and over), sex, ethnic group and ward: name the groups so, or enter"
            " the numbers."
        )
    if found.missing:
        return (
            f"The build does not hold: {'; '.join(found.missing)}. Enter these, with their source."
        )
    return "Every number below is the build's, of residents of all ages. Look, and save."


def heard_in(answer: Answer) -> list[str]:
    """Where it was heard."""
    return [str(one) for one in (*answer.surveys.all(), *answer.events.all())]


def moves_for(
    moves: Moves, now: State, *, actor: Actor, needs: Mapping[State, tuple[Verb, Thing]]
) -> list[tuple[State, str]]:
    """The buttons that this person sees: by the table of moves and by right."""
    found = moves_from(moves, now=now, roles=actor.roles)
    return [(to, found[to].label) for to in needs if to in found and can(actor, *needs[to])]

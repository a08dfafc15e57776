"""Cards and further work as pages and exports show them."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.domain.marking import highest_marking
from wardwise_web.core.jinja import day
from wardwise_web.core.moves import moves_from
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.intelligence.models import EvidenceCard, FurtherWork
from wardwise_web.intelligence.services import Card
from wardwise_web.intelligence.states import MOVES, WorkState


CARD_HEADINGS = ("Card", "Known on", "Agency", "Grade", "Marking", "What is known", "Speaks to")
WORK_HEADINGS = (
    "Question",
    "Kind",
    "About",
    "Wanted",
    "Asked by",
    "Answers",
    "Due",
    "State",
    "Result",
)


def card_cells(card: EvidenceCard) -> tuple[str, ...]:
    """One row of the export."""
    return (
        card.title,
        day(card.observed_on),
        card.agency.name,
        card.grade,
        card.marking,
        card.text,
        "; ".join(card.findings),
    )


def work_cells(work: FurtherWork) -> tuple[str, ...]:
    """One row of the export."""
    return (
        work.question,
        work.kind,
        work.about,
        work.product,
        work.asked_by.name,
        work.analyst.name,
        day(work.due),
        work.state,
        work.result,
    )


def marking_of(cards: Sequence[EvidenceCard]) -> str:
    """A page or file takes the highest marking of what is on it."""
    return highest_marking([card.marking for card in cards])


def initial_of(card: EvidenceCard) -> dict[str, object]:
    """The card as its form begins."""
    said = {name: getattr(card, name) for name in Card.__dataclass_fields__}
    return said | {
        "findings": "; ".join(card.findings),
        "agency": card.agency_id,
        "version": card.version,
    }


def moves_for(work: FurtherWork, actor: Actor) -> list[tuple[WorkState, str]]:
    """The buttons that this person sees."""
    now, is_analyst = WorkState(work.state), actor.person_id == work.analyst_id
    may_write = can(actor, Verb.WRITE, work.as_thing())
    judges = now is WorkState.ANSWERED and actor.person_id == work.asked_by_id
    if not (may_write or judges):
        return []
    found = moves_from(MOVES, now=now, roles=actor.roles, is_author=is_analyst)
    return [(WorkState(to), one.label) for to, one in found.items()]

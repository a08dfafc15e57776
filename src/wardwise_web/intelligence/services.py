"""Every change to evidence cards and further work."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused, check_move
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.markings import is_cleared
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.intelligence.models import EvidenceCard, FurtherWork, WorkMove
from wardwise_web.intelligence.states import MOVES, WorkState
from wardwise_web.people.models import Agency, Person


@dataclass(frozen=True)
class Card:
    """What a card says."""

    title: str
    text: str
    observed_on: date
    source_grade: str
    content_grade: str
    handling: str
    conditions: str
    marking: str
    compartment: str
    findings: list[str]
    review_on: date


@dataclass(frozen=True)
class Question:
    """What is asked for."""

    kind: str
    question: str
    gap: str
    about: str
    product: str
    due: date
    gap_id: str = ""  # of the gap that the assessment names, if it is one


def add_card(*, cycle: Cycle, agency: Agency, said: Card, by: Actor) -> EvidenceCard:
    """Put down what an agency knows."""
    check_can(by, Verb.CREATE, Thing(Kind.EVIDENCE_CARD, cycle.partnership_id))
    _check_card(said, by=by)
    if agency.pk not in by.agency_ids:
        raise MoveRefused("A card is put down for an agency that you speak for.")
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        whose = {"cycle": cycle, "agency": agency, "author_id": by.person}
        twins = EvidenceCard.objects.filter(**whose, title=said.title, text=said.text)
        check_not_twice(twins, what="This card")
        card = EvidenceCard.objects.create(partnership=cycle.partnership, **whose, **vars(said))
        details = {"grade": card.grade, "marking": card.marking}
        thing = card.as_thing()
        record("card.added", by=by, thing=thing, operation=Operation.COLLECTION, details=details)
    return card


def change_card(*, card: EvidenceCard, said: Card, version: int, by: Actor) -> None:
    """Say or grade it otherwise; a marking is lowered by somebody who did not write the card."""
    check_can(by, Verb.WRITE, card.as_thing())
    _check_card(said, by=by)
    with transaction.atomic():
        locked = EvidenceCard.objects.select_for_update().get(pk=card.pk)
        if locked.version != version:
            raise MoveRefused("Somebody saved this card meanwhile: read it again before you save.")
        if by.person == locked.author_id and not is_cleared(said.marking, locked.marking):
            raise MoveRefused("Somebody who did not write the card has to lower its marking.")
        if by.person == locked.author_id and said.compartment != locked.compartment != "":
            raise MoveRefused("Somebody who did not write the card has to open its closed subject.")
        was = {"grade": locked.grade, "marking": locked.marking}
        for name, value in vars(said).items():
            setattr(locked, name, value)
        locked.version += 1
        locked.save()
        now = {"grade": locked.grade, "marking": locked.marking}
        record("card.changed", by=by, thing=locked.as_thing(), details={"was": was, "now": now})


def name_readers(*, card: EvidenceCard, readers: Collection[Person], by: Actor) -> None:
    """Let somebody read it beyond those whose role does."""
    check_can(by, Verb.WRITE, card.as_thing())
    with transaction.atomic():
        card.readers.set(readers)
        record(
            "card.readers_named",
            by=by,
            thing=card.as_thing(),
            operation=Operation.DISCLOSURE,
            recipients=", ".join(sorted(person.name for person in readers)),
        )


def ask(*, cycle: Cycle, said: Question, analyst: Person, by: Actor) -> FurtherWork:
    """Ask for further work."""
    check_can(by, Verb.CREATE, Thing(Kind.REQUIREMENT, cycle.partnership_id))
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        asked = {"cycle": cycle, "asked_by_id": by.person, "analyst": analyst, **vars(said)}
        check_not_twice(FurtherWork.objects.filter(**asked), what="This question")
        work = FurtherWork.objects.create(partnership=cycle.partnership, **asked)
        WorkMove.objects.create(work=work, state=WorkState.ASKED, by_id=by.person)
        record("work.asked", by=by, thing=work.as_thing(), details={"of": analyst.name})
    return work


def move_work(
    *,
    work: FurtherWork,
    to: WorkState,
    note: str,
    by: Actor,
    card: EvidenceCard | None = None,
) -> None:
    """Take it, decline it, answer it, accept the answer or ask for more."""
    with transaction.atomic():
        locked = FurtherWork.objects.select_for_update().get(pk=work.pk)
        _check_right(locked, to=to, by=by)
        check_move(
            MOVES,
            now=WorkState(locked.state),
            to=to,
            roles=by.roles,
            is_author=by.person == locked.analyst_id,
            reason=note,
        )
        locked.state = to
        if to is WorkState.ANSWERED:
            locked.result, locked.card = note, card
        locked.save()
        WorkMove.objects.create(work=locked, state=to, note=note, by_id=by.person)
        record(f"work.{to}", by=by, thing=locked.as_thing(), reason=note)


def _check_right(work: FurtherWork, *, to: WorkState, by: Actor) -> None:
    """Whoever asked judges the answer, beside those who may write; the analyst does the rest."""
    judges = to in (WorkState.ACCEPTED, WorkState.TAKEN) and work.state == WorkState.ANSWERED
    check_can(by, Verb.READ, work.as_thing())
    if not (judges and by.person == work.asked_by_id):
        check_can(by, Verb.WRITE, work.as_thing())


def _check_card(said: Card, *, by: Actor) -> None:
    if not is_cleared(by.clearance, said.marking):
        raise MoveRefused("You are not cleared to the marking that you chose.")
    if said.compartment and said.compartment not in by.compartments:
        raise MoveRefused("You are not admitted to this closed subject.")
    if said.handling == "C" and not said.conditions.strip():
        raise MoveRefused("Enter the conditions under which it may be shared.")

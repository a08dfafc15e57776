"""Every change to a survey, but its replies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from wardwise_web.assessments.models import Cycle
from wardwise_web.consultation.models import (
    GunningNote,
    Property,
    PropertyGroup,
    Question,
    Survey,
    SurveyStep,
)
from wardwise_web.consultation.rules import check_survey_move
from wardwise_web.consultation.services import check_version
from wardwise_web.consultation.states import (
    SURVEY_MOVES,
    Gunning,
    Sort,
    SurveyState,
)
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused, check_move
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


@dataclass(frozen=True)
class SurveyPlan:
    """What is said of a survey before it is asked."""

    title: str
    purpose: str
    mode: str
    chosen: str
    frame: str
    asks_under_16s: bool
    opens_on: date
    closes_on: date


@dataclass(frozen=True)
class Asked:
    """One question."""

    text: str
    column: str
    sort: Sort
    options: Sequence[str] = ()
    threats: Mapping[str, str] | None = None


@dataclass(frozen=True)
class About:
    """One property of people, with residents by group; None where nobody knows them."""

    name: str
    column: str
    weighs: bool
    source: str
    groups: Sequence[tuple[str, int | None]]


def plan_survey(*, cycle: Cycle, said: SurveyPlan, by: Actor) -> Survey:
    """Begin a survey."""
    check_can(by, Verb.CREATE, Thing(Kind.SURVEY, cycle.partnership_id))
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        told = {"cycle": cycle, "author_id": by.person, **vars(said)}
        check_not_twice(Survey.objects.filter(**told), what="This survey")
        survey = Survey.objects.create(partnership=cycle.partnership, **told)
        SurveyStep.objects.create(survey=survey, state=SurveyState.DRAFT, by_id=by.person)
        record("survey.planned", by=by, thing=survey.as_thing(), details={"title": said.title})
    return survey


def change_survey(*, survey: Survey, said: SurveyPlan, version: int, by: Actor) -> None:
    """Say it otherwise."""
    with transaction.atomic():
        locked = _locked(survey, by=by)
        check_version(locked.version, version=version)
        for name, value in vars(said).items():
            setattr(locked, name, value)
        locked.version += 1
        locked.save()
        record("survey.changed", by=by, thing=locked.as_thing())


def add_question(*, survey: Survey, asked: Asked, by: Actor) -> Question:
    """One question more, while nobody has been asked yet."""
    with transaction.atomic():
        locked = _in_draft(survey, by=by)
        _check_question(locked, asked)
        made = Question.objects.create(
            survey=locked,
            position=locked.questions.count() + 1,
            text=asked.text,
            column=asked.column,
            sort=asked.sort,
            options=list(asked.options),
            threats=dict(asked.threats or {}),
        )
        record("survey.question_added", by=by, thing=locked.as_thing(), details={"asks": made.text})
    return made


def remove_question(*, question: Question, by: Actor) -> None:
    """Take a question out, while nobody has been asked yet."""
    with transaction.atomic():
        locked = _in_draft(question.survey, by=by)
        details = {"asked": question.text}
        question.delete()
        record("survey.question_removed", by=by, thing=locked.as_thing(), details=details)


def add_property(*, survey: Survey, about: About, by: Actor) -> Property:
    """What people are asked of themselves, while nobody has been asked yet."""
    with transaction.atomic():
        locked = _in_draft(survey, by=by)
        _check_column(locked, about.column)
        _check_margin(about)
        made = Property.objects.create(
            survey=locked,
            name=about.name,
            column=about.column,
            weighs=about.weighs,
            source=about.source,
        )
        PropertyGroup.objects.bulk_create(
            [PropertyGroup(property=made, name=name, residents=n) for name, n in about.groups]
        )
        details = {"of": about.name, "weighs": about.weighs}
        record("survey.property_added", by=by, thing=locked.as_thing(), details=details)
    return made


def set_residents(*, property_: Property, about: About, by: Actor) -> None:
    """Other residents beside the same groups, or whether they weigh: the replies stay."""
    with transaction.atomic():
        locked = _locked(property_.survey, by=by)
        _check_margin(about)
        held = {group.name: group for group in property_.groups.all()}
        if set(held) != {name for name, _ in about.groups}:
            raise MoveRefused("The groups stay as they were asked: only their residents change.")
        for name, residents in about.groups:
            held[name].residents = residents
            held[name].save(update_fields=["residents"])
        property_.weighs, property_.source = about.weighs, about.source
        property_.save(update_fields=["weighs", "source"])
        details = {"of": property_.name, "weighs": about.weighs, "source": about.source}
        record("survey.residents_set", by=by, thing=locked.as_thing(), details=details)


def tell_gunning(*, survey: Survey, test: Gunning, how: str, by: Actor) -> GunningNote:
    """How one of the four tests is met; what was told before stays."""
    with transaction.atomic():
        locked = _locked(survey, by=by)
        made = GunningNote.objects.create(survey=locked, test=test, how=how, by_id=by.person)
        record("survey.test_told", by=by, thing=locked.as_thing(), details={"test": test})
    return made


def move_survey(*, survey: Survey, to: SurveyState, note: str, by: Actor) -> None:
    """Open it, close it, put its results before the public or take them back."""
    with transaction.atomic():
        locked = Survey.objects.select_for_update().get(pk=survey.pk)
        now = SurveyState(locked.state)
        is_public = SurveyState.PUBLISHED in (now, to)
        check_can(by, Verb.APPROVE if is_public else Verb.WRITE, locked.as_thing())
        check_move(SURVEY_MOVES, now=now, to=to, roles=by.roles, reason=note)
        check_survey_move(locked, to)
        locked.state = to
        locked.save(update_fields=["state"])
        SurveyStep.objects.create(survey=locked, state=to, note=note, by_id=by.person)
        record(f"survey.{to}", by=by, thing=locked.as_thing(), reason=note)


def _locked(survey: Survey, *, by: Actor) -> Survey:
    found = Survey.objects.select_for_update().get(pk=survey.pk)
    check_can(by, Verb.WRITE, found.as_thing())
    return found


def _in_draft(survey: Survey, *, by: Actor) -> Survey:
    found = _locked(survey, by=by)
    if found.state != SurveyState.DRAFT:
        raise MoveRefused("People have been asked already: what they were asked stays as it was.")
    return found


def _check_question(survey: Survey, asked: Asked) -> None:
    _check_column(survey, asked.column)
    if asked.sort is not Sort.TEXT and len(set(asked.options)) < 2:
        raise MoveRefused("Give two different answers or more to choose from.")
    if unknown := set(asked.threats or {}) - set(asked.options):
        raise MoveRefused(f"'{min(unknown)}' is none of the answers.")


def _check_column(survey: Survey, column: str) -> None:
    taken = {
        one.casefold()
        for rows in (survey.questions, survey.properties)
        for one in rows.values_list("column", flat=True)
    }
    if column.casefold() in taken:
        raise MoveRefused(f"The column '{column}' answers another question already.")


def _check_margin(about: About) -> None:
    if len({name for name, _ in about.groups}) < 2 or len(about.groups) != len(dict(about.groups)):
        raise MoveRefused("Give two groups or more, each once.")
    if about.weighs and (not about.source or any(n is None for _, n in about.groups)):
        raise MoveRefused("To weight by it, give the residents of every group, and their source.")

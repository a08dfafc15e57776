"""Setting up a round: its long list, its criteria, its panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from wardwise_web.assessments.findings import NoFinishedRun, threats_of
from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import Agency, Partnership, Person
from wardwise_web.people.selectors import actor_of
from wardwise_web.priorities.criteria import CriterionGiven, criteria_of_build
from wardwise_web.priorities.models import (
    CriteriaSet,
    Criterion,
    Round,
    RoundStatus,
    Scorer,
    Threat,
)
from wardwise_web.priorities.rules import SCORERS, check_in_set_up
from wardwise_web.priorities.services.last_year import carry_forward
from wardwise_web.priorities.states import Origin, RoundState


@dataclass(frozen=True)
class ThreatGiven:
    """A threat added by hand."""

    name: str
    definition: str
    source: str


def begin_round(*, cycle: Cycle, score_by: date, by: Actor) -> Round:
    """A round on the cycle's build: its long list with the evidence, and last year's register."""
    partnership = cycle.partnership
    check_can(by, Verb.CREATE, Thing(Kind.SCORING, partnership.pk, marking=cycle.marking))
    if cycle.build is None:
        raise MoveRefused("The cycle has no build yet: the long list comes from one.")
    try:
        whole = threats_of(cycle.build.folder)
    except NoFinishedRun:
        raise MoveRefused(
            "The cycle's build wrote no long list of threats: make a new build and use that."
        ) from None
    with transaction.atomic():
        # who presses the button at the same moment waits here, and then sees the other's round
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        if Round.objects.filter(cycle=cycle).exists():
            raise MoveRefused(f"The round for {cycle.name} has begun.")
        scoring = Round.objects.create(
            partnership=partnership,
            cycle=cycle,
            build=cycle.build,
            criteria=_criteria_for(partnership, whole, by),
            score_by=score_by,
            first=whole["k"],
            seed=whole["seed"],
            evidence={name: value for name, value in whole.items() if name != "candidates"},
            marking=cycle.build.marking,
        )
        Threat.objects.bulk_create(_threats(scoring, whole))
        carried = carry_forward(scoring)
        RoundStatus.objects.create(round=scoring, state=scoring.state, by_id=by.person_id)
        details = {"run": whole["run"], "threats": len(whole["candidates"]), "carried": carried}
        record("scoring.begun", by=by, thing=scoring.as_thing(), details=details)
    return scoring


def _threats(scoring: Round, whole: Mapping[str, Any]) -> list[Threat]:
    return [
        Threat(
            round=scoring,
            position=position,
            name=one["name"],
            source=f"The build's long list, run {whole['run']}",
            origin=Origin.BUILD,
            evidence=one,
        )
        for position, one in enumerate(whole["candidates"])
    ]


def _criteria_for(partnership: Partnership, whole: Mapping[str, Any], by: Actor) -> CriteriaSet:
    """The partnership's last set; at the first time the build's factors."""
    known = CriteriaSet.objects.filter(partnership=partnership).first()
    if known is not None:
        return known
    return _new_set(
        partnership, criteria_of_build(whole["factors"]), "The factors of the build.", by
    )


def _new_set(
    partnership: Partnership, given: Sequence[CriterionGiven], because: str, by: Actor
) -> CriteriaSet:
    last = partnership.criteria_sets.aggregate(last=Max("version"))["last"] or 0
    made = CriteriaSet.objects.create(
        partnership=partnership, version=last + 1, because=because, made_by_id=by.person_id
    )
    Criterion.objects.bulk_create(
        Criterion(
            criteria=made,
            position=position,
            name=one.name,
            title=one.title,
            side=one.side,
            asks=one.asks,
            weight=one.weight,
            source=one.source,
            words=list(one.words),
        )
        for position, one in enumerate(given)
    )
    return made


def change_criteria(
    *, scoring: Round, given: Sequence[CriterionGiven], because: str, by: Actor
) -> CriteriaSet:
    """A new version of the criteria, used by this round from now; earlier rounds keep theirs."""
    check_can(by, Verb.WRITE, scoring.as_thing())
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=scoring.pk)
        check_in_set_up(locked)
        locked.criteria = _new_set(locked.partnership, given, because, by)
        locked.save(update_fields=["criteria"])
        details = {"version": locked.criteria.version, "criteria": len(given)}
        record("criteria.changed", by=by, thing=locked.as_thing(), details=details, reason=because)
    return locked.criteria


def add_threat(*, scoring: Round, given: ThreatGiven, by: Actor) -> Threat:
    """Put a threat on the long list by hand, with what it is and who says so."""
    check_can(by, Verb.WRITE, scoring.as_thing())
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=scoring.pk)
        check_in_set_up(locked)
        if locked.threats.filter(name__iexact=given.name).exists():
            raise MoveRefused(f"'{given.name}' is on the long list.")
        made = Threat.objects.create(
            round=locked,
            position=locked.threats.count(),
            name=given.name,
            definition=given.definition,
            source=given.source,
            origin=Origin.HAND,
        )
        details = {"threat": made.pk, "name": given.name, "source": given.source}
        record("threat.added", by=by, thing=locked.as_thing(), details=details)
    return made


def leave_out(*, threat: Threat, because: str, by: Actor) -> None:
    """Take a threat off the scoring, with the reason; without one, put it back."""
    check_can(by, Verb.WRITE, threat.round.as_thing())
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=threat.round_id)
        check_in_set_up(locked)
        Threat.objects.filter(pk=threat.pk).update(left_out_because=because.strip())
        event = "threat.left_out" if because.strip() else "threat.put_back"
        details = {"threat": threat.pk, "name": threat.name}
        record(event, by=by, thing=locked.as_thing(), details=details, reason=because)


def name_scorer(*, scoring: Round, person: Person, agency: Agency, by: Actor) -> Scorer:
    """Put somebody on the panel for an agency in which they hold a role that scores."""
    check_can(by, Verb.WRITE, scoring.as_thing())
    held = actor_of(person, scoring.partnership).holdings
    if not any(one.role in SCORERS and one.agency_id == agency.pk for one in held):
        raise MoveRefused(f"{person} holds no role at {agency} in which people score.")
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=scoring.pk)
        check_in_set_up(locked)
        made, _ = Scorer.objects.update_or_create(
            round=locked, person=person, defaults={"agency": agency, "left_because": ""}
        )
        details = {"person": person.name, "agency": agency.name}
        record("scorer.named", by=by, thing=locked.as_thing(), details=details)
    return made


def take_off_panel(*, scorer: Scorer, because: str, by: Actor) -> None:
    """Take somebody off before the round opens; who was asked stays known."""
    check_can(by, Verb.WRITE, scorer.round.as_thing())
    if not because.strip():
        raise MoveRefused("Say why they are taken off the panel.")
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=scorer.round_id)
        check_in_set_up(locked)
        Scorer.objects.filter(pk=scorer.pk).update(left_because=because)
        details = {"person": scorer.person.name}
        record("scorer.taken_off", by=by, thing=locked.as_thing(), details=details, reason=because)


def set_terms(*, scoring: Round, score_by: date, quorum: int, first: int, by: Actor) -> None:
    """The day by which marks are asked for, the quorum, and how many stand first."""
    check_can(by, Verb.WRITE, scoring.as_thing())
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=scoring.pk)
        if locked.state not in (RoundState.SET_UP, RoundState.OPEN):
            raise MoveRefused("The round is revealed: its terms stand as they are.")
        locked.score_by, locked.quorum, locked.first = score_by, quorum, first
        locked.save(update_fields=["score_by", "quorum", "first"])
        details = {"score_by": score_by, "quorum": quorum, "first": first}
        record("scoring.terms", by=by, thing=locked.as_thing(), details=details)

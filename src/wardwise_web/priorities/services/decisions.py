"""What the meeting agrees: scores, dissent, attendance, what pulls a threat, what residents say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.once import check_not_twice
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.people.models import Agency
from wardwise_web.priorities.models import (
    AgreedScore,
    Attendance,
    Criterion,
    Dissent,
    Meeting,
    PolicyPull,
    Round,
    Threat,
)
from wardwise_web.priorities.presenters.order import order_of
from wardwise_web.priorities.rules import check_can_be_agreed, check_revealed
from wardwise_web.priorities.selectors import scores_without_agreement
from wardwise_web.priorities.states import RoundState


@dataclass(frozen=True)
class Concern:
    """Residents who name a threat as a big problem, in percent, with range and source."""

    percent: float
    lower: float | None
    upper: float | None
    source: str


def agree_score(
    *, threat: Threat, criterion: Criterion, value: float, reason: str, by: Actor
) -> AgreedScore:
    """The meeting's score of one factor, with its reason; a later one stands in its place."""
    check_can(by, Verb.WRITE, threat.round.as_thing())
    if not reason.strip():
        raise MoveRefused("Give the reason for the agreed score.")
    if not 1 <= value <= 4:
        raise MoveRefused("A score is between 1 and 4.")
    if criterion.criteria_id != threat.round.criteria_id:
        raise MoveRefused(f"'{criterion}' is not scored in this round.")
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=threat.round_id)
        check_can_be_agreed(locked)
        made = AgreedScore.objects.create(
            threat=threat,
            criterion=criterion,
            number=threat.agreed.filter(criterion=criterion).count() + 1,
            value=value,
            as_marked=False,
            reason=reason.strip(),
            by_id=by.person_id,
        )
        details = {"threat": threat.name, "criterion": criterion.name, "value": value}
        record("score.agreed", by=by, thing=locked.as_thing(), details=details, reason=reason)
    return made


def agree_rest_as_marked(*, scoring: Round, reason: str, by: Actor) -> int:
    """Take the panel's own score for every factor that was not agreed one by one."""
    check_can(by, Verb.WRITE, scoring.as_thing())
    if not reason.strip():
        raise MoveRefused("Give the reason for taking the rest as marked.")
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=scoring.pk)
        check_can_be_agreed(locked)
        marked = order_of(locked).panel_means
        rows = [
            AgreedScore(
                threat=threat,
                criterion=criterion,
                number=1,
                value=marked[threat.pk, criterion.pk],
                as_marked=True,
                reason=reason.strip(),
                by_id=by.person_id,
            )
            for threat, criterion in scores_without_agreement(locked)
            if (threat.pk, criterion.pk) in marked
        ]
        AgreedScore.objects.bulk_create(rows)
        details = {"scores": len(rows)}
        record(
            "scores.agreed_as_marked",
            by=by,
            thing=locked.as_thing(),
            details=details,
            reason=reason,
        )
    return len(rows)


def add_pull(*, threat: Threat, kind: str, text: str, source: str, by: Actor) -> PolicyPull:
    """What pulls a threat up beside its score, with where that is written."""
    check_can(by, Verb.WRITE, threat.round.as_thing())
    if threat.round.state == RoundState.CLOSED:
        raise MoveRefused("The priorities are adopted.")
    with transaction.atomic():
        Round.objects.select_for_update().get(pk=threat.round_id)
        said = {"kind": kind, "text": text, "source": source}
        check_not_twice(threat.pulls.filter(**said), what="What pulls it")
        made = PolicyPull.objects.create(threat=threat, by_id=by.person_id, **said)
        details = {"threat": threat.name, "kind": kind, "text": text, "source": source}
        record("pull.added", by=by, thing=threat.round.as_thing(), details=details)
    return made


def set_concern(*, threat: Threat, concern: Concern, by: Actor) -> None:
    """What residents say of a threat: scored by its band, with the weight of the criteria."""
    check_can(by, Verb.WRITE, threat.round.as_thing())
    if threat.round.state == RoundState.CLOSED:
        raise MoveRefused("The priorities are adopted.")
    if not 0 <= concern.percent <= 100 or not concern.source.strip():
        raise MoveRefused("Give a share of 0 to 100 percent, and its source.")
    with transaction.atomic():
        Threat.objects.filter(pk=threat.pk).update(
            concern_percent=concern.percent,
            concern_lower=concern.lower,
            concern_upper=concern.upper,
            concern_source=concern.source.strip(),
        )
        details = {"threat": threat.name, "percent": concern.percent, "source": concern.source}
        record("concern.set", by=by, thing=threat.round.as_thing(), details=details)


def record_meeting(
    *, scoring: Round, held_on: date, note: str, present: Mapping[Agency, str], by: Actor
) -> Meeting:
    """A meeting and which agencies were there, each with who spoke for it."""
    check_can(by, Verb.WRITE, scoring.as_thing())
    if not present:
        raise MoveRefused("Record at least one agency that was there.")
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=scoring.pk)
        told = {"held_on": held_on, "note": note, "by_id": by.person_id}
        check_not_twice(locked.meetings.filter(**told), what="This meeting")
        made = Meeting.objects.create(round=locked, **told)
        Attendance.objects.bulk_create(
            Attendance(meeting=made, agency=agency, who=who) for agency, who in present.items()
        )
        details = {"held_on": held_on, "agencies": sorted(one.name for one in present)}
        record("meeting.recorded", by=by, thing=scoring.as_thing(), details=details)
    return made


def record_dissent(
    *, scoring: Round, threat: Threat | None, agency: Agency, text: str, by: Actor
) -> Dissent:
    """That an agency does not go along, and why; printed beside the decision."""
    check_can(by, Verb.WRITE, scoring.as_thing())
    check_revealed(scoring)
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=scoring.pk)
        told = {"threat": threat, "agency": agency, "text": text}
        check_not_twice(locked.dissents.filter(**told), what="This dissent")
        made = Dissent.objects.create(round=locked, by_id=by.person_id, **told)
        details = {"threat": threat.name if threat else None, "agency": agency.name}
        record("dissent.recorded", by=by, thing=scoring.as_thing(), details=details, reason=text)
    return made

"""Giving marks: each a new row, saved at once, blind until the reveal."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.priorities.models import Criterion, Interest, Mark, Revote, Round, Scorer, Threat
from wardwise_web.priorities.rules import check_can_be_agreed, check_speaks_for
from wardwise_web.priorities.states import RoundState, Source


@dataclass(frozen=True)
class MarkGiven:
    """A mark as somebody gave it: 1 to 4, or None for *don't know*."""

    value: int | None
    reason: str = ""


def give_marks(
    *, scorer: Scorer, threat: Threat, given: Mapping[Criterion, MarkGiven], by: Actor
) -> list[Mark]:
    """Keep the marks that differ from those that stand; gives the rows that were made.

    The scorer's row is the lock: two presses of one button follow one another, and the second
    finds nothing to change. A reveal takes the same locks, so that no mark slips in after it.
    """
    check_speaks_for(by, scorer)
    with transaction.atomic():
        Scorer.objects.select_for_update().only("pk").get(pk=scorer.pk)
        ballot = _open_ballot(threat)
        check_can(by, Verb.WRITE, scorer.as_thing(RoundState.OPEN))
        _check_on_the_list(threat, given)
        standing = _standing(scorer, threat, ballot, given)
        return [
            _keep(_mark(scorer, threat, criterion, one), standing.get(criterion.pk), ballot, by)
            for criterion, one in given.items()
            if _differs(standing.get(criterion.pk), one)
        ]


def _open_ballot(threat: Threat) -> int:
    """Which ballot takes marks now, or a refusal."""
    state = Round.objects.values_list("state", flat=True).get(pk=threat.round_id)
    if state == RoundState.OPEN:
        return 1
    if state == RoundState.REVEALED:
        again = threat.revotes.filter(closed_at__isnull=True).first()
        if again is not None:
            return again.ballot
    if state == RoundState.SET_UP:
        raise MoveRefused("The round is not open yet.")
    raise MoveRefused("The marks are revealed and can no longer be changed.")


def _check_on_the_list(threat: Threat, given: Mapping[Criterion, MarkGiven]) -> None:
    if threat.left_out_because:
        raise MoveRefused(f"'{threat}' was left out of the scoring.")
    for criterion, one in given.items():
        is_ours = criterion.criteria_id == threat.round.criteria_id
        if not is_ours or criterion.source != Source.PANEL:
            raise MoveRefused(f"'{criterion}' is not marked by this panel.")
        if one.value is not None and one.value not in (1, 2, 3, 4):
            raise MoveRefused("A mark is 1, 2, 3 or 4, or 'don't know'.")


def _standing(
    scorer: Scorer, threat: Threat, ballot: int, factors: Collection[Criterion]
) -> dict[int, Mark]:
    rows = scorer.marks.filter(threat=threat, ballot=ballot, criterion__in=factors)
    rows = rows.order_by("number")
    return {row.criterion_id: row for row in rows}


def _differs(standing: Mark | None, given: MarkGiven) -> bool:
    if standing is None:
        return True
    return (standing.value, standing.reason) != (given.value, given.reason.strip())


def _mark(scorer: Scorer, threat: Threat, criterion: Criterion, given: MarkGiven) -> Mark:
    return Mark(
        scorer=scorer,
        threat=threat,
        criterion=criterion,
        value=given.value,
        reason=given.reason.strip()[:400],
        nonce=secrets.token_hex(16),
    )


def _keep(mark: Mark, standing: Mark | None, ballot: int, by: Actor) -> Mark:
    mark.ballot = ballot
    mark.number = standing.number + 1 if standing else 1
    mark.save(force_insert=True)
    # which mark it was is not in the audit: its readers would else see blind marks
    details = {
        "mark": mark.pk,
        "threat": mark.threat_id,
        "criterion": mark.criterion_id,
        "ballot": ballot,
        "number": mark.number,
        "sealed": seal(mark),
    }
    record("score.marked", by=by, thing=mark.scorer.as_thing(RoundState.OPEN), details=details)
    return mark


def seal(mark: Mark) -> str:
    """A hash that binds the mark and, because of its nonce, tells nobody what it is."""
    bound = [mark.nonce, mark.scorer_id, mark.threat_id, mark.criterion_id, mark.ballot]
    written = json.dumps([*bound, mark.number, mark.value, mark.reason], ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8")).hexdigest()


def declare_interest(
    *, scorer: Scorer, threat: Threat, declared: bool, note: str, by: Actor
) -> Interest:
    """Declare a conflict of interest, or take it back: the marks are kept and left out."""
    check_speaks_for(by, scorer)
    if declared and not note.strip():
        raise MoveRefused("Say what the interest is.")
    with transaction.atomic():
        Scorer.objects.select_for_update().only("pk").get(pk=scorer.pk)
        _open_ballot(threat)
        check_can(by, Verb.WRITE, scorer.as_thing(RoundState.OPEN))
        last = scorer.interests.filter(threat=threat).order_by("number").last()
        made = Interest.objects.create(
            scorer=scorer,
            threat=threat,
            number=last.number + 1 if last else 1,
            declared=declared,
            note=note.strip()[:400],
        )
        record(
            "interest.declared" if declared else "interest.taken_back",
            by=by,
            thing=scorer.as_thing(RoundState.OPEN),
            details={"threat": threat.name},
        )
    return made


def open_revote(*, threat: Threat, because: str, by: Actor) -> Revote:
    """Another blind ballot on one threat."""
    check_can(by, Verb.WRITE, threat.round.as_thing())
    if not because.strip():
        raise MoveRefused("Say why the panel votes again.")
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=threat.round_id)
        check_can_be_agreed(locked)
        if threat.revotes.filter(closed_at__isnull=True).exists():
            raise MoveRefused(f"The ballot on '{threat}' is open.")
        made = Revote.objects.create(
            threat=threat,
            ballot=threat.revotes.count() + 2,
            because=because,
            opened_by_id=by.person_id,
        )
        details = {"threat": threat.name, "ballot": made.ballot}
        record("revote.opened", by=by, thing=locked.as_thing(), details=details, reason=because)
    return made


def close_revote(*, revote: Revote, by: Actor) -> None:
    """End the ballot: its marks lie open from now, and count instead of those before."""
    scoring = revote.threat.round
    check_can(by, Verb.WRITE, scoring.as_thing())
    with transaction.atomic():
        list(scoring.scorers.select_for_update().order_by("pk"))
        closed = Revote.objects.filter(pk=revote.pk, closed_at__isnull=True).update(
            closed_at=timezone.now(), closed_by_id=by.person_id
        )
        if closed:
            details = {"threat": revote.threat_id, "ballot": revote.ballot}
            record("revote.closed", by=by, thing=scoring.as_thing(), details=details)

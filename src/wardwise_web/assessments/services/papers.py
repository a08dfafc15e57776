"""Every change to a paper: its moves, the board's votes, its publication by two people."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.db import transaction
from django.utils import timezone

from wardwise_web.assessments.jobs import send_circulated
from wardwise_web.assessments.models import FrozenPaper, Paper, PaperStep, Release, Vote
from wardwise_web.assessments.rules.papers import check_ready
from wardwise_web.assessments.services.freezing import freeze
from wardwise_web.assessments.services.signed_in import person_of
from wardwise_web.assessments.states import PAPER_MOVES, ChapterState, Choice, PaperState
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused, check_move
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.selectors import people_with


def move_paper(
    *, paper: Paper, to: PaperState, note: str, by: Actor, due: date | None = None
) -> PaperStep:
    """Move the paper on or back, as the table of moves has it."""
    if to == PaperState.PUBLISHED:
        raise MoveRefused("Publishing needs two people: one asks, another confirms.")
    check_can(by, Verb.READ, paper.as_thing())
    with transaction.atomic():
        locked = Paper.objects.select_for_update().get(pk=paper.pk)
        was, today = PaperState(locked.state), timezone.localdate()
        is_author = by.person_id in locked.author_ids
        check_move(PAPER_MOVES, now=was, to=to, roles=by.roles, is_author=is_author, reason=note)
        check_ready(locked, to, today=today, reason=note)
        _set_what_goes_with(locked, to, due=due, today=today)
        made = _moved(locked, was=was, to=to, note=note, by=by)
        if to == PaperState.APPROVED:
            freeze(paper=locked, by=by)
        if was == PaperState.APPROVED:
            locked.frozen.filter(taken_back_at__isnull=True).update(taken_back_at=timezone.now())
    return made


def circulate(*, paper: Paper, note: str, due: date | None, site: str, by: Actor) -> PaperStep:
    """Circulate it for comments; whoever may read it now is told by mail.

    ``site`` is the address of this installation.
    """
    with transaction.atomic():
        made = move_paper(paper=paper, to=PaperState.CIRCULATED, note=note, due=due, by=by)
        transaction.on_commit(partial(send_circulated.enqueue, paper.pk, by.person_id, site))
    return made


def _moved(paper: Paper, *, was: PaperState, to: PaperState, note: str, by: Actor) -> PaperStep:
    paper.state = to
    paper.save()
    made = PaperStep.objects.create(
        paper=paper, was=was, now=to, by_id=person_of(by), note=note.strip()
    )
    details = {"was": was, "now": to, "version": paper.number}
    record("paper.moved", by=by, thing=paper.as_thing(), details=details, reason=note)
    return made


def _set_what_goes_with(paper: Paper, to: PaperState, *, due: date | None, today: date) -> None:
    if to == PaperState.CIRCULATED:
        if due is None or due <= today:
            raise MoveRefused("Give a day to come by which comments are due.")
        paper.comments_due = due
    if to == PaperState.BOARD:
        members = people_with(paper.cycle.partnership, Role.BOARD).count()
        paper.quorum = members // 2 + 1
    if to == PaperState.DRAFTING:
        paper.comments_due = None


def cast_vote(*, paper: Paper, choice: Choice, note: str, by: Actor) -> Vote:
    """One's own vote while the paper is before the board; once a round."""
    thing = vote_of(paper, by)
    check_can(by, Verb.CREATE, thing)
    with transaction.atomic():
        locked = Paper.objects.select_for_update().get(pk=paper.pk)
        if locked.state != PaperState.BOARD:
            raise MoveRefused("The paper is not before the board.")
        if locked.votes.filter(round=locked.round, person=by.person_id).exists():
            raise MoveRefused("You have voted in this round.")
        agency = next((one.agency_id for one in by.holdings if one.role == Role.BOARD), None)
        made = Vote.objects.create(
            paper=locked,
            round=locked.round,
            person_id=person_of(by),
            agency_id=agency,
            choice=choice,
            note=note.strip(),
        )
        record("vote.cast", by=by, thing=thing, details={"choice": choice, "round": made.round})
    return made


def vote_of(paper: Paper, by: Actor) -> Thing:
    """Somebody's vote on a paper, as the permissions see it."""
    cycle = paper.cycle
    return Thing(
        Kind.VOTE, cycle.partnership_id, "", cycle_id=cycle.pk, owner_id=by.person_id,
        state=paper.state,
    )  # fmt: skip


def ask_to_publish(*, frozen: FrozenPaper, note: str, by: Actor) -> Release:
    """The first of two people."""
    check_can(by, Verb.CREATE, frozen.as_thing())
    with transaction.atomic():
        paper = Paper.objects.select_for_update().get(pk=frozen.paper_id)
        if paper.state != PaperState.APPROVED or frozen.taken_back_at is not None:
            raise MoveRefused("Only what the board has approved can be published.")
        if frozen.frozen_at is None:
            raise MoveRefused("Its files are still being written: look again in a minute.")
        if frozen.releases.exists():
            raise MoveRefused("Somebody has asked for this already: another has to confirm.")
        made = Release.objects.create(frozen=frozen, asked_by_id=person_of(by), note=note.strip())
        record("release.asked", by=by, thing=made.as_thing(), reason=note)
    return made


def confirm_release(*, release: Release, by: Actor) -> None:
    """The second of two people: from now on anybody may read the public summary."""
    frozen = release.frozen
    check_can(by, Verb.APPROVE, frozen.as_thing())
    with transaction.atomic():
        paper = Paper.objects.select_for_update().get(pk=frozen.paper_id)
        locked = Release.objects.select_for_update().get(pk=release.pk)
        if locked.confirmed_at is not None:
            raise MoveRefused("It is published already.")
        if locked.frozen.taken_back_at is not None:
            raise MoveRefused("The board's approval of this was taken back.")
        if locked.asked_by_id == by.person_id:
            raise MoveRefused("Somebody other than whoever asked has to confirm.")
        was = PaperState(paper.state)
        check_move(PAPER_MOVES, now=was, to=PaperState.PUBLISHED, roles=by.roles)
        locked.confirmed_by_id, locked.confirmed_at = by.person_id, timezone.now()
        locked.save(update_fields=["confirmed_by", "confirmed_at"])
        _moved(paper, was=was, to=PaperState.PUBLISHED, note=locked.note, by=by)
        record(
            "release.published",
            by=by,
            thing=locked.as_thing(),
            operation=Operation.DISCLOSURE,
            details={"files": frozen.files},
            recipients="the public",
        )


def begin_correction(*, paper: Paper, note: str, by: Actor) -> Paper:
    """What is published stands; a correction is the next version, and says what was wrong."""
    check_can(by, Verb.WRITE, paper.as_thing())
    with transaction.atomic():
        locked = Paper.objects.select_for_update().get(pk=paper.pk)
        if locked.state != PaperState.PUBLISHED:
            raise MoveRefused("Only what is published is corrected by a new version.")
        if not note.strip():
            raise MoveRefused("Say what was wrong: it is printed with the correction.")
        if locked.cycle.papers.filter(number__gt=locked.number).exists():
            raise MoveRefused("A correction has been begun already.")
        made = Paper.objects.create(
            cycle=locked.cycle, number=locked.number + 1, correction=note.strip()
        )
        locked.cycle.chapters.update(state=ChapterState.DRAFT)
        details = {"version": made.number}
        record("paper.correction_begun", by=by, thing=made.as_thing(), details=details, reason=note)
    return made

"""What waits for somebody in chapters and papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from wardwise_web.assessments.models import Chapter, Paper
from wardwise_web.assessments.states import ChapterState, PaperState
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.rooms import Task


def tasks_of_papers(actor: Actor, partnership: Any) -> list[Task]:
    """Chapters to assure, votes to cast, comments to answer or to give."""
    cycle = partnership.cycles.first()
    paper = cycle.papers.last() if cycle is not None else None
    if paper is None:
        return []
    return [*_of_paper(actor, paper), *_of_chapters(actor, paper)]


def _of_paper(actor: Actor, paper: Paper) -> Iterator[Task]:
    slug = paper.cycle.partnership.slug
    here = reverse("paper", args=[slug, paper.pk])
    voted = paper.votes.filter(round=paper.round, person=actor.person_id)
    if paper.state == PaperState.BOARD and Role.BOARD in actor.roles and not voted.exists():
        yield Task(f"Vote on the assessment {paper.cycle.name}", here)
    if paper.state == PaperState.CIRCULATED and actor.roles & {Role.CONTRIBUTOR, Role.LEAD}:
        due = paper.comments_due
        late = due is not None and due < timezone.localdate()
        drafting = reverse("drafting", args=[slug])
        yield Task(f"Comment on the assessment {paper.cycle.name}", drafting, due, late)


def _of_chapters(actor: Actor, paper: Paper) -> Iterator[Task]:
    slug = paper.cycle.partnership.slug
    chapters = Chapter.objects.filter(cycle=paper.cycle)
    if Role.ASSURER in actor.roles:
        for one in chapters.filter(state=ChapterState.IN_ASSURANCE):
            yield Task(f"Assure the chapter ‘{one.title}’", reverse("chapter", args=[slug, one.pk]))
    if actor.roles & {Role.ANALYST, Role.MANAGER}:
        waiting = chapters.filter(comments__isnull=False, comments__responses__isnull=True)
        for one in waiting.distinct():
            there = reverse("chapter_comments", args=[slug, one.pk])
            yield Task(f"Respond to comments on ‘{one.title}’", there)
        changed = chapters.filter(
            changes__reviewed_at__isnull=True, changes__superseded=False
        ).filter(changes__isnull=False)
        for one in changed.distinct():
            there = reverse("chapter_changes", args=[slug, one.pk])
            yield Task(f"Look at what changed with the data in ‘{one.title}’", there)

"""Which year and which paper; what waits in a chapter."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from wardwise_web.assessments.models import (
    ChangedBlock,
    Chapter,
    Comment,
    Cycle,
    FrozenPaper,
    Paper,
    Passage,
    Release,
)
from wardwise_web.assessments.states import WRITING, PaperState
from wardwise_web.core.pages import NoYear
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.markings import is_cleared
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.people.models import Person
from wardwise_web.people.selectors import actor_of, people_of


def current_cycle(partnership: Any) -> Cycle:
    """The year that is worked on: the last to begin; NoYear before the first."""
    found: Cycle | None = partnership.cycles.select_related("build").first()
    if found is None:
        raise NoYear
    return found


def paper_of_cycle(cycle: Cycle) -> Paper | None:
    """The version that is worked on: the last."""
    return cycle.papers.last()


def words_stand_since(cycle: Cycle) -> datetime | None:
    """When the paper's words came to stand as its readers have them; None while it is written."""
    paper = paper_of_cycle(cycle)
    if paper is None or paper.state in WRITING:
        return None
    left = paper.steps.filter(was__in=WRITING).exclude(now__in=WRITING)
    return left.values_list("at", flat=True).last()


def chapters_with_counts(cycle: Cycle, *, clearance: str) -> QuerySet[Chapter]:
    """Every chapter with how many comments are open and how many sentences are unseen.

    What is marked above the reader's clearance is not counted either.
    """
    said = Q(
        comments__responses__isnull=True,
        comments__in=cleared(Comment.objects.filter(chapter__cycle=cycle), clearance=clearance),
    )
    unseen = Q(
        changes__reviewed_at__isnull=True,
        changes__superseded=False,
        changes__in=cleared(ChangedBlock.objects.filter(chapter__cycle=cycle), clearance=clearance),
    )
    return cycle.chapters.select_related("analyst", "cycle").annotate(
        comments_open=Count("comments", filter=said, distinct=True),
        changes_unseen=Count("changes", filter=unseen, distinct=True),
    )


def cleared(rows: QuerySet[Any], *, clearance: str, by: str = "marking") -> QuerySet[Any]:
    """Those that somebody with this clearance may see: a marking may have words after it."""
    used = rows.order_by().values_list(by, flat=True).distinct()
    return rows.filter(**{f"{by}__in": [one for one in used if is_cleared(clearance, one)]})


def chapters_of(partnership: Any) -> QuerySet[Chapter]:
    """Every chapter of every year."""
    return Chapter.objects.filter(cycle__partnership=partnership).select_related(
        "cycle__build", "cycle__partnership", "analyst"
    )


def passages_of(partnership: Any) -> QuerySet[Passage]:
    """Own words of every year."""
    return Passage.objects.filter(chapter__cycle__partnership=partnership).select_related(
        "chapter__cycle__build", "chapter__cycle__partnership"
    )


def comments_of(partnership: Any) -> QuerySet[Comment]:
    """Comments of every year."""
    return Comment.objects.filter(chapter__cycle__partnership=partnership).select_related(
        "chapter__cycle", "by", "link"
    )


def papers_of(partnership: Any) -> QuerySet[Paper]:
    """Papers of every year, the last first."""
    return (
        Paper.objects.filter(cycle__partnership=partnership)
        .select_related("cycle__partnership", "cycle__build")
        .order_by("-cycle__starts_on", "-number")
    )


def readers_of(paper: Paper) -> list[Person]:
    """Everybody who may read any chapter of it as it stands now."""
    partnership = paper.cycle.partnership
    chapters = [one.as_thing() for one in paper.cycle.chapters.all()]
    return [
        person
        for person in people_of(partnership)
        if (actor := actor_of(person, partnership))
        and any(can(actor, Verb.READ, one) for one in chapters)
    ]


def frozen_of(partnership: Any) -> QuerySet[FrozenPaper]:
    """What boards approved."""
    return FrozenPaper.objects.filter(paper__cycle__partnership=partnership).select_related(
        "paper__cycle__partnership", "build"
    )


def releases_of(partnership: Any) -> QuerySet[Release]:
    """What was asked to be published."""
    return Release.objects.filter(frozen__paper__cycle__partnership=partnership).select_related(
        "frozen__paper__cycle__partnership", "asked_by", "confirmed_by"
    )


def published_releases(slug: str) -> list[Release]:
    """What anybody may read of a partnership, the last first; of a year its last version."""
    found = Release.objects.filter(
        frozen__paper__cycle__partnership__slug=slug,
        frozen__paper__state=PaperState.PUBLISHED,
        confirmed_at__isnull=False,
    ).select_related("frozen__paper__cycle__partnership")
    return sorted(found, key=lambda one: one.confirmed_at or one.asked_at, reverse=True)


def changes_to_review(chapter: Chapter) -> QuerySet[ChangedBlock]:
    """Sentences that a build changed and nobody has looked at."""
    return chapter.changes.filter(reviewed_at__isnull=True, superseded=False)

"""What waits for somebody in the chapters and the paper, and where the paper stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone

from wardwise_web.assessments.models import Chapter, Cycle, Paper
from wardwise_web.assessments.selectors.papers import chapters_with_counts, paper_of_cycle
from wardwise_web.assessments.services.papers import vote_of
from wardwise_web.assessments.states import ChapterState, PaperState
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.core.rooms import Standing, Task


# What the manager does next, once the paper stands so
NEXT = {
    PaperState.STRATEGY_GROUP: "Record what the strategy group agreed on {}",
    PaperState.AGREED: "Circulate {} for comments",
    PaperState.COMMENTS_CLOSED: "Put {} to the board",
    PaperState.APPROVED: "Publish the summary of {}",
}


def tasks_of_drafting(actor: Actor, cycle: Cycle) -> list[Task]:
    """Chapters to assure or to answer comments in; a paper to move, to comment on, to vote on."""
    paper = paper_of_cycle(cycle)
    chapters = list(chapters_with_counts(cycle))
    found = [task for one in chapters for task in _of_chapter(actor, one)]
    return [*found, *(_of_paper(actor, paper, chapters) if paper else [])]


def standing_of_paper(actor: Actor, cycle: Cycle) -> list[Standing]:
    """How many chapters are assured, and how far the paper is."""
    paper = paper_of_cycle(cycle)
    if paper is None or not can(actor, Verb.READ, paper.as_thing()):
        return []
    chapters = cycle.chapters.count()
    assured = cycle.chapters.filter(state=ChapterState.ASSURED).count()
    words = f"{paper.state.capitalize()}; {assured} of {chapters} chapters are assured"
    return [Standing("Assessment", words, _page(paper))]


def _of_chapter(actor: Actor, chapter: Chapter) -> Iterator[Task]:
    slug = chapter.cycle.partnership.slug
    page = reverse("chapter", args=[slug, chapter.pk])
    if chapter.state == ChapterState.IN_ASSURANCE and can(actor, Verb.SIGN, chapter.as_thing()):
        yield Task(f"Assure the chapter: {chapter.title}", page)
    if chapter.analyst_id != actor.person_id:
        return
    if left := chapter.comments_open:  # type: ignore[attr-defined]
        words = f"Answer {left} comment{'s' if left > 1 else ''} on: {chapter.title}"
        yield Task(words, reverse("chapter_comments", args=[slug, chapter.pk]) + "?show=open")
    if left := chapter.changes_unseen:  # type: ignore[attr-defined]
        words = f"Look at {left} changed sentence{'s' if left > 1 else ''} in: {chapter.title}"
        yield Task(words, reverse("chapter_changes", args=[slug, chapter.pk]))


def _of_paper(actor: Actor, paper: Paper, chapters: list[Chapter]) -> Iterator[Task]:
    name, state = f"the assessment {paper.cycle.name}", PaperState(paper.state)
    if state == PaperState.BOARD:
        voted = paper.votes.filter(round=paper.round, person=actor.person_id).exists()
        if can(actor, Verb.CREATE, vote_of(paper, actor)) and not voted:
            yield Task(f"Vote on {name}", _page(paper))
    if state == PaperState.CIRCULATED and any(
        can(actor, Verb.COMMENT, one.as_thing()) for one in chapters[:1]
    ):
        due = paper.comments_due
        drafting = reverse("drafting", args=[paper.cycle.partnership.slug])
        yield Task(f"Comment on {name}", drafting, due=due, late=_is_past(due))
    if not can(actor, Verb.WRITE, paper.as_thing()):
        return
    if state == PaperState.DRAFTING and all(one.state == ChapterState.ASSURED for one in chapters):
        yield Task(f"Put {name} to the strategy group", _page(paper))
    elif state == PaperState.CIRCULATED and _is_past(paper.comments_due):
        yield Task(f"Close the comments on {name}", _page(paper))
    elif state in NEXT:
        yield Task(NEXT[state].format(name), _page(paper))


def _is_past(due: date | None) -> bool:
    return due is not None and due < timezone.localdate()


def _page(paper: Paper) -> str:
    return reverse("paper", args=[paper.cycle.partnership.slug, paper.pk])

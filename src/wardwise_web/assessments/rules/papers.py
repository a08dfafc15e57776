"""What has to be done before a paper moves on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

from wardwise.document.own_words import figures_named
from wardwise_web.assessments.documents import has_documents, numbers_printed
from wardwise_web.assessments.models import Paper, PassageVersion
from wardwise_web.assessments.states import ChapterState, Choice, PaperState
from wardwise_web.core.moves import MoveRefused


def check_ready(paper: Paper, to: PaperState, *, today: date, reason: str) -> None:
    """Refuse with the first thing that is missing."""
    if (paper.state, to) == (PaperState.APPROVED, PaperState.BOARD):
        return
    for check in BEFORE.get(to, ()):
        check(paper)
    if to == PaperState.COMMENTS_CLOSED and paper.comments_due and today < paper.comments_due:
        _check_early(paper, reason)


def _check_early(paper: Paper, reason: str) -> None:
    if not reason.strip():
        due = paper.comments_due
        raise MoveRefused(f"Comments are due by {due:%d %B %Y}: give the reason for closing early.")


def check_every_chapter_is_assured(paper: Paper) -> None:
    """Nothing goes on that somebody else has not checked."""
    left = paper.cycle.chapters.exclude(state=ChapterState.ASSURED)
    if not paper.cycle.chapters.exists():
        raise MoveRefused("There are no chapters yet: take a finished build into use.")
    if left.exists():
        names = ", ".join(left.values_list("title", flat=True)[:3])
        more = f" and {left.count() - 3} more" if left.count() > 3 else ""
        raise MoveRefused(f"Not every chapter is assured: {names}{more}.")


def check_every_change_is_reviewed(paper: Paper) -> None:
    """A sentence that changed under people's words has been looked at."""
    chapters = paper.cycle.chapters.filter(
        changes__reviewed_at__isnull=True, changes__superseded=False
    ).distinct()
    waiting = chapters.first()
    if waiting is not None:
        raise MoveRefused(
            f"Sentences changed with the data in '{waiting}' and wait to be looked at."
        )


def check_every_comment_is_answered(paper: Paper) -> None:
    """Nobody's comment goes unanswered to the board."""
    open_ones = paper.cycle.chapters.filter(
        comments__isnull=False, comments__responses__isnull=True
    ).distinct()
    first = open_ones.first()
    if first is not None:
        raise MoveRefused(f"Comments on '{first}' have had no response yet.")


def check_every_figure_is_printed(paper: Paper) -> None:
    """A figure that own words name is one that the build prints."""
    build = paper.cycle.build
    if build is None or not has_documents(build.folder):
        raise MoveRefused("The year has no build whose paper could be approved.")
    printed = numbers_printed(build.folder)
    for version in PassageVersion.objects.filter(passage__chapter__cycle=paper.cycle_id):
        if version.number != version.passage.version:
            continue
        strange = [one for one in figures_named(version.words) if one not in printed]
        if strange:
            raise MoveRefused(
                f"'{version.passage.chapter}' names the figure {strange[0]}, which the build does"
                " not print."
            )


def check_the_board_agrees(paper: Paper) -> None:
    """Enough votes were cast, and more are for it than against."""
    counted = votes_of(paper)
    cast, needed = sum(counted.values()), paper.quorum or 1
    if cast < needed:
        raise MoveRefused(f"{cast} of the {needed} votes that are needed have been cast.")
    if counted[Choice.FOR] <= counted[Choice.AGAINST]:
        raise MoveRefused(
            f"{counted[Choice.FOR]} voted for it and {counted[Choice.AGAINST]} against."
        )


def votes_of(paper: Paper) -> Counter[str]:
    """How many voted how in the present round."""
    return Counter(paper.votes.filter(round=paper.round).values_list("choice", flat=True))


BEFORE: Mapping[PaperState, tuple[Callable[[Paper], None], ...]] = {
    PaperState.STRATEGY_GROUP: (check_every_change_is_reviewed, check_every_chapter_is_assured),
    PaperState.BOARD: (
        check_every_change_is_reviewed,
        check_every_chapter_is_assured,
        check_every_comment_is_answered,
        check_every_figure_is_printed,
    ),
    PaperState.APPROVED: (check_the_board_agrees,),
}

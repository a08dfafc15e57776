"""What has to be done before a paper moves on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

from wardwise.document.own_words import figures_named
from wardwise_web.assessments.documents import has_documents, numbers_printed
from wardwise_web.assessments.models import Paper, PassageVersion
from wardwise_web.assessments.rules.cycle import law_unanswered
from wardwise_web.assessments.states import WRITING, ChapterState, Choice, PaperState
from wardwise_web.core.moves import MoveRefused


def missing_before(paper: Paper, to: PaperState) -> list[str]:
    """What has still to be done before the paper moves there: a sentence for each thing."""
    if (paper.state, to) == (PaperState.APPROVED, PaperState.BOARD):
        return []
    return [told for missing in BEFORE.get(to, ()) if (told := missing(paper))]


def check_ready(paper: Paper, to: PaperState, *, today: date, reason: str) -> None:
    """Refuse with everything that is missing."""
    if missing := missing_before(paper, to):
        raise MoveRefused(" ".join(missing))
    if to == PaperState.COMMENTS_CLOSED and paper.comments_due and today < paper.comments_due:
        _check_early(paper, reason)


def _check_early(paper: Paper, reason: str) -> None:
    if not reason.strip():
        due = paper.comments_due
        raise MoveRefused(f"Comments are due by {due:%d %B %Y}: give the reason for closing early.")


def figures_stand(paper: Paper | None) -> str:
    """Why the year takes no other build now; empty where it may.

    What a group agrees, a board votes on or anybody has read as published keeps its figures.
    """
    if paper is None or paper.state in WRITING:
        return ""
    if paper.state == PaperState.PUBLISHED:
        return (
            "The paper is published and keeps its figures. A correction is begun as a new version;"
            " otherwise the build belongs to the next year."
        )
    return (
        f"The paper stands at '{paper.state}' and keeps its figures. Another build can be taken"
        " when it is back in drafting, or when the comments are closed."
    )


def chapters_unassured(paper: Paper) -> str:
    """Nothing goes on that somebody else has not checked."""
    left = paper.cycle.chapters.exclude(state=ChapterState.ASSURED)
    if not paper.cycle.chapters.exists():
        return "There are no chapters yet: take a finished build into use."
    if not left.exists():
        return ""
    names = ", ".join(left.values_list("title", flat=True)[:3])
    more = f" and {left.count() - 3} more" if left.count() > 3 else ""
    return f"Not every chapter is assured: {names}{more}."


def changes_unseen(paper: Paper) -> str:
    """A sentence that changed under people's words has to be looked at."""
    chapters = paper.cycle.chapters.filter(
        changes__reviewed_at__isnull=True, changes__superseded=False
    ).distinct()
    waiting = chapters.first()
    if waiting is None:
        return ""
    return f"Sentences changed with the data in '{waiting}' and wait to be looked at."


def comments_unanswered(paper: Paper) -> str:
    """Nobody's comment goes unanswered to the board."""
    open_ones = paper.cycle.chapters.filter(
        comments__isnull=False, comments__responses__isnull=True
    ).distinct()
    first = open_ones.first()
    return "" if first is None else f"Comments on '{first}' have had no response yet."


def figures_unprinted(paper: Paper) -> str:
    """A figure that own words name is one that the build prints."""
    build = paper.cycle.build
    if build is None or not has_documents(build.folder):
        return "The year has no build whose paper could be approved."
    printed = numbers_printed(build.folder)
    for version in PassageVersion.objects.filter(passage__chapter__cycle=paper.cycle_id):
        if version.number != version.passage.version:
            continue
        strange = [one for one in figures_named(version.words) if one not in printed]
        if strange:
            return (
                f"'{version.passage.chapter}' names the figure {strange[0]}, which the build does"
                " not print."
            )
    return ""


def items_unanswered(paper: Paper) -> str:
    """The board approves an assessment that says how each thing of the law is met, or why not."""
    return law_unanswered(paper.cycle)


def votes_lacking(paper: Paper) -> str:
    """Enough votes were cast, and more are for it than against."""
    counted = votes_of(paper)
    cast, needed = sum(counted.values()), paper.quorum or 1
    if cast < needed:
        return f"{cast} of the {needed} votes that are needed have been cast."
    if counted[Choice.FOR] <= counted[Choice.AGAINST]:
        return f"{counted[Choice.FOR]} voted for it and {counted[Choice.AGAINST]} against."
    return ""


def votes_of(paper: Paper) -> Counter[str]:
    """How many voted how in the present round."""
    return Counter(paper.votes.filter(round=paper.round).values_list("choice", flat=True))


BEFORE: Mapping[PaperState, tuple[Callable[[Paper], str], ...]] = {
    PaperState.STRATEGY_GROUP: (changes_unseen, chapters_unassured),
    PaperState.BOARD: (changes_unseen, chapters_unassured, comments_unanswered, figures_unprinted),
    PaperState.APPROVED: (items_unanswered, votes_lacking),
}
"""Each says what is missing, or nothing."""

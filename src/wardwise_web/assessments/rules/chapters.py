"""When a chapter may be written in, and when it may move on."""

from __future__ import annotations

from wardwise_web.assessments.models import Chapter, Paper
from wardwise_web.assessments.states import WRITING, ChapterState
from wardwise_web.core.moves import MoveRefused


def may_write(chapter: Chapter, paper: Paper | None) -> bool:
    """Whether anybody may change its words now, whoever they are."""
    is_open = paper is None or paper.state in WRITING
    return is_open and chapter.state == ChapterState.DRAFT


def check_may_write(chapter: Chapter, paper: Paper | None) -> None:
    """Refuse with what would have to happen first."""
    if may_write(chapter, paper):
        return
    if paper is not None and paper.state not in WRITING:
        raise MoveRefused(
            f"The paper is '{paper.state}': its words stay as its readers have them."
            " It has to come back to drafting first."
        )
    raise MoveRefused(
        f"This chapter is '{chapter.state}': open it again, with the reason, to change its words."
    )


def check_may_move(chapter: Chapter, paper: Paper | None, to: str) -> None:
    """Beyond the table of moves: what has to be done before."""
    if paper is not None and paper.state not in WRITING:
        raise MoveRefused(f"The paper is '{paper.state}': its chapters stay as they are.")
    waiting = chapter.changes.filter(reviewed_at__isnull=True, superseded=False).count()
    if to == ChapterState.IN_ASSURANCE and waiting:
        raise MoveRefused(
            f"{waiting} sentences changed with the data and nobody has looked at them yet."
        )

"""How far a chapter and a paper are, and who may move each on."""

from __future__ import annotations

from enum import StrEnum

from wardwise_web.core.moves import Move, Moves
from wardwise_web.core.permissions.roles import Role


AN, CM, AS, BM = Role.ANALYST, Role.MANAGER, Role.ASSURER, Role.BOARD


class ChapterState(StrEnum):
    """A chapter is written, then assured by somebody who wrote nothing in it."""

    DRAFT = "draft"
    IN_ASSURANCE = "in assurance"
    ASSURED = "assured"


class PaperState(StrEnum):
    """The whole assessment, from the chapters' drafting to what the public may read.

    The names from ``circulated`` on are those on which the table of rights rests.
    """

    DRAFTING = "drafting"
    STRATEGY_GROUP = "strategy group"
    AGREED = "agreed"
    CIRCULATED = "circulated"
    COMMENTS_CLOSED = "comments closed"
    BOARD = "board"
    APPROVED = "approved"
    PUBLISHED = "published"


class Answer(StrEnum):
    """What became of a comment."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOTED = "noted"


class Choice(StrEnum):
    """How a board member voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


class Change(StrEnum):
    """What a new build did to a computed block."""

    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"


CHAPTER_MOVES: Moves = {
    (ChapterState.DRAFT, ChapterState.IN_ASSURANCE): Move((AN, CM), "Send to assurance"),
    (ChapterState.IN_ASSURANCE, ChapterState.ASSURED): Move(
        (AS,), "Assure this chapter", not_by_authors=True
    ),
    (ChapterState.IN_ASSURANCE, ChapterState.DRAFT): Move(
        (AS, AN, CM), "Send back with comments", needs_reason=True
    ),
    (ChapterState.ASSURED, ChapterState.DRAFT): Move((AN, CM), "Open it again", needs_reason=True),
}
S = PaperState
PAPER_MOVES: Moves = {
    (S.DRAFTING, S.STRATEGY_GROUP): Move((CM,), "Put it to the strategy group"),
    (S.STRATEGY_GROUP, S.AGREED): Move(
        (CM, BM), "Record that findings and recommendations are agreed", needs_reason=True
    ),
    (S.STRATEGY_GROUP, S.DRAFTING): Move((CM, BM), "Send back to drafting", needs_reason=True),
    (S.AGREED, S.CIRCULATED): Move((CM,), "Circulate for comments"),
    (S.CIRCULATED, S.COMMENTS_CLOSED): Move((CM,), "Close the comments"),
    (S.COMMENTS_CLOSED, S.BOARD): Move((CM,), "Put it to the board"),
    (S.BOARD, S.APPROVED): Move(
        (CM, BM), "Record that the board approves", needs_reason=True, not_by_authors=True
    ),
    (S.BOARD, S.DRAFTING): Move((CM, BM), "Send back with comments", needs_reason=True),
    # From the top only: what is published is corrected by a new version, never taken back
    (S.APPROVED, S.BOARD): Move((BM,), "Take the approval back", needs_reason=True),
    (S.APPROVED, S.PUBLISHED): Move((CM, BM), "Publish"),
}
WRITING = frozenset({PaperState.DRAFTING, PaperState.COMMENTS_CLOSED})
"""While the paper stands so, chapters that are drafts can be written in."""

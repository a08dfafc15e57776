"""What this room keeps: the year and its terms, its chapters, its papers."""

from __future__ import annotations

from wardwise_web.assessments.models.chapter import (
    Backing,
    ChangedBlock,
    Chapter,
    ChapterStep,
    Comment,
    MarkingChange,
    Passage,
    PassageVersion,
    Response,
)
from wardwise_web.assessments.models.committee import Appendix, CommitteeReport
from wardwise_web.assessments.models.cycle import Cycle
from wardwise_web.assessments.models.paper import (
    FrozenPaper,
    LinkOpening,
    Paper,
    PaperStep,
    Release,
    Remaking,
    ReviewLink,
    Vote,
)


__all__ = [
    "Appendix",
    "Backing",
    "ChangedBlock",
    "Chapter",
    "ChapterStep",
    "Comment",
    "CommitteeReport",
    "Cycle",
    "FrozenPaper",
    "LinkOpening",
    "MarkingChange",
    "Paper",
    "PaperStep",
    "Passage",
    "PassageVersion",
    "Release",
    "Remaking",
    "Response",
    "ReviewLink",
    "Vote",
]

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
from wardwise_web.assessments.models.checklist import ChecklistItem, CycleStep
from wardwise_web.assessments.models.committee import Appendix, CommitteeReport
from wardwise_web.assessments.models.cycle import Cycle
from wardwise_web.assessments.models.cycle_template import CycleTemplate
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
from wardwise_web.assessments.models.terms import GroupSeat, Milestone, Terms


__all__ = [
    "Appendix",
    "Backing",
    "ChangedBlock",
    "Chapter",
    "ChapterStep",
    "ChecklistItem",
    "Comment",
    "CommitteeReport",
    "Cycle",
    "CycleStep",
    "CycleTemplate",
    "FrozenPaper",
    "GroupSeat",
    "LinkOpening",
    "MarkingChange",
    "Milestone",
    "Paper",
    "PaperStep",
    "Passage",
    "PassageVersion",
    "Release",
    "Remaking",
    "Response",
    "ReviewLink",
    "Terms",
    "Vote",
]

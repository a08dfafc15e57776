"""What the chapter found: every item of the law with its answer in this paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding


class Met(StrEnum):
    """Whether this paper has what an item asks for."""

    MET = "met"
    PART = "met in part"
    PROPOSED = "proposed, not decided"
    STATED = "stated by the partnership"
    NOT_MET = "not met"
    NOT_ASKED = "not asked here"


@dataclass(frozen=True)
class Place:
    """A section of this paper, by its anchor."""

    words: str
    anchor: str


@dataclass(frozen=True)
class Answer:
    """How one item is answered: the word, where, how, and what would complete it."""

    met: Met
    how: str
    where: tuple[Place, ...] = ()
    needs: str = ""


@dataclass(frozen=True)
class CoverageRow:
    """One item of the law with its answer, and the partnership's own sentence if it gave one."""

    item: str
    kind: str  # 'assessment' or 'strategy'
    about: str
    source: str
    answer: Answer
    statement: str


@dataclass(frozen=True)
class CoverageFindings:
    """Every item in the order of the law."""

    area: Area
    welsh: bool
    rows: tuple[CoverageRow, ...]
    key_findings: tuple[KeyFinding, ...] = ()  # what is missing is said in the paper, not counted

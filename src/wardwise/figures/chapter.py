"""What a chapter is: a question, what it needs, its sums and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from wardwise.document.section import Section
from wardwise.domain.finding import KeyFinding
from wardwise.figures.desk import Desk


class Findings(Protocol):
    """What every chapter's findings carry: the only way it speaks to summary and threats."""

    @property
    def key_findings(self) -> tuple[KeyFinding, ...]:
        """In order of weight."""
        ...


@dataclass(frozen=True)
class Chapter:
    """One folder of ``chapters/``. ``needs`` are parts of the evidence that must be held.

    A chapter on what few partnerships hold says by ``is_told`` whether there is enough to print.
    """

    name: str
    title: str
    question: str
    needs: tuple[str, ...]
    analyse: Callable[[Desk], Any]
    write: Callable[[Any], Section]
    is_told: Callable[[Any], bool] = lambda _: True

"""What a further section of the chapter is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wardwise.document.section import Section
from wardwise.domain.finding import KeyFinding
from wardwise.figures.desk import Desk


@dataclass(frozen=True)
class Part:
    """A section of the chapter in files of its own.

    ``analyse`` gives what it found, or None where there is nothing to say; ``write`` its section;
    ``key_findings`` what it says to the summary.
    """

    name: str
    analyse: Callable[[Desk], Any]
    write: Callable[[Any], Section]
    key_findings: Callable[[Any], tuple[KeyFinding, ...]] = lambda _: ()

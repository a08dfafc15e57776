"""The sums: cohorts as the returns hold them, and people recognised in the police extract."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.reoffending.children import children
from wardwise.chapters.reoffending.findings import (
    Adults,
    ReoffendingFindings,
    SuspectedAgain,
)
from wardwise.chapters.reoffending.key_findings import key_findings
from wardwise.figures.cohorts import cohort_lines
from wardwise.figures.desk import Desk
from wardwise.figures.duties_held import named_again
from wardwise.figures.predicted import predicted
from wardwise.figures.returned import Returned, returned


def analyse(desk: Desk) -> ReoffendingFindings:
    """Each part by itself; nothing of one cohort is put with another."""
    young, adult = returned(desk, "youth_justice"), returned(desk, "probation")
    found = ReoffendingFindings(
        area=desk.area,
        children=children(young) if young else None,
        adults=_adults(adult) if adult else None,
        again=_again(desk),
        unknown=tuple(word for one in (young, adult) if one for word in one.held.unknown),
        key_findings=(),
    )
    return replace(found, key_findings=key_findings(found))


def _adults(found: Returned) -> Adults | None:
    lines = cohort_lines(found, "reoffenders")
    if not lines:
        return None
    return Adults(found.source, tuple(predicted(found, line) for line in reversed(lines)))


def _again(desk: Desk) -> SuspectedAgain | None:
    found = SuspectedAgain(named_again(desk, "suspect"), named_again(desk, "offender"))
    return found if found.suspects or found.proved else None

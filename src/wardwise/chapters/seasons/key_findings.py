"""The chapter's key finding: what of crime has a season."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.seasons.findings import GroupSeason
from wardwise.document.text import say
from wardwise.document.words import whole
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.period import NAMES
from wardwise.figures.desk import Desk
from wardwise.measures.time.month_index import MonthIndex


def key_findings(desk: Desk, groups: Sequence[GroupSeason]) -> tuple[KeyFinding, ...]:
    """The season of all recorded crime, where a test finds one."""
    found = groups[0].season
    index = found.index
    if not isinstance(index, MonthIndex) or not index.is_seasonal:
        return ()
    top = max(range(12), key=lambda n: index.index[n])
    low = min(range(12), key=lambda n: index.index[n])
    claim = say(
        "Recorded crime in {place} has a season: highest in {top} ({high} where 100 is the "
        "average day), lowest in {bottom} ({least}).",
        place=desk.area.name,
        top=NAMES[top + 1],
        high=whole(found.months[top]),
        bottom=NAMES[low + 1],
        least=whole(found.months[low]),
    )
    return (
        KeyFinding(
            claim=str(claim),
            figures=(found.months[top], found.months[low]),
            sureness=Sureness.MODERATE,
            why_sure=f"the test finds a season, but in {index.years} years only",
            alternatives=("an event or one unusual month in so short a series",),
            gap="How many people are about in each month.",
            area=desk.area,
        ),
    )

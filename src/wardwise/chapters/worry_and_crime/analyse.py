"""The sums: the survey's worry beside recorded violence, ward by ward."""

from __future__ import annotations

from wardwise.chapters.worry_and_crime.findings import WorryFindings
from wardwise.chapters.worry_and_crime.words import gap_named
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.figures.desk import Desk
from wardwise.figures.worry import WorryFound, worry_found
from wardwise.measures.worry.four_ways import FourWay


UNRECORDED = "harm that nobody reports to the police, disorder, or fear of what is heard of"
PLACE = "poor lighting, empty streets or building sites, which worry and are no crime"


def analyse(desk: Desk) -> WorryFindings:
    """Nothing where no survey was supplied."""
    found = worry_found(desk)
    told = (_gap(desk, found),) if isinstance(found, WorryFound) else ()
    return WorryFindings(
        area=desk.area,
        source=desk.source,
        found=found,
        key_findings=tuple(one for one in told if one),
    )


def _gap(desk: Desk, found: WorryFound) -> KeyFinding | None:
    wards = found.of(FourWay.WORRY, clear=True)
    if not wards:
        return None
    return KeyFinding(
        claim=str(gap_named(found, wards)),
        figures=tuple(figure for one in wards for figure in (one.worry, one.crime)),
        sureness=Sureness.MODERATE,
        why_sure="both 99.8% intervals leave out the figure of the whole, but only those who "
        "chose to reply are counted",
        alternatives=(UNRECORDED, PLACE),
        gap="What people there are afraid of, and where: ask them.",
        area=desk.area,
        weight=0.6,
    )

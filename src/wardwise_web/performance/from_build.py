"""What an indicator can take from the build in use: monthly counts, dispersion, peers."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import INCOMPLETE
from wardwise.domain.period import Month, Period
from wardwise_web.assessments.findings import Findings, NoFinishedRun, Printed, findings_of
from wardwise_web.evidence.models import Build
from wardwise_web.people.models import Partnership
from wardwise_web.performance.choices import Kind
from wardwise_web.performance.judging import Peers
from wardwise_web.performance.models import Definition


OFFENCES = "offences"
PUBLISHED = "of the published count"
SIMILAR = "among the most similar partnerships"


@dataclass(frozen=True)
class Taken:
    """One month as the build printed it."""

    month: Month
    numerator: float | None
    denominator: float | None
    state: str
    reason: str
    figure_id: str


@dataclass(frozen=True)
class Held:
    """How much of what is published of an offence the build's own source holds."""

    percent: float
    first: Month
    last: Month
    figure_id: str

    def in_words(self) -> str:
        """``98.2% of what is published for July 2025 to June 2026``."""
        period = Period(self.first, self.last)
        return f"{self.percent:.1f}% of what is published for {period.label}"


def findings_in_use(partnership: Partnership) -> tuple[Build, Findings] | None:
    """The build of the latest year and its figures; None where there is none."""
    cycle = partnership.cycles.select_related("build").first()
    if cycle is None or cycle.build is None:
        return None
    try:
        return cycle.build, findings_of(cycle.build.folder)
    except NoFinishedRun:
        return None


def months_of_build(
    findings: Findings, definition: Definition, partnership: Partnership
) -> list[Taken]:
    """Every month's count of the definition's offence, in order."""
    if definition.build_measure != OFFENCES:
        return []
    base = _residents(findings, partnership) if definition.kind == Kind.RATE else None
    found = [
        _taken(one, base)
        for one in findings.figures.values()
        if one.measure == OFFENCES
        and (one.offence or "") == definition.build_offence
        and one.area_code == partnership.area_code
        and one.period_start == one.period_end
        and not one.detail
    ]
    return sorted({one.month: one for one in found}.values(), key=lambda one: one.month)


def _taken(one: Printed, base: float | None) -> Taken:
    """A month that the source holds in part is printed by the build and never compared: here,
    where every reading is, it is not known."""
    _, _, in_part = one.method.partition(INCOMPLETE)
    known = one.status == "known" and not in_part
    status = "not known" if in_part else one.status
    return Taken(
        month=Month.parse(one.period_start),
        numerator=one.value if known else None,
        denominator=base,
        state={"known": "known", "withheld": "withheld"}.get(status, "not known"),
        reason="" if known else (in_part or one.reason or "the build does not say why"),
        figure_id=one.figure_id,
    )


def _residents(findings: Findings, partnership: Partnership) -> float | None:
    return next(
        (
            one.value
            for one in findings.figures.values()
            if one.measure == "residents" and one.area_code == partnership.area_code
        ),
        None,
    )


def offences_of(findings: Findings, partnership: Partnership) -> list[str]:
    """The offences that the build counts by month, for a choice."""
    found = {
        one.offence or ""
        for one in findings.figures.values()
        if one.measure == OFFENCES
        and one.area_code == partnership.area_code
        and one.period_start == one.period_end
        and not one.detail
    }
    return sorted(found)


def dispersion_of(findings: Findings | None, definition: Definition) -> float:
    """φ of the definition's offence as the build printed it; 1 where it is not known."""
    if findings is None or definition.build_measure != OFFENCES:
        return 1.0
    found = (
        one.value
        for one in findings.figures.values()
        if one.measure == "dispersion"
        and one.unit == "ratio"
        and (one.offence or "") == definition.build_offence
        and one.value is not None
    )
    return max(1.0, next(found, 1.0))


def held_of(findings: Findings | None, definition: Definition) -> Held | None:
    """What the build says of how much is held; None where nothing is published beside it."""
    if findings is None or definition.build_measure != OFFENCES:
        return None
    found = [
        Held(one.value, Month.parse(one.period_start), Month.parse(one.period_end), one.figure_id)
        for one in findings.figures.values()
        if one.measure == "reconciled_percent"
        and one.detail == PUBLISHED
        and (one.offence or "") == definition.build_offence
        and one.value is not None
    ]
    return max(found, key=lambda one: one.last, default=None)


def peers_of(findings: Findings | None, definition: Definition) -> Peers | None:
    """The place among the most similar partnerships, as the build printed it."""
    if findings is None or not definition.build_measure:
        return None
    return next(
        (
            Peers(int(one.value), int(one.lower), int(one.upper), one.figure_id)
            for one in findings.figures.values()
            if one.measure == "rank_position"
            and one.detail == SIMILAR
            and (one.offence or "") == definition.build_offence
            and one.value is not None
            and one.lower is not None
            and one.upper is not None
        ),
        None,
    )

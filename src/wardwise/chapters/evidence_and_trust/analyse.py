"""The sums: rows, shares of the Home Office totals, and counts against published ones."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.breaks import break_rows
from wardwise.chapters.evidence_and_trust.completeness import (
    extract_rows,
    extracts_together,
    stretch_rows,
)
from wardwise.chapters.evidence_and_trust.findings import EvidenceFindings
from wardwise.chapters.evidence_and_trust.key_findings import key_findings
from wardwise.chapters.evidence_and_trust.located import area_of, located_row, located_rows
from wardwise.chapters.evidence_and_trust.outcomes_agree import outcomes_agree
from wardwise.chapters.evidence_and_trust.reconcile import reconciliation
from wardwise.chapters.evidence_and_trust.returns_missing import (
    returns_missing,
    services_missing,
)
from wardwise.chapters.evidence_and_trust.supply import aside_rows, file_rows, source_rows
from wardwise.domain.evidence import NotHeld
from wardwise.domain.period import Period
from wardwise.domain.quality import COMPLETE_FROM_PERCENT
from wardwise.figures.desk import Desk
from wardwise.figures.linked import linked_figures
from wardwise.figures.supplied import supplied_figures


PARTS = ("deprivation", "official", "outcomes", "searches", "harm")


def analyse(desk: Desk) -> EvidenceFindings:
    """Everything that the evidence says of itself."""
    evidence, quality = desk.evidence, desk.evidence.quality
    counted = quality.source_rows[0] if quality.source_rows else None
    reconciled, why_not = reconciliation(desk)
    stretches = stretch_rows(desk)
    return EvidenceFindings(
        area=desk.area,
        force=evidence.place.force,
        source=desk.source,
        held=Period(evidence.local.months[0], evidence.local.months[-1]),
        latest=desk.latest,
        floor_percent=COMPLETE_FROM_PERCENT,
        sources=source_rows(desk),
        files=file_rows(desk),
        set_aside=aside_rows(desk),
        completeness=stretches,
        extracts=extract_rows(desk),
        extracts_together=extracts_together(desk),
        located_of=area_of(desk, counted) if counted else evidence.place.force,
        located_whole=located_row(desk, counted, None) if counted else None,
        located=located_rows(desk, counted) if counted else (),
        reconciliation=reconciled,
        why_not_reconciled=why_not,
        breaks=break_rows(desk),
        census_year=evidence.people.year,
        notices=quality.notices,
        missing=(
            *(part for name in PARTS if isinstance(part := getattr(evidence, name), NotHeld)),
            *returns_missing(evidence),
            *services_missing(evidence),
        ),
        key_findings=key_findings(desk, reconciled, stretches),
        outcomes_agree=outcomes_agree(desk),
        has_people=not isinstance(evidence.recorded_people, NotHeld),
        supplied=tuple(
            supplied_figures(desk, row) for row in (evidence.supply.rows if evidence.supply else ())
        ),
        linked=linked_figures(desk),
        supply_judged_on=evidence.supply.judged_on if evidence.supply else None,
    )

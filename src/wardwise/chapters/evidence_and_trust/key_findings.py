"""The chapter's key findings: how the counts stand to the published ones, and what has gaps."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import Reconciliation, StretchRow
from wardwise.chapters.evidence_and_trust.stretches import joined
from wardwise.document.phrases import listed
from wardwise.document.text import say
from wardwise.document.words import percent, whole
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.figures.desk import Desk


def key_findings(
    desk: Desk, reconciled: Reconciliation | None, stretches: tuple[StretchRow, ...]
) -> tuple[KeyFinding, ...]:
    """At most two: the whole against the published count, and the months that are incomplete."""
    found = []
    if reconciled is not None and reconciled.whole.percent.status == "known":
        found.append(_against_published(desk, reconciled))
    incomplete = [row for row in stretches if row.status in ("incomplete", "missing")]
    if any(row.status == "incomplete" for row in incomplete):
        found.append(_incomplete(desk, incomplete))
    return tuple(found)


def _against_published(desk: Desk, reconciled: Reconciliation) -> KeyFinding:
    row = reconciled.whole
    claim = say(
        "This assessment counts {held} offences in {place} in {year}, {share} of the {n} that ONS "
        "published for the same months.",
        held=whole(row.held),
        place=desk.area.name,
        year=reconciled.period.label,
        share=percent(row.percent),
        n=whole(row.published),
    )
    return KeyFinding(
        claim=str(claim),
        figures=(row.percent, row.held, row.published, row.not_located),
        sureness=Sureness.HIGH,
        why_sure="both are counts of the same recorded offences",
        alternatives=(
            "records that have no place",
            "records added or withdrawn after the open data were published",
        ),
        gap="Which records differ: the published tables cannot be opened up.",
        area=desk.area,
    )


def _incomplete(desk: Desk, rows: list[StretchRow]) -> KeyFinding:
    names = listed([period.label for period in joined([row.period for row in rows])])
    return KeyFinding(
        claim=f"The open data are incomplete for {names}: those months are not compared.",
        figures=tuple(row.share for row in rows if row.status == "incomplete"),
        sureness=Sureness.HIGH,
        why_sure="the Home Office counted more offences of this force in the same months",
        alternatives=("offences moved between quarters after they were published",),
        gap="The missing records, which the force can publish again or supply.",
        area=desk.area,
    )

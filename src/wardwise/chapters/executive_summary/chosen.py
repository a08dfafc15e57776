"""Which key findings stand on the page: what rose or fell first, then one from each chapter."""

from __future__ import annotations

from collections.abc import Mapping

from wardwise.domain.finding import KeyFinding
from wardwise.domain.verdict import Verdict


MOST, MOST_CHANGES = 4, 2
CHANGED = (Verdict.ROSE, Verdict.FELL)
TRUST = "evidence_and_trust"

Findings = Mapping[str, tuple[KeyFinding, ...]]


def chosen(findings: Findings) -> tuple[KeyFinding, ...]:
    """Tested changes by weight, then the weightiest of every chapter that weighs its findings.

    The whole of recorded crime is left out: it is the answer that opens the page. Weights are
    compared within a chapter only, because each chapter weighs by its own measure. The
    order is that in which the page takes them, as far as it has room.
    """
    others = [one for name, told in findings.items() if name != TRUST for one in told]
    changes = sorted(
        (one for one in others if one.direction in CHANGED and one.offence),
        key=lambda one: -one.weight,
    )
    found = _one_of_each_offence(changes)[:MOST_CHANGES]
    for name, told in findings.items():
        weighed = [one for one in told if one.weight > 0 and one.direction is None]
        if name != TRUST and weighed:
            found.append(max(weighed, key=lambda one: one.weight))
    return tuple(found[:MOST])


def _one_of_each_offence(changes: list[KeyFinding]) -> list[KeyFinding]:
    first: dict[str | None, KeyFinding] = {}
    for one in changes:
        first.setdefault(one.offence, one)
    return list(first.values())

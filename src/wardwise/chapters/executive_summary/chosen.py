"""Which key findings stand on the page: what rose or fell first, then one from each chapter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wardwise.document.phrases import listed
from wardwise.document.words import signed_percent
from wardwise.domain.finding import KeyFinding
from wardwise.domain.verdict import Verdict
from wardwise.figures.held_part import told_with


MOST, MOST_CHANGES = 4, 2
CHANGED = (Verdict.ROSE, Verdict.FELL)
TRUST = "evidence_and_trust"
LEVELS = "levels_and_patterns"

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
    of_groups = [one for one in changes if one in findings.get(LEVELS, ())]
    apart = [one for one in changes if one not in of_groups]
    found = _one_of_each_offence([*of_one_breath(of_groups), *apart])[:MOST_CHANGES]
    for name, told in findings.items():
        weighed = [one for one in told if one.weight > 0 and one.direction is None]
        if name != TRUST and weighed:
            found.append(max(weighed, key=lambda one: one.weight))
    return tuple(found[:MOST])


def of_one_breath(changes: list[KeyFinding]) -> list[KeyFinding]:
    """Every group that rose or fell, in one sentence: a page that names one hides the others."""
    if len(changes) < 2:
        return changes
    told = [
        f"{verb} beyond chance on the year before: {listed(names)}."
        for verb, verdict in (("Rose", Verdict.ROSE), ("Fell", Verdict.FELL))
        if (names := [_with_size(one) for one in changes if one.direction is verdict])
    ]
    sizes = (one.figures[-1] for one in changes)
    held = (one.held_only for one in changes if one.held_only)
    return [replace(changes[0], claim=" ".join(told), figures=(*sizes, *held))]


def _with_size(one: KeyFinding) -> str:
    """With what is missing in the same breath, where too much is for the size to stand alone."""
    held = f", {told_with(one.held_only)}" if one.held_only else ""
    return f"{str(one.offence).lower()} ({signed_percent(one.figures[-1]).text}{held})"


def _one_of_each_offence(changes: list[KeyFinding]) -> list[KeyFinding]:
    first: dict[str | None, KeyFinding] = {}
    for one in changes:
        first.setdefault(one.offence, one)
    return list(first.values())

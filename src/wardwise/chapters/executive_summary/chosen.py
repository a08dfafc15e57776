"""Which key findings stand on the page: what rose or fell first, then one from each chapter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wardwise.document.phrases import during, listed
from wardwise.document.words import signed_percent
from wardwise.domain.finding import KeyFinding
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict
from wardwise.figures.held_part import told_with


MOST, MOST_CHANGES = 5, 2
PARTNERS = ("substance_misuse", "conferences", "other_services", "reoffending")
"""Chapters that only partners' data fill."""
INITIATIVES = "evaluation"
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
    found += of_initiatives(findings) + of_partners(findings)
    for name, told in findings.items():
        if name in (*PARTNERS, INITIATIVES):
            continue
        weighed = [one for one in told if one.weight > 0 and one.direction is None]
        if name != TRUST and weighed:
            found.append(max(weighed, key=lambda one: one.weight))
    return tuple(found[:MOST])


def of_initiatives(findings: Findings) -> list[KeyFinding]:
    """Whether what was tried did it, in one sentence: members ask it first."""
    told = findings.get(INITIATIVES, ())
    if not told:
        return []
    claim = f"Did it work? {'; '.join(one.brief for one in told)}."
    figures = tuple(figure for one in told for figure in one.figures)
    return [replace(told[0], claim=claim, figures=figures)]


def of_partners(findings: Findings) -> list[KeyFinding]:
    """What partners' data add, in one sentence: a clause from each of their chapters."""
    told = [
        next((one for one in findings.get(name, ()) if one.brief), None)
        or next(iter(findings.get(name, ())), None)
        for name in PARTNERS
    ]
    held = [one for one in told if one]
    if not held:
        return []
    year = next((one.figures[0].period for one in findings.get(LEVELS, ()) if one.figures), None)
    figures = tuple(figure for one in held for figure in one.figures)
    return [
        replace(
            held[0],
            claim=f"Partners add: {'; '.join(_clause(one, year) for one in held)}.",
            figures=figures,
        )
    ]


def _clause(one: KeyFinding, year: Period | None) -> str:
    """The chapter's own clause, or its claim up to the change, without the place and the year."""
    if one.brief:
        return one.brief
    claim = one.claim.partition(";")[0].rstrip(".").replace(f" in {one.area.name}", "")
    if year is not None:
        claim = claim.replace(f" {during(year)}", "")
    verdict = f" ({one.direction})" if one.direction else ""
    return claim[:1].lower() + claim[1:] + verdict


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

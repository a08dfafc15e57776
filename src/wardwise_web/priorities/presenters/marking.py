"""One threat as a scorer meets it: each factor with its evidence, its form, and what is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wardwise_web.assessments.findings import Findings, NoFinishedRun, Printed, findings_of
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.priorities.evidence_beside import evidence_for, needs_reason, suggested
from wardwise_web.priorities.models import Criterion, Interest, Mark, Round, Scorer, Threat
from wardwise_web.priorities.selectors import (
    open_questions,
    own_interests,
    own_marks,
    panel_criteria,
    scored_threats,
)


FORECAST = "forecast"


@dataclass(frozen=True)
class Beside:
    """The evidence beside a factor: words, its score if it makes one, and the figures."""

    wording: str
    score: float | None
    reading: str
    figures: tuple[Printed, ...]


@dataclass(frozen=True)
class Asked:
    """One factor to be marked."""

    criterion: Criterion
    mark: Mark | None
    beside: Beside | None
    wants_reason: bool


@dataclass(frozen=True)
class ThreatLine:
    """One threat in a scorer's list."""

    threat: Threat
    to_do: int
    of: int
    interest: Interest | None

    @property
    def is_done(self) -> bool:
        """Whether nothing is asked about it any more."""
        return self.interest is not None or self.to_do == 0


def lines_of(scoring: Round, scorer: Scorer) -> list[ThreatLine]:
    """The scorer's threats with what is still to do."""
    criteria, marks = list(panel_criteria(scoring)), own_marks(scorer)
    given = {key: (mark.value, mark.reason) for key, mark in marks.items()}
    apart = own_interests(scorer)
    return [
        ThreatLine(
            threat,
            len(open_questions(threat, criteria, given)),
            len(criteria),
            apart.get(threat.pk),
        )
        for threat in scored_threats(scoring)
    ]


def asked_of(threat: Threat, marks: Mapping[tuple[int, int], Mark], reader: Actor) -> list[Asked]:
    """Every factor that the panel marks, with its evidence."""
    findings = findings_for(threat.round)
    return [
        Asked(
            criterion=criterion,
            mark=(mark := marks.get((threat.pk, criterion.pk))),
            beside=beside(threat, criterion, findings, reader),
            wants_reason=mark is not None
            and needs_reason(threat, criterion, mark.value)
            and not mark.reason,
        )
        for criterion in panel_criteria(threat.round)
    ]


def findings_for(scoring: Round) -> Findings | None:
    """The figures of the round's build; None where its folder was taken away."""
    if scoring.build is None:
        return None
    try:
        return findings_of(scoring.build.folder)
    except NoFinishedRun:
        return None


def beside(
    threat: Threat, criterion: Criterion, findings: Findings | None, reader: Actor
) -> Beside | None:
    """What the build says of a factor, in so far as the reader is cleared for the figures."""
    row = evidence_for(threat, criterion)
    if row is None:
        return None
    figures = findings.named(row["figure_ids"], clearance=reader.clearance) if findings else ()
    judged = suggested(threat, criterion) is None and row["score"] is not None
    # what the house judged is not shown to who is to judge
    if judged:
        return Beside("", None, "", figures)
    reading = read_beside(threat, row["evidence"], figures)
    return Beside(str(row["wording"]), suggested(threat, criterion), reading, figures)


def read_beside(threat: Threat, evidence: Mapping[str, Any], figures: Sequence[Printed]) -> str:
    """What was scored, in words.

    A forecast's figure counts offences, often of a wider group than the threat; what is scored
    is how far they are expected to move. The words are of that, and name the group.
    """
    if not figures:
        return reading_in_words(evidence)
    if figures[0].measure != FORECAST or evidence["value"] is None:
        return figure_in_words(figures[0])
    return f"{figures[0].offence or threat.name} in the year ahead: {reading_in_words(evidence)}"


def figure_in_words(figure: Printed) -> str:
    """The figure as printed, with the test's word where it is a change."""
    read = {"value": figure.value, "unit": figure.unit, "reason": figure.reason}
    limits = {
        "lower": figure.value if figure.lower is None else figure.lower,
        "upper": figure.value if figure.upper is None else figure.upper,
    }
    words = reading_in_words(read | limits)
    verdict = figure.comparison and figure.comparison.get("verdict")
    return f"{words}: {verdict}" if verdict and figure.measure == "change_percent" else words


def reading_in_words(evidence: Mapping[str, Any]) -> str:
    """``4.2 offences per 1,000 residents (3.9 to 4.5)``, or why there is none."""
    if evidence["value"] is None:
        return f"Not known: {evidence['reason']}."
    value, unit = number(evidence["value"]), evidence["unit"]
    if evidence["lower"] == evidence["upper"]:
        return f"{value} {unit}".strip()
    limits = f"{number(evidence['lower'])} to {number(evidence['upper'])}"
    return f"{value} {unit} ({limits})"


def number(value: float) -> str:
    """With thousands apart, and decimals where they tell something.

    >>> number(1204.0), number(4.249), number(-0.31), number(-0.001)
    ('1,204', '4.2', '−0.31', '0.00')
    """
    size = abs(value)
    text = (
        f"{size:,.0f}" if size >= 100 or not size else f"{size:.1f}" if size >= 1 else f"{size:.2f}"
    )
    # what rounds to nought has no sign
    return f"−{text}" if round(value, 2) < 0 else text.removesuffix(".0")

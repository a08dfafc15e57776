"""Where the order could change: by another index of harm, and by the draws."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import Line, ThreatFindings
from wardwise.document.blocks import Bullets, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent
from wardwise.threats.evidence import JUDGED_HARM, TYPICAL_SEVERITY


WEIGHED = {
    TYPICAL_SEVERITY: "Weighed by the middle offence of each group, which a few grave ones do not "
    "move",
    JUDGED_HARM: "Weighed by judged harm alone, with no sentences in it",
}
"""Harm index → what it would be to weigh by it."""


def doubts(found: ThreatFindings) -> tuple[Block, ...]:
    """What each other index would do, what all of them agree on, and what the draws prefer."""
    if not found.proposed:
        return (Paragraph(say("Nothing is proposed, so there is no order to change.")),)
    told = [_by_index(found, scheme) for scheme in WEIGHED]
    draws = _by_draws(found)
    return Paragraph(_agreed(found)), Bullets(tuple(told + ([draws] if draws else [])))


def _agreed(found: ThreatFindings) -> Text:
    """Who is proposed by every index that was tried."""
    leave = {change.candidate for change in found.assessment.changes if change.leaves}
    names = [line.assessed.name.lower() for line in _by_score(found)]
    stay = [name for name in names if name not in {one.lower() for one in leave}]
    if len(stay) == len(names):
        return say("Whichever of three indices weighs harm, the same candidates are proposed.")
    if not stay:
        return say("No candidate is proposed by all of the three indices of harm that were tried.")
    verb = "is" if len(stay) == 1 else "are"
    return say(
        "{names} {verb} proposed whichever of three indices weighs harm. The rest hang on it:",
        names=(text := listed(stay))[:1].upper() + text[1:],
        verb=verb,
    )


def _by_index(found: ThreatFindings, scheme: str) -> Text:
    moves = [change for change in found.assessment.changes if change.scheme == scheme]
    leave = listed([change.candidate.lower() for change in moves if change.leaves])
    enter = listed([change.candidate.lower() for change in moves if change.enters])
    told = [f"{leave} would give way"] * bool(leave) + [f"{enter} would come in"] * bool(enter)
    return say(
        "{weighed}: {what}.",
        weighed=WEIGHED[scheme],
        what="; ".join(told) or "the proposal stays as it is",
    )


def _by_draws(found: ThreatFindings) -> Text | None:
    """Candidates that more draws have among the first than the least firm that is proposed."""
    proposed = _by_score(found)
    if not proposed:
        return None
    least = min(proposed, key=lambda line: line.top_share.number)
    rivals = [
        line
        for line in found.counted
        if line not in found.proposed and line.top_share.number > least.top_share.number
    ]
    rivals.sort(key=lambda line: -line.top_share.number)
    if not rivals:
        return None
    return say(
        "By the trials, {rivals} would come before {least} ({share}): the score takes each piece "
        "of evidence at its middle, the trials anywhere in its range.",
        rivals=join([_joined(n, len(rivals), line) for n, line in enumerate(rivals)], ""),
        least=least.assessed.name.lower(),
        share=percent(least.top_share, 0),
    )


def _joined(n: int, of: int, line: Line) -> Text:
    start = "" if n == 0 else " and " if n == of - 1 else ", "
    return say(
        start + "{name} ({share})",
        name=line.assessed.name.lower(),
        share=percent(line.top_share, 0),
    )


def _by_score(found: ThreatFindings) -> list[Line]:
    return [line for line in found.proposed if line.assessed.decision is None]

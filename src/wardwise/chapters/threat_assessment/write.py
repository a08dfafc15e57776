"""The words: what is proposed, how firm the order is, and what is not known."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import Line, ThreatFindings
from wardwise.chapters.threat_assessment.pictures import grid_picture, share_picture
from wardwise.chapters.threat_assessment.reasons import reason_text
from wardwise.chapters.threat_assessment.tables import (
    needs_table,
    scan_table,
    score_table,
    weights_table,
)
from wardwise.document.blocks import Bullets, Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, say
from wardwise.document.words import percent
from wardwise.threats.propose import Tier


def write(found: ThreatFindings) -> Section:
    """The proposal first, then the scan, the scores, the doubts and the gaps."""
    return Section(
        title="Threat assessment",
        anchor="threats",
        new_page=True,
        blocks=(
            Paragraph(_answer(found), lead=True),
            share_picture(found),
            Note(
                NoteKind.CAUTION,
                say(
                    "This is a proposal. Scores rest on open data and on judgements that are "
                    "printed with the method; people decide, and their reasons are recorded."
                ),
            ),
        ),
        sections=(
            Section("Why each is proposed", "threats-why", _why(found)),
            Section("The scan and the scores", "threats-scores", _scores(found), new_page=True),
            Section("Where the order could change", "threats-doubts", _doubts(found)),
            Section("Why others are not proposed", "threats-why-not", _why_not(found)),
            Section("What is not known", "threats-not-known", _not_known(found)),
        ),
    )


def _answer(found: ThreatFindings) -> Text:
    proposed = [line for line in found.lines if line.assessed.tier is Tier.PRIORITY]
    names = [line.assessed.name.lower() for line in proposed]
    firmest = max(proposed, key=lambda line: line.top_share.number)
    weakest = min(proposed, key=lambda line: line.top_share.number)
    return say(
        "The evidence proposes {n} priorities: {names}. The firmest is {first}, among the first "
        "{k} in {most} of ten thousand redraws of the scores and weights; the least firm is "
        "{last}, in {least}.",
        n=str(len(names)),
        names=listed(names),
        first=firmest.assessed.name.lower(),
        k=str(found.assessment.k),
        most=percent(firmest.top_share, 0),
        last=weakest.assessed.name.lower(),
        least=percent(weakest.top_share, 0),
    )


def _reasons(lines: list[Line]) -> tuple[Text, ...]:
    return tuple(reason_text(line) for line in lines)


def _why(found: ThreatFindings) -> tuple[Block, ...]:
    proposed = [line for line in found.lines if line.assessed.tier is Tier.PRIORITY]
    blocks: list[Block] = [Bullets(_reasons(proposed), numbered=True)]
    decided = [line for line in found.lines if line.assessed.decision is not None]
    if decided:
        blocks.append(Paragraph(say("Decided by people, against or beyond the score:")))
        blocks.append(Bullets(tuple(_decision(line) for line in decided)))
    return tuple(blocks)


def _decision(line: Line) -> Text:
    decision = line.assessed.decision
    assert decision is not None, "only lines with a decision are listed"
    return say(
        "{name}: {what}. {reason}",
        name=line.assessed.name,
        what="proposed" if decision.propose else "not proposed",
        reason=decision.reason,
    )


def _scores(found: ThreatFindings) -> tuple[Block, ...]:
    return scan_table(found), score_table(found), grid_picture(found), weights_table(found)


def _doubts(found: ThreatFindings) -> tuple[Block, ...]:
    changes = found.assessment.changes
    if not changes:
        return (
            Paragraph(
                say("No candidate would enter or leave the proposal by another index of harm.")
            ),
        )
    lines = []
    for change in changes:
        if not (change.enters or change.leaves):
            continue
        lines.append(
            say(
                "By {scheme}, {name} would {move} the proposal.",
                scheme=change.scheme,
                name=change.candidate.lower(),
                move="enter" if change.enters else "leave",
            )
        )
    if not lines:
        return (
            Paragraph(
                say(
                    "Other indices of harm change the order of some candidates, but none would "
                    "enter or leave the proposal."
                )
            ),
        )
    return Paragraph(say("The proposal depends on how harm is weighed:")), Bullets(tuple(lines))


def _why_not(found: ThreatFindings) -> tuple[Block, ...]:
    others = [line for line in found.counted if line.assessed.tier is not Tier.PRIORITY]
    return (Bullets(_reasons(others)),)


def _not_known(found: ThreatFindings) -> tuple[Block, ...]:
    if not found.uncounted:
        return (Paragraph(say("Every candidate is counted.")),)
    return (
        Paragraph(
            say(
                "Nobody has supplied a count of {n} themes. They are not scored, and they are not "
                "scored nought: hidden harm is still harm.",
                n=str(len(found.uncounted)),
            )
        ),
        needs_table(found),
    )

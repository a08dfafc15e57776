"""The words: what is proposed, how firm the order is, and what is not known."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.doubts import doubts
from wardwise.chapters.threat_assessment.findings import Line, ThreatFindings
from wardwise.chapters.threat_assessment.not_proposed import why_not
from wardwise.chapters.threat_assessment.pictures import grid_picture, share_picture
from wardwise.chapters.threat_assessment.reasons import reason_text
from wardwise.chapters.threat_assessment.shared import shared
from wardwise.chapters.threat_assessment.tables import (
    needs_table,
    scan_table,
    score_table,
    weights_table,
)
from wardwise.document.blocks import Bullets, Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Link, Text, say
from wardwise.document.words import in_words, percent, rounded
from wardwise.threats.reason import first_of


def write(found: ThreatFindings) -> Section:
    """The proposal first, then the scan, the scores, the doubts and the gaps."""
    return Section(
        title="Threat assessment",
        anchor="threats",
        new_page=True,
        blocks=(
            Paragraph(_answer(found), lead=True),
            *((share_picture(found),) if found.counted else ()),
            Note(
                NoteKind.CAUTION,
                say(
                    "This is a proposal. Scores rest on open data{too} and on judgements that "
                    "are printed with the method; people decide, and their reasons are recorded.",
                    too=", on partners' files" if found.themes else "",
                ),
            ),
        ),
        sections=(
            Section("Why each is proposed", "threats-why", _why(found)),
            Section("The scan and the scores", "threats-scores", _scores(found), new_page=True),
            *_shared(found),
            Section("Where the order could change", "threats-doubts", doubts(found)),
            Section("Why others are not proposed", "threats-why-not", why_not(found)),
            Section("What is not known", "threats-not-known", _not_known(found)),
        ),
    )


def _answer(found: ThreatFindings) -> Text:
    proposed = found.proposed
    if not proposed:
        return say("The evidence proposes no priority: no candidate has enough of it to score.")
    firmest = max(proposed, key=lambda line: line.top_share.number)
    weakest = min(proposed, key=lambda line: line.top_share.number)
    one = len(proposed) == 1
    return say(
        "The evidence proposes {n}: {names}. {who} {k} in {most} of {draws} "
        "trials in which scores and weights are varied{rest}.",
        n="one priority" if one else f"{in_words(len(proposed))} priorities",
        names=listed([line.assessed.name.lower() for line in proposed]),
        who="It is" if one else f"The firmest is {firmest.assessed.name.lower()},",
        k=first_of(found.assessment.k),
        most=percent(firmest.top_share, 0),
        draws=rounded(found.assessment.draws, 0),
        rest=""
        if one
        else say(
            "; the least firm is {last}, in {least}",
            last=weakest.assessed.name.lower(),
            least=percent(weakest.top_share, 0),
        ),
    )


def _why(found: ThreatFindings) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Bullets(tuple(reason_text(line) for line in found.proposed), numbered=True)
    ]
    if not found.proposed:
        blocks = [Paragraph(say("Nothing is proposed by the score."))]
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
    if not found.counted:
        return (Paragraph(say("No candidate is counted in the sources held.")),)
    grid = grid_picture(found)
    return scan_table(found), score_table(found), *((grid,) if grid else ()), weights_table(found)


def _shared(found: ThreatFindings) -> tuple[Section, ...]:
    """Crimes that stand under a theme and under an offence, where a partner counts themes."""
    if not found.overlaps:
        return ()
    return (Section("Themes and offences that share crimes", "threats-shared", shared(found)),)


def _not_known(found: ThreatFindings) -> tuple[Block, ...]:
    if not found.uncounted:
        return (Paragraph(say("Every candidate is counted.")),)
    return (
        Paragraph(
            say(
                "{nobody} counts {n}. {they} not scored, and not scored nought either: hidden "
                "harm is still harm.",
                nobody="Neither a published source nor a partner's file"
                if found.themes
                else "No published source",
                n="one theme"
                if len(found.uncounted) == 1
                else f"{in_words(len(found.uncounted))} themes",
                they="It is" if len(found.uncounted) == 1 else "They are",
            )
        ),
        *([Paragraph(_by_cohort())] if found.follows_cohorts else []),
        needs_table(found),
    )


def _by_cohort() -> Text:
    return say(
        "Re-offending is told in {chapter}, and not scored: shares of cohorts that entered years "
        "ago have no place on a scale of a year's offences.",
        chapter=Link("the chapter on reoffending", "reoffending"),
    )

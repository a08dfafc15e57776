"""The scan, the scores, and what is not known."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import Line, ThreatFindings
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.initials import capital
from wardwise.document.phrases import listed, verdict_cell
from wardwise.document.text import Number, Text, say
from wardwise.document.words import (
    NOT_KNOWN,
    between,
    decimal,
    in_words,
    ordinal,
    percent,
    rounded,
    whole,
)
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown


def scan_table(found: ThreatFindings) -> Table:
    """The broad scan: the evidence on every counted candidate, the highest risk first."""
    return Table(
        name="threat-scan",
        caption="The broad scan: what is known of each candidate that is counted",
        columns=(
            Column("Candidate", Align.LEFT),
            Column("Volume, a year"),
            Column("Per 1,000 residents"),
            Column("Change", Align.LEFT),
            Column("Severity of one, points"),
            Column("Half lies in, % of LSOAs"),
            Column("Rank among similar", Align.LEFT),
            Column("Confidence", Align.LEFT),
        ),
        rows=tuple(_scan_row(line) for line in found.counted),
        notes=(
            say(
                "Rank: 1st is the highest rate, with the places that it may truly hold. "
                "Confidence: A is counted well, D poorly; it widens a range and never moves a "
                "score."
            ),
            *_years(found),
            *_wider_places(found),
        ),
    )


def _years(found: ThreatFindings) -> tuple[Text, ...]:
    """The year of each count: published offences and the records of police.uk end apart."""
    years: dict[str, list[str]] = {}
    for line in found.counted:
        label = line.candidate.figures["volume"].period.label
        years.setdefault(label, []).append(line.assessed.name.lower())
    if len(years) < 2:
        return tuple(say("All are counted in {year}.", year=year) for year in years)
    most, *others = sorted(years, key=lambda label: -len(years[label]))
    told = "; ".join(f"{listed(years[label])} in {label}" for label in others)
    return (say("Volume, rate and change are of {most}; {told}.", most=most, told=told),)


def _wider_places(found: ThreatFindings) -> tuple[Text, ...]:
    """Whose places are those of a wider group: no source counts the candidate by place."""
    names = [
        line.assessed.name.lower()
        for line in found.counted
        if line.candidate.group_fit == "part" and "places" in line.candidate.figures
    ]
    if not names:
        return ()
    return (
        say(
            "Half lies in: for {names} it is of the wider police.uk group that holds them, "
            "because no open source counts them by place.",
            names=listed(names),
        ),
    )


def _scan_row(line: Line) -> tuple[Cell, ...]:
    figures, evidence = line.candidate.figures, line.assessed.evidence
    return (
        line.assessed.name,
        _cell(figures.get("volume")),
        _rate(figures.get("rate")),
        verdict_cell(figures["change"]) if "change" in figures else NOT_KNOWN,
        _cell(figures.get("severity")),
        decimal(figures["places"]) if "places" in figures else NOT_KNOWN,
        _rank(figures.get("rank")),
        evidence.confidence.grade.value,
    )


def _cell(figure: Figure | None) -> Cell:
    return whole(figure) if figure else NOT_KNOWN


def _rate(figure: Figure | None) -> Cell:
    if figure is None or figure.status != "known":
        return NOT_KNOWN
    return decimal(figure, 1 if figure.number >= 1 else 2)


def _rank(figure: Figure | None) -> Cell:
    if figure is None or figure.status != "known" or figure.interval is None:
        return NOT_KNOWN
    best, worst = int(figure.interval.lower), int(figure.interval.upper)
    return say(
        "{at} ({best} to {worst})",
        at=Number(ordinal(int(figure.number)), figure),
        best=ordinal(best),
        worst=ordinal(worst),
    )


def score_table(found: ThreatFindings) -> Table:
    """Risk with its range, the share of draws, and the tier."""
    return Table(
        name="threat-scores",
        caption="Scores, how firm they are, and what is proposed",
        columns=(
            Column("Candidate", Align.LEFT),
            Column("Harm, 0 to 4"),
            Column("Likelihood, 0 to 4"),
            Column("Risk, 0 to 16"),
            Column("Range of risk", quiet=True),
            Column(f"In the first {in_words(found.assessment.k)}, % of trials"),
            Column("Proposed", Align.LEFT),
        ),
        rows=tuple(_score_row(line) for line in found.counted),
        emphasis=tuple(range(len(found.assessment.proposed))),
    )


def _score_row(line: Line) -> tuple[Cell, ...]:
    return (
        line.assessed.name,
        decimal(line.harm, 2),
        decimal(line.likelihood, 2),
        decimal(line.risk),
        between(line.risk, 1),
        percent(line.top_share, 0),
        line.assessed.tier.value,
    )


def needs_table(found: ThreatFindings) -> Table:
    """Candidates that nobody has counted: what is needed, from whom, and what it could mean."""
    k = in_words(found.assessment.k)
    return Table(
        name="threat-not-known",
        caption="Not known: themes that stay on the list until somebody supplies the evidence",
        columns=(
            Column("Theme", Align.LEFT),
            *((Column("Why it is not counted", Align.LEFT),) if found.themes else ()),
            Column("Needed", Align.LEFT),
            Column("From", Align.LEFT),
            Column(f"In the first {k} if its likelihood could be anything, %"),
        ),
        rows=tuple(
            (
                line.assessed.name,
                *((_why(line),) if found.themes else ()),
                line.assessed.evidence.data_needed,
                line.assessed.evidence.held_by,
                percent(line.top_share, 0),
            )
            for line in found.uncounted
        ),
    )


def _why(line: Line) -> str:
    volume = line.assessed.evidence.volume
    reason = volume.reason if isinstance(volume, NotKnown) else "it has no score"
    return capital(reason)


def weights_table(found: ThreatFindings) -> Table:
    """The weights in force."""
    return Table(
        name="threat-weights",
        caption="Weight of each factor in this assessment",
        columns=(Column("Factor", Align.LEFT), Column("Weight")),
        rows=tuple(
            (name.replace("_", " ").capitalize(), rounded(weight, 2))
            for name, weight in found.assessment.weights.items()
        ),
        appendix=True,
        off_paper=True,  # a note under the scores names them
    )

"""The share of draws as bars, and the 4 × 4 view of the same evidence."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import FIRM, ThreatFindings
from wardwise.chapters.threat_assessment.tables import score_table
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.initials import capital
from wardwise.document.pictures import Bar, Bars, Cell4x4, Grid4x4
from wardwise.document.words import in_words, percent, rounded, some_of
from wardwise.domain.nothing import NotKnown
from wardwise.threats.propose import Tier


SHOWN = 12


def share_picture(found: ThreatFindings) -> Bars:
    """How often each candidate is among the first k, most often first."""
    lines = sorted(found.counted, key=lambda line: -line.top_share.number)[:SHOWN]
    k = found.assessment.k
    return Bars(
        name="threat-shares",
        title=_shares_title(found),
        subtitle=(
            f"Share of {rounded(found.assessment.draws, 0)} draws in which the candidate is in "
            f"the first {in_words(k)}, percent; proposed candidates dark"
        ),
        source="Threat assessment of this run",
        alt="; ".join(
            f"{line.assessed.name} {rounded(line.top_share.number, 0)}%" for line in lines
        ),
        table=Table(
            name="threat-shares-table",
            caption=f"Share of draws in the first {in_words(k)}",
            columns=(Column("Candidate", Align.LEFT), Column("% of draws")),
            rows=tuple((line.assessed.name, percent(line.top_share, 0)) for line in lines),
            appendix=True,
        ),
        bars=tuple(
            Bar(
                line.assessed.name,
                line.top_share.number,
                ours=line.assessed.tier is Tier.PRIORITY,
            )
            for line in lines
        ),
        unit="% of draws",
    )


def _shares_title(found: ThreatFindings) -> str:
    """How many of the places hold whatever the weights."""
    places = len(found.proposed)
    firm = sum(round(line.top_share.number) >= FIRM for line in found.proposed)
    if firm == places:
        return "Every place in the proposal is firm" if places else "Nothing is proposed"
    if firm == 0:
        return "No place in the proposal is firm: all depend on weights and doubts"
    verb, rest = ("is" if firm == 1 else "are"), places - firm
    depends = "the other depends" if rest == 1 else f"the other {in_words(rest)} depend"
    said = some_of(firm, places)
    return f"{capital(said)} places {verb} firm; {depends} on weights and doubts"


def grid_picture(found: ThreatFindings) -> Grid4x4 | None:
    """Impact by likelihood, one to four each; None where no candidate has both."""
    cells: dict[tuple[int, int], list[str]] = {}
    for line in found.counted:
        cell = line.assessed.cell
        if not isinstance(cell, NotKnown):
            cells.setdefault((cell.impact, cell.likelihood), []).append(line.assessed.name)
    if not cells:
        return None
    highest = max(cells, key=lambda at: at[0] * at[1])
    return Grid4x4(
        name="threat-grid",
        title="No candidate is both of the highest impact and of the highest likelihood"
        if (4, 4) not in cells
        else "Of the highest impact and likelihood: " + ", ".join(cells[4, 4]),
        subtitle="Impact by likelihood, 1 (low) to 4 (high), from the same scores",
        source="Threat assessment of this run",
        alt=f"The highest cell is impact {highest[0]}, likelihood {highest[1]}: "
        + ", ".join(cells[highest]),
        table=score_table(found),
        cells=tuple(
            Cell4x4(impact, likelihood, tuple(names))
            for (impact, likelihood), names in sorted(cells.items())
        ),
    )

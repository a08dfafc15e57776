"""The share of draws as bars, and the 4 × 4 view of the same evidence."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import FIRM, ThreatFindings
from wardwise.chapters.threat_assessment.tables import score_table
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.pictures import Bar, Bars, Cell4x4, Grid4x4
from wardwise.document.words import percent, rounded
from wardwise.domain.nothing import NotKnown
from wardwise.threats.propose import Tier


SHOWN = 12


def share_picture(found: ThreatFindings) -> Bars:
    """How often each candidate is among the first k, most often first."""
    lines = sorted(found.counted, key=lambda line: -line.top_share.number)[:SHOWN]
    firm = [line for line in lines if line.top_share.number >= FIRM]
    k = found.assessment.k
    return Bars(
        name="threat-shares",
        title=(
            f"{len(firm)} of the {k} places are firm; the rest depend on weights and doubts"
            if len(firm) < k
            else "Every place in the proposal is firm"
        ),
        subtitle=(
            f"Share of {rounded(found.assessment.draws, 0)} draws in which the candidate is in "
            f"the top {k}, percent; proposed candidates dark"
        ),
        source="Threat assessment of this run",
        alt="; ".join(
            f"{line.assessed.name} {rounded(line.top_share.number, 0)}%" for line in lines
        ),
        table=Table(
            name="threat-shares-table",
            caption=f"Share of draws in the top {k}",
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

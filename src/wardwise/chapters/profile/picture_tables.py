"""The numbers beside the pictures of a profile."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Profile, Situation
from wardwise.chapters.profile.words import capital, rate_places
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.sources import source_line
from wardwise.document.words import between, decimal
from wardwise.domain.period import NAMES
from wardwise.figures.seasons import Season


def season_table(profile: Profile, found: Season) -> Table:
    """January to December."""
    return Table(
        name=f"profile-{profile.slug}-season-table",
        caption=f"{capital(profile.counted)} by month of the year",
        columns=(
            Column("Month", Align.LEFT),
            Column("Index, 100 = average day"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(
            (NAMES[n + 1], decimal(figure), between(figure, 1))
            for n, figure in enumerate(found.months)
        ),
        source=source_line(profile.months_source, profile.months_period),
        appendix=True,
    )


def peers_table(profile: Profile, situation: Situation) -> Table:
    """Ours and the most similar, the highest rate first."""
    ours = [n for n, (area, _) in enumerate(situation.peers) if area == profile.area]
    return Table(
        name=f"profile-{profile.slug}-peers-table",
        caption=f"{profile.name}: published rates of the most similar partnerships",
        columns=(
            Column("Partnership", Align.LEFT),
            Column("Per 1,000 residents"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(
            (area.name, decimal(rate, rate_places(rate)), between(rate, rate_places(rate)))
            for area, rate in situation.peers
        ),
        source=source_line(profile.official, situation.rate.period),
        emphasis=tuple(ours),
        appendix=True,
    )

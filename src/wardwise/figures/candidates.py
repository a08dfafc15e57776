"""Every problem that could become a priority, with what is known of it on one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wardwise.document.phrases import verdict_of
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.figures.candidate_figures import candidate_figures, group_of
from wardwise.figures.candidate_readings import (
    confidence,
    later_change,
    rank_among_similar,
    reading,
    severity,
    verdict,
    year_ahead,
)
from wardwise.figures.desk import Desk
from wardwise.figures.theme_candidates import (
    as_answered,
    theme_confidence,
    theme_figures,
    theme_severity,
)
from wardwise.figures.theme_overlap import Overlap, overlaps
from wardwise.figures.themes import Theme, holds_partners, theme
from wardwise.reference.load import Row, load_table
from wardwise.threats.evidence import (
    CandidateEvidence,
    CandidateKind,
)
from wardwise.threats.factors import judged_harm


NOT_A_THEME = NotKnown("it is no theme")
FIGURE_OF = {"peers": "rank", "concentration": "places"}
"""Mark of a reason → name of the candidate's figure, where the two differ."""


@dataclass(frozen=True)
class Candidate:
    """A candidate's evidence, the figures that it rests on, and the group that stands for it.

    ``group`` is the recorded-crime group that months and places are taken from; ``group_fit``
    is 'same' where it is the same offence, 'part' where the candidate is only a part of it.
    ``theme`` is what a partner's file counts of a theme, and ``overlaps`` the published offences
    whose crimes it shares.
    """

    evidence: CandidateEvidence
    figures: dict[str, Figure]
    group: str | None
    group_fit: str
    theme: Theme | NotKnown = NOT_A_THEME
    overlaps: tuple[Overlap, ...] = ()

    def figure_of(self, mark: str) -> Figure | None:
        """The figure that a mark of a reason is of; a limit is of the figure that it limits."""
        name = mark.partition("_")[0]
        return self.figures.get(FIGURE_OF.get(name, name))


def candidates(desk: Desk) -> tuple[Candidate, ...]:
    """Every row of the reference table ``candidate``, counted or not."""
    found = [_candidate(desk, row) for row in load_table("candidate").rows]
    return within_themes(found)


def within_themes(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """An offence whose crimes nearly all stand in a theme is a part of it."""
    inside: dict[str, tuple[str, ...]] = {}
    for one in found:
        for overlap in one.overlaps:
            if overlap.is_inside:
                inside[overlap.offence] = (*inside.get(overlap.offence, ()), overlap.theme)
    return tuple(
        replace(
            one,
            evidence=replace(
                one.evidence,
                within=(*one.evidence.within, *inside.get(one.evidence.name, ())),
            ),
        )
        for one in found
    )


def _candidate(desk: Desk, row: Row) -> Candidate:
    name = str(row["candidate"])
    counted = theme(desk, name) if row["kind"] == CandidateKind.THEME else NOT_A_THEME
    if isinstance(counted, Theme):
        return _theme_candidate(desk, row, counted)
    group, fit = group_of(desk, row)
    figures = candidate_figures(desk, row, group, fit)
    ahead, forecast = year_ahead(desk, group if figures else None)
    rank, ranked = rank_among_similar(desk, row)
    volume = reading(figures.get("volume"))
    if counted is not NOT_A_THEME and holds_partners(desk):
        volume = counted
    later = later_change(
        desk, figures, group if fit == "same" else None, str(row["ons_offence"] or "")
    )
    evidence = CandidateEvidence(
        name=name,
        kind=CandidateKind(str(row["kind"])),
        within=_within(row),
        volume=volume,
        rate=reading(figures.get("rate")),
        change=reading(figures.get("change")),
        verdict=verdict(figures),
        later=reading(later.get("later")),
        later_verdict=verdict_of(later["later"]) if later else Verdict.NOT_COMPARABLE,
        later_year=later["later"].period.label if later else "",
        forecast=ahead,
        severity=severity(desk, row),
        concentration=reading(figures.get("places")),
        peers=rank,
        public_concern=NotKnown("no survey of residents was supplied"),
        judged=judged_harm(name),
        confidence=confidence(desk, row, group, volume),
        data_needed=str(row["data_needed"]),
        held_by=str(row["from_whom"]),
    )
    return Candidate(evidence, figures | forecast | ranked | later, group, fit)


def _theme_candidate(desk: Desk, row: Row, found: Theme) -> Candidate:
    """A theme from a partner's rows; what no partner's file can tell of it stays not known."""
    figures = theme_figures(desk, found)
    ahead, forecast = year_ahead(found.by_month, found.name)
    volume = as_answered(found, reading(figures["volume"]))
    evidence = CandidateEvidence(
        name=found.name,
        kind=CandidateKind.THEME,
        within=_within(row),
        volume=volume,
        rate=as_answered(found, reading(figures["rate"])),
        change=reading(figures["change"]),
        verdict=verdict(figures),
        forecast=ahead,
        severity=theme_severity(desk, found),
        concentration=reading(figures.get("places")),
        peers=NotKnown("no other partnership's file is held"),
        public_concern=NotKnown("no survey of residents was supplied"),
        judged=judged_harm(found.name),
        confidence=theme_confidence(found, volume),
        data_needed=str(row["data_needed"]),
        held_by=str(row["from_whom"]),
    )
    return Candidate(
        evidence,
        figures | forecast,
        None,
        "none",
        theme=found,
        overlaps=overlaps(desk, found),
    )


def _within(row: Row) -> tuple[str, ...]:
    """Every wider group of the candidate, by the published tables."""
    headlines = load_table("ons_headline_offence").by("offence")
    found: list[str] = []
    parent = row["part_of"]
    while parent and str(parent) not in found:
        found.append(str(parent))
        above = headlines.get((parent,))
        parent = above["parent"] if above else None
    return tuple(found)

"""The proposed priorities on one page: why each, in a clause, and how firm its place is."""

from __future__ import annotations

from wardwise.document.blocks import Align, Column, Table
from wardwise.document.phrases import listed
from wardwise.document.text import Number, Span, Text, say
from wardwise.document.words import percent
from wardwise.domain.figure import Figure
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.threat_scores import top_share_figure
from wardwise.figures.threats import threats_found
from wardwise.threats.assessment import AssessedCandidate
from wardwise.threats.reason import Mark, in_words


FIRM, LIKELY = 80.0, 50.0
"""As in the threat assessment: share of draws from which a place is firm, or likely."""


def priorities_table(desk: Desk) -> Table:
    """In the order of the proposal."""
    found = threats_found(desk)
    k = found.assessment.k
    shares = [top_share_figure(desk, found, one) for one in found.assessment.proposed]
    return Table(
        name="summary-priorities",
        caption=_caption(shares),
        columns=(
            Column("Priority", Align.LEFT),
            Column("Why, first of all", Align.LEFT),
            Column(f"In first {k}, % of draws"),
            Column("Place", Align.LEFT),
        ),
        rows=tuple(
            (
                one.name,
                _clause(found.candidates[one.name], one),
                percent(share, 0),
                _firmness(share),
            )
            for one, share in zip(found.assessment.proposed, shares, strict=True)
        ),
        notes=_counted_in(desk, [found.candidates[one.name] for one in found.assessment.proposed]),
    )


def _caption(shares: list[Figure]) -> str:
    firm = [share for share in shares if share.number >= FIRM]
    if len(firm) == len(shares):
        return "Proposed priorities: the place of each is firm"
    said = in_words(len(firm)) if firm else "none"
    verb = "are" if len(firm) > 1 else "is"
    return (
        f"Proposed priorities: {said} of {in_words(len(shares))} {verb} firm whatever the weights"
    )


def _counted_in(desk: Desk, candidates: list[Candidate]) -> tuple[Text, ...]:
    """Whose year is not that of the page: published offences and records end apart."""
    others: dict[str, list[str]] = {}
    for one in candidates:
        volume = one.figures.get("volume")
        if volume and volume.period != desk.latest:
            others.setdefault(volume.period.label, []).append(one.evidence.name.lower())
    return tuple(
        say("Counted in {year}: {names}.", year=year, names=listed(names))
        for year, names in others.items()
    )


def _firmness(share: Figure) -> str:
    if share.number >= FIRM:
        return "firm"
    return "likely" if share.number >= LIKELY else "open"


def _clause(candidate: Candidate, one: AssessedCandidate) -> Text:
    """The first of the reasons that the threat assessment gives, its numbers tied to figures."""
    spans: list[Span] = []
    for part in one.reason.parts:
        if part == ".":
            break
        spans.append(_tied(candidate, part) if isinstance(part, Mark) else part.rstrip("."))
        if isinstance(part, str) and part.endswith("."):
            break
    return Text(tuple(spans))


def _tied(candidate: Candidate, mark: Mark) -> Span:
    figure = candidate.figures.get("rank" if mark.key.startswith("peers") else mark.key)
    return Number(mark.text, figure) if figure else mark.text

"""The proposed priorities on one page: for and against each, and how firm its place is."""

from __future__ import annotations

from wardwise.document.blocks import Align, Column, Table
from wardwise.document.phrases import listed
from wardwise.document.text import Number, Span, Strong, Text, say
from wardwise.document.words import decimal, in_words, some_of
from wardwise.domain.figure import Figure
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.threat_scores import risk_figure, top_share_figure
from wardwise.figures.threats import ThreatsFound, threats_found
from wardwise.threats.assessment import AssessedCandidate
from wardwise.threats.facts import Fact
from wardwise.threats.reason import Mark, Reason


FIRM, LIKELY = 80.0, 50.0
"""As in the threat assessment: share of draws from which a place is firm, or likely."""


def priorities_table(desk: Desk) -> Table:
    """In the order of the proposal."""
    found = threats_found(desk)
    shares = [top_share_figure(desk, found, one) for one in found.assessment.proposed]
    return Table(
        name="summary-priorities",
        caption=_caption(shares),
        columns=(
            Column("Priority", Align.LEFT),
            Column("What speaks for it, and what against it, first of all", Align.LEFT),
            Column("How firm its place is", Align.LEFT),
        ),
        rows=tuple(
            (
                one.name,
                say(
                    "{pro} {why}. {con} {why_not}.",
                    pro=Strong("For:"),
                    why=_clause(desk, found, one, one.case.lifting[0].clause),
                    con=Strong("Against:"),
                    why_not=_clause(desk, found, one, _shortest_way(one.case.lowering)),
                ),
                say("{firm}, {times} in 100", firm=_firmness(share), times=decimal(share, 0)),
            )
            for one, share in zip(found.assessment.proposed, shares, strict=True)
        ),
        notes=(
            *_how_firm(found),
            *_counted_in(desk, [found.candidates[one.name] for one in found.assessment.proposed]),
        ),
    )


def _shortest_way(lowering: tuple[Fact, ...]) -> Reason:
    """The first against it; a score that hangs on a line takes more words than a page has."""
    brief = [fact for fact in lowering if fact.about != "line"]
    return (brief or lowering)[0].clause


def _caption(shares: list[Figure]) -> str:
    if not shares:
        return "Proposed priorities: there are none"
    firm = sum(round(share.number) >= FIRM for share in shares)
    if firm == len(shares):
        return "Proposed priorities: the place of each is firm"
    verb = "are" if firm > 1 else "is"
    return f"Proposed priorities: {some_of(firm, len(shares))} {verb} firm whatever the weights"


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


def _how_firm(found: ThreatsFound) -> tuple[Text, ...]:
    """What the last column says, for somebody who has never drawn a score."""
    if not found.assessment.proposed:
        return ()
    return (
        say(
            "Of 100 trials in which scores and weights are varied as far as they are in doubt, it "
            "stays among the first {k} in so many.",
            k=in_words(found.assessment.k),
        ),
    )


def _firmness(share: Figure) -> str:
    printed = round(share.number)
    if printed >= FIRM:
        return "firm"
    return "likely" if printed >= LIKELY else "open"


def _clause(desk: Desk, found: ThreatsFound, one: AssessedCandidate, told: Reason) -> Text:
    """A clause of the threat assessment, its numbers tied to figures."""
    return Text(
        tuple(
            _tied(desk, found, one, part) if isinstance(part, Mark) else part for part in told.parts
        )
    )


def _tied(desk: Desk, found: ThreatsFound, one: AssessedCandidate, mark: Mark) -> Span:
    if mark.key in ("harm", "likelihood", "rank"):
        take = "value" if mark.key == "rank" else mark.key
        return Number(mark.text, risk_figure(desk, found, one, take=take))
    if mark.key == "top_percent":
        return Number(mark.text, top_share_figure(desk, found, one))
    figure = found.candidates[one.name].figure_of(mark.key)
    return Number(mark.text, figure) if figure else mark.text
